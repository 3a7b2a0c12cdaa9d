"""Contradictions between sources: one module a kind, listed here, all with the same names (see `finding`)."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.review.conflicts import (
    attendance,
    dates,
    encounter,
    meeting_form,
    offices,
    page_period,
    place,
    quantity,
    quotations,
    roles,
    sequel,
    sequence,
    term,
    two_places,
    weekday,
)
from onrecord.review.conflicts.finding import SEVERITIES, Case, Compared, Conflict, Detector, Severity

DETECTORS: tuple[Detector, ...] = (
    dates,
    page_period,
    weekday,
    attendance,
    quantity,
    place,
    meeting_form,
    roles,
    offices,
    term,
    sequel,
    quotations,
    sequence,
    two_places,
    encounter,
)
"""Every kind, in the order in which it is explained to a user."""

__all__ = [
    "DETECTORS",
    "SEVERITIES",
    "Case",
    "Compared",
    "Conflict",
    "Detector",
    "Severity",
    "compared",
    "find_conflicts",
    "worst_first",
]


def find_conflicts(case: Case) -> tuple[Conflict, ...]:
    """Return all contradictions: the most severe first, then by kind, then by what they are about."""
    return worst_first(conflict for detector in DETECTORS for conflict in detector.find(case))


def worst_first(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """Return contradictions in the order in which they are shown."""
    kinds = [detector.KIND for detector in DETECTORS]
    return tuple(sorted(conflicts, key=lambda c: (SEVERITIES.index(c.severity), kinds.index(c.kind), c.title, c.key)))


def compared(case: Case) -> tuple[Compared, ...]:
    """Say how much there was to compare, kind by kind."""
    return tuple(detector.compared(case) for detector in DETECTORS)
