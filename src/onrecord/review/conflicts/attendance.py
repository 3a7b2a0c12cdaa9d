"""Sources that count the people at one occasion differently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from onrecord.languages.approximation import bounds_of
from onrecord.model.recorded import Stated
from onrecord.review.conflicts.finding import Case, Compared, Conflict, Severity
from onrecord.review.conflicts.voices import opposed, several, values
from onrecord.review.wording import listed

KIND = "attendance"

_DIGITS = re.compile(r"\d[\d,.]*")


def find(case: Case) -> Iterator[Conflict]:
    """Yield occasions whose numbers cannot be read as one ("about 70" and 72 can, 45 and "more than 60" cannot)."""
    for gathering in case.gatherings:
        ranges = {side: _range(side) for side in values(gathering, "attendance")}
        sides = opposed(ranges, lambda a, b, ranges=ranges: not _agree(ranges[a], ranges[b]))  # type: ignore[misc]
        if sides:
            numbers = dict.fromkeys(number_in_words(side) for side in sides)
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
    """Return the least and the greatest number that a source means, by the words around the number."""
    sentence, marks = side.evidence.sentence, side.evidence.marks
    if not marks:
        return int(side.value), int(side.value)
    # The marked words may be the number alone, or all of "approximately 70 people".
    digits = _DIGITS.search(marks[0].of(sentence))
    start, end = (marks[0].start + place for place in digits.span()) if digits else marks[0]
    return bounds_of(int(side.value), sentence[:start], sentence[end:], side.evidence.source.language)


def _agree(a: tuple[float, float], b: tuple[float, float]) -> bool:
    (a_low, a_high), (b_low, b_high) = a, b
    return a_low <= b_high and b_low <= a_high


def _severity(sides: tuple[Stated, ...]) -> Severity:
    numbers = [int(side.value) for side in sides]
    # A third more or less is beyond what counting from another corner of the room explains.
    return "high" if max(numbers) > min(numbers) * 1.33 else "medium"


def number_in_words(side: Stated) -> str:
    """Return a number of people as its source means it: "45", "about 70", "over 60", "under 50"."""
    return f"{rounding(side)} {int(side.value):,}".lstrip()


def rounding(side: Stated) -> Literal["", "about", "over", "under"]:
    """Return how a number of people is meant; an empty string where it is exact."""
    low, high = _range(side)
    number = int(side.value)
    if low == high:
        return ""
    return "over" if low == number else "under" if high == number else "about"
