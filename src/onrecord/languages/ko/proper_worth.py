"""What blocks of features are worth, each worked out once and kept from page to page as a row of one matrix.

A block is a function of `proper_features` and its arguments. Most words of a page have been read before: what their blocks are
worth together is then a sum of rows that are known.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.languages.ko import proper_features as features

Block = tuple[Callable[..., features.Block], tuple[Any, ...]]
"""A function that gives features, and its arguments."""

REMEMBERED = 262_144
"""Blocks whose worth is kept, some 300 bytes each."""


class Worth:
    """The worth of blocks by the weights of their features, a row for each label.

    Args:
        weights: the weight of a feature for each label, in nats.
        every: what every candidate is worth, for each label.
        labels: how many labels there are; the first is that of no name.
    """

    def __init__(self, weights: Mapping[str, tuple[float, ...]], every: Sequence[float], labels: int) -> None:
        self._weights = weights
        self._every = every
        self._lock = Lock()
        self._rows = np.zeros((1024, labels))
        self._rows[1] = every
        self.against = [every[0] - max(every[1:])] * 2
        """By how many nats a row of `features.own`, with what every candidate is worth, speaks for no name; 0 for others."""
        self.numbers: Mapping[Callable[..., features.Block], Mapping[tuple[Any, ...], int]]
        """The numbers of a function's rows by its arguments; what is asked for is there."""
        self.numbers = {function: _Numbers(self, function) for function in features.BLOCKS}
        self.asked: dict[tuple[object, ...], tuple[tuple[int, int], ...]] = {}
        """What `proper_nouns` has found to ask of a stem and its morphemes, with the number of a row for each."""

    @property
    def full(self) -> bool:
        """Whether so many blocks are known that one should begin anew."""
        return len(self.against) > REMEMBERED

    def sums(self, shown: Sequence[Sequence[int]]) -> NDArray[np.float64]:
        """Return the sum of rows for each of some candidates, float64 [candidate, label], with what every one is worth."""
        if not shown:
            return self._rows[:0]
        index = np.array([(1,) * len(shown), *zip_longest(*shown, fillvalue=0)], np.intp)
        # Along an axis that is not the last, numpy adds row by row: the same sum whatever stands beside a candidate.
        total: NDArray[np.float64] = np.add.reduce(self._rows.take(index, axis=0), axis=0)
        return total

    def add(self, function: Callable[..., features.Block], given: tuple[Any, ...]) -> int:
        """Work out what a block is worth; return the number of its row."""
        rows = [row for feature in function(*given) if (row := self._weights.get(feature)) is not None]
        if not rows:
            return 0
        row = rows[0] if len(rows) == 1 else tuple(map(sum, zip(*rows, strict=True)))
        against = (
            row[0] + self._every[0] - max(map(operator.add, row[1:], self._every[1:])) if function is features.own else 0.0
        )
        with self._lock:
            number = len(self.against)
            if number == len(self._rows):
                self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
            self._rows[number] = row
            self.against.append(against)
        return number


class _Numbers(dict[tuple[Any, ...], int]):
    """The rows of one function, by its arguments."""

    def __init__(self, worth: Worth, function: Callable[..., features.Block]) -> None:
        super().__init__()
        self._worth = worth
        self._function = function

    def __missing__(self, given: tuple[Any, ...]) -> int:
        number = self[given] = self._worth.add(self._function, given)
        return number
