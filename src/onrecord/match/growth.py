"""Matching as the record grows: what a new page bears on is worked out anew, and nothing else.

Clusters are a function of the set of sightings. Sightings of one profile are a unit; two units are a judged pair where they
share a blocking key that few enough share; clusters are made inside each component of units that "same" pairs connect, the
surest pairs first. So all that a change can reach is: the units whose sightings changed, the units of a blocking key that is
now too common or is so no more, and the components that these are and were in. The same steps with every sighting as new make
the whole.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from onrecord.match.crossing import parted
from onrecord.match.judged import Judged
from onrecord.match.kinds import SAMPLE, Kind, Sighting, block, number
from onrecord.match.leaves import leaves
from onrecord.match.pairing import Pairing
from onrecord.match.settling import ALIKE, Change, Reach, Resting, Settling
from onrecord.match.shelf import Shelf, sampled
from onrecord.model.resolution import Link

__all__ = ["ALIKE", "Change", "Growth"]

type Homes = Mapping[str, tuple[str, str]]
"""The unit and document of each sighting that comes."""


class Left(NamedTuple):
    """Where sightings go.

    Attributes:
        homes: the unit and document of each that comes.
        units: the units that others are taken out of.
    """

    homes: Homes
    units: set[str]


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
        units = {key: unit for key, (unit, _) in homes.items()}
        touched = {*before.values(), *units.values()}
        fresh = shelf.is_empty()
        held = shelf.samples(touched)
        at_rest = self._at_rest(homes, held, set(before.values()))
        reach = Reach()
        reach.former |= {held[unit][0].key for unit in held.keys() - at_rest.keys()}
        reach.add(shelf, touched - at_rest.keys())
        shelf.move([*before], homes)
        self._keep(touched - at_rest.keys(), come, held, Left(homes, set(before.values())), reach)
        links = self._relink(reach, fresh)
        new = set() if fresh else reach.dirty - held.keys() - set(before.values())
        hung = leaves(self._kind, shelf, self._judged, new & touched, links, reach.dirty)
        return Settling(self._kind, shelf, self._judged, self._pairing).settled(reach, units, Resting(at_rest, hung), missing)

    def _at_rest(self, homes: Homes, held: Mapping[str, tuple[S, ...]], left: Collection[str]) -> dict[str, str]:
        """Return the units to which sightings come that change nothing else, each with its smallest sighting.

        They have a full sample, which none of those that come is in, and lost none; so all pairs of theirs say what they said.
        Nor does a document show another one of their cluster, or of a judged pair of theirs: that would part the two. Who looks
        for others by what is known of these is never at rest, since a document may show one of those, too.
        """
        arriving: defaultdict[str, list[str]] = defaultdict(list)
        for key, (unit, _) in homes.items():
            arriving[unit].append(key)
        found = {
            unit: held[unit][0].key
            for unit, keys in arriving.items()
            if unit not in left and len(held.get(unit, ())) == SAMPLE and min(keys) > held[unit][-1].key
        }
        if self._kind.lone and found:
            seeking = self._kind.lone.seeking
            found = {unit: key for unit, key in found.items() if not seeking(self._kind.prepared(unit, held[unit]))}
        if self._kind.tells_apart:
            for unit in self._parted(homes, found):
                del found[unit]
        return found

    def _parted(self, homes: Homes, found: Mapping[str, str]) -> set[str]:
        """Return those of these units that share a new document with another one of their cluster, or of a judged pair."""
        shown: defaultdict[str, set[str]] = defaultdict(set)
        for unit, document in homes.values():
            if unit in found:
                shown[document].add(unit)
        pairs = {pair for units in shown.values() for pair in combinations(sorted(units), 2)}
        if not pairs:
            return set()
        linked = self._shelf.linked(pairs)
        cluster = self._shelf.clusters([found[unit] for pair in pairs for unit in pair])
        return {unit for a, b in pairs if (a, b) in linked or cluster[found[a]] == cluster[found[b]] for unit in (a, b)}

    def _homes(self, come: Mapping[str, S]) -> dict[str, tuple[str, str]]:
        """Return the unit and document of each sighting. Two of one document stay two units, whatever they are called.

        A sighting that somebody judged is a unit of its own: the judgement is on it and not on the others of its profile.
        """
        seen: defaultdict[tuple[str, str], int] = defaultdict(int)
        alone = self._judged.keys
        homes: dict[str, tuple[str, str]] = {}
        for key in sorted(come):
            sighting = come[key]
            profile = self._kind.number_of(sighting)
            if self._kind.tells_apart:
                seen[profile, sighting.document] += 1
                if seen[profile, sighting.document] > 1:
                    profile = number(profile, seen[profile, sighting.document])
            homes[key] = (number(profile, key) if key in alone else profile, sighting.document)
        return homes

    def _keep(
        self, touched: set[str], come: Mapping[str, S], held: Mapping[str, tuple[S, ...]], left: Left, reach: Reach
    ) -> None:
        """Keep the new samples and blocking keys; whoever shares a key that now is, or no longer is, too common is dirty."""
        shelf, kind = self._shelf, self._kind
        samples = self._samples(touched, come, held, left)
        before = shelf.names_of(touched)
        names = {unit: before.get(unit) or number(kind.name, kind.named(sample[0])) for unit, sample in samples.items()}
        lost = [unit for unit in touched if unit not in samples]
        if kind.lone:
            for unit in lost:
                reach.left.update(kind.lone.held(kind.prepared(unit, held[unit])) if unit in held else ())
        for unit, sample in samples.items():
            self._pairing.prepared[unit] = kind.prepared(unit, sample)
        shelf.put(samples, names, lost)
        shelf.hold({unit: [block(key) for key in self._unit_keys(unit, samples.get(unit, ()))] for unit in touched})
        self._crowd(before, names, reach)
        self._hold({*before.values(), *names.values()}, {name: unit for unit, name in names.items()}, reach)

    def _crowd(self, before: Mapping[str, str], after: Mapping[str, str], reach: Reach) -> None:
        """Have the units of a name judged anew where by now too many bear it, or no more, of the changed units' names."""
        change = Counter(after.values())
        change.subtract(before.values())
        kind = self._kind
        for name, units in self._shelf.units_at({name for name, by in change.items() if by}).items():
            self._pairing.load(units[:1])
            one, size = self._pairing.prepared[units[0]], len(units)
            if kind.crowded(size, one) != kind.crowded(size - change[name], one):
                reach.add(self._shelf, set(units))

    def _hold(self, names: set[str], example: Mapping[str, str], reach: Reach) -> None:
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
            elif not old[name] and name in example:
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

    def _crossed(self, change: Mapping[int, int], limits: Mapping[int, int], reach: Reach) -> None:
        if not change:
            return
        shelf = self._shelf
        highest = max(self._kind.limits.values())
        sizes = shelf.sizes(change, highest + max(change.values()))
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
            lost = parted(self._kind, shelf, self._pairing, grown, reach.dirty, self._judged)
            shelf.unlink(lost.links)
            reach.tied |= lost.tied
            reach.add(shelf, lost.unsettled)

    def _samples(
        self, touched: set[str], come: Mapping[str, S], held: Mapping[str, tuple[S, ...]], left: Left
    ) -> dict[str, tuple[S, ...]]:
        """Return the smallest sightings of those units that have any.

        They are among those held and those that come; where one that was held has gone, others are looked up.
        """
        new: defaultdict[str, list[S]] = defaultdict(list)
        for key, (unit, _) in left.homes.items():
            new[unit].append(come[key])
        members = self._shelf.members(touched & left.units)
        found: dict[str, tuple[S, ...]] = {}
        for unit in touched:
            there = held.get(unit, ())
            known = {one.key: one for one in there if unit not in members or one.key in members[unit]}
            lost = len(known) < len(there)
            known |= {one.key: one for one in new[unit]}
            if lost:
                wanted = sorted(members[unit])[:SAMPLE]
                missing = [key for key in wanted if key not in known]
                more = self._shelf.first(unit, missing) if missing else ()
                known = {one.key: one for one in (*known.values(), *more) if one.key in wanted}
            if known:
                found[unit] = sampled(known.values(), SAMPLE)
        return found

    def _unit_keys(self, unit: str, sample: tuple[S, ...]) -> Iterator[str]:
        if not sample:
            return
        prepared, lone = self._pairing.prepared[unit], self._kind.lone
        if lone:
            yield from (f"S {key}" for key in lone.seeking(prepared))
            yield from (f"H {key}" for key in lone.held(prepared))
        if any(sighting.key in self._judged.keys for sighting in sample):
            yield f"= {self._kind.number_of(sample[0])}"

    def _relink(self, reach: Reach, fresh: bool) -> Collection[Link]:
        """Judge what is dirty anew, and return the pairs; `fresh`: that is all there is."""
        self._pairing.load(reach.dirty)
        dirty = {unit for unit in reach.dirty if unit in self._pairing.prepared}
        meant: dict[str, Link] = {}
        if self._kind.lone:
            meant = self._meant(dirty, reach)
            dirty |= reach.dirty & self._pairing.prepared.keys()
        pairs = self._pairing.all_pairs(dirty) if fresh else self._pairing.pairs(dirty)
        # What a surname can only mean says more than what the pair by itself left open.
        links = [*pairs, *(link for _, link in sorted(meant.items()) if link.a in reach.dirty or link.b in reach.dirty)]
        told = {(link.a, link.b): link for link in links}.values()
        kept = told if self._kind.keeps_different else [link for link in told if link.verdict != "different"]
        self._shelf.relink(reach.dirty, kept)
        return told

    def _meant(self, dirty: set[str], reach: Reach) -> dict[str, Link]:
        """Return what the units that look for one thing mean; those that meant something else before are dirty, too."""
        assert self._kind.lone is not None  # noqa: S101  asked for by the caller
        score = self._kind.lone.score
        seekers = self._pairing.seekers(dirty, reach.left) - reach.dirty
        self._pairing.load(seekers)
        seekers &= self._pairing.prepared.keys()
        meant = dict(self._pairing.meant(dirty | seekers))
        before: dict[str, Link] = {}
        for link in self._shelf.explained([one for one in self._shelf.links(seekers) if one.score == score]):
            before |= dict.fromkeys({link.a, link.b} & seekers, link)
        reach.add(self._shelf, {unit for unit in seekers if meant.get(unit) != before.get(unit)})
        return meant
