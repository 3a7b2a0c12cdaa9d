"""All persons of a record matched at once: the same judged pairs and clusters as `growth` finds one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from onrecord.match import persons
from onrecord.match.bodies import one_body
from onrecord.match.names.prepared import Numbered
from onrecord.match.naming import shown
from onrecord.match.uncollected import uncollected
from onrecord.match.whole.alike import Names
from onrecord.match.whole.joining import joined
from onrecord.match.whole.meant import only_ones
from onrecord.match.whole.pairs import judged_pairs, worth_asking
from onrecord.match.whole.sets import Integers, distinct, within
from onrecord.match.whole.units import Offices, Persons, in_arrays, rows_of, units_of
from onrecord.match.whole.weighing import IS_SAME, Units
from onrecord.model.resolution import Cluster, PersonSighting


class People:
    """Persons matched at once.

    Args:
        units: units of sightings, in the order of their keys.
    """

    def __init__(self, units: Sequence[Persons]) -> None:
        self.units = units
        self.offices = Offices()
        names: Numbered[tuple[str, ...]] = Numbered()
        self._named = np.asarray([names[persons.named(unit.sample[0])] for unit in units], np.int64)
        company = sorted({name for unit in units for sighting in unit.sample for name in sighting.company})
        self._company = {name: place for place, name in enumerate(company)}
        self.names = Names([*names], company)

    @cached_property
    def arrays(self) -> tuple[Units, list[str]]:
        """The units in arrays, and the bodies of their offices."""
        documents: Numbered[str] = Numbered()
        there = [sorted([documents[name] for name in unit.documents]) for unit in self.units]
        terms = rows_of([self.offices.terms(unit.sample) for unit in self.units])
        met = [sorted({self._company[name] for sighting in unit.sample for name in sighting.company}) for unit in self.units]
        unit = np.repeat(np.arange(len(met)), [*map(len, met)])
        company = self.names.company(unit, np.fromiter(chain.from_iterable(met), np.int64))
        return in_arrays(self._named, self.names.full[self._named], rows_of(there), terms, company, self.offices)

    @cached_property
    def weighed(self) -> tuple[Integers, NDArray[np.float64], NDArray[np.int8]]:
        """Pairs of units judged by their own evidence, the smaller first, with scores and verdicts."""
        bearers = np.bincount(self._named, minlength=len(self.names.names))
        alike = self.names.alike(bearers, lambda left, right: worth_asking(self.arrays[0], left, right))
        units, bodies = self.arrays
        return judged_pairs(units, *alike, bodies, one_body)

    @cached_property
    def judged(self) -> tuple[Integers, NDArray[np.float64], NDArray[np.int8]]:
        """The same, and surnames with those whom alone they can mean."""
        pairs, scores, verdicts = self.weighed
        meant = np.asarray(only_ones(self.units, self.arrays[0], self.names.names), np.int64).reshape(-1, 2)
        if not len(meant):
            return pairs, scores, verdicts
        # A pair that is meant takes the place of what was judged of the two.
        count = len(self.units)
        others = ~within(pairs[:, 0] * count + pairs[:, 1], distinct(meant[:, 0] * count + meant[:, 1]))
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

    def clusters(self) -> tuple[Cluster, ...]:
        """Return the clusters, in the order of their keys."""
        together: defaultdict[int, list[Persons]] = defaultdict(list)
        for unit, home in zip(self.units, self.homes.tolist(), strict=True):
            together[home].append(unit)
        made = []
        for units in together.values():
            keys = sorted([key for unit in units for key in unit.members])
            names = [sighting.names[0] for unit in units for sighting in unit.sample]
            made.append(Cluster("person", keys[0], tuple(keys), shown(names)))
        return tuple(sorted(made, key=lambda cluster: cluster.key))


def judged_at_once(units: Sequence[Persons]) -> list[tuple[int, int]]:
    """Return the places of the pairs of units that `persons.judge` has something to say of."""
    with uncollected():
        return [(a, b) for a, b in People(units).weighed[0].tolist()] if units else []


def match_people(sightings: Iterable[PersonSighting]) -> tuple[Cluster, ...]:
    """Return the clusters of persons, in the order of their keys; no analyst's judgements are known here.

    Args:
        sightings: each with a key of its own, in any order; a generator is read at once.
    """
    with uncollected():
        units = units_of(sightings)
        return People(units).clusters() if units else ()
