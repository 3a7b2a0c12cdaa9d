"""How findings are put into words."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model import PartialDate

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MARKS = {"": "", "?": " (inferred)", "~": " (about)", "%": " (about, inferred)"}


def spoken(date: PartialDate) -> str:
    """Return a date in words, with everything that it leaves open: `2019-04` is "April 2019"."""
    if len(date.alternatives) > 2:
        return f"a day from {spoken(date.alternatives[0])}, to {spoken(date.alternatives[-1])}"
    if len(date.alternatives) > 1:
        return listed((spoken(one) for one in date.alternatives), last="or")
    words = [str(date.day)] if date.day else []
    words += [_MONTHS[date.month - 1]] if date.month else []
    words += [str(date.year)] if date.year else []
    return " ".join(words) + ("" if date.year else ", year not stated") + _MARKS[date.mark]


def spoken_period(start: PartialDate, end: PartialDate | None) -> str:
    """Return a period in words; the day alone where it begins and ends on one."""
    return spoken(start) if end is None or end == start else f"{spoken(start)} to {spoken(end)}"


def listed(words: Iterable[str], last: str = "and") -> str:
    """Return words as a list in a sentence: "a, b and c"."""
    parts = list(words)
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}" if parts else ""


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 page", "2 pages"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def sources_counted(number: int, independent: int, one: str = "source") -> str:
    """Return how many sources there are in words, and how many of them are independent where these are fewer."""
    return counted(number, one) + (f", {independent} independent" if independent != number else "")
