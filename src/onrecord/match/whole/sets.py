"""Sets of whole numbers as arrays in order. `np.unique` hashes, which takes five times as long for a million numbers."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]


def starts(sizes: Iterable[int] | Integers) -> Integers:
    """Return where rows of these sizes begin when they stand one behind the other, one place more than there are rows."""
    numbers = sizes if isinstance(sizes, np.ndarray) else np.fromiter(sizes, np.int64)
    found = np.zeros(numbers.size + 1, np.int64)
    np.cumsum(numbers, out=found[1:])
    return found


def distinct(numbers: Integers) -> Integers:
    """Return numbers in order, each once."""
    every = np.sort(numbers)
    found: Integers = every[blocks(every)[0]]
    return found


def blocks(numbers: Integers) -> tuple[Integers, Integers]:
    """Return where each run of equal numbers begins, and how long it is.

    Args:
        numbers: in order.
    """
    first = np.flatnonzero(np.append(np.ones(min(numbers.size, 1), np.bool_), numbers[1:] != numbers[:-1]))
    return first, np.diff(np.append(first, numbers.size))


def ranks(numbers: Integers) -> Integers:
    """Return of each number how many distinct ones are smaller."""
    order = np.argsort(numbers, kind="stable")
    _, sizes = blocks(numbers[order])
    found = np.empty(numbers.size, np.int64)
    found[order] = np.repeat(np.arange(sizes.size), sizes)
    return found


def within(numbers: Integers, others: Integers) -> NDArray[np.bool_]:
    """Tell of each number whether it is one of others, which are in order."""
    if not others.size:
        return np.zeros(numbers.size, np.bool_)
    found: NDArray[np.bool_] = others[np.minimum(np.searchsorted(others, numbers), others.size - 1)] == numbers
    return found


def of_rows(numbers: Integers, start: Integers, values: Integers) -> Integers:
    """Return the values of some rows one behind the other.

    Args:
        numbers: of the rows.
        start: where rows begin; one more than there are rows.
        values: of all rows.
    """
    sizes = start[numbers + 1] - start[numbers]
    first = np.repeat(start[numbers] - np.cumsum(sizes) + sizes, sizes)
    found: Integers = values[first + np.arange(int(sizes.sum()))]
    return found
