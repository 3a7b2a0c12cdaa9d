"""Predicates of a sentence: their stem, their words and the ending that joins them to what follows."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.languages.ko.morphemes import Morpheme
from onrecord.model import Span

_STEMS = ("VV", "VA", "XSV", "XSA")
_ENDINGS = ("EP", "EC", "EF", "ETM", "ETN", "VX")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb or adjective: `stem` (강조하, 밝히), `pos` its tag, `span` up to its last ending, `ending` and `tag` that ending.

    `first` and `last` are the indices of its morphemes in the sentence, `last` exclusive.
    """

    stem: str
    pos: str
    span: Span
    ending: str
    tag: str
    first: int
    last: int


def predicates(morphemes: list[Morpheme]) -> list[Predicate]:
    """Return the predicates in text order; a noun with 하다 is one stem (강조 + 하 → 강조하)."""
    found = []
    i = 0
    while i < len(morphemes):
        m = morphemes[i]
        if m.tag not in _STEMS:
            i += 1
            continue
        first = _first(morphemes, i)
        last = i + 1
        while last < len(morphemes) and _goes_on(morphemes[last - 1], morphemes[last]):
            last += 1
        stem = "".join(x.form for x in morphemes[first : i + 1])
        ending = morphemes[last - 1]
        end = max(x.end for x in morphemes[first:last])
        found.append(Predicate(stem, m.tag, Span(morphemes[first].start, end), ending.form, ending.tag, first, last))
        i = last
    return found


def _first(morphemes: list[Morpheme], i: int) -> int:
    """Return where the stem begins whose verb is morpheme `i`: at the noun that 하다 makes a verb."""
    if morphemes[i].tag not in ("XSV", "XSA"):
        return i
    first = i
    while (
        first and morphemes[first - 1].end == morphemes[first].start and morphemes[first - 1].tag in ("XPN", "NNG", "XR", "MAG")
    ):
        first -= 1
    return first


def _goes_on(before: Morpheme, after: Morpheme) -> bool:
    """Tell whether an ending or an auxiliary verb (by a space apart: 돼 있다) continues the predicate."""
    return after.tag in _ENDINGS and after.start <= before.end + (after.tag == "VX")
