"""Where matching keeps what it has worked out of one kind, so that a new page touches only what it bears on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from onrecord.match.kinds import Sighting
from onrecord.model.resolution import Link


class Shelf[S: Sighting](Protocol):
    """What is kept of one kind: units with samples of their sightings, blocking keys, judged pairs, clusters."""

    def is_empty(self) -> bool:
        """Tell whether nothing is here, as far as that is known at once: a shelf may say no without looking."""

    def units_of(self, sightings: Collection[str]) -> dict[str, str]:
        """Return the unit of each sighting that has one."""

    def members(self, units: Collection[str]) -> dict[str, dict[str, str]]:
        """Return the sightings of each unit with their documents; a unit that is not there has none."""

    def samples(self, units: Collection[str]) -> dict[str, tuple[S, ...]]:
        """Return the samples of units."""

    def first(self, unit: str, sightings: Collection[str]) -> tuple[S, ...]:
        """Return sightings of a unit by their keys; asked for only where one of its sample is gone."""

    def units_at(self, names: Collection[str]) -> dict[str, list[str]]:
        """Return the units of each name (by its number)."""

    def names_of(self, units: Collection[str]) -> dict[str, str]:
        """Return the name of each unit that is there."""

    def sizes(self, blocks: Collection[int], most: int) -> dict[int, int]:
        """Return how many hold each blocking key; of one that more hold than `most`, some number above it."""

    def sharing(self, blocks: Collection[int]) -> dict[int, list[str]]:
        """Return who holds each blocking key: names, and units for keys of units."""

    def blocks(self, holders: Collection[str]) -> dict[str, frozenset[int]]:
        """Return the blocking keys of names or units."""

    def least(self, units: Collection[str]) -> dict[str, str]:
        """Return the smallest key of the sightings of each unit that is there."""

    def companions(self, units: Collection[str]) -> dict[str, set[str]]:
        """Return the other units that share a document with each of these."""

    def links(self, units: Collection[str]) -> list[Link]:
        """Return the judged pairs of which one is among these units; their reasons may be left out (see `explained`)."""

    def linked(self, pairs: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
        """Return those of these pairs of units, the smaller first, that are judged."""

    def explained(self, links: Iterable[Link]) -> list[Link]:
        """Return judged pairs with their reasons, in the order given."""

    def clusters(self, sightings: Collection[str]) -> dict[str, str]:
        """Return the cluster of each sighting that has one."""

    def move(self, sightings: Collection[str], homes: Mapping[str, tuple[str, str]]) -> None:
        """Take sightings out of their units and put others (by their keys) into a unit, with their document."""

    def put(self, samples: Mapping[str, tuple[S, ...]], names: Mapping[str, str], gone: Collection[str]) -> None:
        """Keep the samples and names of units, and forget units that are gone."""

    def hold(self, blocks: Mapping[str, Collection[int]]) -> None:
        """Replace the blocking keys of names or units; empty ones are forgotten."""

    def relink(self, units: Collection[str], links: Iterable[Link]) -> None:
        """Replace the judged pairs of units."""

    def unlink(self, links: Iterable[Link]) -> None:
        """Forget judged pairs."""

    def settle(self, clusters: Mapping[str, str], gone: Collection[str]) -> None:
        """Keep the clusters of sightings, and forget those of sightings that are gone."""


class MemoryShelf[S: Sighting]:
    """A shelf in memory."""

    def __init__(self) -> None:
        self._unit: dict[str, str] = {}
        self._members: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self._samples: dict[str, tuple[S, ...]] = {}
        self._sightings: dict[str, S] = {}
        self._sharing: defaultdict[int, list[str]] = defaultdict(list)
        self._blocks: dict[str, frozenset[int]] = {}
        self._links: defaultdict[str, dict[str, Link]] = defaultdict(dict)
        self._clusters: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._at: defaultdict[str, set[str]] = defaultdict(set)
        self._shown: defaultdict[str, set[str]] = defaultdict(set)

    def know(self, sightings: Iterable[S]) -> None:
        """Take sightings that `first` may be asked for."""
        self._sightings.update((sighting.key, sighting) for sighting in sightings)

    def become(self, other: MemoryShelf[S]) -> None:
        """Hold all that another one holds, and nothing else; the other is used no more."""
        self.__dict__.update(other.__dict__)

    def pour(self, other: Shelf[S]) -> None:
        """Put all that is here into an empty shelf, but for the clusters."""
        other.move([], {key: (unit, self._members[unit][key]) for key, unit in self._unit.items()})
        other.put(self._samples, self._names, [])
        other.hold(self._blocks)
        other.relink([], [link for unit, links in self._links.items() for other_, link in links.items() if unit < other_])

    def is_empty(self) -> bool:
        """See `Shelf`."""
        return not self._unit

    def units_of(self, sightings: Collection[str]) -> dict[str, str]:
        """See `Shelf`."""
        return {key: self._unit[key] for key in sightings if key in self._unit}

    def members(self, units: Collection[str]) -> dict[str, dict[str, str]]:
        """See `Shelf`."""
        return {unit: self._members.get(unit, {}) for unit in units}

    def samples(self, units: Collection[str]) -> dict[str, tuple[S, ...]]:
        """See `Shelf`."""
        return {unit: self._samples[unit] for unit in units if unit in self._samples}

    def first(self, unit: str, sightings: Collection[str]) -> tuple[S, ...]:  # noqa: ARG002 - others look it up by the unit
        """See `Shelf`."""
        return tuple(self._sightings[key] for key in sightings)

    def units_at(self, names: Collection[str]) -> dict[str, list[str]]:
        """See `Shelf`."""
        return {name: sorted(self._at[name]) for name in names if self._at.get(name)}

    def names_of(self, units: Collection[str]) -> dict[str, str]:
        """See `Shelf`."""
        return {unit: self._names[unit] for unit in units if unit in self._names}

    def sizes(self, blocks: Collection[int], most: int) -> dict[int, int]:  # noqa: ARG002 - counting costs nothing here
        """See `Shelf`."""
        return {block: len(self._sharing.get(block, ())) for block in blocks}

    def sharing(self, blocks: Collection[int]) -> dict[int, list[str]]:
        """See `Shelf`."""
        return {block: self._sharing[block] for block in blocks if block in self._sharing}

    def blocks(self, holders: Collection[str]) -> dict[str, frozenset[int]]:
        """See `Shelf`."""
        return {holder: self._blocks.get(holder, frozenset()) for holder in holders}

    def least(self, units: Collection[str]) -> dict[str, str]:
        """See `Shelf`."""
        return {unit: self._samples[unit][0].key for unit in units if unit in self._samples}

    def companions(self, units: Collection[str]) -> dict[str, set[str]]:
        """See `Shelf`."""
        home, shown = self._unit, self._shown
        return {
            unit: {home[key] for document in self._members.get(unit, {}).values() for key in shown[document]} - {unit}
            for unit in units
        }

    def linked(self, pairs: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
        """See `Shelf`."""
        return {(a, b) for a, b in pairs if b in self._links.get(a, {})}

    def explained(self, links: Iterable[Link]) -> list[Link]:
        """See `Shelf`."""
        return list(links)

    def links(self, units: Collection[str]) -> list[Link]:
        """See `Shelf`."""
        wanted = set(units)
        return [
            link for unit in units for other, link in self._links.get(unit, {}).items() if other not in wanted or unit < other
        ]

    def clusters(self, sightings: Collection[str]) -> dict[str, str]:
        """See `Shelf`."""
        return {key: self._clusters[key] for key in sightings if key in self._clusters}

    def move(self, sightings: Collection[str], homes: Mapping[str, tuple[str, str]]) -> None:
        """See `Shelf`."""
        for key in sightings:
            unit = self._unit.pop(key, None)
            if unit is not None:
                self._shown[self._members[unit].pop(key)].discard(key)
        for key, (unit, document) in homes.items():
            self._unit[key] = unit
            self._members[unit][key] = document
            self._shown[document].add(key)

    def put(self, samples: Mapping[str, tuple[S, ...]], names: Mapping[str, str], gone: Collection[str]) -> None:
        """See `Shelf`."""
        for unit in gone:
            self._samples.pop(unit, None)
            self._members.pop(unit, None)
            if unit in self._names:
                self._at[self._names.pop(unit)].discard(unit)
        self._samples.update(samples)
        for unit, name in names.items():
            self._names[unit] = name
            self._at[name].add(unit)

    def hold(self, blocks: Mapping[str, Collection[int]]) -> None:
        """See `Shelf`."""
        for holder, keys in blocks.items():
            for block in self._blocks.pop(holder, frozenset()):
                self._sharing[block].remove(holder)
            if keys:
                self._blocks[holder] = frozenset(keys)
            for block in frozenset(keys):
                self._sharing[block].append(holder)

    def relink(self, units: Collection[str], links: Iterable[Link]) -> None:
        """See `Shelf`."""
        for unit in units:
            for other in self._links.pop(unit, {}):
                self._links[other].pop(unit, None)
        for link in links:
            self._links[link.a][link.b] = link
            self._links[link.b][link.a] = link

    def unlink(self, links: Iterable[Link]) -> None:
        """See `Shelf`."""
        for link in links:
            self._links[link.a].pop(link.b, None)
            self._links[link.b].pop(link.a, None)

    def settle(self, clusters: Mapping[str, str], gone: Collection[str]) -> None:
        """See `Shelf`."""
        for key in gone:
            self._clusters.pop(key, None)
        self._clusters.update(clusters)


def sampled[S: Sighting](sightings: Iterable[S], most: int) -> tuple[S, ...]:
    """Return the sightings of the smallest keys, in their order."""
    found: Sequence[S] = sorted(sightings, key=lambda sighting: sighting.key)
    return tuple(found[:most])
