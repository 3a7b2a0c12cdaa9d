"""Where the main clause goes on behind a relative one: "met with X, who is here for the forum, at the ministry on May 16"."""

from __future__ import annotations

import re

from onrecord.extract.en.gatherings.mention import Mention
from onrecord.languages.reading import Reading, Token
from onrecord.model import Span

_ASIDE = re.compile(r"[^.;\n]*?,\s+(?:who|which)\b[^.;\n]*?,\s+(?=(?:at|in|on)\s)")
_REST = re.compile(r"(?:(?!\sand\s)[^,.;\n])+")

_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp"})


def resumed(reading: Reading, mention: Mention) -> Span | None:
    """Return the words of place and time behind a relative clause that the parser gives to that clause.

    Args:
        reading: the parse.
        mention: a mention by a verb; another has none.
    """
    verb = mention.head
    if verb is not mention.verb or verb.dep in _CLAUSES:
        return None
    sentence = reading.sentence_of(verb)
    aside = _ASIDE.match(reading.text, verb.end, sentence.span.end)
    rest = _REST.match(reading.text, aside.end(), sentence.span.end) if aside is not None else None
    return Span(*rest.span()) if rest is not None else None


def places_in(reading: Reading, span: Span) -> list[Token]:
    """Return the nouns behind the first "at" or "in" of such words."""
    first = next((t for t in reading.between(span) if t.dep == "prep" and t.lower in ("at", "in")), None)
    return [t for t in first.children if t.dep == "pobj"] if first is not None else []
