"""A weekday that does not fall on the date beside it."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.languages.weekdays import name_of, weekday_beside
from onrecord.model import PartialDate
from onrecord.model.recorded import GatheringRecord, GatheringReport, Stated
from onrecord.review.conflicts.finding import Case, Compared, Conflict
from onrecord.review.conflicts.voices import stated
from onrecord.review.wording import spoken

KIND = "weekday"


def find(case: Case) -> Iterator[Conflict]:
    """Yield reports that name a weekday on which their date does not fall."""
    for gathering, report, side, weekday in _with_weekday(case):
        day = report.start.as_date() if report.start else None
        if day and report.start and day.weekday() != weekday and not _ends_on(report, weekday):
            year_printed = str(day.year) in side.evidence.wording
            other = "" if year_printed else f", unless another year than {day.year} is meant"
            falls = f"{spoken(report.start.plain)} is a {name_of(day.weekday())}"
            # The weekday, too, is something that the source states, in the same words.
            named = Stated("weekday", name_of(weekday), side.evidence)
            yield Conflict(
                kind=KIND,
                severity="high" if year_printed else "medium",
                subject=gathering.key,
                title=gathering.name,
                reason=f"The text names a {name_of(weekday)}, but {falls}{other}.",
                sides=(side, named),
            )


def compared(case: Case) -> Compared:
    """Count the reports that name a weekday beside a full date."""
    return Compared(KIND, sum(1 for _ in _with_weekday(case)), "dates with a weekday beside them")


def _with_weekday(case: Case) -> Iterator[tuple[GatheringRecord, GatheringReport, Stated, int]]:
    for gathering in case.gatherings:
        for report in gathering.reports:
            # A date that was worked out from a weekday cannot contradict it.
            if not _is_day(report.start) or report.start_basis == "weekday":
                continue
            side = stated(report, "start", report.start)
            # Words without a number name no day of a month: what is dated by them was worked out from the weekday.
            dated = any(letter.isdigit() for letter in side.evidence.wording)
            if dated and any(entry.property == "start" for entry in report.stated) and side.evidence.marks:
                mark = side.evidence.marks[0]
                weekday = weekday_beside(side.evidence.sentence, mark, side.evidence.source.language)
                if weekday is not None:
                    yield gathering, report, side, weekday


def _ends_on(report: GatheringReport, weekday: int) -> bool:
    """Tell whether the weekday is that of the last day: "three days of talks ended on Saturday, 17 November"."""
    last = report.end.as_date() if report.end else None
    return last is not None and last.weekday() == weekday


def _is_day(date: PartialDate | None) -> bool:
    return date is not None and date.as_date() is not None
