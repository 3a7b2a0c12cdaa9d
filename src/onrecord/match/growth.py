"""Matching as the record grows: what a new page bears on is worked out anew, and nothing else.

Clusters are a function of the set of sightings. Sightings of one profile are a unit; two units are a judged pair where they
share a blocking key that few enough share; clusters are made inside each component of units that "same" pairs connect, the
surest pairs first. So all that a change can reach is: the units whose sightings changed, the units of a blocking key that is
now too common or is so no more, and the components that these are and were in. The same steps with every sighting as new make
the whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from onrecord.match.clusters import Joined, joined, questions
from onrecord.match.crossing import parted
from onrecord.match.judged import Judged
from onrecord.match.kinds import SAMPLE, Kind, Sighting, block, number
from onrecord.match.naming import shown
from onrecord.match.pairing import Pairing
from onrecord.match.shelf import Shelf, sampled
from onrecord.model.resolution import Cluster, Link

ALIKE = 0.99
"""The score of two sightings of one profile: surer than any weighing of evidence, less sure than a judgement."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a change of sightings brought about.

    Attributes:
        clusters: the clusters of all sightings that it bears on; they take the place of all former clusters of these.
        links: what explains these clusters, and the questions that they leave open; by keys of sightings.
        moved: the sightings whose cluster has another key than before; those that are gone are not among them.
        gone: the sightings that are no more.
    """

    clusters: tuple[Cluster, ...] = ()
    links: tuple[Link, ...] = ()
    moved: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Reach:
    """The units that are judged anew (`dirty`), those that former pairs tie to them, and the keys of what is no longer held."""

    dirty: set[str] = field(default_factory=set)
    tied: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)

    def add(self, shelf: Shelf[Any], units: Collection[str]) -> None:
        """Have more units judged anew."""
        found = set(units) - self.dirty
        self.dirty |= found
        self.tied.update(end for link in shelf.links(found) if link.verdict == "same" for end in (link.a, link.b))


class Growth[S: Sighting, P]:
    """One change of one kind of thing.

    Args:
        kind: what it is.
        shelf: what was worked out before.
        judged: what analysts decided.
    """

    def __init__(self, kind: Kind[S, P], shelf: Shelf[S], judged: Judged) -> None:
        self._kind = kind
        self._shelf = shelf
        self._judged = judged
        self._pairing = Pairing(kind, shelf)

    def take(self, come: Mapping[str, S], gone: Collection[str] = ()) -> Change:
        """Take in a change.

        Args:
            come: sightings that are new, or not what they were, by their keys. All those of one document come together.
            gone: keys of sightings that are no more.
        """
        missing = frozenset(gone) - come.keys()
        if not come and not missing:
            return Change()
        shelf = self._shelf
        before = shelf.units_of([*come, *missing])
        homes = self._homes(come)
        touched = {*before.values(), *(unit for unit, _ in homes.values())}
        reach = _Reach()
        reach.add(shelf, touched)
        fresh = shelf.is_empty()
        shelf.move([*before], homes)
        self._keep(touched, come, reach)
        self._relink(reach, fresh)
        return self._settled(reach, missing)

    def _homes(self, come: Mapping[str, S]) -> dict[str, tuple[str, str]]:
        """Return the unit and document of each sighting. Two of one document stay two units, whatever they are called.

        A sighting that somebody judged is a unit of its own: the judgement is on it and not on the others of its profile.
        """
        seen: defaultdict[tuple[str, str], int] = defaultdict(int)
        alone = self._judged.keys
        homes: dict[str, tuple[str, str]] = {}
        for key in sorted(come):
            sighting = come[key]
            profile = self._profile(sighting)
            if self._kind.tells_apart:
                seen[profile, sighting.document] += 1
                if seen[profile, sighting.document] > 1:
                    profile = number(profile, seen[profile, sighting.document])
            homes[key] = (number(profile, key) if key in alone else profile, sighting.document)
        return homes

    def _profile(self, sighting: S) -> str:
        return number(self._kind.name, self._kind.named(sighting), self._kind.profile(sighting))

    def _keep(self, touched: set[str], come: Mapping[str, S], reach: _Reach) -> None:
        """Keep the new samples and blocking keys; whoever shares a key that now is, or no longer is, too common is dirty."""
        shelf, kind = self._shelf, self._kind
        members = shelf.members(touched)
        held = shelf.samples(touched)
        samples = {unit: self._sample(unit, members[unit], held.get(unit, ()), come) for unit in touched if members[unit]}
        names = {unit: number(kind.name, kind.named(sample[0])) for unit, sample in samples.items()}
        lost = [unit for unit in touched if not members[unit]]
        before = set(shelf.names_of(touched).values())
        if kind.lone:
            for unit in lost:
                reach.left.update(kind.lone.held(kind.prepared(unit, held[unit])) if unit in held else ())
        for unit, sample in samples.items():
            self._pairing.prepared[unit] = kind.prepared(unit, sample)
        shelf.put(samples, names, lost)
        shelf.hold({unit: [block(key) for key in self._unit_keys(unit, samples.get(unit, ()))] for unit in touched})
        self._hold(before | set(names.values()), {name: unit for unit, name in names.items()}, reach)

    def _hold(self, names: set[str], example: Mapping[str, str], reach: _Reach) -> None:
        """Let names that are new hold their blocking keys, and take them from names that are gone."""
        shelf = self._shelf
        there = shelf.units_at(names)
        old = shelf.blocks(names)
        new: dict[str, list[int]] = {}
        change: defaultdict[int, int] = defaultdict(int)
        limits: dict[int, int] = {}
        for name in names:
            if name not in there:
                new[name] = []
            elif not old[name]:
                keys = {
                    block(key): self._kind.limit(key) for key in self._kind.keys(self._pairing.prepared[example[name]]).held
                }
                limits |= keys
                new[name] = [*keys]
            for key in new.get(name, ()):
                change[key] += 1
            for key in old[name] if name in new else ():
                change[key] -= 1
        shelf.hold(new)
        self._crossed({key: by for key, by in change.items() if by}, limits, reach)

    def _crossed(self, change: Mapping[int, int], limits: Mapping[int, int], reach: _Reach) -> None:
        if not change:
            return
        shelf = self._shelf
        sizes = shelf.sizes(change)
        highest = max(self._kind.limits.values())
        grown: list[int] = []
        crossed: list[int] = []
        for key, by in change.items():
            size = sizes.get(key, 0)
            # A key that nobody touched has any more is of a kind that is not known here: any limit may have been crossed.
            borders = (limits[key],) if key in limits else set(self._kind.limits.values())
            if any((size > most) != (size - by > most) for most in borders) and min(size, size - by) <= highest:
                (grown if key in limits and by > 0 else crossed).append(key)
        names = {name for names in shelf.sharing(crossed).values() for name in names}
        reach.add(shelf, {unit for units in shelf.units_at(names).values() for unit in units})
        if grown:
            lost = parted(self._kind, shelf, self._pairing, grown, reach.dirty)
            shelf.unlink(lost.links)
            reach.tied.update(end for link in lost.links for end in (link.a, link.b))
            reach.add(shelf, lost.unsettled)

    def _sample(self, unit: str, members: Mapping[str, str], held: tuple[S, ...], come: Mapping[str, S]) -> tuple[S, ...]:
        """Return the smallest sightings of a unit, from those held and those that come, looked up where one has gone."""
        known = {sighting.key: sighting for sighting in held if sighting.key in members}
        whole = len(known) == len(held)
        known |= {key: come[key] for key in members if key in come}
        if not whole and len(known) < min(SAMPLE, len(members)):
            wanted = sorted(members)[:SAMPLE]
            found = self._shelf.first(unit, [key for key in wanted if key not in known])
            known |= {sighting.key: sighting for sighting in found}
        return sampled(known.values(), SAMPLE)

    def _unit_keys(self, unit: str, sample: tuple[S, ...]) -> Iterator[str]:
        if not sample:
            return
        prepared, lone = self._pairing.prepared[unit], self._kind.lone
        if lone:
            yield from (f"S {key}" for key in lone.seeking(prepared))
            yield from (f"H {key}" for key in lone.held(prepared))
        if any(sighting.key in self._judged.keys for sighting in sample):
            yield f"= {self._profile(sample[0])}"

    def _relink(self, reach: _Reach, fresh: bool) -> None:
        """Judge what is dirty anew; `fresh`: that is all there is."""
        self._pairing.load(reach.dirty)
        dirty = {unit for unit in reach.dirty if unit in self._pairing.prepared}
        if self._kind.lone:
            found = self._pairing.seekers(dirty, reach.left) - reach.dirty
            self._pairing.load(found)
            reach.add(self._shelf, found)
            dirty |= found & self._pairing.prepared.keys()
        pairs = self._pairing.all_pairs(dirty) if fresh else self._pairing.pairs(dirty)
        links = [*pairs, *(self._pairing.meant(dirty) if self._kind.lone else ())]
        # What a surname can only mean says more than what the pair by itself left open.
        self._shelf.relink(reach.dirty, {(link.a, link.b): link for link in links}.values())

    # -- clusters

    def _settled(self, reach: _Reach, gone: frozenset[str]) -> Change:
        """Make the clusters of every component that the change reaches, and return them."""
        shelf = self._shelf
        members, links = self._component(reach)
        home = {key: unit for unit, found in members.items() for key in found}
        decided = self._decided(members)
        judged = {(min(home[a], home[b]), max(home[a], home[b])) for a, b in self._judged.verdicts if a in home and b in home}
        inner = [link for link in links if link.a in members and link.b in members and (link.a, link.b) not in judged]
        apart = {unit: frozenset(found.values()) for unit, found in members.items()} if self._kind.tells_apart else None
        found = joined(members, [*decided, *inner], apart.__getitem__ if apart else None, judged)
        clusters = self._clusters(found, members)
        new = {key: cluster.key for cluster in clusters for key in cluster.members}
        old = shelf.clusters(new)
        moved = frozenset(key for key, cluster in new.items() if old.get(key) != cluster)
        shelf.settle({key: new[key] for key in moved}, gone)
        return Change(clusters, self._told(found, members, [*decided, *links]), moved, gone)

    def _component(self, reach: _Reach) -> tuple[dict[str, dict[str, str]], list[Link]]:
        """Return the units that "same" pairs and judgements connect with what was reached, and all pairs of these."""
        shelf = self._shelf
        members: dict[str, dict[str, str]] = {}
        links: dict[tuple[str, str], Link] = {}
        front = reach.dirty | reach.tied
        while front:
            found = {unit: keys for unit, keys in shelf.members(front).items() if keys}
            members |= found
            onward: set[str] = set()
            for link in shelf.links(found):
                links[link.a, link.b] = link
                if link.verdict == "same":
                    onward |= {link.a, link.b}
            onward |= self._bound(found)
            front = onward - members.keys() - front
        return members, [links[pair] for pair in sorted(links)]

    def _bound(self, members: Mapping[str, Mapping[str, str]]) -> set[str]:
        """Return the units that judgements, or one profile, tie to judged sightings among these."""
        alone = self._judged.keys
        mine = {key for found in members.values() if len(found) == 1 for key in found if key in alone}
        if not mine and not alone:
            return set()
        others = {key for pair in self._judged.verdicts if not mine.isdisjoint(pair) for key in pair}
        found = set(self._shelf.units_of(others).values())
        return found | {unit for units in self._alike(members).values() for unit in units}

    def _alike(self, members: Collection[str]) -> dict[str, set[str]]:
        """Return the units that hold sightings of one profile, parted only by judgements on some of them."""
        if not self._judged.keys:
            return {}
        self._pairing.load(members)
        profiles = {unit: self._profile(sample[0]) for unit, sample in self._shelf.samples(members).items()}
        keys = {unit: block(f"= {profile}") for unit, profile in profiles.items()}
        shared = self._shelf.sharing(set(keys.values()))
        there = {unit for unit, found in self._shelf.members(set(profiles.values())).items() if found}
        # A second one of that name in its document is parted by the document, not by a judgement: it is alike nobody.
        return {
            unit: ({*shared.get(keys[unit], ())} | ({profiles[unit]} & there)) - {unit}
            for unit in profiles
            if shared.get(keys[unit]) and (unit == profiles[unit] or unit in shared[keys[unit]])
        }

    def _decided(self, members: Mapping[str, Mapping[str, str]]) -> list[Link]:
        """Return what was judged on these units, and the pairs of one profile that judgements have parted."""
        home = {key: unit for unit, found in members.items() for key in found}
        name = self._kind.name
        found = {}
        for unit, others in self._alike(members).items():
            for other in others & members.keys():
                a, b = sorted((unit, other))
                found[a, b] = Link(name, a, b, ALIKE, "same", ("the same name and offices",))
        for link in self._judged.of_kind(name, home):
            a, b = sorted((home[link.a], home[link.b]))
            found[a, b] = Link(name, a, b, link.score, link.verdict, link.reasons)
        return [found[pair] for pair in sorted(found)]

    def _clusters(self, found: Joined, members: Mapping[str, Mapping[str, str]]) -> tuple[Cluster, ...]:
        made, samples = [], self._shelf.samples(members)
        for units in found.clusters:
            keys = tuple(sorted(key for unit in units for key in members[unit]))
            names = [self._kind.shown(sighting) for unit in units for sighting in samples[unit]]
            made.append(Cluster(self._kind.name, keys[0], keys, shown(names)))
        return tuple(sorted(made, key=lambda cluster: cluster.key))

    def _told(self, found: Joined, members: Mapping[str, Mapping[str, str]], links: Iterable[Link]) -> tuple[Link, ...]:
        """Return the links to show, by the smallest sightings of their units."""
        links = list(links)
        outside = {end for link in links for end in (link.a, link.b)} - members.keys()
        there = self._shelf.members(outside)
        others = self._shelf.clusters([key for keys in there.values() for key in keys])
        beyond: defaultdict[str, list[str]] = defaultdict(list)
        for unit, keys in there.items():
            if keys:
                beyond[others[min(keys)]].append(unit)
        open_ = questions([*found.clusters, *beyond.values()], links)
        told = [*found.used, *(link for link in open_ if self._kind.asked or link.verdict == "unsure")]
        least = {unit: min(keys) for unit, keys in (*members.items(), *there.items()) if keys}
        shown_ = {}
        for link in told:
            a, b = sorted((least[link.a], least[link.b]))
            shown_[a, b] = Link(link.kind, a, b, link.score, link.verdict, link.reasons)
        return tuple(shown_[pair] for pair in sorted(shown_))
