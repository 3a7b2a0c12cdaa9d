"""All persons of a record matched at once: the same judged pairs and clusters as `growth` finds one by one."""

from __future__ import annotations

import gc
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from onrecord.match import persons
from onrecord.match.bodies import one_body
from onrecord.match.names.commonness import is_common
from onrecord.match.names.lattice import Lexicon, room
from onrecord.match.names.misprints import one_letter_apart
from onrecord.match.names.prepared import Numbered
from onrecord.match.naming import shown
from onrecord.match.persons import Person
from onrecord.match.whole.blocks import keys_of
from onrecord.match.whole.calling import Spelled
from onrecord.match.whole.forms import FEATURES, LIKENESS, NEAR, SAME_NAME, SCRIPT, SPELLING, UNLIKE, Called, likenesses
from onrecord.match.whole.joining import joined
from onrecord.match.whole.meant import only_ones
from onrecord.match.whole.neighbours import neighbours
from onrecord.match.whole.pairs import judged_pairs, worth_asking
from onrecord.match.whole.sets import Integers, distinct, within
from onrecord.match.whole.units import Offices, Persons, in_arrays, units_of
from onrecord.match.whole.weighing import IS_SAME, Units
from onrecord.match.words import plain
from onrecord.model.resolution import Cluster, PersonSighting

CHUNK = 20_000
"""Pairs of names that a thread compares in one go."""


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _said(
    left: Integers, right: Integers, places: Integers, called: Called, lexicon: Lexicon
) -> tuple[Integers, NDArray[np.void]]:
    """Return places of pairs of names, and what these pairs say."""
    found = np.zeros(places.size, LIKENESS)
    likenesses(left[places], right[places], called, lexicon, room(), found)
    return places, found


class People:
    """Persons matched at once.

    Args:
        units: units of sightings, in the order of their keys.
    """

    def __init__(self, units: Sequence[Persons]) -> None:
        self.units = units
        self.offices = Offices()
        self._names: Numbered[tuple[str, ...]] = Numbered()
        self._named = np.asarray([self._names[persons.named(unit.sample[0])] for unit in units], np.int64)
        company = {name for unit in units for sighting in unit.sample for name in sighting.company}
        self._company = {name: place for place, name in enumerate(sorted(company))}
        self._spelled = Spelled([*self._names], [name.casefold() for name in company])
        self._keys = keys_of(self._spelled.parted)

    @cached_property
    def alike(self) -> tuple[Integers, Integers, NDArray[np.void], NDArray[np.bool_]]:
        """Pairs of names that may be one person's, what they say, and whether many people have that name."""
        left, right = neighbours(self._keys, self._spelled)
        own = np.flatnonzero(np.bincount(self._named, minlength=len(self._names)) > 1)
        left, right = np.concatenate([left, own]), np.concatenate([right, own])
        spelled, plains = self._spelled, Numbered[str]()
        partial = (spelled.whole[left] == 0) | (spelled.whole[right] == 0)
        parted = np.zeros(len(spelled.forms), np.bool_)
        parted[_rows(distinct(np.concatenate([left[partial], right[partial]])), spelled.start, spelled.flat)] = True
        called, lexicon = spelled.called(plains, parted)
        found = np.zeros(left.size, LIKENESS)
        with ThreadPoolExecutor(_processors()) as pool:

            def compared(places: Integers) -> list[Future[tuple[Integers, NDArray[np.void]]]]:
                parts = [places[at : at + CHUNK] for at in range(0, places.size, CHUNK)]
                return [pool.submit(_said, left, right, part, called, lexicon) for part in parts]

            # Compiled code lets other threads run: the rest of the units is taken apart meanwhile.
            waiting = compared(np.flatnonzero(~partial))
            asked = np.flatnonzero(partial)
            waiting += compared(asked[worth_asking(self.arrays[0], left[asked], right[asked])])
        for one in waiting:
            places, said = one.result()
            found[places] = said
        forms = [*spelled.forms]
        self._near(found, left, right, forms)
        kept = found["kind"] != UNLIKE
        left, right, found = left[kept], right[kept], found[kept]
        named = (found["kind"] == SAME_NAME) | (found["kind"] == SCRIPT) | (found["kind"] == SPELLING)
        asked = distinct(np.concatenate([found["a"][named], found["b"][named]]))
        common = np.zeros(len(forms), np.bool_)
        common[asked] = [is_common(forms[form]) for form in asked.tolist()]
        return left, right, found, named & common[found["a"]] & common[found["b"]]

    def _near(self, found: NDArray[np.void], left: Integers, right: Integers, forms: Sequence[str]) -> None:
        """Look at names in Hangul of which one letter differs, and at those that arrays have no room for."""
        spelled = self._spelled
        hangul = np.asarray(["가" <= form[:1] <= "힣" for form in forms], np.bool_)
        names = np.zeros(len(self._names), np.bool_)
        odd = np.zeros(len(self._names), np.bool_)
        owner = np.repeat(np.arange(len(self._names)), np.diff(spelled.start))
        names[owner[hangul[spelled.flat]]] = True
        odd[owner[spelled.odd[spelled.flat]]] = True
        beside = np.flatnonzero((found["kind"] == UNLIKE) & names[left] & names[right])
        for n in beside.tolist():
            ours, theirs = (self._full(name, forms) for name in (left[n], right[n]))
            if any(one_letter_apart(x, y) for x in ours for y in theirs):
                found[n]["kind"] = NEAR
        listed = [*self._names]
        for n in np.flatnonzero(odd[left] | odd[right]).tolist():
            alike = persons.likeness(_bare(listed[left[n]]), _bare(listed[right[n]]))
            found[n]["kind"] = FEATURES.index(alike.feature) if alike else UNLIKE
            if alike:
                found[n]["score"] = alike.times
                found[n]["a"], found[n]["b"] = (spelled.forms[form] for form in (alike.a, alike.b))

    def _full(self, name: int, forms: Sequence[str]) -> list[str]:
        first = self._spelled.start[name]
        return [forms[form] for form in self._spelled.flat[first : first + self._spelled.whole[name]].tolist()]

    @cached_property
    def arrays(self) -> tuple[Units, list[str]]:
        """The units in arrays, and the bodies of their offices."""
        return in_arrays(self.units, self._named, self._spelled.whole[self._named] > 0, self._kept(), self.offices)

    def _kept(self) -> Integers:
        """Return rows of (unit, key, name): the company of each unit; of two names of one key the last one counts."""
        plains: Numbered[str] = Numbered()
        forms, keys = self._spelled.forms, self._keys
        count = len(forms)
        of_form = [(plains[plain(form)] * 3, place) for form, place in forms.items()]
        every = np.concatenate(
            [
                np.asarray(of_form, np.int64).reshape(-1, 2),
                np.stack([keys.hangul[0] * 3 + 1, keys.hangul[1]], axis=1),
                np.stack([keys.full[0] * 3 + 2, keys.full[1]], axis=1),
            ]
        )
        every = every[np.argsort(every[:, 1], kind="stable")]
        start = np.searchsorted(every[:, 1], np.arange(count + 1))
        named = [sorted({self._company[name] for sighting in unit.sample for name in sighting.company}) for unit in self.units]
        form = np.asarray([forms[name.casefold()] for name in self._company], np.int64)
        unit = np.repeat(np.arange(len(named)), [*map(len, named)])
        name = np.asarray([one for names in named for one in names], np.int64)
        sizes = (start[form + 1] - start[form])[name]
        keyed = every[_rows(form[name], start, np.arange(len(every))), 0]
        return last_of_each(np.repeat(unit, sizes), keyed, np.repeat(name, sizes))

    @cached_property
    def weighed(self) -> tuple[Integers, NDArray[np.float64], NDArray[np.int8]]:
        """Pairs of units judged by their own evidence, the smaller first, with scores and verdicts."""
        units, bodies = self.arrays
        return judged_pairs(units, *self.alike, bodies, one_body)

    @cached_property
    def judged(self) -> tuple[Integers, NDArray[np.float64], NDArray[np.int8]]:
        """The same, and surnames with those whom alone they can mean."""
        units, _ = self.arrays
        pairs, scores, verdicts = self.weighed
        meant = np.asarray(only_ones(self.units, units, self.offices), np.int64).reshape(-1, 2)
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


def last_of_each(units: Integers, keys: Integers, names: Integers) -> Integers:
    """Return rows of (unit, key, name) in order, of each unit and key the one with the greatest name."""
    across, along = int(keys.max(initial=0)) + 1, int(names.max(initial=0)) + 1
    if (int(units.max(initial=0)) + 1) * across * along >= 2**63:
        order = np.lexsort((names, keys, units))
        units, keys, names = units[order], keys[order], names[order]
        last = np.append((units[1:] != units[:-1]) | (keys[1:] != keys[:-1]), np.ones(min(units.size, 1), np.bool_))
        return np.stack([units[last], keys[last], names[last]], axis=1)
    # As one number each they sort far faster than in three columns.
    numbers = np.sort((units * across + keys) * along + names)
    both = numbers // along
    last = np.append(both[1:] != both[:-1], np.ones(min(both.size, 1), np.bool_))
    return np.stack([both[last] // across, both[last] % across, numbers[last] % along], axis=1)


def _rows(numbers: Integers, start: Integers, values: Integers) -> Integers:
    """Return the values of rows one behind the other."""
    sizes = start[numbers + 1] - start[numbers]
    first = np.repeat(start[numbers] - np.cumsum(sizes) + sizes, sizes)
    return values[first + np.arange(int(sizes.sum()))]


def _bare(names: tuple[str, ...]) -> Person:
    return persons.prepared("", [PersonSighting("", "", names)])


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector from going over millions of rows again and again; nothing here makes a cycle."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def judged_at_once(units: Sequence[Persons]) -> list[tuple[int, int]]:
    """Return the places of the pairs of units that `persons.judge` has something to say of."""
    with _uncollected():
        return [(a, b) for a, b in People(units).weighed[0].tolist()] if units else []


def match_people(sightings: Iterable[PersonSighting]) -> tuple[Cluster, ...]:
    """Return the clusters of persons, in the order of their keys; no analyst's judgements are known here.

    Args:
        sightings: each with a key of its own, in any order.
    """
    with _uncollected():
        units = units_of(sightings)
        return People(units).clusters() if units else ()
