"""Clauses that share one verb, which only the last of them has: 대표는 X가, 총장은 Y가 맡는다."""

from __future__ import annotations

import re

from onrecord.model import Span

_GAP = re.compile(r"(?:이|가),\s[^,\n]{1,25}?(?:은|는)\s")
"""How such a clause ends, and the next begins."""


def has_gap(text: str, stretch: Span) -> bool:
    """Tell whether a stretch has clauses that share a verb."""
    return _GAP.search(text, *stretch) is not None


def end_of_clause(text: str, at: int, end: int) -> int:
    """Return where the clause ends that shares its verb with the next one, or 0 where it has its own.

    Args:
        text: the text of the document.
        at: where the words stand behind the label or office with which the clause begins.
        end: where the sentence ends.
    """
    gap = _GAP.search(text, at, end)
    return gap.start() if gap and gap.start() - at < LONGEST else 0


LONGEST = 60
"""Code points of such a clause, at most."""
