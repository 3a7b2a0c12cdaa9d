"""Many pairs of persons by their names at once: what `persons.akin` tells of each, with the names compared in compiled code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

from onrecord.match.names.batch import FEW, PreparedNames
from onrecord.match.names.comparison import SAME
from onrecord.match.names.misprints import one_letter_apart
from onrecord.match.persons import SAME_PART, Person


def akin_pairs(pairs: Sequence[tuple[Person, Person]], few: int = FEW) -> NDArray[np.bool_]:
    """Tell of pairs of persons whether they can be one by their names.

    Args:
        pairs: of units.
        few: comparisons below which names are compared one by one.
    """
    found = np.zeros(len(pairs), np.bool_)
    numbers: dict[str, int] = {}
    places: list[int] = []
    left: list[int] = []
    right: list[int] = []
    least: list[float] = []
    for place, (a, b) in enumerate(pairs):
        if a.full and b.full and not a.plain.isdisjoint(b.plain):
            found[place] = True
            continue
        for one, other, score in _asked(a, b):
            places.append(place)
            left.append(numbers.setdefault(one, len(numbers)))
            right.append(numbers.setdefault(other, len(numbers)))
            least.append(score)
    ones, others = np.array(left, np.int64), np.array(right, np.int64)
    scores = PreparedNames(tuple(numbers)).scores(ones, others, few)
    found[np.array(places, np.int64)[scores >= np.array(least)]] = True
    for place in np.flatnonzero(~found).tolist():
        a, b = pairs[place]
        found[place] = bool(a.full and b.full) and any(one_letter_apart(x, y) for x, y in product(a.full, b.full))
    return found


def _asked(a: Person, b: Person) -> Iterator[tuple[str, str, float]]:
    """Yield the names to compare, in order, and the score from which they make the two akin."""
    if a.full and b.full:
        for pair in product(a.full, b.full):
            one, other = sorted(pair)
            yield one, other, SAME
        return
    for pair in product(a.full or a.names, b.full or b.names):
        short, long = sorted(pair, key=lambda name: (len(name.split()), name))
        for word in long.split():
            one, other = sorted((short, word))
            yield one, other, SAME_PART
