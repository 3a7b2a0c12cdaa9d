"""Dates that never claim more precision than their text: a small, exact part of EDTF (ISO 8601-2).

The part: a year, month or day (`2019`, `2019-04`, `2019-04-03`); a day or month whose year is unknown (`XXXX-11-25`,
`XXXX-11`); a qualifier behind any of them (`?` uncertain, `~` approximate, `%` both); one of several
(`[2019-11-25,2020-11-25]`). Whatever is written here is valid EDTF level 1 or 2 and is checked against the `edtf` library
in the tests; the library itself is not imported at run time, since parsing with it takes some 200 µs a date.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.model.errors import DateError

_SINGLE = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[?~%]?)\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precise as its source, `edtf` being its canonical text.

    Raises:
        DateError: where `edtf` is outside the part of EDTF that onrecord writes, or names a day that no calendar has.
    """

    edtf: str

    def __post_init__(self) -> None:
        _check(self.edtf)

    @classmethod
    def of(cls, year: int | None, month: int | None = None, day: int | None = None, mark: str = "") -> PartialDate:
        """Build a date from its numbers; `year=None` leaves the year open, `mark` is an EDTF qualifier."""
        text = "XXXX" if year is None else f"{year:04d}"
        if month is not None:
            text += f"-{month:02d}"
            if day is not None:
                text += f"-{day:02d}"
        return cls(text + mark)

    @classmethod
    def from_date(cls, day: dt.date) -> PartialDate:
        """Build a date of day precision."""
        return cls(day.isoformat())

    @classmethod
    def one_of(cls, *dates: PartialDate) -> PartialDate:
        """Build the date that is one of `dates`, earliest first, each once."""
        kept = sorted({date.edtf for date in dates})
        return cls(kept[0] if len(kept) == 1 else f"[{','.join(kept)}]")

    def __str__(self) -> str:
        return self.edtf

    @property
    def alternatives(self) -> tuple[PartialDate, ...]:
        """The single dates of which this is one; itself where it is single."""
        parts = _parts(self.edtf)
        return (self,) if len(parts) == 1 else tuple(PartialDate(part) for part in parts)

    @property
    def mark(self) -> str:
        """The EDTF qualifier (`?`, `~`, `%`), or an empty string."""
        return self.edtf[-1] if self.edtf[-1] in "?~%" else ""

    @property
    def plain(self) -> PartialDate:
        """The same date without its qualifier."""
        return PartialDate(self.edtf.rstrip("?~%"))

    @property
    def year(self) -> int | None:
        """The year, or None where it is open or several are possible."""
        return _numbers(self.edtf)[0]

    @property
    def month(self) -> int | None:
        """The month (1 to 12), or None where it is not stated."""
        return _numbers(self.edtf)[1]

    @property
    def day(self) -> int | None:
        """The day of the month, or None where it is not stated."""
        return _numbers(self.edtf)[2]

    @property
    def iso(self) -> str | None:
        """The date as an ISO 8601 date or prefix (`2019-04`), or None where the year is open or several are possible."""
        return None if self.year is None else self.edtf.rstrip("?~%")

    def as_date(self) -> dt.date | None:
        """The calendar day, or None where the date is less precise than a day."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return dt.date(self.year, self.month, self.day)

    def bounds(self) -> tuple[dt.date, dt.date] | None:
        """The first and the last day that the date can mean, or None where its year is open."""
        if self.edtf.startswith("["):
            pairs = [part.bounds() for part in self.alternatives]
            known = [pair for pair in pairs if pair]
            return (min(a for a, _ in known), max(b for _, b in known)) if len(known) == len(pairs) else None
        if self.year is None:
            return None
        first, last = self.month or 1, self.month or 12
        if self.day is not None:
            return dt.date(self.year, first, self.day), dt.date(self.year, first, self.day)
        return dt.date(self.year, first, 1), dt.date(self.year, last, calendar.monthrange(self.year, last)[1])

    def agrees(self, other: PartialDate) -> bool:
        """Tell whether both dates can mean one day; dates with an open year are compared by month and day."""
        return any(_agree(a, b) for a in self.alternatives for b in other.alternatives)


def _agree(a: PartialDate, b: PartialDate) -> bool:
    pairs = ((a.year, b.year), (a.month, b.month), (a.day, b.day))
    return all(x is None or y is None or x == y for x, y in pairs)


def _parts(edtf: str) -> list[str]:
    return edtf[1:-1].split(",") if edtf.startswith("[") and edtf.endswith("]") else [edtf]


# A page names few dates and asks many times for each, so that what a text says is worked out once.


@lru_cache(maxsize=4096)
def _numbers(edtf: str) -> tuple[int | None, int | None, int | None]:
    """Return year, month and day, None where one is open or not stated."""
    match = None if edtf.startswith("[") else _SINGLE.match(edtf)
    texts = match.group("year", "month", "day") if match else (None, None, None)
    year, month, day = (None if text in (None, "XXXX") else int(text) for text in texts)
    return year, month, day


@lru_cache(maxsize=4096)
def _check(edtf: str) -> None:
    """Raise `DateError` where the text is no date that onrecord writes."""
    parts = _parts(edtf)
    if edtf.startswith("[") and len(parts) < 2:
        raise DateError(edtf)
    for part in parts:
        match = _SINGLE.match(part)
        if not match:
            raise DateError(edtf)
        _check_calendar(edtf, match)
        if match["year"] == "XXXX" and not match["month"]:
            raise DateError(edtf)


def _check_calendar(edtf: str, match: re.Match[str]) -> None:
    # 2000 stands in for an open year: a leap year, so that XXXX-02-29 is a date.
    year = 2000 if match["year"] == "XXXX" else int(match["year"])
    try:
        dt.date(year or 1, int(match["month"] or 1), int(match["day"] or 1))
    except ValueError:
        raise DateError(edtf) from None
    if match["year"] == "0000":
        raise DateError(edtf)
