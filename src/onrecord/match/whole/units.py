"""Units of sightings as arrays: what is weighed of each, taken apart once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.languages.bodies import in_english
from onrecord.match.names.parted import Numbered, spans
from onrecord.match.offices import Held, taken_apart
from onrecord.match.whole.sets import Integers, starts
from onrecord.match.whole.weighing import BODY_ROW, HELD, Units
from onrecord.match.words import body_words, is_generic_body, plain
from onrecord.model.resolution import Office

_APART_FROM_YEARS = attrgetter("title", "organization", "country", "status", "forms")
_SCRIPTS = {"latin": 1, "cyrillic": 2, "hangul": 4}


class Offices:
    """Offices apart from their years, each once, while units are read.

    Attributes:
        first: the first of each, by its number.
        held: the same, taken apart.
        alike: offices that are one through the years have the same number.
    """

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}
        self._names: Numbered[Hashable] = Numbered()
        self.alike: list[int] = []
        self.first: list[Office] = []
        self.held: list[Held] = []

    def numbers(self, offices: Sequence[Office]) -> list[int]:
        """Return the numbers of offices."""
        same = [*map(_APART_FROM_YEARS, offices)]
        for key, office in zip(same, offices, strict=True):
            if key not in self._numbers:
                one = taken_apart(office)
                self._numbers[key] = len(self.held)
                self.alike.append(self._names[one.title, one.bodies[:1], one.countries, one.status])
                self.first.append(office)
                self.held.append(one)
        return [*map(self._numbers.__getitem__, same)]


def rows_of(rows: Sequence[Sequence[Any]]) -> tuple[Integers, Integers]:
    """Return where rows begin, one place more than there are rows, and what they hold, one behind the other."""
    return starts(map(len, rows)), np.asarray([*chain.from_iterable(rows)], np.int64)


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
        terms: rows of what `grouping.terms` returns.
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
        np.empty(0, np.int64),
        np.empty((0, 2), np.int64),
    )
    return accompanied(made, company), [*bodies]


def accompanied(units: Units, company: Integers) -> Units:
    """Return units with their company, as rows of (unit, key, name) in order."""
    start = np.searchsorted(company[:, 0], np.arange(units.name.size + 1))
    return units._replace(company=start, keys=np.ascontiguousarray(company[:, 1:]))


def _held(
    offices: Sequence[Held], bodies: Numbered[str]
) -> tuple[NDArray[np.void], NDArray[np.int64], NDArray[np.bool_], NDArray[np.int64]]:
    """Return offices, the words of their titles, which sets of countries overlap, and their bodies."""
    numbers: Numbered[str] = Numbered()
    sets: Numbered[frozenset[str]] = Numbered()
    _ = sets[frozenset()]  # has the number 0
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
