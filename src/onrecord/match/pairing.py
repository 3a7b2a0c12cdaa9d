"""Which units are compared, and what each pair says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping
from itertools import batched

from onrecord.match.kinds import Kind, Sighting, Unit, block
from onrecord.match.shelf import Shelf
from onrecord.model.resolution import Link

BATCH = 1000
"""Names whose neighbours are looked up together."""


class Pairing[S: Sighting, P]:
    """The pairs of units of one kind.

    Args:
        kind: what it is.
        shelf: where the units are.

    Attributes:
        prepared: units, taken apart once for all comparisons.
    """

    def __init__(self, kind: Kind[S, P], shelf: Shelf[S]) -> None:
        self._kind = kind
        self._shelf = shelf
        self.prepared: dict[str, P] = {}
        self._companions: dict[str, set[str]] = {}

    def pairs(self, dirty: set[str]) -> Iterator[Link]:
        """Judge these units with all that are worth comparing."""
        self._meet(dirty)
        names: defaultdict[str, list[str]] = defaultdict(list)
        for unit, name in self._shelf.names_of(dirty).items():
            names[name].append(unit)
        for some in batched(sorted(names), BATCH):
            near = self._neighbours({name: names[name][0] for name in some})
            for name in some:
                for unit in names[name]:
                    yield from self._judge(unit, near[name], dirty)

    def all_pairs(self, units: Collection[str]) -> Iterator[Link]:
        """Judge all units of a record, which are loaded, with all that are worth comparing."""
        at_once = self._kind.at_once
        if at_once is None or len(units) < self._kind.many:
            yield from self.pairs(set(units))
            return
        members = self._shelf.members(units)
        samples = self._shelf.samples(units)
        keys = sorted(samples)
        found = at_once([Unit(key, samples[key], tuple(members[key]), tuple(members[key].values())) for key in keys])
        for a, b in found:
            link = self._kind.judge(self.prepared[keys[a]], self.prepared[keys[b]])
            if link is not None:
                yield link

    def within(self, groups: Collection[Collection[str]]) -> Iterator[Link]:
        """Judge the units of each group with each other: what `pairs` says of them, and which are never one."""
        kind, every = self._kind, {unit for group in groups for unit in group}
        self.load(every)
        self._meet(every)
        names = self._shelf.names_of(every)
        keys = {unit: kind.keys(self.prepared[unit]) for unit in every}
        limits = {block(sized): kind.limit(sized) for found in keys.values() for _, sized in found.looks}
        sizes = self._shelf.sizes(limits, max(limits.values(), default=0))
        few = {by for by, most in limits.items() if sizes.get(by, 0) <= most}
        for group in groups:
            holding: defaultdict[Hashable, list[str]] = defaultdict(list)
            for unit in group:
                for held in {names[unit], *map(block, keys[unit].held)}:
                    holding[held].append(unit)
            found = set()
            for unit in group:
                met = {names[unit], *(block(key) for key, sized in keys[unit].looks if block(sized) in few)}
                others = {other for key in met for other in holding[key]} - {unit} - self._companions.get(unit, set())
                found |= {(min(unit, other), max(unit, other)) for other in others}
            for a, b in sorted(found):
                one, other_ = self.prepared[a], self.prepared[b]
                link = kind.judge(one, other_) if kind.akin(one, other_) else None
                if link is not None:
                    yield link
            ordered = sorted(group)
            for n, k in kind.never_one([self.prepared[unit] for unit in ordered]) if kind.never_one else ():
                yield Link(kind.name, ordered[min(n, k)], ordered[max(n, k)], 0.0, "different")

    def _judge(self, unit: str, others: Collection[str], dirty: Collection[str]) -> Iterator[Link]:
        judge, prepared = self._kind.judge, self.prepared
        mine, apart = prepared[unit], self._companions.get(unit, set())
        for other in others:
            if other <= unit and other in dirty:
                continue  # judged from the other side
            if other in apart:
                continue
            link = judge(mine, prepared[other]) if unit < other else judge(prepared[other], mine)
            if link is not None:
                yield link

    def _neighbours(self, names: Mapping[str, str]) -> dict[str, list[str]]:
        """Return the units of each name, and those of the names that share a key with it and are akin; all are loaded.

        Args:
            names: a unit of each name.
        """
        shelf, kind, near = self._shelf, self._kind, self._near(names)
        units = shelf.units_at({other for found in near.values() for other in found})
        self.load([there[0] for there in units.values()])
        told = [name for name, there in units.items() if not kind.crowded(len(there), self.prepared[there[0]])]
        units = {name: units[name] for name in told}
        akin = {
            name: [
                other
                for other in sorted(found & units.keys())
                if other == name or kind.akin(self.prepared[names[name]], self.prepared[units[other][0]])
            ]
            for name, found in near.items()
            if name in units
        }
        self.load({unit for found in akin.values() for other in found for unit in units[other]})
        return {name: [unit for other in akin.get(name, ()) for unit in units[other]] for name in near}

    def _near(self, names: Mapping[str, str]) -> dict[str, set[str]]:
        """Return each name, and the names that share keys with it, as many as a pair takes."""
        shelf, kind = self._shelf, self._kind
        ways: dict[str, list[tuple[int, int]]] = {name: [] for name in names}
        limits: dict[int, int] = {}
        for name, unit in names.items():
            for key, sized in kind.keys(self.prepared[unit]).looks:
                by = block(sized)
                limits[by] = kind.limit(sized)
                ways[name].append((by if key == sized else block(key), by))
        sizes = shelf.sizes(limits, max(limits.values(), default=0))
        led = {name: [key for key, by in mine if sizes.get(by, 0) <= limits[by]] for name, mine in ways.items()}
        sharing = shelf.sharing({key for keys in led.values() for key in keys})
        near: dict[str, set[str]] = {}
        for name, keys in led.items():
            shared = Counter(other for key in keys for other in sharing.get(key, ()))
            # Whoever holds the keys that are too common may share them all.
            least = min(kind.least, len(ways[name])) - (len(ways[name]) - len(keys))
            near[name] = {name, *(other for other, number in shared.items() if number >= least)}
        return near

    def load(self, units: Collection[str]) -> None:
        """Prepare units that are not prepared yet."""
        new = [unit for unit in units if unit not in self.prepared]
        self.prepared |= {unit: self._kind.prepared(unit, sample) for unit, sample in self._shelf.samples(new).items()}

    def _meet(self, units: Collection[str]) -> None:
        """Note which other units share a document with these: they are not the same."""
        if self._kind.tells_apart:
            self._companions |= self._shelf.companions([unit for unit in units if unit not in self._companions])

    def seekers(self, dirty: set[str], left: set[str]) -> set[str]:
        """Return the units that look for one thing under the keys of these, or under keys that are left."""
        lone = self._kind.lone
        assert lone is not None  # noqa: S101  asked for by the caller
        keys = {block(f"S {key}") for key in left.union(*(lone.held(self.prepared[unit]) for unit in dirty))}
        return {unit for units in self._shelf.sharing(keys).values() for unit in units}

    def meant(self, dirty: set[str]) -> Iterator[tuple[str, Link]]:
        """Yield the units that can only be joined to the one thing that fits them, each with that pair."""
        lone = self._kind.lone
        assert lone is not None  # noqa: S101  asked for by the caller
        seeking = {unit: [block(f"H {key}") for key in lone.seeking(self.prepared[unit])] for unit in sorted(dirty)}
        seeking = {unit: keys for unit, keys in seeking.items() if keys}
        self._meet(seeking)
        every = {key for keys in seeking.values() for key in keys}
        sizes = self._shelf.sizes(every, lone.most)
        held = self._shelf.sharing([key for key in every if 0 < sizes.get(key, 0) <= lone.most])
        self.load({unit for units in held.values() for unit in units})
        for unit, keys in seeking.items():
            if any(sizes.get(key, 0) > lone.most for key in keys):
                continue
            found = sorted({other for key in keys for other in held.get(key, ())} - {unit})
            apart = self._companions.get(unit, set())
            link = lone.link(self.prepared[unit], [self.prepared[one] for one in found if one not in apart])
            if link:
                yield unit, link
