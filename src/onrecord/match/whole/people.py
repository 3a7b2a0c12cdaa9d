"""All persons of a record matched at once: the same judged pairs and clusters as `growth` finds one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from onrecord.match import persons
from onrecord.match.bodies import one_body
from onrecord.match.kinds import Unit
from onrecord.match.naming import shown
from onrecord.match.uncollected import uncollected
from onrecord.match.whole.alike import Names
from onrecord.match.whole.grouping import Grouped, company, grouped, terms, units_of
from onrecord.match.whole.joining import joined
from onrecord.match.whole.meant import only_ones
from onrecord.match.whole.pairs import judged_pairs, worth_asking
from onrecord.match.whole.sets import Integers, blocks, distinct, within
from onrecord.match.whole.units import in_arrays
from onrecord.match.whole.weighing import IS_SAME, Units
from onrecord.model.resolution import Cluster, PersonSighting


class People:
    """Persons matched at once.

    Args:
        units: units of sightings.
    """

    def __init__(self, units: Grouped) -> None:
        self.units = units
        self.names = Names(units.seen.names, units.seen.others)

    @cached_property
    def arrays(self) -> tuple[Units, list[str]]:
        """The units in arrays, and the bodies of their offices."""
        units = self.units
        met = self.names.company(*company(units))
        return in_arrays(units.name, self.names.full[units.name], units.documents, terms(units), met, units.seen.offices)

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
        meant = np.asarray(only_ones(self.units, self.arrays[0]), np.int64).reshape(-1, 2)
        if not len(meant):
            return pairs, scores, verdicts
        # A pair that is meant takes the place of what was judged of the two.
        count = len(self.units.keys)
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


def judged_at_once(units: Sequence[Unit[PersonSighting]]) -> list[tuple[int, int]]:
    """Return the places of the pairs of units that `persons.judge` has something to say of."""
    with uncollected():
        return [(a, b) for a, b in People(grouped(units)).weighed[0].tolist()] if units else []


def match_people(sightings: Iterable[PersonSighting]) -> tuple[Cluster, ...]:
    """Return the clusters of persons, in the order of their keys; no analyst's judgements are known here.

    Args:
        sightings: each with a key of its own, in any order; a generator is read at once.
    """
    with uncollected():
        units, unit = units_of(sightings)
        return _clusters(units, People(units).homes[unit]) if units.keys else ()


def _clusters(units: Grouped, home: Integers) -> tuple[Cluster, ...]:
    """Return the clusters, in the order of their keys.

    Args:
        units: all units.
        home: the cluster of each sighting, in the order of their keys.
    """
    every = units.seen.all
    weighed = np.zeros(home.size, np.bool_)
    weighed[units.sample[1]] = True
    order = np.argsort(home, kind="stable")
    first, sizes = blocks(home[order])
    places, told = order.tolist(), weighed.tolist()
    made = []
    # The members of each are in the order of their keys, and so are clusters by the first of these.
    spans = sorted(zip(order[first].tolist(), first.tolist(), sizes.tolist(), strict=True))
    for _, at, size in spans:
        members = [every[place] for place in places[at : at + size]]
        names = [every[place].names[0] for place in places[at : at + size] if told[place]]
        name = shown(names) if names.count(names[0]) < len(names) else names[0]
        made.append(Cluster("person", members[0].key, tuple([one.key for one in members]), name))
    return tuple(made)
