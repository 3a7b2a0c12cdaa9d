"""Predicates of a sentence: their stem, their words and the ending that joins them to what follows."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.languages.ko.morphemes import Morpheme
from onrecord.model import Span

_ENDINGS = ("EP", "EC", "EF", "ETM", "ETN", "VX")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb or adjective: `stem` (강조하, 밝히), `span` from stem to its last ending, `ending` that ending's tag and form.

    `first` and `last` are the indices of its morphemes in the sentence, `last` exclusive.
    """

    stem: str
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
        if m.tag in ("VV", "VA", "XSV", "XSA"):
            first, stem = i, m.form
            if m.tag in ("XSV", "XSA") and i and morphemes[i - 1].end == m.start:
                first = i - 1
                while (
                    first
                    and morphemes[first - 1].end == morphemes[first].start
                    and morphemes[first - 1].tag in ("XPN", "NNG", "XR")
                ):
                    first -= 1
                stem = "".join(x.form for x in morphemes[first:i]) + m.form
            last = i + 1
            while (
                last < len(morphemes)
                and morphemes[last].tag in _ENDINGS
                and morphemes[last].start <= morphemes[last - 1].end + (1 if morphemes[last].tag == "VX" else 0)
            ):
                last += 1
            end = max(x.end for x in morphemes[first:last])
            ending = morphemes[last - 1] if last > i + 1 else m
            found.append(Predicate(stem, Span(morphemes[first].start, end), ending.form, ending.tag, first, last))
            i = last
            continue
        i += 1
    return found
