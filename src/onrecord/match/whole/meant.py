"""Surnames with an office that only one person of the record fits, for all at once: `persons.only_one`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.match import persons
from onrecord.match.kinds import Lone
from onrecord.match.persons import Person
from onrecord.match.whole.units import Offices, Persons
from onrecord.match.whole.weighing import Units
from onrecord.match.words import plain


def only_ones(units: Sequence[Persons], arrays: Units, offices: Offices) -> list[tuple[int, int]]:
    """Return the pairs of units, the smaller first, of which one is a surname that only the other fits."""
    most = Lone(persons.seeking, persons.held, persons.only_one, persons.LONE_SCORE).most

    @cache
    def prepared(unit: int) -> Person:
        return persons.prepared(units[unit].key, units[unit].sample)

    alone = [unit for unit, full in enumerate(arrays.full.tolist()) if not full and units[unit].sample[0].offices]
    asked = {unit: keys for unit in alone if (keys := [*persons.seeking(prepared(unit))])}
    holders = _holders(units, arrays, offices, {key for keys in asked.values() for key in keys})
    found = []
    for unit, keys in asked.items():
        if any(len(holders[key]) > most for key in keys):
            continue
        apart = set(units[unit].documents)
        others = sorted({other for key in keys for other in holders[key]})
        others = [other for other in others if apart.isdisjoint(units[other].documents)]
        link = persons.only_one(prepared(unit), [prepared(other) for other in others])
        if link:
            other = next(other for other in others if units[other].key in (link.a, link.b))
            found.append((min(unit, other), max(unit, other)))
    return found


def _holders(units: Sequence[Persons], arrays: Units, offices: Offices, asked: set[str]) -> defaultdict[str, list[int]]:
    """Return the units of full names that hold each of these keys: a word of the name with a word of the title."""
    surnames = frozenset(key.split(" ", 1)[0] for key in asked)
    words = [sorted(office.words) for office in offices.held]
    starts, terms = arrays.terms.tolist(), arrays.term[:, 0].tolist()
    holders: defaultdict[str, list[int]] = defaultdict(list)
    borne: dict[tuple[str, ...], frozenset[str]] = {}
    for unit, full in enumerate(arrays.full.tolist()):
        held = terms[starts[unit] : starts[unit + 1]]
        if not full or not held:
            continue
        names = units[unit].sample[0].names
        there = borne.get(names)
        if there is None:
            there = borne[names] = surnames.intersection(_words(names))
        if not there:
            continue
        for key in {f"{surname} {word}" for surname in there for office in held for word in words[office]} & asked:
            holders[key].append(unit)
    return holders


def _words(names: tuple[str, ...]) -> Iterator[str]:
    """Yield the words of the full ones of these names."""
    for name in names:
        if persons.is_full(name):
            yield from plain(name).split()
