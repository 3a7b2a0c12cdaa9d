"""Sources that date one occasion differently."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import combinations

from onrecord.model import PartialDate
from onrecord.model.recorded import GatheringRecord, GatheringReport, Stated
from onrecord.review.conflicts.finding import Case, Compared, Conflict, Severity
from onrecord.review.conflicts.voices import opposed, several, stated
from onrecord.review.wording import listed, spoken_period

KIND = "date"


def find(case: Case) -> Iterator[Conflict]:
    """Yield occasions to which sources give dates that cannot mean one day."""
    for gathering in case.gatherings:
        reports = {stated(report, "start", report.start): report for report in gathering.reports if report.start}
        sides = opposed(reports, lambda a, b, reports=reports: not _agree(reports[a], reports[b]))  # type: ignore[misc]
        if sides:
            yield _conflict(gathering, sides, [reports[side] for side in sides])


def compared(case: Case) -> Compared:
    """Count the occasions that two or more sources date."""
    return Compared(KIND, several(case.gatherings, "start"), "occasions dated by two or more sources")


def _conflict(gathering: GatheringRecord, sides: tuple[Stated, ...], reports: list[GatheringReport]) -> Conflict:
    dates = dict.fromkeys(spoken_period(report.start, report.end) for report in reports if report.start)
    return Conflict(
        kind=KIND,
        severity=_severity(reports),
        subject=gathering.key,
        title=gathering.name,
        reason=f"Sources date one occasion to {listed(dates)}.",
        sides=sides,
    )


def _severity(reports: list[GatheringReport]) -> Severity:
    # A postponement is no error of either source.
    if any(report.status in ("planned", "postponed") for report in reports):
        return "low"
    # 17-21 May and 18-21 May: one of the two may count the day of arrival.
    if all(report.end for report in reports) and not _opposed(_periods(reports)):
        return "low"
    exact = all(report.start and report.start.as_date() and not report.start.mark for report in reports)
    return "high" if exact else "medium"


def _agree(a: GatheringReport, b: GatheringReport) -> bool:
    if _shifted(a, b):
        return False
    return any(
        within(day, first, last or first)
        for day, first, last in ((a.start, b.start, b.end), (b.start, a.start, a.end))
        if day and first
    )


def _shifted(a: GatheringReport, b: GatheringReport) -> bool:
    """Tell whether two sources name first and last day, and another first day (3-4 July, 4-5 July; 17-21 May, 18-21 May)."""
    periods = _periods((a, b))
    return len(periods) == 2 and periods[0][0] != periods[1][0]


def _periods(reports: Sequence[GatheringReport]) -> list[tuple[dt.date, dt.date]]:
    """Return the first and the last day of each source that names both; without a year, they are in that of another one."""
    year = next((one.start.year for one in reports if one.start is not None and one.start.year), None)
    found = []
    for one in reports:
        ends = [_in_year(date, year) if date and not date.year and year else date for date in (one.start, one.end)]
        first, last = (date.as_date() if date is not None and not date.mark else None for date in ends)
        if first is not None and last is not None:
            found.append((first, last))
    return found


def _opposed(periods: list[tuple[dt.date, dt.date]]) -> bool:
    """Tell whether two periods are such that neither holds the other."""
    return any((a[0] < b[0] and a[1] < b[1]) or (a[0] > b[0] and a[1] > b[1]) for a, b in combinations(periods, 2))


def within(day: PartialDate, first: PartialDate, last: PartialDate) -> bool:
    """Tell whether `day` can lie in the period from `first` to `last`; open years are taken to be those of the other."""
    if day.agrees(first) or day.agrees(last):
        return True
    if len(day.alternatives) > 1:
        return any(within(one, first, last) for one in day.alternatives)
    start, end = first.bounds(), last.bounds()
    if start is None or end is None:
        return False
    if day.year is None:
        # 29 February has no place in most years.
        years = range(start[0].year, end[1].year + 1)
        candidates = [completed for year in years if (completed := _in_year(day, year))]
    else:
        candidates = [day]
    return any(span and span[0] <= end[1] and start[0] <= span[1] for span in (one.bounds() for one in candidates))


def _in_year(day: PartialDate, year: int) -> PartialDate | None:
    try:
        return PartialDate.of(year, day.month, day.day)
    except ValueError:
        return None
