"""Clusters of what a change of sightings reaches: every component of units that "same" pairs connect is made anew, whole.

What is read of a unit is its sample, and not all its sightings: somebody may be in thousands of pages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from onrecord.match.clusters import Joined, joined, questions
from onrecord.match.judged import Judged
from onrecord.match.kinds import Kind, Sighting, block
from onrecord.match.leaves import Leaf
from onrecord.match.naming import shown
from onrecord.match.pairing import Pairing
from onrecord.match.shelf import Shelf
from onrecord.model.resolution import Cluster, Link

ALIKE = 0.99
"""The score of two sightings of one profile: surer than any weighing of evidence, less sure than a judgement."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a change of sightings brought about.

    Attributes:
        clusters: the clusters that were made anew, their members being those sightings that were in another one or in none.
        links: what explains these clusters, and the questions that they leave open; by keys of sightings.
        joined: sightings that came to clusters that stay as they were, and the keys of these.
        moved: the sightings whose cluster has another key than before; those that are gone are not among them.
        told: the sightings under whose keys the clusters that were made anew, and links from and to them, are and were known.
        gone: the sightings that are no more.
    """

    clusters: tuple[Cluster, ...] = ()
    links: tuple[Link, ...] = ()
    joined: Mapping[str, str] = field(default_factory=dict)
    moved: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()


@dataclass(slots=True)
class Reach:
    """What a change bears on.

    Attributes:
        dirty: units that are judged anew.
        tied: units that former pairs tied to them.
        left: the keys of what is no longer held.
        former: the smallest sightings of units as they were.
    """

    dirty: set[str] = field(default_factory=set)
    tied: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)
    former: set[str] = field(default_factory=set)

    def add(self, shelf: Shelf[Any], units: Collection[str]) -> None:
        """Have more units judged anew."""
        found = set(units) - self.dirty
        self.dirty |= found
        self.tied.update(end for link in shelf.links(found) if link.verdict == "same" for end in (link.a, link.b))


class Resting(NamedTuple):
    """Units whose cluster stays as it was.

    Attributes:
        met: a sighting, there before, of each unit that came to nothing but more sightings.
        hung: units that are new and only hang on to a cluster.
    """

    met: Mapping[str, str]
    hung: Mapping[str, Leaf]


type Samples[S: Sighting] = Mapping[str, tuple[S, ...]]


class Settling[S: Sighting, P]:
    """The clusters of one kind.

    Args:
        kind: what it is.
        shelf: where units and pairs are.
        judged: what analysts decided.
        pairing: takes units apart, and judges pairs that are not kept.
    """

    def __init__(self, kind: Kind[S, P], shelf: Shelf[S], judged: Judged, pairing: Pairing[S, P]) -> None:
        self._kind = kind
        self._shelf = shelf
        self._judged = judged
        self._pairing = pairing

    def settled(self, reach: Reach, come: Mapping[str, str], resting: Resting, gone: frozenset[str]) -> Change:
        """Make the clusters of every component that a change reaches, and return them.

        Args:
            reach: what the change bears on.
            come: the units of the sightings that came.
            resting: what stays as it was, unless the change reaches it by another way.
            gone: the sightings that are no more.
        """
        shelf = self._shelf
        units, links = self._component((reach.dirty | reach.tied) - resting.hung.keys())
        hung = {unit: leaf for unit, leaf in resting.hung.items() if unit not in units}
        home = {key: unit for key, unit in shelf.units_of(self._judged.keys).items() if unit in units}
        decided = self._decided(units, home)
        judged = {(min(home[a], home[b]), max(home[a], home[b])) for a, b in self._judged.verdicts if a in home and b in home}
        inner = [link for link in links if link.a in units and link.b in units and (link.a, link.b) not in judged]
        inner += self._different(units, [*decided, *inner], judged)
        apart = self._apart(units, [*decided, *inner]).__getitem__ if self._kind.tells_apart else None
        found = joined(units, [*decided, *inner], apart, judged)
        clusters = self._clusters(found, units, come)
        beside = {**resting.met, **{unit: leaf.beside for unit, leaf in hung.items()}}
        joins = self._joined({key: unit for key, unit in come.items() if unit not in units}, beside)
        new = {key: cluster.key for cluster in clusters for key in cluster.members} | joins
        shelf.settle(new, gone)
        least = self._shelf.least(hung.keys())
        told = frozenset([*(sample[0].key for sample in units.values()), *least.values()]) | reach.former
        shown_ = self._told(found, units, [*decided, *links], hung)
        return Change(clusters, shown_, joins, frozenset(new), told, gone)

    def _joined(self, come: Mapping[str, str], beside: Mapping[str, str]) -> dict[str, str]:
        """Return the clusters of sightings that came to units that stay where they are, by a sighting that was there before."""
        there = {unit: beside[unit] for unit in come.values()}
        held = self._shelf.clusters(set(there.values()))
        return {key: held[there[unit]] for key, unit in come.items()}

    def _component(self, front: set[str]) -> tuple[Samples[S], list[Link]]:
        """Return the units that "same" pairs and judgements connect with these, and all pairs of these."""
        shelf = self._shelf
        units: dict[str, tuple[S, ...]] = {}
        links: dict[tuple[str, str], Link] = {}
        while front:
            found = shelf.samples(front)
            units |= found
            onward: set[str] = set()
            for link in shelf.links(found):
                links[link.a, link.b] = link
                if link.verdict == "same":
                    onward |= {link.a, link.b}
            onward |= self._bound(found)
            front = onward - units.keys() - front
        return units, [links[pair] for pair in sorted(links)]

    def _bound(self, units: Samples[S]) -> set[str]:
        """Return the units that judgements, or one profile, tie to judged sightings among these."""
        alone = self._judged.keys
        if not alone:
            return set()
        mine = {sample[0].key for sample in units.values() if len(sample) == 1 and sample[0].key in alone}
        others = {key for pair in self._judged.verdicts if not mine.isdisjoint(pair) for key in pair}
        found = set(self._shelf.units_of(others).values())
        return found | {unit for units_ in self._alike(units).values() for unit in units_}

    def _alike(self, units: Samples[S]) -> dict[str, set[str]]:
        """Return the units that hold sightings of one profile, parted only by judgements on some of them."""
        if not self._judged.keys:
            return {}
        profiles = {unit: self._kind.number_of(sample[0]) for unit, sample in units.items()}
        keys = {unit: block(f"= {profile}") for unit, profile in profiles.items()}
        shared = self._shelf.sharing(set(keys.values()))
        there = self._shelf.names_of(set(profiles.values())).keys()
        # A second one of that name in its document is parted by the document, not by a judgement: it is alike nobody.
        return {
            unit: ({*shared.get(keys[unit], ())} | ({profiles[unit]} & there)) - {unit}
            for unit in profiles
            if shared.get(keys[unit]) and (unit == profiles[unit] or unit in shared[keys[unit]])
        }

    def _decided(self, units: Samples[S], home: Mapping[str, str]) -> list[Link]:
        """Return what was judged on these units, and the pairs of one profile that judgements have parted."""
        name = self._kind.name
        found = {}
        for unit, others in self._alike(units).items():
            for other in others & units.keys():
                a, b = sorted((unit, other))
                found[a, b] = Link(name, a, b, ALIKE, "same", ("the same name and offices",))
        for link in self._judged.of_kind(name, home):
            a, b = sorted((home[link.a], home[link.b]))
            found[a, b] = Link(name, a, b, link.score, link.verdict, link.reasons)
        return [found[pair] for pair in sorted(found)]

    def _different(self, units: Samples[S], links: Sequence[Link], judged: Collection[tuple[str, str]]) -> Iterator[Link]:
        """Yield the pairs that are different of units that others connect, where such are not kept; none that is `judged`."""
        if self._kind.keeps_different:
            return
        # Of two units that a "same" pair connects there is no other pair.
        groups = [some for some in _grouped(_parts(units, links)).values() if len(some) > 2]
        for link in self._pairing.within(groups):
            if link.verdict == "different" and (link.a, link.b) not in judged:
                yield link

    def _apart(self, units: Samples[S], links: Sequence[Link]) -> Mapping[str, set[tuple[str, str]]]:
        """Return what keeps units apart: a mark, the same for both, where one document shows two that others connect."""
        marks: dict[str, set[tuple[str, str]]] = {unit: set() for unit in units}
        part = _parts(units, links)
        asked: list[str] = []
        for some in _grouped(part).values():
            if len(some) > 1:
                # One of each two is enough, so the unit with the most sightings is not looked through.
                asked += sorted(some, key=lambda unit: (len(units[unit]), unit))[:-1]
        for unit, others in self._shelf.companions(asked).items():
            for other in others & units.keys():
                if part[unit] == part[other]:
                    mark = (min(unit, other), max(unit, other))
                    marks[unit].add(mark)
                    marks[other].add(mark)
        return marks

    def _clusters(self, found: Joined, units: Samples[S], come: Mapping[str, str]) -> tuple[Cluster, ...]:
        """Return the clusters, and of each the sightings that were in another one, or in none."""
        key_of: dict[str, str] = {}
        names: dict[str, str] = {}
        for some in found.clusters:
            least = min(units[unit][0].key for unit in some)
            key_of |= dict.fromkeys(some, least)
            names[least] = shown(self._kind.shown(sighting) for unit in some for sighting in units[unit])
        # All sightings of a unit were in one cluster, so that one of those that were there before stands for all of these.
        there = {unit: next((one.key for one in sample if one.key not in come), None) for unit, sample in units.items()}
        arrived = {key: unit for key, unit in come.items() if unit in units}
        old = self._shelf.clusters([*filter(None, there.values()), *arrived])
        whole = [unit for unit, one in there.items() if one is None or old.get(one) != key_of[unit]]
        moving = {key: unit for unit, keys in self._shelf.members(whole).items() for key in keys} | arrived
        old |= self._shelf.clusters(moving.keys() - old.keys())
        moved: defaultdict[str, list[str]] = defaultdict(list)
        for key, unit in moving.items():
            if old.get(key) != key_of[unit]:
                moved[key_of[unit]].append(key)
        return tuple(Cluster(self._kind.name, key, tuple(sorted(moved[key])), names[key]) for key in sorted(names))

    def _told(self, found: Joined, units: Samples[S], links: Iterable[Link], hung: Mapping[str, Leaf]) -> tuple[Link, ...]:
        """Return the links to show, by the smallest sightings of their units."""
        links = list(links)
        ends = {end for link in (*links, *(leaf.link for leaf in hung.values())) for end in (link.a, link.b)}
        there = self._shelf.least(ends - units.keys())
        others = self._shelf.clusters([*there.values()])
        beyond: defaultdict[str, list[str]] = defaultdict(list)
        for unit, key in there.items():
            beyond[others[key]].append(unit)
        open_ = questions([*found.clusters, *beyond.values()], links)
        told = [*found.used, *(link for link in open_ if self._kind.asked or link.verdict == "unsure")]
        told += [leaf.link for leaf in hung.values()]
        least = {unit: sample[0].key for unit, sample in units.items()} | there
        shown_ = {}
        for link in self._shelf.explained(told):
            a, b = sorted((least[link.a], least[link.b]))
            shown_[a, b] = Link(link.kind, a, b, link.score, link.verdict, link.reasons)
        return tuple(shown_[pair] for pair in sorted(shown_))


def _parts(units: Collection[str], links: Iterable[Link]) -> dict[str, str]:
    """Return for each unit the one that stands for all that "same" pairs connect with it."""
    part = {unit: unit for unit in units}

    def found(unit: str) -> str:
        while part[unit] != unit:
            part[unit] = unit = part[part[unit]]
        return unit

    for link in links:
        if link.verdict == "same":
            part[found(link.b)] = found(link.a)
    return {unit: found(unit) for unit in units}


def _grouped(part: Mapping[str, str]) -> Mapping[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for unit, one in part.items():
        found[one].append(unit)
    return found
