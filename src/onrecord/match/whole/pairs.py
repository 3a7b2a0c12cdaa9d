"""From pairs of names to judged pairs of units, in compiled code over arrays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from onrecord.match.compiled import compiled
from onrecord.match.whole.abreast import Abreast
from onrecord.match.whole.forms import PART
from onrecord.match.whole.units import translated_pairs
from onrecord.match.whole.weighing import IS_NOTHING, SAME, Units, weigh

Integers = NDArray[np.int64]
Judged = tuple[Integers, NDArray[np.float64], NDArray[np.int8]]
"""Pairs of units, sums of their evidence or scores, and verdicts."""
PORTION = 50_000
"""Pairs of units that a thread judges in one go."""
_NOTHING: Judged = np.empty((0, 2), np.int64), np.empty(0), np.empty(0, np.int8)


def judged_pairs(
    units: Units,
    left: Integers,
    right: Integers,
    said: NDArray[np.void],
    common: NDArray[np.bool_],
    bodies: Sequence[str],
    one: Callable[[str, str], bool],
) -> Judged:
    """Return the judged pairs of units, the smaller first, with scores and verdicts.

    Args:
        units: in arrays, numbered in the order of their keys.
        left: for each pair of names the one.
        right: the other; the same one for units of one name.
        said: what they say.
        common: whether many people have that name.
        bodies: the names of all bodies of offices.
        one: tells whether two names are one body's.
    """
    start, order = _by_name(units)
    if units.bodies["translated"].any():
        asked = np.empty((0, 2), np.int64)
        while (number := _asked(left, right, start, order, units, asked)) > len(asked):
            asked = np.empty((number, 2), np.int64)
        units = translated_pairs(units, np.unique(asked, axis=0), bodies, one)

    def judge(part: slice) -> Judged:
        most = int(_numbers(start, left[part], right[part]).sum())
        found = np.empty((most, 2), np.int64), np.empty(most), np.empty(most, np.int8)
        number = _judge(left[part], right[part], said[part], common[part], (start, order), units, found)
        return found[0][:number], found[1][:number], found[2][:number]

    parts = Abreast([partial(judge, part) for part in portions(units, left, right, PORTION)]).results()
    pairs, totals, verdicts = (np.concatenate(column) for column in zip(_NOTHING, *parts, strict=True))
    return pairs, np.round(1 / (1 + np.exp(-1.5 * (totals - SAME))), 4), verdicts


def portions(units: Units, left: Integers, right: Integers, most: int) -> Iterator[slice]:
    """Yield portions of pairs of names, of which units make so many pairs at most, but for those of two names alone."""
    whole = np.cumsum(_numbers(_by_name(units)[0], left, right))
    first = 0
    while first < left.size:
        end = int(np.searchsorted(whole, (whole[first - 1] if first else 0) + most, "right"))
        yield slice(first, max(end, first + 1))
        first = max(end, first + 1)


def _numbers(start: Integers, left: Integers, right: Integers) -> Integers:
    """Return how many pairs of units two names make."""
    sizes = start[1:] - start[:-1]
    found: Integers = np.where(left == right, sizes[left] * (sizes[left] - 1) // 2, sizes[left] * sizes[right])
    return found


def worth_asking(units: Units, left: Integers, right: Integers) -> NDArray[np.bool_]:
    """Tell of which pairs of names, one of them a part, units may have something to say if the names are alike."""
    if units.bodies["translated"].any():
        return np.ones(left.size, np.bool_)  # which of these bodies are one is asked later
    found = np.zeros(left.size, np.bool_)
    _worth(left, right, _by_name(units), units, found)
    return found


def _by_name(units: Units) -> tuple[Integers, Integers]:
    """Return where the units of each name begin, and the units in that order."""
    order = np.argsort(units.name, kind="stable")
    return np.searchsorted(units.name[order], np.arange(int(units.name.max(initial=-1)) + 2)), order


@compiled
def _worth(left: Integers, right: Integers, there: tuple[Integers, Integers], units: Units, found: NDArray[np.bool_]) -> None:
    """Note of which pairs of names units may have something to say if the names are alike."""
    start, order = there
    for n in range(left.size):
        a, b = left[n], right[n]
        for i in range(start[a], start[a + 1]):
            for j in range(i + 1 if a == b else start[b], start[b + 1]):
                if not found[n]:
                    found[n] = weigh(order[i], order[j], PART, 1.0, False, units)[1] != IS_NOTHING


@compiled
def _judge(
    left: Integers,
    right: Integers,
    said: NDArray[np.void],
    common: NDArray[np.bool_],
    there: tuple[Integers, Integers],
    units: Units,
    found: Judged,
) -> int:
    """Judge the units of names, note what there is to say, and return how many pairs that is."""
    at = 0
    start, order = there
    for n in range(left.size):
        a, b = left[n], right[n]
        for i in range(start[a], start[a + 1]):
            for j in range(i + 1 if a == b else start[b], start[b + 1]):
                x, y = min(order[i], order[j]), max(order[i], order[j])
                total, verdict = weigh(x, y, said[n].kind, said[n].score, common[n], units)
                if verdict != IS_NOTHING:
                    found[0][at, 0], found[0][at, 1], found[1][at], found[2][at] = x, y, total, verdict
                    at += 1
    return at


@compiled
def _asked(left: Integers, right: Integers, start: Integers, order: Integers, units: Units, found: Integers) -> int:
    """Note the pairs of bodies of which one is translated, as far as there is room, and return how many there are."""
    at = 0
    for n in range(left.size):
        for i in range(start[left[n]], start[left[n] + 1]):
            for j in range(start[right[n]], start[right[n] + 1]):
                at = _asked_of(order[i], order[j], units, found, at)
    return at


@compiled
def _asked_of(a: int, b: int, units: Units, found: Integers, at: int) -> int:
    held, terms = units.held, units.terms
    for i in range(terms[a], terms[a + 1]):
        for j in range(terms[b], terms[b + 1]):
            one, other = held[units.term[i, 0]], held[units.term[j, 0]]
            for x in units.body[one.bodies : one.bodies_end]:
                for y in units.body[other.bodies : other.bodies_end]:
                    if units.bodies[x].translated or units.bodies[y].translated:
                        if at < found.shape[0]:
                            found[at, 0], found[at, 1] = min(x, y), max(x, y)
                        at += 1
    return at
