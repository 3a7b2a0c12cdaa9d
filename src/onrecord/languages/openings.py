"""Matches of a pattern that can begin at a few strings alone, found by looking for these instead of trying all places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence


def beginning_at(openings: Sequence[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what `pattern.finditer(text)` does.

    Args:
        openings: strings in small letters of which one begins every match, in letters of any size.
        pattern: of matches that are not empty.
        text: any text.
    """
    small = text.lower()
    if len(small) != len(text):  # a letter that is two in small letters: places would differ
        yield from pattern.finditer(text)
        return
    places = set()
    for opening in openings:
        at = small.find(opening)
        while at >= 0:
            places.add(at)
            at = small.find(opening, at + 1)
    end = 0
    for at in sorted(places):
        match = pattern.match(text, at) if at >= end else None
        if match:
            yield match
            end = match.end()
