"""Sightings of persons in columns, read once: what is many times the same (names, offices, others) is looked at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.match import persons
from onrecord.match.names.parted import Numbered
from onrecord.match.whole.sets import Integers, starts
from onrecord.match.whole.units import Offices
from onrecord.model.resolution import Office, PersonSighting

Rows = tuple[Integers, Integers]
"""Where rows begin, one place more than there are rows; and what they hold, one behind the other."""


class Columns(NamedTuple):
    """Sightings of persons as columns of one length; what is told of each is as in `PersonSighting`.

    Whoever has columns anyway need not make an object of each row.
    """

    keys: Sequence[str]
    documents: Sequence[str]
    names: Sequence[tuple[str, ...]]
    offices: Sequence[tuple[Office, ...]]
    company: Sequence[tuple[str, ...]]

    @classmethod
    def of(cls, sightings: Sequence[PersonSighting]) -> Columns:
        """Return the columns of sightings, in their order."""
        rows = [(one.key, one.document, one.names, one.offices, one.company) for one in sightings]
        return cls(*zip(*rows, strict=True)) if rows else cls((), (), (), (), ())

    def sighting(self, place: int) -> PersonSighting:
        """Return one of them."""
        return PersonSighting(
            self.keys[place],
            self.documents[place],
            self.names[place],
            offices=self.offices[place],
            company=self.company[place],
        )


class Sighted:
    """Sightings in numbers.

    Args:
        sightings: in any order.

    Attributes:
        all: the sightings.
        written: the distinct names as pages give them.
        as_written: the one that each sighting has.
        names: the distinct names, upper and lower case aside.
        name: the one that each sighting has.
        others: the distinct names of others, in order.
    """

    def __init__(self, sightings: Columns) -> None:
        self.all = sightings
        written: Numbered[tuple[str, ...]] = Numbered()
        self.as_written = _integers(map(written.__getitem__, sightings.names), len(sightings.names))
        self.written = [*written]
        folded: Numbered[tuple[str, ...]] = Numbered()
        self.name = _integers(map(folded.__getitem__, map(persons.folded, self.written)), len(self.written))[self.as_written]
        self.names = [*folded]
        self.others = sorted(set(chain.from_iterable(sightings.company)))

    @cached_property
    def company(self) -> Rows:
        """Rows of the others with whom each is named together, as places in `others`."""
        places = {name: place for place, name in enumerate(self.others)}
        start = starts(map(len, self.all.company))
        return start, _integers(map(places.__getitem__, chain.from_iterable(self.all.company)), int(start[-1]))

    @cached_property
    def _offices(self) -> tuple[Offices, Rows, Integers]:
        """The distinct offices, which of them each holds, and as of when; read when first asked for, after names."""
        offices = Offices()
        flat = [*chain.from_iterable(self.all.offices)]
        objects = [*map(id, flat)]  # whoever makes sightings may use one object many times
        each = dict(zip(objects, flat, strict=True))
        numbers = dict(zip(each, offices.numbers([*each.values()]), strict=True))
        dates = [office.as_of for office in each.values()]
        year = {id(date): date.year or 0 for date in {id(date): date for date in dates}.values() if date}
        years = {one: year.get(id(date), 0) for one, date in zip(each, dates, strict=True)}
        held = _integers(map(numbers.__getitem__, objects), len(flat))
        return offices, (starts(map(len, self.all.offices)), held), _integers(map(years.__getitem__, objects), len(flat))

    @property
    def offices(self) -> Offices:
        """The distinct offices."""
        return self._offices[0]

    @property
    def held(self) -> Rows:
        """Rows of the offices of each."""
        return self._offices[1]

    @property
    def years(self) -> Integers:
        """The year as of which each of these is held, 0 where none is told."""
        return self._offices[2]

    @cached_property
    def order(self) -> Integers:
        """The places of the sightings in the order of their keys."""
        keys = self.all.keys
        return np.asarray(sorted(range(len(keys)), key=keys.__getitem__), np.int64)

    @cached_property
    def full(self) -> NDArray[np.bool_]:
        """Whether each name has a form of more than one part."""
        return np.asarray([any(map(persons.is_full, forms)) for forms in self.names], np.bool_)

    def profiles(self) -> tuple[Integers, list[str]]:
        """Return the number of `persons.profile` of each sighting, and all profiles as they print."""
        numbers: Numbered[str] = Numbered()
        _ = numbers[repr(())]  # has the number 0
        full = self.full[self.name]
        start, held = self.held
        sizes = np.diff(start)
        first = self.offices.first
        single = [numbers[repr(((o.title, o.organization or "", o.country or "", o.status),))] for o in first]
        found = np.zeros(full.size, np.int64)
        one = np.flatnonzero(full & (sizes == 1))
        found[one] = np.asarray(single, np.int64)[held[start[one]]]
        for place in np.flatnonzero(~full | (sizes > 1)).tolist():
            held_here, key = self.all.offices[place], self.all.keys[place]
            found[place] = numbers[repr(persons.profile_of(held_here, key, full=bool(full[place])))]
        return found, [*numbers]


def _integers(numbers: Iterable[int], count: int) -> Integers:
    return np.fromiter(numbers, np.int64, count)
