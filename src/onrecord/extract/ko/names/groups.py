"""The mentions of one person or body in Korean text while they are collected, and where a name stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.languages.ko.parse import Reading
from onrecord.model import Span

SHORTEST_CLEAR = 3
"""Syllables from which on a body's name is known wherever it begins a word; 국회 also begins 국회의원."""


_SHORT_END = re.compile(
    r"(?:은|는|이|가|을|를|의|와|과|도|에|서|에서|에서는|에는|에도|에게|측|로|으로|까지|부터|나|인|,|및|라)?(?![가-힣])"
)
"""What may stand behind a short name."""


@dataclass(slots=True)
class Group:
    """The mentions of one person or body while they are collected: spans by their words."""

    name: str
    rule: str
    spans: dict[str, set[Span]] = field(default_factory=dict)

    def add(self, words: str, span: Span) -> None:
        """Add a place where the words stand."""
        self.spans.setdefault(words, set()).add(span)

    @property
    def first(self) -> Span:
        """Where it is named first."""
        return min(span for spans in self.spans.values() for span in spans)


def drop_inner(groups: Iterable[Group]) -> None:
    """Drop a mention that lies inside a longer one (the surname inside the full name)."""
    spans = sorted(
        ((s, g, w) for g in groups for w, found in g.spans.items() for s in found), key=lambda x: (x[0].start, -x[0].end)
    )
    end = -1
    for span, group, words in spans:
        if span.end <= end:
            group.spans[words].discard(span)
            if not group.spans[words]:
                del group.spans[words]
        end = max(end, span.end)


def mentions(text: str, reading: Reading, words: str) -> list[Span]:
    """Return where the words stand in the readable paragraphs, not inside a longer word to the left."""
    latin = words.isascii()
    found: list[Span] = []
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        paragraph = reading.paragraph_at(at)
        if paragraph and end <= paragraph.end and _stands_alone(text, at, end, paragraph.end, latin=latin):
            found.append(Span(at, end))
            at = end - 1
        at = text.find(words, at + 1)
    return found


def _stands_alone(text: str, start: int, end: int, limit: int, *, latin: bool) -> bool:
    """Tell whether letters before `start` or behind `end` (up to `limit`) make no other word of what is between them."""
    before, after = text[start - 1 : start], text[end : min(end + 1, limit)]
    if latin:
        return not (_is_latin(before) or _is_latin(after))
    if "가" <= before <= "힣":
        return False
    return end - start >= SHORTEST_CLEAR or _SHORT_END.match(text, end, limit) is not None


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()
