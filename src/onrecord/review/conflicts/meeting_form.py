"""Sources that differ on whether people met in a room or at a distance."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model.recorded import Stated
from onrecord.review.conflicts.finding import Case, Compared, Conflict
from onrecord.review.conflicts.voices import opposed, stated, voices

KIND = "format"


def find(case: Case) -> Iterator[Conflict]:
    """Yield occasions that one source has online and another in person; a hybrid one is both."""
    for gathering in case.gatherings:
        told = tuple(stated(report, "format", report.format) for report in gathering.reports if report.format != "unknown")
        sides = opposed(told, _differ)
        if sides:
            yield Conflict(
                kind=KIND,
                severity="medium",
                subject=gathering.key,
                title=gathering.name,
                reason="One source has people meet online, another in person.",
                sides=sides,
            )


def compared(case: Case) -> Compared:
    """Count the occasions whose form two or more sources tell."""
    told = (
        [stated(report, "format", report.format) for report in gathering.reports if report.format != "unknown"]
        for gathering in case.gatherings
    )
    return Compared(KIND, sum(len(voices(entries)) > 1 for entries in told), "occasions whose form two or more sources tell")


def _differ(a: Stated, b: Stated) -> bool:
    return {a.value, b.value} == {"online", "in-person"}
