"""The kinds in the order in which one rests on another: bodies, persons, the occasions they were at, what they said; texts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from onrecord.languages.ru import base_forms
from onrecord.match import copies, gatherings, organizations, persons, statements
from onrecord.match.copies import Sketch
from onrecord.match.gatherings import Occasion
from onrecord.match.growth import Change, Growth
from onrecord.match.judged import Judged
from onrecord.match.kinds import Keys, Kind, Lone, Sighting, Unit
from onrecord.match.persons import Person
from onrecord.match.shelf import MemoryShelf, Shelf
from onrecord.match.words import body_words
from onrecord.model.resolution import (
    ClusterKind,
    GatheringSighting,
    OrganizationSighting,
    PersonSighting,
    Sightings,
    StatementSighting,
    TextSighting,
)


def _alone(sighting: Sighting) -> Hashable:
    return sighting.key


def _nothing(_: Sighting) -> Hashable:
    return None


def _people_at_once(units: Sequence[Unit[PersonSighting]]) -> Iterable[tuple[int, int]]:
    from onrecord.match.whole.people import judged_at_once  # compiled code takes half a second to load

    return judged_at_once(units)


BODIES: Kind[OrganizationSighting, OrganizationSighting] = Kind(
    "organization",
    organizations.named,
    organizations.profile,
    organizations.prepared,
    organizations.keys,
    organizations.LIMITS,
    organizations.judge,
    shown=lambda body: base_forms.body(body.names[0]),
)
PERSONS: Kind[PersonSighting, Person] = Kind(
    "person",
    persons.named,
    persons.profile,
    persons.prepared,
    persons.keys,
    persons.LIMITS,
    persons.judge,
    persons.akin,
    part=lambda person: not person.full,
    shown=lambda person: base_forms.person(person.names[0]),
    lone=Lone(persons.seeking, persons.held, persons.only_one, persons.LONE_SCORE),
    asked=True,
    at_once=_people_at_once,
)
OCCASIONS: Kind[GatheringSighting, Occasion] = Kind(
    "gathering",
    gatherings.named,
    _nothing,
    gatherings.prepared,
    gatherings.keys,
    gatherings.LIMITS,
    gatherings.judge,
    keeps_different=False,
    never_one=gatherings.never_one,
)
STATEMENTS: Kind[StatementSighting, None] = Kind(
    "statement",
    statements.profile,
    _nothing,
    lambda _key, _sample: None,
    lambda _: Keys((), ()),
    {},
    lambda _a, _b: None,
    tells_apart=False,
)
TEXTS: Kind[TextSighting, Sketch] = Kind(
    "text", _alone, _nothing, copies.prepared, copies.blocking_keys, {"h": 300}, copies.judge, least=copies.SHARED
)


KINDS: tuple[ClusterKind, ...] = ("organization", "person", "gathering", "statement", "text")
"""In the order of their shelves."""


class Shelves(NamedTuple):
    """What is kept of each kind."""

    organizations: Shelf[OrganizationSighting]
    persons: Shelf[PersonSighting]
    gatherings: Shelf[GatheringSighting]
    statements: Shelf[StatementSighting]
    texts: Shelf[TextSighting]


class MemoryShelves(NamedTuple):
    """The same in memory."""

    organizations: MemoryShelf[OrganizationSighting]
    persons: MemoryShelf[PersonSighting]
    gatherings: MemoryShelf[GatheringSighting]
    statements: MemoryShelf[StatementSighting]
    texts: MemoryShelf[TextSighting]


def in_memory() -> MemoryShelves:
    """Return empty shelves."""
    return MemoryShelves(MemoryShelf(), MemoryShelf(), MemoryShelf(), MemoryShelf(), MemoryShelf())


def _none(_: Collection[str]) -> Sightings:
    return Sightings()


@dataclass(frozen=True, slots=True)
class Arrival:
    """What changed in a record.

    Attributes:
        new: the sightings of pages that are new, or not what they were. All those of one page come together.
        gone: keys of sightings that are no more.
        resting: gives the gatherings and statements, as their pages show them, that rest on any of these persons and bodies.
        names: the names of persons and bodies by the keys of their sightings, beside those of `new`.
    """

    new: Sightings
    gone: Collection[str] = ()
    resting: Callable[[Collection[str]], Sightings] = _none
    names: Callable[[Collection[str]], Mapping[str, tuple[str, ...]]] = field(default=lambda _: {})


class Work(NamedTuple):
    """The growth of one kind: what comes and goes, and where it is kept."""

    kind: Kind[Any, Any]
    shelf: Shelf[Any]
    come: Collection[Any]
    gone: Collection[str]
    judged: Judged

    def done(self) -> Change:
        """Take in what comes."""
        return Growth(self.kind, self.shelf, self.judged).take({one.key: one for one in self.come}, self.gone)


class Way:
    """How the growth of kinds is carried out: here, one kind after the other. See `matching.beside` for another way."""

    def begin(self, work: Work) -> Callable[[], Change]:
        """Begin the growth of a kind that others need not wait for; the shelf may be used once the result was asked for."""
        change = work.done()
        return lambda: change

    def grown(self, kind: ClusterKind, change: Change) -> None:
        """Learn that the growth of a kind is done, and what came of it; its shelf changes no more."""


def take(arrival: Arrival, shelves: Shelves | MemoryShelves, judged: Judged, way: Way | None = None) -> tuple[Change, ...]:
    """Take in what changed, and return what that brought about, kind by kind."""
    new, way = arrival.new, way or Way()

    def work(kind: Kind[Any, Any], shelf: Shelf[Any], come: Collection[Any]) -> Work:
        return Work(kind, shelf, come, arrival.gone, judged)

    def grown(kind: Kind[Any, Any], shelf: Shelf[Any], come: Collection[Any]) -> Change:
        change = work(kind, shelf, come).done()
        way.grown(kind.name, change)
        return change

    begun = way.begin(work(PERSONS, shelves.persons, new.persons))
    bodies = grown(BODIES, shelves.organizations, new.organizations)
    texts = grown(TEXTS, shelves.texts, new.texts)
    people = begun()
    rest = arrival.resting(bodies.moved | people.moved)
    reports = {sighting.key: sighting for sighting in (*rest.gatherings, *new.gatherings)}
    said = {sighting.key: sighting for sighting in (*rest.statements, *new.statements)}
    wanted = {key for report in reports.values() for key in report.participants}
    wanted |= {statement.speaker for statement in said.values() if statement.speaker}
    identity = shelves.organizations.clusters(wanted) | shelves.persons.clusters(wanted)
    names = {sighting.key: sighting.names for sighting in new.persons}
    names |= {sighting.key: sighting.names for sighting in new.organizations}
    names |= arrival.names(wanted - names.keys())
    told_of = [identified(report, identity, names) for report in reports.values()]
    begun = way.begin(work(OCCASIONS, shelves.gatherings, told_of))
    way.grown("person", people)
    told = [replace(one, speaker=identity.get(one.speaker or "", one.speaker)) for one in said.values()]
    statements_ = grown(STATEMENTS, shelves.statements, told)
    occasions = begun()
    way.grown("gathering", occasions)
    return bodies, people, occasions, statements_, texts


def identified(
    report: GatheringSighting, identity: Mapping[str, str], names: Mapping[str, tuple[str, ...]]
) -> GatheringSighting:
    """Return a report with clusters in the place of participants."""
    words = {word for key in report.participants for name in names.get(key, ()) for word in body_words(name)}
    who = sorted({identity.get(key, key) for key in report.participants})
    return replace(report, participants=tuple(who), people=tuple(sorted(words)))
