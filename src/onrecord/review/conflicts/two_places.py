"""One person at two occasions of one day, in places that cannot both be attended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
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


Moment = tuple[str, dt.date]
"""A person and a day."""

Occasions = tuple[str, ...]
"""A person and two occasions, by their keys."""


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody at an occasion of one day, as one source has it."""

    person: str
    name: str
    gathering: GatheringRecord
    day: dt.date
    place: str
    evidence: Evidence

    @property
    def moment(self) -> Moment:
        """The person and the day."""
        return self.person, self.day

    @property
    def voice(self) -> str:
        """Whose word it is: copies of one text are one voice."""
        return self.evidence.source.text_group


def find(case: Case) -> Iterator[Conflict]:
    """Yield persons whom two sources have far apart on one day."""
    found: dict[Occasions, Conflict] = {}
    for together in _moments(case):
        for occasions, conflict in of_one_day(together).items():
            if conflict:
                found.setdefault(occasions, conflict)
    yield from found.values()


def compared(case: Case) -> Compared:
    """Count the pairs of occasions of one day that two sources have one person attend, in known places."""
    return told(len({occasions for together in _moments(case) for occasions in of_one_day(together)}))


def told(number: int) -> Compared:
    """Say how many pairs of occasions there are that could be in two places."""
    return Compared(KIND, number, "pairs of occasions of one day at which sources have one person")


def _moments(case: Case) -> list[list[Presence]]:
    """Return who was where, one person and day after the other."""

    def found() -> list[list[Presence]]:
        held: dict[Moment, list[Presence]] = {}
        for gathering in case.gatherings:
            for presence in presences(gathering):
                held.setdefault(presence.moment, []).append(presence)
        return [together for _, together in sorted(held.items(), key=lambda one: one[0])]

    return case.once(KIND, found)


def comparable(place: str, other: str) -> bool:
    """Tell whether the distance of two places is known."""
    return kilometres(place, other) is not None


def of_one_day(together: Iterable[Presence]) -> dict[Occasions, Conflict | None]:
    """Return each two occasions of a person and day, and what contradicts itself there.

    They are from sources that are no copies of each other and know not both.
    """
    found: dict[Occasions, Conflict | None] = {}
    for a, b in combinations(sorted(together, key=_when), 2):
        if a.gathering.key != b.gathering.key and a.voice != b.voice and (apart := kilometres(a.place, b.place)) is not None:
            occasions = a.person, *sorted((a.gathering.key, b.gathering.key))
            found[occasions] = found.get(occasions) or _conflict(a, b, apart)
    return found


def _conflict(a: Presence, b: Presence, apart: float) -> Conflict | None:
    severity = next((level for far, level in FAR if apart >= far), None)
    if severity is None:
        return None
    day = a.gathering.start.plain if a.gathering.start else None
    return Conflict(
        kind=KIND,
        severity=severity,
        subject=a.person,
        title=a.name,
        reason=f"Sources have {a.name} in {a.place} and in {b.place}, some {round(apart, -2):,.0f} km apart, "
        f"on {spoken(day) if day else a.day.isoformat()}.",
        sides=tuple(Stated("place", one.place, one.evidence) for one in (a, b)),
    )


def _when(one: Presence) -> tuple[str, str, str]:
    """Sort by the date of the page, undated ones last, so that of many sources the first ones are shown."""
    source = one.evidence.source
    return source.published.edtf if source.published else "Z", source.key, one.gathering.key


def presences(gathering: GatheringRecord) -> Iterator[Presence]:
    """Yield who was at an occasion of one day, and where, by each report."""
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
