"""All persons of a record matched at once: the same judged pairs and clusters as `growth` finds one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from onrecord.languages.ru import base_forms
from onrecord.languages.tidying import uncollected
from onrecord.match import persons
from onrecord.match.bodies import one_body
from onrecord.match.kinds import Unit
from onrecord.match.naming import shown
from onrecord.match.whole.alike import Names
from onrecord.match.whole.grouping import Grouped, company, grouped, terms, units_of
from onrecord.match.whole.joining import joined
from onrecord.match.whole.meant import only_ones, seekers
from onrecord.match.whole.pairs import judged_pairs, worth_asking
from onrecord.match.whole.sets import Integers, blocks, distinct, within
from onrecord.match.whole.sighted import Columns, Sighted
from onrecord.match.whole.units import in_arrays
from onrecord.match.whole.weighing import IS_SAME, Units
from onrecord.model.resolution import Cluster, PersonSighting


class People:
    """Persons matched at once.

    Args:
        units: units of sightings.
        names: their names, where these are being compared already.
    """

    def __init__(self, units: Grouped, names: Names | None = None) -> None:
        self.units = units
        self.names = names or Names(units.seen.names, units.seen.others)

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
        _ = self._seekers
        alike = self.names.alike(bearers, lambda left, right: worth_asking(self.arrays[0], left, right))
        units, bodies = self.arrays
        return judged_pairs(units, *alike, bodies, one_body)

    @cached_property
    def _seekers(self) -> list[tuple[int, list[int]]]:
        """Surnames with an office, and whom each can mean; looked for while other threads compare names."""
        return seekers(self.units, self.arrays[0])

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

        meant = np.asarray(only_ones(self.units, self._seekers, known), np.int64).reshape(-1, 2)
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
        return [(a, b) for a, b in People(grouped(units)).weighed[0].tolist()] if units else []


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
        names = Names(seen.names, seen.others)
        names.begin()
        units, unit = units_of(seen)
        return _clusters(units, People(units, names).homes[unit])


def _clusters(units: Grouped, home: Integers) -> tuple[Cluster, ...]:
    """Return the clusters, in the order of their keys.

    Args:
        units: all units.
        home: the cluster of each sighting.
    """
    weighed = np.zeros(home.size, np.bool_)
    weighed[units.sample[1]] = True
    ordered = units.seen.order
    order = np.argsort(home[ordered], kind="stable")
    first, sizes = blocks(home[ordered[order]])
    places, told = ordered[order].tolist(), weighed[ordered[order]].tolist()
    keys = [*map(units.seen.all.keys.__getitem__, places)]
    called = [forms[0] for forms in map(units.seen.all.names.__getitem__, places)]
    made = []
    # The members of each are in the order of their keys, and so are clusters by the first of these.
    ranked = np.argsort(order[first])
    for at, size in zip(first[ranked].tolist(), sizes[ranked].tolist(), strict=True):
        names = called[at : at + size]
        if names.count(names[0]) == size:
            name = base_forms.person(names[0])
        else:
            name = shown(compress(names, told[at : at + size]), base_forms.person)
        made.append(Cluster("person", keys[at], tuple(keys[at : at + size]), name))
    return tuple(made)
