"""One person whom two sources on one occasion have meet another there, or apart from it.

A ministry tells that the head of an institute was present when its minister signed a paper with a guest; an agency tells of
that signing without him, and has him meet the guest at his institute. Both may be true: it is never more than worth a look.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations
from typing import NamedTuple

from onrecord.model import Span
from onrecord.model.recorded import GatheringRecord, ParticipationRecord, Stated
from onrecord.review.conflicts.finding import Case, Compared, Conflict

KIND = "encounter"

FEW = 3
"""Persons at an encounter: who met with two or three is told of for that, who was in a long list may have been anywhere."""

DAYS = 3
"""Days around an occasion within which a visit passes from one appointment to the next."""

BETWEEN = 2
"""Characters between two sentences of one passage."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page calls an occasion, with its place, and which persons were there: by their keys, where it says so first."""

    gathering: GatheringRecord
    called: str
    persons: Mapping[str, ParticipationRecord]


class Beside(NamedTuple):
    """An occasion that others report, too, and an encounter that of all these one page alone tells of."""

    common: Seen
    met: Seen


def find(case: Case) -> Iterator[Conflict]:
    """Yield persons whom one page has at an occasion, and another, which tells of that without them, elsewhere."""
    for page, together in _by_page(case).items():
        yield from of_page(page, together)


def compared(case: Case) -> Compared:
    """Count the encounters that a page tells of beside an occasion that others report, too."""
    number = sum(beside(page, together) for page, together in _by_page(case).items())
    return Compared(KIND, number, "encounters told of beside an occasion that two or more sources report")


def _by_page(case: Case) -> dict[str, list[GatheringRecord]]:
    told: dict[str, list[GatheringRecord]] = {}
    for gathering in case.gatherings:
        for source in gathering.sources:
            told.setdefault(source.key, []).append(gathering)
    return dict(sorted(told.items()))


def beside(page: str, told: Sequence[GatheringRecord]) -> int:
    """Count the encounters that a page tells of beside an occasion that others report, too."""
    return len(list(_beside(page, told)))


def parts(gathering: GatheringRecord, page: str) -> frozenset[str]:
    """Tell which part an occasion may have in a contradiction found on a page: one that others report, an encounter of few."""
    seen = _seen(gathering, page)
    if seen is None:
        return frozenset()
    return frozenset(("several",) * (gathering.independent_sources > 1) + ("few",) * (2 <= len(seen.persons) <= FEW))


def of_page(page: str, told: Sequence[GatheringRecord]) -> Iterator[Conflict]:
    """Yield what `find` yields for one page, of all the occasions that it tells of; each person once against each page."""
    once: dict[tuple[str, str], Conflict] = {}
    passages = {who: _in_one_passage(spans) for who, spans in _passages(page, told).items()}
    for common, met in _beside(page, told):
        for source in common.gathering.sources:
            theirs = _seen(common.gathering, source.key)
            if theirs is None or theirs.called == met.called or source.text_group in _voices(met.gathering):
                continue
            with_whom = common.persons.keys() & theirs.persons.keys() & met.persons.keys()
            for who in (theirs.persons.keys() & met.persons.keys()) - common.persons.keys():
                if with_whom and passages[who]:
                    once.setdefault((who, source.key), _conflict(theirs, met, who, min(with_whom)))
    yield from (conflict for _, conflict in sorted(once.items()))


def _beside(page: str, told: Sequence[GatheringRecord]) -> Iterator[Beside]:
    seen = [found for one in sorted(told, key=lambda one: one.key) if (found := _seen(one, page))]
    for common, met in permutations(seen, 2):
        few = 2 <= len(met.persons) <= FEW
        if few and _voices(common.gathering) - _voices(met.gathering) and _near(common.gathering, met.gathering):
            yield Beside(common, met)


def _seen(gathering: GatheringRecord, page: str) -> Seen | None:
    """Return who was at an occasion by a page that has it as held, with people in one place; a visit is many occasions."""
    reports = [report for report in gathering.reports if report.evidence.source.key == page]
    if (
        not reports
        or gathering.type in ("call", "visit")
        or any(one.status != "held" or one.format == "online" for one in reports)
    ):
        return None
    persons: dict[str, ParticipationRecord] = {}
    for part in (part for report in reports for part in report.participations):
        if part.who.kind == "person" and part.who.key and part.evidence:
            persons.setdefault(part.who.key, part)
    told = reports[0]
    return Seen(gathering, ", ".join(filter(None, (told.name, told.venue or told.place))), persons)


def _passages(page: str, told: Iterable[GatheringRecord]) -> dict[str, list[Span]]:
    """Return the sentences of a page that give each person a part in anything."""
    found: dict[str, list[Span]] = {}
    for report in (report for gathering in told for report in gathering.reports if report.evidence.source.key == page):
        for part in report.participations:
            if part.who.key:
                found.setdefault(part.who.key, []).extend(entry.sentence_span for entry in part.evidence)
    return found


def _in_one_passage(sentences: Sequence[Span]) -> bool:
    """Tell whether sentences follow each other: who is told of here and there was at more than one occasion."""
    return all(after.start - before.end <= BETWEEN for before, after in pairwise(sorted(sentences)))


def _voices(gathering: GatheringRecord) -> set[str]:
    """Return whose word an occasion is: copies of one text are one voice."""
    return {source.text_group for source in gathering.sources}


def _near(common: GatheringRecord, own: GatheringRecord) -> bool:
    first, second = (one.start.as_date() if one.start else None for one in (common, own))
    return second is None or (first is not None and abs((first - second).days) <= DAYS)


def _conflict(theirs: Seen, met: Seen, who: str, other: str) -> Conflict:
    there, elsewhere = theirs.persons[who], met.persons[who]
    name, with_whom = elsewhere.who.name, met.persons[other].who.name
    return Conflict(
        kind=KIND,
        severity="low",
        subject=theirs.gathering.key,
        title=theirs.gathering.name,
        reason=f"One source has {name} with {with_whom} at “{theirs.called}”, another tells of that without {name}, "
        f"and has the two at “{met.called}”.",
        sides=(Stated("occasion", theirs.called, there.evidence[0]), Stated("occasion", met.called, elsewhere.evidence[0])),
    )
