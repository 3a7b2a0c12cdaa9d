"""What was found, marked in the words of a statement, cut down to the part that has most of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from onrecord.languages.word_forms import pieces, stem, tokens
from onrecord.model import Span
from onrecord.model.search import Snippet
from onrecord.record.search.query import Term

WIDTH = 240
"""Letters of a snippet; a statement that is not much longer is shown whole."""

_REST = 60
"""Letters at either end that are shown rather than cut off."""


def snippet(text: str, terms: Iterable[Term]) -> Snippet:
    """Return the part of a text that has most of what was searched for, with the places of it."""
    found = marks(text, terms)
    if len(text) <= WIDTH + _REST:
        return Snippet(text, found)
    start = _densest(found)
    start = 0 if start <= _REST else text.rfind(" ", 0, start - _REST // 2) + 1
    end = min(start + WIDTH, len(text))
    end = len(text) if len(text) - end <= _REST else (text.rfind(" ", start, end) if " " in text[start:end] else end)
    before, after = "… " * (start > 0), " …" * (end < len(text))
    inside = tuple(mark.shifted(len(before) - start) for mark in found if start <= mark.start and mark.end <= end)
    return Snippet(before + text[start:end] + after, inside)


def marks(text: str, terms: Iterable[Term]) -> tuple[Span, ...]:
    """Return the places of terms in a text, in order, those that touch or overlap as one."""
    found = pieces(text)
    forms = [token for piece in found for token in tokens(piece)]
    stems = [(stem(piece.form), piece.start, piece.end) for piece in found if piece.script == "word"]
    places: set[tuple[int, int]] = set()
    for term in terms:
        places |= _places(stems if term.column == "stems" else forms, term)
    merged: list[Span] = []
    for start, end in sorted(places):
        if merged and start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Span(start, end))
    return tuple(merged)


def _places(line: Sequence[tuple[str, int, int]], term: Term) -> set[tuple[int, int]]:
    whole, last, size = term.tokens[:-1], term.tokens[-1], len(term.tokens)
    found = set()
    for i in range(len(line) - size + 1):
        here = line[i : i + size]
        if all(a[0] == b for a, b in zip(here[:-1], whole, strict=True)) and (
            here[-1][0].startswith(last) if term.prefix else here[-1][0] == last
        ):
            # Of two letters that begin with the one asked for, that one is meant.
            end = here[-1][1] + 1 if term.prefix and len(last) == 1 else here[-1][2]
            found.add((here[0][1], end))
    return found


def _densest(found: Sequence[Span]) -> int:
    """Return where the window with most marks begins."""
    starts = [mark.start for mark in found]
    if not starts:
        return 0
    best = max(range(len(starts)), key=lambda i: (bisect_left(starts, starts[i] + WIDTH - _REST) - i, -i))
    return starts[best]
