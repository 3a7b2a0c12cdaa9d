"""Surnames with an office that only one person of the record fits, for all at once: `persons.only_one`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from onrecord.match import persons
from onrecord.match.compiled import compiled
from onrecord.match.kinds import Lone
from onrecord.match.names.prepared import Numbered
from onrecord.match.persons import Person
from onrecord.match.whole.grouping import Grouped
from onrecord.match.whole.sets import Integers, blocks, distinct, within
from onrecord.match.whole.units import rows_of
from onrecord.match.whole.weighing import Units, disjoint
from onrecord.match.words import plain

MOST = Lone(persons.seeking, persons.held, persons.only_one, persons.LONE_SCORE).most


def only_ones(units: Grouped, arrays: Units) -> list[tuple[int, int]]:
    """Return the pairs of units, the smaller first, of which one is a surname that only the other fits.

    Args:
        units: all units.
        arrays: the same in arrays.
    """

    @cache
    def prepared(unit: int) -> Person:
        return persons.prepared(units.keys[unit], units.sightings(unit))

    found = []
    for unit, others in chances(arrays, units.seen.names):
        link = persons.only_one(prepared(unit), [prepared(other) for other in others])
        if link:
            other = next(other for other in others if units.keys[other] in (link.a, link.b))
            found.append((min(unit, other), max(unit, other)))
    return found


def chances(units: Units, names: Sequence[tuple[str, ...]], most: int = MOST) -> Iterator[tuple[int, list[int]]]:
    """Yield units that are a surname with an office, and those whom each can mean: who has that name and a word of that office.

    Args:
        units: in arrays.
        names: the forms of each name.
        most: units that may hold one such key; where more do, nobody is meant.
    """
    words: Numbered[str] = Numbered()
    named: list[list[int]] = [[] for _ in names]
    alone = np.asarray([not any(map(persons.is_full, forms)) for forms in names], np.bool_)
    for name in distinct(units.name[alone[units.name] & (np.diff(units.terms) > 0)]).tolist():
        named[name] = [*{words[plain(form)] for form in names[name]}]
    for name in np.flatnonzero(~alone).tolist():
        borne_here = words.keys() & set(_words(names[name]))
        if borne_here:
            named[name] = [words[word] for word in borne_here]
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
    for unit, found in wanted.items():
        if all(size <= most for _, size in found):
            others = sorted({*chain.from_iterable(holders[at : at + size].tolist() for at, size in found)})
            others = [other for other in others if _apart(unit, other, units.documents, units.document)]
            if others:
                yield unit, others


def _words(names: tuple[str, ...]) -> Iterator[str]:
    """Yield the words of the full ones of these names."""
    for name in names:
        if persons.is_full(name):
            yield from plain(name).split()


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


@compiled
def _apart(a: int, b: int, start: Integers, document: Integers) -> bool:
    """Tell whether no document shows both units."""
    return disjoint(start[a], start[a + 1], start[b], start[b + 1], document)
