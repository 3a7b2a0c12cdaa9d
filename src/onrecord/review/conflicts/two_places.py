"""One person at two occasions of one day, in places that cannot both be attended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from onrecord.languages.distance import kilometres
from onrecord.model.facts import Role
from onrecord.model.recorded import Evidence, GatheringRecord, Stated
from onrecord.review.conflicts.finding import Case, Compared, Conflict, Severity
from onrecord.review.wording import spoken

KIND = "two-places"

FAR: tuple[tuple[float, Severity], ...] = ((8000, "high"), (3000, "medium"), (1000, "low"))
"""Kilometres between two occasions of a day, and what they mean. Nearer, a morning and an evening flight serve both; from 3,000
on (four hours in the air, and the way from and to the airports) both can hardly be attended; from 8,000 on not at all."""

ABSENT: tuple[Role, ...] = ("organizer", "host")
"""Roles in which somebody need not be there."""


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody at an occasion of one day, as one source has it."""

    person: str
    name: str
    gathering: GatheringRecord
    day: dt.date
    place: str
    evidence: Evidence


def find(case: Case) -> Iterator[Conflict]:
    """Yield persons whom two sources have far apart on one day."""
    seen = set()
    for a, b in _pairs(case):
        apart = kilometres(a.place, b.place) or 0.0
        severity = next((level for far, level in FAR if apart >= far), None)
        occasions = (a.person, *sorted((a.gathering.key, b.gathering.key)))
        if severity is None or occasions in seen:
            continue
        seen.add(occasions)
        day = a.gathering.start.plain if a.gathering.start else None
        yield Conflict(
            kind=KIND,
            severity=severity,
            subject=a.person,
            title=a.name,
            reason=f"Sources have {a.name} in {a.place} and in {b.place}, some {round(apart, -2):,.0f} km apart, "
            f"on {spoken(day) if day else a.day.isoformat()}.",
            sides=tuple(Stated("place", one.place, one.evidence) for one in (a, b)),
        )


def compared(case: Case) -> Compared:
    """Count the pairs of occasions of one day that two sources have one person attend, in known places."""
    pairs = {(a.person, *sorted((a.gathering.key, b.gathering.key))) for a, b in _pairs(case)}
    return Compared(KIND, len(pairs), "pairs of occasions of one day at which sources have one person")


def _pairs(case: Case) -> Iterator[tuple[Presence, Presence]]:
    """Yield two occasions of one person and day, from sources that are no copies of each other and know not both."""
    held: dict[tuple[str, dt.date], list[Presence]] = {}
    for gathering in case.gatherings:
        for presence in _present(gathering):
            held.setdefault((presence.person, presence.day), []).append(presence)
    for together in held.values():
        for a, b in combinations(sorted(together, key=_when), 2):
            apart = a.evidence.source.text_group != b.evidence.source.text_group
            if a.gathering.key != b.gathering.key and apart and kilometres(a.place, b.place) is not None:
                yield a, b


def _when(one: Presence) -> tuple[str, str, str]:
    """Sort by the date of the page, undated ones last, so that of many sources the first ones are shown."""
    source = one.evidence.source
    return source.published.edtf if source.published else "Z", source.key, one.gathering.key


def _present(gathering: GatheringRecord) -> Iterator[Presence]:
    if gathering.online or gathering.type == "call" or gathering.status != "held":
        return
    for report in gathering.reports:
        start = report.start or gathering.start
        day = start.as_date() if start and not start.mark else None
        last = report.end or gathering.end
        place = report.place or gathering.place
        # Of an occasion of several days, somebody may attend one alone.
        if day is None or place is None or (last and last != start) or report.format in ("online", "hybrid"):
            continue
        for part in report.participations:
            if part.who.kind == "person" and part.who.key and part.role not in ABSENT:
                yield Presence(part.who.key, part.who.name, gathering, day, place, part.evidence[0])
