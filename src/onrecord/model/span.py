"""Spans of a document's text: the form that all evidence takes."""

from __future__ import annotations

from collections.abc import Iterable
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


class Cover:
    """The code points of a text that some spans cover, for asking many times whether another span touches one of them.

    Args:
        length: code points of the text.
        spans: none of them empty.
    """

    def __init__(self, length: int, spans: Iterable[tuple[int, int]]) -> None:
        self._covered = bytearray(length)
        for span in spans:
            self.add(span)

    def add(self, span: tuple[int, int]) -> None:
        """Cover one more span."""
        start, end = span
        self._covered[start:end] = b"\1" * (end - start)

    def touches(self, span: tuple[int, int]) -> bool:
        """Tell whether a span shares a code point with one of the spans."""
        return self._covered.find(1, span[0], span[1]) >= 0


def trimmed(text: str, start: int, end: int, strip: str = " \t\r\n\u00a0\u200b") -> Span:
    """Return the span of `text[start:end]` without the characters of `strip` at either side."""
    while start < end and text[start] in strip:
        start += 1
    while end > start and text[end - 1] in strip:
        end -= 1
    return Span(start, end)
