"""Units of sightings, as `Growth` makes them, and what is weighed of each, in rows of numbers."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from onrecord.match.kinds import SAMPLE, Unit, number
from onrecord.match.names.parted import Numbered
from onrecord.match.whole.sets import Integers, blocks, distinct, of_rows, ranks, starts
from onrecord.match.whole.sighted import Columns, Rows, Sighted
from onrecord.model.resolution import PersonSighting

_FAR = 1 << 40
"""Beyond all years."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """Units of sightings, in the order of their keys.

    Attributes:
        keys: the numbers of units.
        seen: sightings, among them all that are weighed.
        sample: rows of the sightings that are weighed of each unit, as places in `seen`, in the order of their keys.
        documents: rows of the documents of each unit, in order.
    """

    keys: Sequence[str]
    seen: Sighted
    sample: Rows
    documents: Rows

    @property
    def name(self) -> Integers:
        """The name of each unit, as a place in `seen.names`."""
        start, places = self.sample
        found: Integers = self.seen.name[places[start[:-1]]]
        return found

    def sightings(self, unit: int) -> tuple[PersonSighting, ...]:
        """Return the sightings that are weighed of a unit."""
        start, places = self.sample
        return tuple([self.seen.all.sighting(place) for place in places[start[unit] : start[unit + 1]].tolist()])


def grouped(units: Sequence[Unit[PersonSighting]]) -> Grouped:
    """Return units that are known.

    Args:
        units: in the order of their keys.
    """
    seen = Sighted(Columns.of([*chain.from_iterable([unit.sample for unit in units])]))
    start = starts([len(unit.sample) for unit in units])
    documents: Numbered[str] = Numbered()
    shown = [documents[name] for unit in units for name in unit.documents]
    owner = np.repeat(np.arange(len(units)), [len(unit.documents) for unit in units])
    there = _once(owner, np.asarray(shown, np.int64), len(units))
    return Grouped([unit.key for unit in units], seen, (start, np.arange(start[-1])), there)


def units_of(seen: Sighted) -> tuple[Grouped, Integers]:
    """Return the units of sightings, and the unit of each sighting.

    Args:
        seen: sightings in any order, each with a key of its own.
    """
    documents: Numbered[str] = Numbered()
    shown = seen.all.documents
    document = np.fromiter(map(documents.__getitem__, shown), np.int64, len(shown))
    profile, profiles = seen.profiles()
    # From here on sightings stand in the order of their keys.
    places = seen.order
    name, document, profile = seen.name[places], document[places], profile[places]
    alike = ranks(name * max(1, len(profiles)) + profile)
    time = _times(alike, document)
    every = alike * (int(time.max(initial=0)) + 1) + time
    order = np.argsort(every, kind="stable")
    first, sizes = blocks(every[order])
    # A unit is known by the smallest of its sightings, which has its name and profile as all others have.
    some = order[first]
    keys = _keys(seen.names, name[some], [profiles[n] for n in profile[some].tolist()], time[some])
    ranked = np.asarray(sorted(range(len(keys)), key=keys.__getitem__), np.int64)
    rank = np.empty(len(keys), np.int64)
    rank[ranked] = np.arange(len(keys))
    unit = np.empty(every.size, np.int64)
    unit[order] = np.repeat(rank, sizes)
    start = starts(np.minimum(sizes[ranked], SAMPLE))
    begin = np.repeat(first[ranked] - start[:-1], np.diff(start))
    sample = start, places[order[begin + np.arange(begin.size)]]
    found = np.empty(unit.size, np.int64)
    found[places] = unit
    return Grouped([keys[n] for n in ranked.tolist()], seen, sample, _once(unit, document, len(keys))), found


def _times(alike: Integers, document: Integers) -> Integers:
    """Return which of those of its name and profile in its document each sighting is, from 1 on."""
    joint = alike * (int(document.max(initial=0)) + 1) + document
    order = np.argsort(joint, kind="stable")
    first, sizes = blocks(joint[order])
    found = np.empty(joint.size, np.int64)
    found[order] = 1 + np.arange(joint.size) - np.repeat(first, sizes)
    return found


def _keys(forms: Sequence[tuple[str, ...]], some: Integers, profiles: Sequence[str], time: Integers) -> list[str]:
    """Return the numbers of the units of some names, as `kinds.number` makes them, each name printed once."""
    names = [*map(repr, forms)]
    keys = []
    for name, held, again in zip(some.tolist(), profiles, time.tolist(), strict=True):
        printed = f"('person', {names[name]}, {held})"
        key = hashlib.blake2b(printed.encode(), digest_size=8).hexdigest()[1:]
        keys.append(number(key, again) if again > 1 else key)
    return keys


def _once(owner: Integers, values: Integers, owners: int) -> Rows:
    """Return the values of each owner, in order and each once, as rows."""
    across = int(values.max(initial=0)) + 1
    joint = distinct(owner * across + values)
    return np.searchsorted(joint // across, np.arange(owners + 1)), joint % across


def _of_sample(units: Grouped, rows: Rows) -> tuple[Integers, Integers]:
    """Return units, and the places of what rows hold of their samples."""
    start, places = units.sample
    owner = np.repeat(np.arange(len(units.keys)), np.diff(start))
    return np.repeat(owner, np.diff(rows[0])[places]), of_rows(places, rows[0], np.arange(rows[1].size))


def terms(units: Grouped) -> Rows:
    """Return rows of (office, first year, last year) of units, as `offices.held_through` joins them."""
    seen = units.seen
    owner, at = _of_sample(units, seen.held)
    alike = np.asarray(seen.offices.alike, np.int64)[seen.held[1][at]]
    joint = owner * (int(alike.max(initial=0)) + 1) + alike
    order = np.argsort(joint, kind="stable")
    first, _ = blocks(joint[order])
    at = at[order]
    found = np.zeros((first.size, 3), np.int64)
    if first.size:
        found[:, 0], years = seen.held[1][at[first]], seen.years[at]
        told = years[first] != 0
        found[:, 1] = np.where(told, np.minimum.reduceat(np.where(years == 0, _FAR, years), first), 0)
        found[:, 2] = np.where(told, np.maximum.reduceat(np.where(years == 0, -_FAR, years), first), 0)
    return np.searchsorted(owner[order][first], np.arange(len(units.keys) + 1)), found.ravel()


def company(units: Grouped) -> tuple[Integers, Integers]:
    """Return units, and others with whom they are named together by their places in `seen.others`; in order, each once."""
    owner, at = _of_sample(units, units.seen.company)
    across = max(1, len(units.seen.others))
    joint = distinct(owner * across + units.seen.company[1][at])
    return joint // across, joint % across
