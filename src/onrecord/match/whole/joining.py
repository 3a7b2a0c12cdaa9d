"""Judged pairs → clusters, as `clusters.joined` makes them, in compiled code over arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.match.compiled import compiled, making
from onrecord.match.whole.weighing import IS_DIFFERENT, IS_SAME


def joined(
    pairs: NDArray[np.int64], scores: NDArray[np.float64], verdicts: NDArray[np.int8], documents: tuple[NDArray[np.int64], ...]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Join "same" pairs from the surest down, and return the cluster of each unit and the pairs that made them.

    Args:
        pairs: rows of two units, the smaller first; units are numbered in the order of their keys.
        scores: of each pair.
        verdicts: of each pair.
        documents: where the documents of each unit begin, and their numbers.
    """
    start, document = documents
    count = start.size - 1
    same = np.flatnonzero(verdicts == IS_SAME)
    same = same[np.lexsort((pairs[same, 1], pairs[same, 0], -scores[same]))]
    apart = pairs[verdicts == IS_DIFFERENT]
    both = np.concatenate([apart, apart[:, ::-1]])
    both = both[np.argsort(both[:, 0], kind="stable")]
    against = np.searchsorted(both[:, 0], np.arange(count + 1))
    # Who is in a document: the units of each document one behind the other.
    order = np.argsort(document, kind="stable")
    seen = np.repeat(np.arange(count), np.diff(start))[order]
    there = np.searchsorted(document[order], np.arange(int(document.max(initial=-1)) + 2))
    home = np.arange(count)
    used = _join(pairs[same], home, (against, both[:, 1].copy()), (start, document), (there, seen))
    return home, same[used]


@making
def _join(
    pairs: NDArray[np.int64],
    home: NDArray[np.int64],
    against: tuple[NDArray[np.int64], NDArray[np.int64]],
    documents: tuple[NDArray[np.int64], NDArray[np.int64]],
    there: tuple[NDArray[np.int64], NDArray[np.int64]],
) -> NDArray[np.bool_]:
    """Put units into clusters, each known by one of its units, and tell which pairs did so."""
    used = np.zeros(pairs.shape[0], np.bool_)
    onward, last, size = np.full(home.size, -1), np.arange(home.size), np.ones(home.size, np.int64)
    for n in range(pairs.shape[0]):
        a, b = home[pairs[n, 0]], home[pairs[n, 1]]
        if size[a] < size[b]:
            a, b = b, a
        if a == b or _held_apart(a, b, home, onward, against, documents, there):
            continue
        used[n] = True
        unit = b
        while unit >= 0:
            home[unit] = a
            unit = onward[unit]
        onward[last[a]], last[a] = b, last[b]
        size[a] += size[b]
    return used


@compiled
def _held_apart(
    a: int,
    b: int,
    home: NDArray[np.int64],
    onward: NDArray[np.int64],
    against: tuple[NDArray[np.int64], NDArray[np.int64]],
    documents: tuple[NDArray[np.int64], NDArray[np.int64]],
    there: tuple[NDArray[np.int64], NDArray[np.int64]],
) -> bool:
    """Tell whether a pair calls units of two clusters different, or a document has both."""
    unit = b
    while unit >= 0:
        for n in range(against[0][unit], against[0][unit + 1]):
            if home[against[1][n]] == a:
                return True
        for n in range(documents[0][unit], documents[0][unit + 1]):
            document = documents[1][n]
            for k in range(there[0][document], there[0][document + 1]):
                if home[there[1][k]] == a:
                    return True
        unit = onward[unit]
    return False
