"""The features that speak for and against two being one, in the reader's language.

The words are those of the tables of `match`; a test holds this list against them. A reason that is not a feature of a table (a
judgement, a page that names a person by the surname alone) is shown as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.serve.languages import _, catalogue

FEATURES = (
    _("a similar name"),
    _("a day apart"),
    _("another edition of a series"),
    _("at another time"),
    _("announced as the next one at the same time"),
    _("at different places"),
    _("at the same place"),
    _("both pages are about it"),
    _("days apart"),
    _("different names"),
    _("in the same period"),
    _("many bodies have that name"),
    _("many people have that name"),
    _("named together with the same others"),
    _("names of two bodies"),
    _("names of which one letter differs"),
    _("nearly the same name"),
    _("nobody in common"),
    _("of another country"),
    _("of different kinds"),
    _("of kindred kinds"),
    _("of the same kind"),
    _("offices in two bodies at the same time"),
    _("offices of two countries at the same time"),
    _("on the same day"),
    _("one body before and after it was renamed"),
    _("one full name in two scripts"),
    _("one page gives no date"),
    _("one page has a short form of the name alone"),
    _("one page has a word of the name alone"),
    _("one page has only a part of the name"),
    _("one page has the abbreviation alone"),
    _("other offices at other times"),
    _("reported at other times"),
    _("reported at the same time"),
    _("the abbreviation has the initials of the name"),
    _("the full names differ"),
    _("the names hold different numbers"),
    _("the names hold different years"),
    _("the names hold other countries"),
    _("the same abbreviation or short form"),
    _("the same body"),
    _("the same country"),
    _("the same edition"),
    _("the same full name"),
    _("the same name"),
    _("the same name, once without its country"),
    _("the same office"),
    _("the same person with two others"),
    _("the same title"),
    _("the same title in two bodies at the same time"),
    _("the same took part"),
    _("the same word for the office"),
    _("the same words in two languages or cases"),
    _("two names of one body"),
    _("two spellings of one full name"),
    _("two titles at the same time"),
)

_KNOWN = frozenset(FEATURES)
_FORM = re.compile(r"(?P<words>.*?)(?: \((?P<detail>.*)\))? (?P<weight>[+-]\d+\.\d)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reason:
    """A feature of a pair: its words, what it rests on here, and its weight as printed; empty where there is none.

    Attributes:
        language: of the words: that of the reader where they are known, else English.
    """

    words: str
    language: str
    detail: str = ""
    weight: str = ""

    @property
    def speaks_against(self) -> bool:
        """Whether it speaks against the two being one."""
        return self.weight.startswith("−")


def reasons_in(language: str, reasons: Iterable[str]) -> tuple[Reason, ...]:
    """Return the reasons of a link in a language, in their order."""
    return tuple(_reason(language, reason) for reason in reasons)


def _reason(language: str, reason: str) -> Reason:
    found = _FORM.fullmatch(reason)
    if found is None:
        return Reason(reason, "en")
    words, known = found["words"], found["words"] in _KNOWN
    told = catalogue(language).gettext(words) if known else words
    return Reason(told, language if known else "en", found["detail"] or "", found["weight"].replace("-", "−"))
