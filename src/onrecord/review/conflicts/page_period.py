"""A page whose own metadata gives another date for the event than its text."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import PageFact
from onrecord.model.recorded import Evidence, GatheringReport, Source, Stated
from onrecord.review.conflicts.dates import within
from onrecord.review.conflicts.finding import Case, Compared, Conflict
from onrecord.review.conflicts.voices import stated
from onrecord.review.wording import spoken, spoken_period

KIND = "page-period"


def find(case: Case) -> Iterator[Conflict]:
    """Yield pages on an occasion whose event period does not hold the day that their text gives."""
    for gathering in case.gatherings:
        for report, fact in _with_period(gathering.reports):
            if report.start and not within(report.start, fact.dates[0], fact.dates[-1]):
                period = spoken_period(fact.dates[0], fact.dates[-1])
                reason = f"The page gives {period} as the event's period, its text {spoken(report.start)}"
                registered = next((one for one in report.page_facts if one.key == "registered" and one.dates), None)
                default = registered is not None and set(fact.dates) == {registered.dates[0]}
                yield Conflict(
                    kind=KIND,
                    # Sites fill the period in with the day of registration where the editor leaves it empty.
                    severity="medium" if default or not report.start.day or report.start.mark else "high",
                    subject=gathering.key,
                    title=gathering.name,
                    reason=reason + (" (the period is the day on which the page was registered)." if default else "."),
                    sides=(_side(report.evidence.source, fact), stated(report, "start", report.start)),
                )


def compared(case: Case) -> Compared:
    """Count the pages that give a period for the occasion that they are about."""
    number = sum(1 for gathering in case.gatherings for _ in _with_period(gathering.reports))
    return Compared(KIND, number, "pages whose metadata gives the event's period")


def _with_period(reports: tuple[GatheringReport, ...]) -> Iterator[tuple[GatheringReport, PageFact]]:
    for report in reports:
        fact = next((one for one in report.page_facts if one.key == "event_period" and one.dates), None)
        if report.main and report.start and fact:
            yield report, fact


def _side(source: Source, fact: PageFact) -> Stated:
    words = f"{fact.label} {fact.value}".strip()
    value = fact.dates[0].edtf if len(set(fact.dates)) == 1 else f"{fact.dates[0]}/{fact.dates[-1]}"
    return Stated("event_period", value, Evidence(source, (fact.span,), words, words, fact.span, rule="page-fact"))
