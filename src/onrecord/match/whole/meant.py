"""Surnames with an office that only one person of the record fits, for all at once: `persons.only_one`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain, compress

import numpy as np
from numpy.typing import NDArray

from onrecord.match import persons
from onrecord.match.compiled import compiled, making
from onrecord.match.kinds import Lone
from onrecord.match.names.parted import Numbered
from onrecord.match.persons import Person
from onrecord.match.whole.grouping import Grouped
from onrecord.match.whole.sets import Integers, blocks, distinct, within
from onrecord.match.whole.units import rows_of
from onrecord.match.whole.weighing import SAME_TITLE, Units, at_one_time, common, disjoint
from onrecord.match.words import plain

MOST = Lone(persons.seeking, persons.held, persons.only_one, persons.LONE_SCORE).most


def seekers(units: Grouped, arrays: Units) -> list[tuple[int, list[int]]]:
    """Return units that are a surname with an office, and those whom each fits.

    Args:
        units: all units.
        arrays: the same in arrays.
    """
    every = [*chances(arrays, units.seen.names)]
    fit = _fit(*_pairs(every), arrays).tolist()
    person = _persons(units)
    found, at = [], 0
    for unit, others in every:
        close = [person(other) for other in compress(others, fit[at : at + len(others)])]
        at += len(others)
        fitting = {other.key for other in persons.fitting(person(unit), close)} if close else ()
        if fitting:
            found.append((unit, [other for other in others if units.keys[other] in fitting]))
    return found


def only_ones(
    units: Grouped, asked: Sequence[tuple[int, list[int]]], weighed: Callable[[int, int], bool | None]
) -> list[tuple[int, int]]:
    """Return the pairs of units, the smaller first, of which one is a surname that only the other fits.

    Args:
        units: all units.
        asked: what `seekers` returns.
        weighed: tells of two units, the smaller first, whether they are the same, None where they are not judged yet.
    """
    person = _persons(units)
    places: dict[str, int] = {}

    def same(a: Person, b: Person) -> bool:
        x, y = places[a.key], places[b.key]
        known = weighed(min(x, y), max(x, y))
        return persons.is_same(a, b) if known is None else known

    found = []
    for unit, fitting in asked:
        places.update((units.keys[other], other) for other in fitting)
        if len(fitting) == 1 or persons.are_one([*map(person, fitting)], same):
            found.append((min(unit, fitting[0]), max(unit, fitting[0])))
    return found


def _persons(units: Grouped) -> Callable[[int], Person]:
    """Return what takes a unit apart, each once."""
    return cache(lambda unit: persons.prepared(units.keys[unit], units.sightings(unit)))


def chances(units: Units, names: Sequence[tuple[str, ...]], most: int = MOST) -> Iterator[tuple[int, list[int]]]:
    """Yield units that are a surname with an office, and those whom each can mean: who has that name and a word of that office.

    Args:
        units: in arrays.
        names: the forms of each name.
        most: units that may hold one such key; where more do, nobody is meant.
    """
    words: Numbered[str] = Numbered()
    named: list[list[int]] = [[] for _ in names]
    alone = np.ones(len(names), np.bool_)
    alone[units.name[units.full]] = False
    for name in distinct(units.name[alone[units.name] & (np.diff(units.terms) > 0)]).tolist():
        named[name] = [*{words[plain(form)] for form in names[name]}]
    for name in np.flatnonzero(~alone).tolist():
        said = [word for form in names[name] if persons.is_full(form) for word in plain(form).split()]
        if not words.keys().isdisjoint(said):
            named[name] = [*{words[word] for word in said if word in words}]
    borne = rows_of(named)
    seekers, sought = _keys(units, borne, alone)
    holders, held = _keys(units, borne, ~alone)
    asked = distinct(sought)
    there = within(held, asked)
    order = np.lexsort((holders[there], held[there]))
    holders, held = holders[there][order], held[there][order]
    first, sizes = blocks(held)
    few = dict(zip(held[first].tolist(), zip(first.tolist(), sizes.tolist(), strict=True), strict=True))
    wanted: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for unit, key in zip(seekers.tolist(), sought.tolist(), strict=True):
        if key in few:
            wanted[unit].append(few[key])
    listed = holders.tolist()
    every = [
        (unit, sorted({*chain.from_iterable(listed[at : at + size] for at, size in found)}))
        for unit, found in wanted.items()
        if all(size <= most for _, size in found)
    ]
    apart = _apart(*_pairs(every), units.documents, units.document).tolist()
    at = 0
    for unit, found_here in every:
        others = [*compress(found_here, apart[at : at + len(found_here)])]
        at += len(found_here)
        if others:
            yield unit, others


def _pairs(every: Sequence[tuple[int, list[int]]]) -> tuple[Integers, Integers]:
    """Return each unit with each of its others, in order."""
    sizes = np.asarray([len(others) for _, others in every], np.int64)
    left = np.repeat(np.asarray([unit for unit, _ in every], np.int64), sizes)
    return left, np.fromiter(chain.from_iterable(others for _, others in every), np.int64)


def _keys(units: Units, borne: tuple[Integers, Integers], wanted: NDArray[np.bool_]) -> tuple[Integers, Integers]:
    """Return units of the wanted names with their keys, each a word of the name and one of a title; in order, each once."""
    chosen = np.flatnonzero(wanted[units.name])
    across = int(units.title_words.max(initial=0)) + 1
    found = np.empty((0, 2), np.int64)
    while (number := _note(chosen, units, *borne, across, found)) > len(found):
        found = np.empty((number, 2), np.int64)
    found = found[np.lexsort((found[:, 1], found[:, 0]))]
    once = np.append(np.ones(min(len(found), 1), np.bool_), (found[1:] != found[:-1]).any(axis=1))
    return found[once, 0], found[once, 1]


@compiled
def _note(chosen: Integers, units: Units, start: Integers, words: Integers, across: int, found: Integers) -> int:
    """Note the keys of units as far as there is room, and return how many there are."""
    at = 0
    for unit in chosen:
        name = units.name[unit]
        for n in range(start[name], start[name + 1]):
            for k in range(units.terms[unit], units.terms[unit + 1]):
                office = units.held[units.term[k, 0]]
                for m in range(office.words, office.words_end):
                    if at < found.shape[0]:
                        found[at, 0], found[at, 1] = unit, words[n] * across + units.title_words[m]
                    at += 1
    return at


@making
def _fit(left: Integers, right: Integers, units: Units) -> NDArray[np.bool_]:
    """Tell of pairs of units whether one may fit the other."""
    found = np.zeros(left.size, np.bool_)
    for n in range(left.size):
        found[n] = _may_fit(left[n], right[n], units)
    return found


@compiled
def _may_fit(a: int, b: int, units: Units) -> bool:
    """Tell whether any offices of two units can be what `offices.same_title_at_one_time` asks for; it looks closer."""
    for i in range(units.terms[a], units.terms[a + 1]):
        for j in range(units.terms[b], units.terms[b + 1]):
            one, other = units.held[units.term[i, 0]], units.held[units.term[j, 0]]
            shared = common(one.words, one.words_end, other.words, other.words_end, units.title_words)
            whole = one.words_end - one.words + other.words_end - other.words - shared
            if shared > 0 and shared / whole >= SAME_TITLE and one.current == other.current and at_one_time(i, j, units):
                return True
    return False


@making
def _apart(left: Integers, right: Integers, start: Integers, document: Integers) -> NDArray[np.bool_]:
    """Tell of pairs of units whether no document shows both."""
    found = np.zeros(left.size, np.bool_)
    for n in range(left.size):
        a, b = left[n], right[n]
        found[n] = disjoint(start[a], start[a + 1], start[b], start[b + 1], document)
    return found
