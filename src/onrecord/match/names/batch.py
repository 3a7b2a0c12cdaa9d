"""Many pairs of names compared at once, each as `compare_names` does; a name that is in many pairs is prepared once.

    names = PreparedNames(["Baek Ju-hyun", "백주현", "Пэк Чу Хён"])
    names.scores([0, 0], [1, 2])

From `FEW` pairs on, compiled code compares them, in two microseconds or so; it is imported then, in half a second.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from onrecord.match.names.comparison import compare_names

FEW = 20_000
"""Pairs that are compared one by one sooner than compiled code is loaded."""


class PreparedNames:
    """Names that are compared with each other, by their places in a sequence.

    Args:
        names: as written, with or without titles.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)

    @cached_property
    def _arrays(self) -> tuple[NDArray[np.int64], Any]:
        """The row of each name in the lexicon, -1 for a name that it has no room for; and the lexicon."""
        from onrecord.match.names.parted import Parted
        from onrecord.match.names.prepared import all_fit, lexicon

        names = Parted.written(self.names)
        fit = all_fit(names)
        rows, places = names.without(~fit).once()
        return np.where(fit, places, -1), lexicon(rows)

    def scores(self, left: ArrayLike, right: ArrayLike, few: int = FEW) -> NDArray[np.float64]:
        """Return the scores of pairs, 0 to 1, as in `compare_names(a, b).score`.

        Args:
            left: for each pair the place of one name.
            right: for each pair the place of the other; of the same length.
            few: pairs below which they are compared one by one.
        """
        ones, others = np.asarray(left, dtype=np.int64), np.asarray(right, dtype=np.int64)
        if ones.size < few:
            return self._one_by_one(ones, others)
        from onrecord.match.names import lattice, pairing

        rows, lexicon = self._arrays
        ours, theirs = rows[ones], rows[others]
        inside = (ours >= 0) & (theirs >= 0)
        found = np.empty(ones.size)
        found[inside] = np.round(pairing.scores(ours[inside], theirs[inside], lexicon, lattice.room()), 4)
        found[~inside] = self._one_by_one(ones[~inside], others[~inside])
        return found

    def _one_by_one(self, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.float64]:
        names, pairs = self.names, zip(left.tolist(), right.tolist(), strict=True)
        return np.fromiter((compare_names(names[a], names[b]).score for a, b in pairs), np.float64)


def compare_pairs(left: Sequence[str], right: Sequence[str], few: int = FEW) -> NDArray[np.float64]:
    """Return the scores of pairs of names, 0 to 1, as in `compare_names(a, b).score`.

    Args:
        left: one name of each pair.
        right: the other; of the same length.
        few: pairs below which they are compared one by one.
    """
    places = {name: place for place, name in enumerate(dict.fromkeys([*left, *right]))}
    return PreparedNames(tuple(places)).scores([places[name] for name in left], [places[name] for name in right], few)
