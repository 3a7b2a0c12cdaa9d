"""Events whose dates cannot stand in the order in which sources have them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from onrecord.languages.tenses import tells_as_past
from onrecord.model import Document, PartialDate
from onrecord.model.facts import MilestoneKind
from onrecord.model.recorded import Evidence, GatheringRecord, GatheringReport, MilestoneRecord, Stated
from onrecord.review.conflicts import steps
from onrecord.review.conflicts.finding import Case, Compared, Conflict, Severity
from onrecord.review.conflicts.steps import after
from onrecord.review.conflicts.voices import stated
from onrecord.review.wording import spoken

KIND = "sequence"

ZONES = dt.timedelta(days=1)
"""A page may bear the date of another time zone than the event has."""

SIGNED: tuple[MilestoneKind, ...] = ("treaty-signed", "agreement")


def find(case: Case) -> Iterator[Conflict]:
    """Yield what cannot stand in its order: of reports and their occasions, of offices, and of the steps of one thing."""
    yield from of_occasions(case)
    yield from of_offices(case)
    yield from steps.find(KIND, case.milestones)


def of_occasions(case: Case) -> Iterator[Conflict]:
    """Yield reports dated before their event, announcements after it, ends before beginnings, signings before the meeting."""
    for gathering in case.gatherings:
        yield from _reported_before(gathering, case)
        yield from _announcedafter(gathering, case)
        yield from _ended_before(gathering)
        yield from _signed_before(gathering, case)


def compared(case: Case) -> Compared:
    """Count the pairs of dates of which one has to come first."""
    return told(order_told(case) + len(list(steps.pairs(case.milestones))))


def told(number: int) -> Compared:
    """Say how many pairs of dates there are of which one has to come first."""
    return Compared(KIND, number, "pairs of dates of which one comes first")


def order_told(case: Case) -> int:
    """Count the pairs of dates of occasions and offices of which one has to come first."""
    dated = sum(1 for g in case.gatherings for r in g.reports if _day(r.start) and r.evidence.source.published)
    ended = sum(1 for g in case.gatherings for r in g.reports if r.start and r.end)
    terms = sum(1 for p in case.positions if p.since and p.until)
    signed = sum(1 for g in case.gatherings for _ in _signings(g, case))
    return dated + ended + terms + signed


# -- a report and its occasion


def _reported_before(gathering: GatheringRecord, case: Case) -> Iterator[Conflict]:
    """A page tells as past what is dated after it.

    Extraction takes what is dated after its page for planned, whatever the verb says, so that the words are asked again.
    """
    for report in gathering.reports:
        source, dated = report.evidence.source, stated(report, "start", report.start)
        day, published = _day(report.start), _day(source.published)
        if not day or not published or not report.start or day <= published + ZONES or report.status not in ("held", "planned"):
            continue
        said = any(entry.property == "start" for entry in report.stated)
        if said and tells_as_past(dated.evidence.sentence, source.language):
            # A year that was worked out from the page may be another one.
            severity: Severity = "medium" if report.start_basis in (None, "text") else "low"
            words = f"A page of {spoken(_plain(published))} tells as past what it dates to {spoken(report.start)}."
            yield _of(gathering, severity, words, dated, _published(report, case))


def _announcedafter(gathering: GatheringRecord, case: Case) -> Iterator[Conflict]:
    """A page announces what, by another source, had been held before."""
    planned = [r for r in gathering.reports if r.status == "planned" and _day(r.evidence.source.published)]
    held = [r for r in gathering.reports if r.status == "held"]
    for late, report in ((a, b) for a in planned for b in held if _voice(a) != _voice(b)):
        announced, day = _day(late.evidence.source.published), _day(report.start) or _day(report.evidence.source.published)
        if announced and day and day < announced - ZONES:
            words = f"One page announces on {spoken(_plain(announced))} what another has held by {spoken(_plain(day))}."
            yield _of(gathering, "low", words, _published(late, case), stated(report, "start", report.start or day.isoformat()))
            return


def _ended_before(gathering: GatheringRecord) -> Iterator[Conflict]:
    """An end that comes before its beginning."""
    for report in gathering.reports:
        if report.start and report.end and after(report.start, report.end):
            words = f"It ends on {spoken(report.end)}, before it begins on {spoken(report.start)}."
            sides = stated(report, "start", report.start), stated(report, "end", report.end)
            yield _of(gathering, "high", words, *sides)


# -- what was signed at an occasion


def _signed_before(gathering: GatheringRecord, case: Case) -> Iterator[Conflict]:
    for report, signing in _signings(gathering, case):
        if signing.date and report.start and after(report.start, signing.date):
            day = spoken(report.start)
            words = f"“{signing.what}” is dated to {spoken(signing.date)}, the meeting at which it was signed to {day}."
            yield _of(gathering, "medium", words, steps.as_side(signing), stated(report, "start", report.start))
            return


def _signings(gathering: GatheringRecord, case: Case) -> Iterator[tuple[GatheringReport, MilestoneRecord]]:
    """Yield the dated signings of the text that was signed at an occasion, with the dated report that has it signed there."""
    if gathering.type != "ceremony" and not any(part.role == "signatory" for part in gathering.participations):
        return
    pages = {source.key for source in gathering.sources}
    signings = [m for m in case.milestones if m.kind in SIGNED and m.date and m.evidence.source.key in pages]
    for report in gathering.reports:
        here = {entry.evidence.sentence_span for entry in report.stated} | {report.evidence.sentence_span}
        here |= {part.evidence[0].sentence_span for part in report.participations if part.role == "signatory"}
        page = report.evidence.source.key
        signed = [m for m in signings if m.evidence.source.key == page and m.evidence.sentence_span in here]
        for other in signings if report.start else ():
            if other in signed or any(steps.one_thing(other.what, one.what) for one in signed):
                yield report, other


# -- offices


def of_offices(case: Case) -> Iterator[Conflict]:
    """An office that was left before it was taken, as one source has it."""
    for position in case.positions:
        if position.since and position.until and after(position.since, position.until):
            words = f"An office until {spoken(position.until)} cannot have begun in {spoken(position.since)}."
            sides = tuple(Stated(name, str(getattr(position, name)), position.evidence) for name in ("since", "until"))
            yield Conflict(KIND, "high", position.person_key, position.person, words, sides)


# -- dates


def _day(date: PartialDate | None) -> dt.date | None:
    return date.as_date() if date and not date.mark else None


def _plain(day: dt.date) -> PartialDate:
    return PartialDate.from_date(day)


# -- sides


def _voice(report: GatheringReport) -> str:
    return report.evidence.source.text_group


def _of(gathering: GatheringRecord, severity: Severity, words: str, *sides: Stated) -> Conflict:
    return Conflict(KIND, severity, gathering.key, gathering.name, words, tuple(sides))


def _published(report: GatheringReport, case: Case) -> Stated:
    """Return the date of a page, at its words where the page shows it, else with the report that it is about."""
    evidence, source = report.evidence, report.evidence.source
    document: Document | None = case.document(source.key) if case.document else None
    if document and document.published_span:
        span = document.published_span
        words = span.of(document.text)
        evidence = Evidence(source, (span,), words, words, span, rule="page-date")
    return Stated("published", str(source.published), evidence)
