"""Events whose dates cannot stand in the order in which sources have them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import combinations

from onrecord.languages.sites import sites_in
from onrecord.languages.tenses import tells_as_past
from onrecord.languages.word_forms import pieces, stem
from onrecord.model import Document, PartialDate
from onrecord.model.facts import MilestoneKind
from onrecord.model.recorded import Evidence, GatheringRecord, GatheringReport, MilestoneRecord, Stated
from onrecord.review.conflicts.finding import Case, Compared, Conflict, Severity
from onrecord.review.conflicts.voices import stated
from onrecord.review.wording import spoken

KIND = "sequence"

ZONES = dt.timedelta(days=1)
"""A page may bear the date of another time zone than the event has."""

STEPS: tuple[tuple[MilestoneKind, ...], ...] = (
    ("site-opened", "site-closed"),
    ("facility-opened", "facility-shut"),
    ("treaty-signed", "treaty-ratified", "treaty-in-force"),
    ("treaty-signed", "accession", "withdrawal"),
    ("weapons-inherited", "weapons-removed"),
)
"""Steps of which the first is taken before the others."""

SIGNED: tuple[MilestoneKind, ...] = ("treaty-signed", "agreement")

_WORDS: dict[MilestoneKind, str] = {
    "site-opened": "opened", "site-closed": "closed", "facility-opened": "opened", "facility-shut": "shut down",
    "treaty-signed": "signed", "treaty-ratified": "ratified", "treaty-in-force": "in force", "accession": "acceded to",
    "withdrawal": "withdrawn from", "weapons-inherited": "inherited", "weapons-removed": "removed",
}  # fmt: skip


def find(case: Case) -> Iterator[Conflict]:
    """Yield reports dated before their event, announcements after it, ends before beginnings, signings before the meeting."""
    for gathering in case.gatherings:
        yield from _reported_before(gathering, case)
        yield from _announced_after(gathering, case)
        yield from _ended_before(gathering)
        yield from _signed_before(gathering, case)
    yield from _offices(case)
    yield from _steps(case)


def compared(case: Case) -> Compared:
    """Count the pairs of dates of which one has to come first."""
    dated = sum(1 for g in case.gatherings for r in g.reports if _day(r.start) and r.evidence.source.published)
    ended = sum(1 for g in case.gatherings for r in g.reports if r.start and r.end)
    terms = sum(1 for p in case.positions if p.since and p.until)
    signed = sum(1 for g in case.gatherings for _ in _signings(g, case))
    return Compared(KIND, dated + ended + terms + signed + len(list(_pairs(case))), "pairs of dates of which one comes first")


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


def _announced_after(gathering: GatheringRecord, case: Case) -> Iterator[Conflict]:
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
        if report.start and report.end and _after(report.start, report.end):
            words = f"It ends on {spoken(report.end)}, before it begins on {spoken(report.start)}."
            sides = stated(report, "start", report.start), stated(report, "end", report.end)
            yield _of(gathering, "high", words, *sides)


# -- what was signed at an occasion


def _signed_before(gathering: GatheringRecord, case: Case) -> Iterator[Conflict]:
    for report, signing in _signings(gathering, case):
        if signing.date and report.start and _after(report.start, signing.date):
            day = spoken(report.start)
            words = f"“{signing.what}” is dated to {spoken(signing.date)}, the meeting at which it was signed to {day}."
            yield _of(gathering, "medium", words, _of_step(signing), stated(report, "start", report.start))
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
            if other in signed or any(_one_thing(_thing(other), _thing(one)) for one in signed):
                yield report, other


# -- offices and steps


def _offices(case: Case) -> Iterator[Conflict]:
    """An office that was left before it was taken, as one source has it."""
    for position in case.positions:
        if position.since and position.until and _after(position.since, position.until):
            words = f"An office until {spoken(position.until)} cannot have begun in {spoken(position.since)}."
            sides = tuple(Stated(name, str(getattr(position, name)), position.evidence) for name in ("since", "until"))
            yield Conflict(KIND, "high", position.person_key, position.person, words, sides)


def _steps(case: Case) -> Iterator[Conflict]:
    seen = set()
    for first, then in _pairs(case):
        ground = (first[0].kind, then[0].kind, *sorted(m.what for m in (*first, *then)))
        begun, done = min(first, key=_from), max(then, key=_until)
        if ground in seen or not begun.date or not done.date or not _after(begun.date, done.date):
            continue
        seen.add(ground)
        ended = f"“{done.what}” was {_WORDS[done.kind]} in {spoken(done.date)}"
        words = f"{ended}, but {_WORDS[begun.kind]} only in {spoken(begun.date)}."
        one_page = begun.evidence.source.text_group == done.evidence.source.text_group
        severity: Severity = "low" if one_page else "medium"
        yield Conflict(KIND, severity, begun.key, begun.what, words, (_of_step(begun), _of_step(done)))


def _pairs(case: Case) -> Iterator[tuple[list[MilestoneRecord], list[MilestoneRecord]]]:
    """Yield all that sources say of an earlier and of a later step of one thing.

    What was closed may be opened again, so that only the first beginning and the last end are set against each other.
    """
    dated = [m for m in case.milestones if m.date and m.date.bounds()]
    things = {m.key: _thing(m) for m in dated}
    for kinds in STEPS:
        for early, late in combinations(kinds, 2):
            taken: set[str] = set()
            for end in (m for m in dated if m.kind == late):
                ends = [m for m in dated if m.kind == late and _one(m, end, things)]
                first = [m for m in dated if m.kind == early and _one(m, end, things)]
                if first and end.key not in taken:
                    taken.update(m.key for m in ends)
                    yield first, ends


Thing = tuple[frozenset[str], frozenset[str]]


def _one(a: MilestoneRecord, b: MilestoneRecord, things: dict[str, Thing]) -> bool:
    # What states do, each does for itself; other steps are those of the thing, whoever takes them.
    actors = {m.actor for m in (a, b) if m.actor}
    own = not {a.kind, b.kind}.isdisjoint(
        ("treaty-ratified", "accession", "withdrawal", "weapons-inherited", "weapons-removed")
    )
    if own and len(actors) == 2 and "treaty-signed" not in (a.kind, b.kind):
        return False
    return a.key == b.key or _one_thing(things[a.key], things[b.key])


def _thing(milestone: MilestoneRecord) -> Thing:
    """Return the telling words of what a step is about, and the sites that they name."""
    found = [piece for piece in pieces(milestone.what) if not any(letter.isdigit() for letter in piece.form)]
    words = frozenset(stem(piece.form) for piece in found if len(piece.form) > 2 or piece.script == "syllables")
    return words - {"the", "its", "former"}, sites_in(milestone.what)


def _one_thing(a: Thing, b: Thing) -> bool:
    """Tell whether words mean one thing: the same site, or all words of the shorter name, which has to be more than a noun."""
    less, more = sorted((a[0], b[0]), key=len)
    return bool(a[1] & b[1]) or (len(less) > 1 and less <= more)


# -- dates


def _after(a: PartialDate, b: PartialDate) -> bool:
    """Tell whether all that `a` can mean comes after all that `b` can mean."""
    mine, theirs = a.bounds(), b.bounds()
    return bool(mine and theirs) and mine[0] > theirs[1]  # type: ignore[index]  # both are there


def _from(milestone: MilestoneRecord) -> dt.date:
    bounds = milestone.date.bounds() if milestone.date else None
    return bounds[0] if bounds else dt.date.max


def _until(milestone: MilestoneRecord) -> dt.date:
    bounds = milestone.date.bounds() if milestone.date else None
    return bounds[1] if bounds else dt.date.min


def _day(date: PartialDate | None) -> dt.date | None:
    return date.as_date() if date and not date.mark else None


def _plain(day: dt.date) -> PartialDate:
    return PartialDate.from_date(day)


# -- sides


def _voice(report: GatheringReport) -> str:
    return report.evidence.source.text_group


def _of(gathering: GatheringRecord, severity: Severity, words: str, *sides: Stated) -> Conflict:
    return Conflict(KIND, severity, gathering.key, gathering.name, words, tuple(sides))


def _of_step(milestone: MilestoneRecord) -> Stated:
    return Stated("date", str(milestone.date), milestone.evidence)


def _published(report: GatheringReport, case: Case) -> Stated:
    """Return the date of a page, at its words where the page shows it, else with the report that it is about."""
    evidence, source = report.evidence, report.evidence.source
    document: Document | None = case.document(source.key) if case.document else None
    if document and document.published_span:
        span = document.published_span
        words = span.of(document.text)
        evidence = Evidence(source, (span,), words, words, span, rule="page-date")
    return Stated("published", str(source.published), evidence)
