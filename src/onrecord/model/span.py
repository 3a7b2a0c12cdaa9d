"""Spans of a document's text: the form that all evidence takes."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of Unicode code points in a document's text.

    `span.of(document.text)` is the evidence, to the letter. Follows the TextPositionSelector of the W3C Web Annotation
    model, whose `start` is inclusive and whose `end` is exclusive.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: tuple[int, int]) -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other[1] and other[0] < self.end

    def contains(self, other: tuple[int, int]) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other[0] and other[1] <= self.end

    def shifted(self, by: int) -> Span:
        """Return the same range moved `by` code points to the right."""
        return Span(self.start + by, self.end + by)


def trimmed(text: str, start: int, end: int, strip: str = " \t\r\n\u00a0\u200b") -> Span:
    """Return the span of `text[start:end]` without the characters of `strip` at either side."""
    while start < end and text[start] in strip:
        start += 1
    while end > start and text[end - 1] in strip:
        end -= 1
    return Span(start, end)
