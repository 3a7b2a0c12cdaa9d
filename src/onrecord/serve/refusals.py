"""Refusals of the core in the reader's language: the core speaks English alone, with the values that it names.

Each wording here is one that the core uses; a test finds those that a browser can be shown and that have none. Where no wording
fits, the English one is shown: better than none.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.model.errors import OnrecordError
from onrecord.serve.languages import _, catalogue

WORDINGS = (
    _("there is nothing to search for in %(words)s"),
    _("give a word, a “phrase” or the beginning of a word with * behind it"),
    _("%(words)s is too short"),
    _("give at least %(number)s letters before the *"),
    _("the cursor %(cursor)s belongs to another search"),
    _("leave it out to begin with the first page"),
    _("there is no %(name)s %(value)s"),
    _("choose one of %(known)s, or give a --note alone"),
    _("choose one of %(known)s"),
    _("%(text)s is no EDTF date"),
    _("%(first)s is after %(last)s"),
    _("give the earlier year first"),
    _("write it as 2019, 2019-04, 2019-04-03 or XXXX-04-03"),
    _("a %(kind)s needs a %(name)s"),
    _("the page names no %(value)s"),
    _("write the name as the page does, or = and the words of the page"),
    _("a position needs a named person"),
    _("give a name without ="),
    _("the page reports no gathering %(key)s"),
    _("give the key of a report of this page (g-…)"),
    _("give the key of a report of this page"),
    _("a %(kind)s has no %(name)s"),
    _("%(text)s is no %(name)s of a %(kind)s"),
    _("a %(kind)s cannot be without its %(name)s"),
    _("give a value"),
    _("a decision needs somebody who made it"),
    _("undoing needs somebody who does it"),
    _("name yourself with --as NAME"),
    _("the record has no decision %(id)s on this"),
    _("leave it out"),
    _("the record has no decision %(id)s"),
    _("see the list of decisions"),
    _("the decision %(id)s does not stand any more"),
    _("the latest entry on the matter is %(id)s"),
    _("the record has nothing with the key %(key)s"),
    _("keys stand in the output of --json"),
    _("%(first)s and %(second)s cannot be one"),
    _("name two different facts of one kind"),
    _("name two different persons, bodies, occasions or statements"),
    _("an added fact needs its kind, its page and its place there"),
    _("give --document and --quote"),
    _("these judgements cannot all hold: %(judgements)s"),
    _("undo one of them first"),
    _("look at it, then decide again"),
    _("%(key)s is the key of no fact"),
    _("facts have keys that begin with p-, o-, l-, t-, g-, r-, s- or m-"),
    _("the record has no fact with the key %(key)s"),
    _("no rule has read a %(name)s of %(key)s"),
    _("see the claims behind it"),
    _("the record has no contradiction %(key)s"),
    _("the list of conflicts prints their keys"),
    _("no side of %(key)s states %(value)s"),
    _("%(key)s needs a choice or a note"),
    _("give --choice with one of %(known)s, or --note"),
    _("%(key)s is no answer to this question"),
    _("%(number)s addresses at once"),
    _("give at most %(number)s, or use `onrecord add`"),
    _("there is nothing to add"),
    _("give addresses, a text, or files"),
    _("give words"),
    _("give %(hint)s"),
)
"""In the order in which they are tried: what is more exact stands before what is less."""


def refusal(error: OnrecordError, language: str) -> tuple[str, str]:
    """Return fault and cure of an error in a language."""
    return reworded(error.fault, language), reworded(error.cure, language)


def reworded(text: str, language: str) -> str:
    """Return a wording of the core in a language, with its values as they are."""
    if language == "en" or not text:
        return text
    for wording, pattern in _patterns():
        if found := pattern.fullmatch(text):
            return catalogue(language).gettext(wording) % found.groupdict()
    return text


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    made = []
    for wording in WORDINGS:
        parts = re.split(r"%\((\w+)\)s", wording)
        pattern = "".join(f"(?P<{part}>.+)" if n % 2 else re.escape(part) for n, part in enumerate(parts))
        made.append((wording, re.compile(pattern, re.DOTALL)))
    return tuple(made)
