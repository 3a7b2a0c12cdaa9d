"""With whom somebody was at the same occasions, counted over all of them at once."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from onrecord.record.catalogue import OccasionEntry


class Company:
    """Who took part where, in numbers.

    Args:
        occasions: all of them.
    """

    def __init__(self, occasions: Iterable[OccasionEntry]) -> None:
        people = [(one.key, {key for key, _ in one.parties if one.took_place and key.startswith("p-")}) for one in occasions]
        self._keys = sorted({key for _, there in people for key in there})
        number = {key: n for n, key in enumerate(self._keys)}
        self._there = {key: np.array([number[one] for one in there], np.int32) for key, there in people}

    def of(self, key: str, occasions: Iterable[str], most: int) -> list[tuple[str, int]]:
        """Return those who took part in most of some occasions, with the number of these.

        Args:
            key: of whom it is asked.
            occasions: keys of the occasions at which that person or body was.
            most: how many to return.
        """
        there = [self._there[one] for one in occasions]
        if not there:
            return []
        met = np.bincount(np.concatenate(there), minlength=len(self._keys))
        # Keys are in order: of two who were there as often, the lower one comes first.
        best = np.argsort(-met, kind="stable")[: most + 1].tolist()
        return [(self._keys[n], int(met[n])) for n in best if met[n] and self._keys[n] != key][:most]
