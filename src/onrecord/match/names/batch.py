"""Many pairs of names compared at once, each as `compare_names` does; a name that is in many pairs is prepared once.

names = PreparedNames(["Baek Ju-hyun", "백주현", "Пэк Чу Хён"])
names.scores([0, 0], [1, 2])
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from onrecord.match.names.comparison import compare_names


class PreparedNames:
    """Names that are compared with each other, by their places in a sequence.

    Args:
        names: as written, with or without titles.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)

    def scores(self, left: ArrayLike, right: ArrayLike) -> NDArray[np.float64]:
        """Return the scores of pairs, 0 to 1, as in `compare_names(a, b).score`.

        Args:
            left: for each pair the place of one name.
            right: for each pair the place of the other; of the same length.
        """
        names = self.names
        pairs = zip(np.asarray(left, dtype=np.int64).tolist(), np.asarray(right, dtype=np.int64).tolist(), strict=True)
        return np.fromiter((compare_names(names[a], names[b]).score for a, b in pairs), dtype=np.float64)


def compare_pairs(left: Sequence[str], right: Sequence[str]) -> NDArray[np.float64]:
    """Return the scores of pairs of names, 0 to 1, as in `compare_names(a, b).score`.

    Args:
        left: one name of each pair.
        right: the other; of the same length.
    """
    places = {name: place for place, name in enumerate(dict.fromkeys([*left, *right]))}
    return PreparedNames(tuple(places)).scores([places[name] for name in left], [places[name] for name in right])
