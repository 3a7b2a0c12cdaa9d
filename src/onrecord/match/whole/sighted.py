"""Sightings of persons in columns, read once: what is many times the same (names, offices, others) is looked at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np

from onrecord.match import persons
from onrecord.match.names.prepared import Numbered
from onrecord.match.whole.sets import Integers
from onrecord.match.whole.units import Offices
from onrecord.model.resolution import PersonSighting

Rows = tuple[Integers, Integers]
"""Where rows begin, one place more than there are rows; and what they hold, one behind the other."""


class _Folded(dict[tuple[str, ...], int]):
    """Numbers of names as written: those that differ in upper and lower case alone have one."""

    def __init__(self) -> None:
        super().__init__()
        self.names: Numbered[tuple[str, ...]] = Numbered()

    def __missing__(self, written: tuple[str, ...]) -> int:
        folded = (written[0].casefold(),) if len(written) == 1 else tuple(sorted({form.casefold() for form in written}))
        self[written] = found = self.names[folded]
        return found


class Sighted:
    """Sightings in columns.

    Args:
        sightings: in any order.

    Attributes:
        all: the sightings.
        names: the distinct names, upper and lower case aside.
        name: the name of each sighting, by its place.
        offices: the distinct offices.
        held: rows of the offices of each.
        years: the year as of which each of these is held, 0 where none is told.
        others: the distinct names of others, in order.
        company: rows of these.
    """

    def __init__(self, sightings: Sequence[PersonSighting]) -> None:
        self.all = sightings
        folded = _Folded()
        self.name = np.fromiter((folded[one.names] for one in sightings), np.int64, len(sightings))
        self.names = [*folded.names]
        self.offices = Offices()
        flat = [office for one in sightings for office in one.offices]
        ends = np.cumsum(np.fromiter((len(one.offices) for one in sightings), np.int64, len(sightings)))
        numbers = np.fromiter(map(self.offices.number, flat), np.int64, len(flat))
        self.held: Rows = np.concatenate([np.zeros(1, np.int64), ends]), numbers
        known: dict[str, int] = {"": 0}
        dates = [office.as_of.edtf if office.as_of else "" for office in flat]
        for office in flat:
            if office.as_of and office.as_of.edtf not in known:
                known[office.as_of.edtf] = office.as_of.year or 0
        self.years = np.fromiter(map(known.__getitem__, dates), np.int64, len(flat))
        met = [*chain.from_iterable([one.company for one in sightings])]
        self.others = sorted(set(met))
        places = {name: place for place, name in enumerate(self.others)}
        ends = np.cumsum(np.fromiter((len(one.company) for one in sightings), np.int64, len(sightings)))
        self.company: Rows = (
            np.concatenate([np.zeros(1, np.int64), ends]),
            np.fromiter(map(places.__getitem__, met), np.int64, len(met)),
        )

    def profiles(self) -> tuple[Integers, list[str]]:
        """Return the number of `persons.profile` of each sighting, and all profiles as they print."""
        numbers: Numbered[str] = Numbered()
        numbers[repr(())] = 0
        full = np.asarray([any(map(persons.is_full, forms)) for forms in self.names], np.bool_)[self.name]
        start, held = self.held
        sizes = np.diff(start)
        first = self.offices.first
        single = [numbers[repr(((o.title, o.organization or "", o.country or "", o.status),))] for o in first]
        found = np.zeros(full.size, np.int64)
        one = np.flatnonzero(full & (sizes == 1))
        found[one] = np.asarray(single, np.int64)[held[start[one]]]
        for place in np.flatnonzero(~full | (sizes > 1)).tolist():
            found[place] = numbers[repr(persons.profile(self.all[place]))]
        return found, [*numbers]
