"""What stands in brackets in Korean text: a leader behind the name of his body, a body in the title of a document."""

from __future__ import annotations


def is_enclosed(text: str, start: int, at: int, marks: str = "()") -> bool:
    """Tell whether a pair of marks that opens behind `start` is still open at a place.

    Args:
        text: the document's text.
        start: where what is looked at begins.
        at: the place.
        marks: the opening and the closing mark.
    """
    return text.count(marks[0], start, at) > text.count(marks[1], start, at)
