"""Where words that a reviewer gives stand in the text of a page: selected there, or pasted from it."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.serve.safe_text import harmless

MOST = 20
"""Places of the same words among which a reviewer chooses; more of them call for more words."""

_GAP = " … "
"""Stands between the parts of words that stand apart, as in quotations."""


def places(text: str, words: str, start: int | None = None, end: int | None = None) -> list[tuple[Span, ...]]:
    """Return every place at which the words stand, in order; the selected one alone where it holds them.

    Blanks and line breaks need not be the same: browsers change them. Parts joined with " … " are looked for one behind
    the other.

    Args:
        text: of the page.
        words: as given.
        start: where the selection begins, in code points, if something was selected.
        end: where it ends.
    """
    # Pages show a sign for each mark that has none, so that it is what is pasted.
    shown, wanted = harmless(text), harmless(words).split()
    if not wanted:
        return []
    if start is not None and end is not None and 0 <= start < end <= len(text) and shown[start:end].split() == wanted:
        return [(_trimmed(text, start, end),)]
    whole: list[tuple[Span, ...]] = [(Span(*found.span()),) for found in _pattern(wanted).finditer(shown)]
    if start is not None and (here := [one for one in whole if one[0].start == start]):
        return here
    parts = [part.split() for part in " ".join(wanted).split(_GAP)]
    if whole or len(parts) == 1 or not all(parts):
        return whole[:MOST]
    spans: list[Span] = []
    for part in parts:
        found = _pattern(part).search(shown, spans[-1].end if spans else 0)
        if found is None:
            return []
        spans.append(Span(*found.span()))
    return [tuple(spans)]


def _pattern(words: list[str]) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, words)))


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return a selection without the blanks at its ends."""
    inside = text[start:end]
    return Span(start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip()))
