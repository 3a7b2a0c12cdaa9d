"""All persons of a record matched at once: the same judged pairs and clusters as `growth` finds one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.languages.ru import base_forms
from onrecord.languages.tidying import uncollected
from onrecord.match import persons
from onrecord.match.bodies import one_body
from onrecord.match.kinds import Unit
from onrecord.match.whole.alike import Names
from onrecord.match.whole.aside import Aside
from onrecord.match.whole.grouping import Grouped, company, grouped, terms, units_of
from onrecord.match.whole.joining import joined
from onrecord.match.whole.meant import only_ones, seekers
from onrecord.match.whole.pairs import judged_pairs, worth_asking
from onrecord.match.whole.sets import Integers, blocks, distinct, within
from onrecord.match.whole.showing import Shown
from onrecord.match.whole.sighted import Columns, Rows, Sighted
from onrecord.match.whole.units import accompanied, in_arrays
from onrecord.match.whole.weighing import IS_SAME, Units
from onrecord.model.resolution import Cluster, PersonSighting

MANY = 20_000
"""Sightings or units from which a second processor makes what it can of them while the first takes names apart."""


class Readied(NamedTuple):
    """What of units rests on no comparison of names: numbers and texts alone, so that another process can make it.

    Attributes:
        keys: as in `Grouped`, like the two that follow.
        sample: see there.
        documents: see there.
        arrays: the units, their company left out.
        bodies: the bodies of their offices.
        company: units, and others with whom they are named together.
        seekers: surnames with an office, and whom each can mean.
    """

    keys: Sequence[str]
    sample: Rows
    documents: Rows
    arrays: Units
    bodies: list[str]
    company: tuple[Integers, Integers]
    seekers: list[tuple[int, list[int]]]

    @classmethod
    def of(cls, units: Grouped) -> Readied:
        """Make it."""
        seen = units.seen
        arrays, bodies = in_arrays(units.name, seen.full[units.name], units.documents, terms(units), _NO_COMPANY, seen.offices)
        return cls(units.keys, units.sample, units.documents, arrays, bodies, company(units), seekers(units, arrays))


_NO_COMPANY = np.empty((0, 3), np.int64)


class People:
    """Persons matched at once.

    Args:
        seen: sightings of persons.
        names: their names, which may be being compared already.
        readied: the units of these sightings.
    """

    def __init__(self, seen: Sighted, names: Names, readied: Readied) -> None:
        self.units = Grouped(readied.keys, seen, readied.sample, readied.documents)
        self.names = names
        self._readied = readied

    @classmethod
    def of(cls, units: Grouped) -> People:
        """Return the persons of known units."""
        with Aside(partial(Readied.of, units), worth=len(units.keys) >= MANY) as beside:
            names = Names(units.seen.names, units.seen.others)
            names.begin()
            return cls(units.seen, names, beside.result())

    @cached_property
    def arrays(self) -> tuple[Units, list[str]]:
        """The units in arrays, and the bodies of their offices."""
        return accompanied(self._readied.arrays, self.names.company(*self._readied.company)), self._readied.bodies

    @cached_property
    def weighed(self) -> tuple[Integers, NDArray[np.float64], NDArray[np.int8]]:
        """Pairs of units judged by their own evidence, the smaller first, with scores and verdicts."""
        bearers = np.bincount(self.units.name, minlength=len(self.names.names))
        alike = self.names.alike(bearers, lambda left, right: worth_asking(self.arrays[0], left, right))
        units, bodies = self.arrays
        return judged_pairs(units, *alike, bodies, one_body)

    @cached_property
    def judged(self) -> tuple[Integers, NDArray[np.float64], NDArray[np.int8]]:
        """The same, and surnames with those whom alone they can mean."""
        pairs, scores, verdicts = self.weighed
        count = len(self.units.keys)
        joint = pairs[:, 0] * count + pairs[:, 1]
        order = np.argsort(joint)
        numbers = joint[order]

        def known(a: int, b: int) -> bool | None:
            at = int(np.searchsorted(numbers, a * count + b))
            return bool(verdicts[order[at]] == IS_SAME) if at < numbers.size and numbers[at] == a * count + b else None

        meant = np.asarray(only_ones(self.units, self._readied.seekers, known), np.int64).reshape(-1, 2)
        if not len(meant):
            return pairs, scores, verdicts
        # A pair that is meant takes the place of what was judged of the two.
        others = ~within(joint, distinct(meant[:, 0] * count + meant[:, 1]))
        return (
            np.concatenate([pairs[others], meant]),
            np.append(scores[others], np.full(len(meant), persons.LONE_SCORE)),
            np.append(verdicts[others], np.full(len(meant), IS_SAME, np.int8)),
        )

    @cached_property
    def homes(self) -> Integers:
        """The cluster of each unit, as one of its units."""
        pairs, scores, verdicts = self.judged
        home, _ = joined(pairs, scores, verdicts, (self.arrays[0].documents, self.arrays[0].document))
        return home


def judged_at_once(units: Sequence[Unit[PersonSighting]]) -> list[tuple[int, int]]:
    """Return the places of the pairs of units that `persons.judge` has something to say of."""
    with uncollected():
        return [(a, b) for a, b in People.of(grouped(units)).weighed[0].tolist()] if units else []


def match_people(sightings: Iterable[PersonSighting] | Columns) -> tuple[Cluster, ...]:
    """Return the clusters of persons, in the order of their keys; no analyst's judgements are known here.

    Args:
        sightings: each with a key of its own, in any order, one by one or as columns; a generator is read at once.
    """
    with uncollected():
        columns = sightings if isinstance(sightings, Columns) else Columns.of([*sightings])
        if not columns.keys:
            return ()
        seen = Sighted(columns)
        with Aside(partial(_Beside.of, seen), worth=len(columns.keys) >= MANY) as beside:
            names = Names(seen.names, seen.others)
            names.begin()
            found = beside.result()
        people = People(seen, names, found.readied)
        return _clusters(people.units, people.homes[found.unit], found)


class _Beside(NamedTuple):
    """What can be made of sightings while their names are taken apart.

    Attributes:
        readied: their units.
        unit: the unit of each sighting.
        order: the places of sightings in the order of their keys.
        shown: their names, as they are shown.
    """

    readied: Readied
    unit: Integers
    order: Integers
    shown: Shown

    @classmethod
    def of(cls, seen: Sighted) -> _Beside:
        """Make it."""
        units, unit = units_of(seen)
        shown = Shown.of([forms[0] for forms in seen.written], seen.as_written, base_forms.person)
        return cls(Readied.of(units), unit, seen.order, shown)


def _clusters(units: Grouped, home: Integers, found: _Beside) -> tuple[Cluster, ...]:
    """Return the clusters, in the order of their keys.

    Args:
        units: all units.
        home: the cluster of each sighting.
        found: of all sightings.
    """
    weighed = np.zeros(home.size, np.bool_)
    weighed[units.sample[1]] = True
    ordered = found.order
    order = np.argsort(home[ordered], kind="stable")
    places = ordered[order]
    first, sizes = blocks(home[places])
    # The members of each are in the order of their keys, and so are clusters by the first of these.
    ranked = np.argsort(order[first])
    cluster = np.empty(first.size, np.int64)
    cluster[ranked] = np.arange(first.size)
    told = weighed[places]
    names = found.shown.best(places[told], np.repeat(cluster, sizes)[told], first.size)
    keys = [*map(units.seen.all.keys.__getitem__, places.tolist())]
    spans = zip(first[ranked].tolist(), (first + sizes)[ranked].tolist(), names, strict=True)
    return tuple([Cluster("person", keys[at], tuple(keys[at:end]), name) for at, end, name in spans])
