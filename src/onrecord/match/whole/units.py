"""Units of sightings as arrays: what is weighed of each, taken apart once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.languages.bodies import in_english
from onrecord.match import persons
from onrecord.match.kinds import SAMPLE, Unit, number
from onrecord.match.names.prepared import Numbered, spans
from onrecord.match.offices import Held, held
from onrecord.match.whole.sets import Integers
from onrecord.match.whole.weighing import BODY_ROW, HELD, Units
from onrecord.match.words import body_words, is_generic_body, plain
from onrecord.model.resolution import Office, PersonSighting

_SCRIPTS = {"latin": 1, "cyrillic": 2, "hangul": 4}


Persons = Unit[PersonSighting]
"""A unit of persons."""


def units_of(sightings: Iterable[PersonSighting]) -> list[Persons]:
    """Return the units of sightings, as `Growth` makes them, in the order of their keys."""
    found: defaultdict[tuple[Hashable, Hashable, int], list[PersonSighting]] = defaultdict(list)
    seen: defaultdict[tuple[Hashable, Hashable, str], int] = defaultdict(int)
    names: dict[tuple[str, ...], tuple[str, ...]] = {}
    for sighting in sorted(sightings, key=attrgetter("key")):
        name = names.get(sighting.names)
        if name is None:
            name = names[sighting.names] = persons.named(sighting)
        profile = persons.profile(sighting)
        document = (name, profile, sighting.document)
        seen[document] = time = seen[document] + 1
        found[name, profile, time].append(sighting)
    made = [
        Unit(_number(*named), tuple(all_[:SAMPLE]), tuple([one.key for one in all_]), tuple([one.document for one in all_]))
        for named, all_ in found.items()
    ]
    return sorted(made, key=lambda unit: unit.key)


def _number(name: Hashable, profile: Hashable, time: int) -> str:
    unit = number("person", name, profile)
    return number(unit, time) if time > 1 else unit


class Offices:
    """Offices apart from their years, each once, while units are read.

    Attributes:
        first: the first of each, by its number.
        held: the same, taken apart.
    """

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}
        self._names: list[Hashable] = []
        self.first: list[Office] = []
        self.held: list[Held] = []

    def number(self, office: Office) -> int:
        """Return the number of an office."""
        same = (office.title, office.organization, office.country, office.status, office.forms)
        known = self._numbers.get(same)
        if known is None:
            one = held(office)
            known = self._numbers[same] = len(self.held)
            self._names.append((one.title, one.bodies[:1], one.countries, one.status))
            self.first.append(office)
            self.held.append(one)
        return known

    def terms(self, sample: Sequence[PersonSighting]) -> list[list[int]]:
        """Return (office, first year, last year) of the offices of sightings, as `offices.held_through` joins them."""
        found: dict[Hashable, list[int]] = {}
        for sighting in sample:
            for office in sighting.offices:
                number = self.number(office)
                year = (office.as_of.year or 0) if office.as_of else 0
                before = found.get(self._names[number])
                if before is None:
                    found[self._names[number]] = [number, year, year]
                elif before[1] and year:
                    before[1], before[2] = min(before[1], year), max(before[2], year)
        return list(found.values())


def rows_of(rows: Sequence[Sequence[Any]]) -> tuple[Integers, Integers]:
    """Return where rows begin, one place more than there are rows, and what they hold, one behind the other."""
    _, end = spans(map(len, rows))
    return np.concatenate([np.zeros(1, np.int64), end]), np.asarray([*chain.from_iterable(rows)], np.int64)


def in_arrays(
    names: Integers,
    full: NDArray[np.bool_],
    documents: tuple[Integers, Integers],
    terms: tuple[Integers, Integers],
    company: Integers,
    offices: Offices,
) -> tuple[Units, list[str]]:
    """Return units as arrays, and the bodies of their offices.

    Args:
        names: the number of the name of each unit, in the order of their keys.
        full: whether each has a name of more than one part.
        documents: rows of the documents of each, in order; as `rows_of` returns them, like all rows.
        terms: rows of what `Offices.terms` returns of each.
        company: rows of (unit, key, name): the keys of the names of others that a unit is named together with, in order.
        offices: where offices are noted.
    """
    bodies: Numbered[str] = Numbered()
    table, words, countries, body = _held(offices.held, bodies)
    rows, said = _bodies([*bodies])
    made = Units(
        names,
        full,
        *documents,
        terms[0],
        terms[1].reshape(-1, 3),
        table,
        words,
        countries,
        body,
        rows,
        said,
        np.empty(0, np.int64),
        np.searchsorted(company[:, 0], np.arange(names.size + 1)),
        np.ascontiguousarray(company[:, 1:]),
    )
    return made, [*bodies]


def _held(
    offices: Sequence[Held], bodies: Numbered[str]
) -> tuple[NDArray[np.void], NDArray[np.int64], NDArray[np.bool_], NDArray[np.int64]]:
    """Return offices, the words of their titles, which sets of countries overlap, and their bodies."""
    numbers: Numbered[str] = Numbered()
    sets: Numbered[frozenset[str]] = Numbered()
    sets[frozenset()] = 0
    table = np.zeros(len(offices), HELD)
    words = [sorted([numbers[word] for word in office.words]) for office in offices]
    table["words"], table["words_end"] = spans(map(len, words))
    table["bodies"], table["bodies_end"] = spans(len(office.bodies) for office in offices)
    table["countries"] = [sets[office.countries] for office in offices]
    table["scripts"] = [sum([_SCRIPTS[name] for name in office.scripts]) for office in offices]
    table["current"] = [office.current for office in offices]
    overlap = np.asarray([[not a.isdisjoint(b) for b in sets] for a in sets], np.bool_)
    flat = np.fromiter((bodies[body] for office in offices for body in office.bodies), np.int64)
    return table, np.fromiter(chain.from_iterable(words), np.int64), overlap, flat


def _bodies(names: Sequence[str]) -> tuple[NDArray[np.void], NDArray[np.int64]]:
    """Return bodies, and their words: those that stand for countries below zero."""
    numbers: Numbered[str] = Numbered()
    plains: Numbered[str] = Numbered()
    table = np.zeros(len(names), BODY_ROW)
    sets = [body_words(name) for name in names]
    words = [sorted([~numbers[word] if word.startswith("=") else numbers[word] for word in found]) for found in sets]
    table["plain"] = [plains[plain(name)] for name in names]
    table["words"], table["words_end"] = spans(map(len, words))
    table["generic"] = [*map(is_generic_body, sets)]
    table["translated"] = [in_english(name) is not None for name in names]
    return table, np.fromiter(chain.from_iterable(words), np.int64)


def translated_pairs(units: Units, pairs: NDArray[np.int64], names: Sequence[str], one: Callable[[str, str], bool]) -> Units:
    """Return units that know which of their translated bodies are one.

    Args:
        units: units without that knowledge.
        pairs: bodies that may be asked for, as rows of two numbers.
        names: of all bodies.
        one: tells of two names whether they are one body's.
    """
    asked = [min(a, b) * len(names) + max(a, b) for a, b in pairs.tolist() if one(names[a], names[b])]
    return units._replace(asked=np.unique(np.asarray(asked, np.int64)))
