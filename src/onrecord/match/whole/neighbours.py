"""Names that are worth comparing, for all names at once: those of which one looks for a key that the other holds."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from onrecord.match.compiled import making
from onrecord.match.whole.blocks import Forms
from onrecord.match.whole.calling import Spelled
from onrecord.match.whole.sets import Integers, blocks, distinct

Pairs = tuple[Integers, Integers]
"""Two columns."""


def neighbours(forms: Forms, called: Spelled, limits: Mapping[str, int]) -> Pairs:
    """Return the pairs of names that share a key, the smaller number first, each once.

    Args:
        forms: the keys of forms.
        called: names as lists of forms.
        limits: names that may hold a key of each kind; see `blocking.LIMITS`.
    """
    sides = _Sides(called, forms.single.size)
    count = called.whole.size
    full, lost = sides.named(forms.full), sides.named(forms.lost)
    initials, parts = (_split(forms.initial, forms.has_initial), _split(forms.parts, forms.single))
    found = [_within(sides.named(forms.hangul), limits["h"]), _within(full, limits["f"])]
    found += [_across(full, lost, lost, limits["l"]), _within(sides.named(forms.one), limits["1"])]
    for (part, whole), small, large in ((initials, "i", "I"), (parts, "p", "P")):
        ours, theirs = sides.named(part), sides.named(whole)
        found += [_within(ours, limits[small]), _across(ours, theirs, theirs, limits[large])]
    # In the order of their first forms, so that words which are compared, and their pairs, meet again soon.
    order = np.argsort(called.flat[called.start[:-1]], kind="stable")
    place = np.empty(count, np.int64)
    place[order] = np.arange(count)
    placed = [(place[a], place[b]) for a, b in found if a.size]
    every = distinct(np.concatenate([np.minimum(a, b) * count + np.maximum(a, b) for a, b in placed] or [_EMPTY]))
    a, b = order[every // max(1, count)], order[every % max(1, count)]
    return np.minimum(a, b)[a != b], np.maximum(a, b)[a != b]


_EMPTY = np.empty(0, np.int64)


class _Sides:
    """From keys of forms to keys of names."""

    def __init__(self, called: Spelled, forms: int) -> None:
        self._count = max(1, called.whole.size)
        names = np.repeat(np.arange(called.whole.size), np.diff(called.start))
        order = np.argsort(called.flat, kind="stable")
        self._names = names[order]
        self._start = np.searchsorted(called.flat[order], np.arange(forms + 1))

    def named(self, keys: Pairs) -> Pairs:
        """Return (key, name), each once, by keys."""
        key, form = keys
        first, number = self._start[form], self._start[form + 1] - self._start[form]
        at = np.repeat(first - np.cumsum(number) + number, number) + np.arange(int(number.sum()))
        joint = distinct(np.repeat(key, number) * self._count + self._names[at])
        return joint // self._count, joint % self._count


def _split(keys: Pairs, is_part: NDArray[np.bool_]) -> tuple[Pairs, Pairs]:
    """Return the keys of parts of names, and those of whole names."""
    key, form = keys
    part = is_part[form]
    return (key[part], form[part]), (key[~part], form[~part])


def _within(keys: Pairs, most: int) -> Pairs:
    """Return the pairs that share a key that few enough names hold."""
    key, name = keys
    first, sizes = blocks(key)
    few = sizes <= most
    return _cliques(first[few], sizes[few], name, int((sizes[few] * (sizes[few] - 1) // 2).sum()))


def _across(ours: Pairs, theirs: Pairs, sized: Pairs, most: int) -> Pairs:
    """Return the pairs of two sides that share a key that few enough hold."""
    first, sizes = blocks(sized[0])
    values = sized[0][first[sizes <= most]]
    left, right = (np.searchsorted(side[0], values) for side in (ours, theirs))
    left_end, right_end = (np.searchsorted(side[0], values, "right") for side in (ours, theirs))
    number = int(((left_end - left) * (right_end - right)).sum())
    return _products(np.stack([left, left_end, right, right_end]), ours[1], theirs[1], number)


@making
def _cliques(first: Integers, sizes: Integers, names: Integers, number: int) -> Pairs:
    """Return all pairs of each block."""
    a, b, at = np.empty(number, np.int64), np.empty(number, np.int64), 0
    for n in range(first.size):
        for i in range(first[n], first[n] + sizes[n]):
            for j in range(i + 1, first[n] + sizes[n]):
                a[at], b[at] = names[i], names[j]
                at += 1
    return a, b


@making
def _products(spans: Integers, ours: Integers, theirs: Integers, number: int) -> Pairs:
    """Return all pairs of the two sides of each block."""
    a, b, at = np.empty(number, np.int64), np.empty(number, np.int64), 0
    for n in range(spans.shape[1]):
        for i in range(spans[0, n], spans[1, n]):
            for j in range(spans[2, n], spans[3, n]):
                a[at], b[at] = ours[i], theirs[j]
                at += 1
    return a, b
