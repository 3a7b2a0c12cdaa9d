"""Matches of a pattern, found by looking for what it needs first instead of trying all places of a text.

A pattern can begin at a few strings alone, or it stays in one line and needs something rare there.
"""

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


def in_lines_with(needed: re.Pattern[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what `pattern.finditer(text)` does.

    Args:
        needed: what stands in every match, or right behind it in its line; not empty.
        pattern: of matches that hold no line break, and look behind or ahead at one letter as if it were the text's end.
        text: any text.
    """
    found = needed.search(text)
    while found:
        start, end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end())
        end = len(text) if end < 0 else end
        yield from pattern.finditer(text, start, end)
        found = needed.search(text, end)
