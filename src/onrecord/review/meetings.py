"""Which units of the ledger are compared with each other: those that come together at one moment.

A moment is a speaker and a day, a person and a day, or a page. What is kept of a unit is the little that tells whether it and
another are worth reading.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import combinations


class Meetings[Moment]:
    """What comes together at moments (a speaker and a day): by moment, the units, each with its (voice, place)."""

    def __init__(self) -> None:
        self._at: dict[Moment, dict[str, frozenset[tuple[str, str]]]] = {}
        self._of: defaultdict[str, set[Moment]] = defaultdict(set)
        self._touched: set[Moment] = set()

    def come(self, moment: Moment, unit: str, told: frozenset[tuple[str, str]]) -> None:
        """Note that a unit has something to say of a moment."""
        self._at.setdefault(moment, {})[unit] = told
        self._of[unit].add(moment)
        self._touched.add(moment)

    def leave(self, units: Iterable[str]) -> None:
        """Forget units, which are about to be read anew or are gone."""
        for unit in units:
            for moment in self._of.pop(unit, ()):
                self._touched.add(moment)
                del self._at[moment][unit]
                if not self._at[moment]:
                    del self._at[moment]

    def touched(self) -> list[Moment]:
        """Return the moments at which something changed since this was asked last."""
        touched, self._touched = self._touched, set()
        return sorted(touched)  # type: ignore[type-var]  # words and days

    def meet(self, moment: Moment, differ: Callable[[tuple[str, str], tuple[str, str]], bool]) -> bool:
        """Tell whether two units of a moment are to be compared."""
        together = self._at.get(moment, {}).values()
        return any(differ(one, other) for a, b in combinations(together, 2) for one in a for other in b)

    def read[T](
        self, moments: Iterable[Moment], load: Callable[[Collection[str]], list[T]], size: int
    ) -> Iterator[tuple[Moment, list[T]]]:
        """Yield moments with their units, which are loaded some moments at a time."""
        portion: list[Moment] = []
        keys: set[str] = set()
        for moment in moments:
            portion.append(moment)
            keys.update(self._at[moment])
            if len(keys) >= size:
                yield from self._loaded(portion, load(keys))
                portion, keys = [], set()
        if portion:
            yield from self._loaded(portion, load(keys))

    def _loaded[T](self, moments: Iterable[Moment], loaded: list[T]) -> Iterator[tuple[Moment, list[T]]]:
        by_key: dict[str, T] = {one.key: one for one in loaded}  # type: ignore[attr-defined]  # units are known by keys
        for moment in moments:
            yield moment, [by_key[key] for key in self._at[moment] if key in by_key]
