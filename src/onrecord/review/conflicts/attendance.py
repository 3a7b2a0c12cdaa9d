"""Sources that count the people at one occasion differently."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.languages.approximation import bounds_of
from onrecord.model.recorded import Stated
from onrecord.review.conflicts.finding import Case, Compared, Conflict, Severity
from onrecord.review.conflicts.voices import opposed, several, values
from onrecord.review.wording import listed

KIND = "attendance"


def find(case: Case) -> Iterator[Conflict]:
    """Yield occasions whose numbers cannot be read as one ("about 70" and 72 can, 45 and "more than 60" cannot)."""
    for gathering in case.gatherings:
        sides = opposed(values(gathering, "attendance"), lambda a, b: not _agree(a, b))
        if sides:
            numbers = dict.fromkeys(_as_printed(side) for side in sides)
            yield Conflict(
                kind=KIND,
                severity=_severity(sides),
                subject=gathering.key,
                title=gathering.name,
                reason=f"Sources count {listed(numbers)} people at one occasion.",
                sides=sides,
            )


def compared(case: Case) -> Compared:
    """Count the occasions for which two or more sources give a number."""
    return Compared(KIND, several(case.gatherings, "attendance"), "occasions whose attendance two or more sources give")


def _range(side: Stated) -> tuple[float, float]:
    marks = side.evidence.marks
    before = side.evidence.sentence[: marks[0].end] if marks else ""
    after = side.evidence.sentence[marks[0].end :] if marks else ""
    return bounds_of(int(side.value), before, after, side.evidence.source.language)


def _agree(a: Stated, b: Stated) -> bool:
    (a_low, a_high), (b_low, b_high) = _range(a), _range(b)
    return a_low <= b_high and b_low <= a_high


def _severity(sides: tuple[Stated, ...]) -> Severity:
    numbers = [int(side.value) for side in sides]
    # A third more or less is beyond what counting from another corner of the room explains.
    return "high" if max(numbers) > min(numbers) * 1.33 else "medium"


def _as_printed(side: Stated) -> str:
    low, high = _range(side)
    number = int(side.value)
    if low == high:
        return f"{number:,}"
    return f"{'over' if low == number else 'under' if high == number else 'about'} {number:,}"
