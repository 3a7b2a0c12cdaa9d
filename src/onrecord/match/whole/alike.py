"""The names of all units: their blocking keys, which of them may be one person's, and what two of them say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.languages.bodies import is_worded
from onrecord.match import persons
from onrecord.match.names.lattice import Lexicon, room
from onrecord.match.names.misprints import one_letter_apart
from onrecord.match.persons import Person
from onrecord.match.whole.abreast import Abreast
from onrecord.match.whole.blocks import keys_of
from onrecord.match.whole.calling import Spelled
from onrecord.match.whole.forms import FEATURES, LIKENESS, NEAR, SAME_NAME, SCRIPT, SPELLING, UNLIKE, Called, likenesses
from onrecord.match.whole.neighbours import neighbours
from onrecord.match.whole.sets import Integers, distinct, of_rows
from onrecord.model.resolution import PersonSighting

CHUNK = 20_000
"""Pairs of names that a thread compares in one go."""


class Alike(NamedTuple):
    """Pairs of names that may be one person's, what they say (`forms.LIKENESS`), and whether many people have that name."""

    left: Integers
    right: Integers
    said: NDArray[np.void]
    common: NDArray[np.bool_]

    def part(self, here: slice) -> Alike:
        """Return some of the pairs."""
        return Alike(self.left[here], self.right[here], self.said[here], self.common[here])


class _Begun(NamedTuple):
    """Pairs of names that share a key; those of more than one part (`whole`) are being compared."""

    left: Integers
    right: Integers
    whole: NDArray[np.bool_]
    called: Called
    lexicon: Lexicon
    waiting: Abreast[NDArray[np.void]]


class Names:
    """Names as arrays.

    Args:
        names: the forms of each, upper and lower case aside.
        company: names of others, in order, whom units are named together with.
        limits: names that may hold a blocking key of each kind; see `blocking.LIMITS`.
    """

    def __init__(
        self, names: Sequence[tuple[str, ...]], company: Sequence[str], limits: Mapping[str, int] = persons.LIMITS
    ) -> None:
        self.names = names
        self._company = company
        self._limits = limits
        self._spelled = Spelled(names, [name.casefold() for name in company])
        self._keys = keys_of(self._spelled.parted)

    @property
    def full(self) -> NDArray[np.bool_]:
        """Whether each name has more than one part."""
        found: NDArray[np.bool_] = self._spelled.whole > 0
        return found

    def begin(self) -> None:
        """Let other threads compare all names of more than one part that share a key, until `alike` is called."""
        _ = self._begun

    @cached_property
    def _begun(self) -> _Begun:
        """The pairs of names that share a key, the names taken apart, and what is being compared."""
        spelled = self._spelled
        left, right = neighbours(self._keys, spelled, self._limits)
        called, lexicon = spelled.called(left, right)
        whole = (spelled.whole[left] > 0) & (spelled.whole[right] > 0)
        return _Begun(left, right, whole, called, lexicon, _compared(left[whole], right[whole], called, lexicon))

    def alike(self, bearers: Integers, worth: Callable[[Integers, Integers], NDArray[np.bool_]]) -> Alike:
        """Compare all names that share a key, and each that several bear with itself.

        Args:
            bearers: how many units bear each name.
            worth: tells of pairs of which one is a part of a name whether units may have something to say if these are
                alike; asked while other names are being compared.
        """
        spelled, begun = self._spelled, self._begun
        own = np.flatnonzero(bearers > 1)
        crowded = (spelled.whole == 0) & (bearers > self._limits["u"])
        left, right = np.concatenate([begun.left[~begun.whole], own]), np.concatenate([begun.right[~begun.whole], own])
        asked = ~(crowded[left] | crowded[right])
        parted = np.flatnonzero(asked & ((spelled.whole[left] == 0) | (spelled.whole[right] == 0)))
        asked[parted] = worth(left[parted], right[parted])
        left, right = left[asked], right[asked]
        rest = _compared(left, right, begun.called, begun.lexicon)
        forms = [*spelled.forms]
        found = np.concatenate([np.empty(0, LIKENESS), *begun.waiting.results(), *rest.results()])
        left, right = np.concatenate([begun.left[begun.whole], left]), np.concatenate([begun.right[begun.whole], right])
        self._near(found, left, right, forms)
        kept = found["kind"] != UNLIKE
        left, right, found = left[kept], right[kept], found[kept]
        return Alike(left, right, found, self._common(found))

    def _common(self, found: NDArray[np.void]) -> NDArray[np.bool_]:
        """Tell of pairs of names that are alike whether many people have that name."""
        named = np.flatnonzero((found["kind"] == SAME_NAME) | (found["kind"] == SCRIPT) | (found["kind"] == SPELLING))
        ours, theirs = found["a"][named], found["b"][named]
        held = self._spelled.common & self._spelled.full
        common = np.zeros(found.size, np.bool_)
        common[named] = held[ours] & held[theirs]
        return common

    def _near(self, found: NDArray[np.void], left: Integers, right: Integers, forms: Sequence[str]) -> None:
        """Look at names in Hangul of which one letter differs, and at those that arrays have no room for."""
        spelled = self._spelled
        hangul = np.asarray(["가" <= form[:1] <= "힣" for form in forms], np.bool_)
        names = np.zeros(len(self.names), np.bool_)
        odd = np.zeros(len(self.names), np.bool_)
        owner = np.repeat(np.arange(len(self.names)), np.diff(spelled.start))
        names[owner[hangul[spelled.flat]]] = True
        odd[owner[spelled.odd[spelled.flat]]] = True
        beside = np.flatnonzero((found["kind"] == UNLIKE) & names[left] & names[right])
        full = {name: self._full(name, forms) for name in distinct(np.append(left[beside], right[beside])).tolist()}
        for n, a, b in zip(beside.tolist(), left[beside].tolist(), right[beside].tolist(), strict=True):
            if any(one_letter_apart(x, y) for x in full[a] for y in full[b]):
                found[n]["kind"] = NEAR
        for n in np.flatnonzero(odd[left] | odd[right]).tolist():
            alike = persons.likeness(_bare(self.names[left[n]]), _bare(self.names[right[n]]))
            found[n]["kind"] = FEATURES.index(alike.feature) if alike else UNLIKE
            if alike:
                found[n]["score"] = alike.times
                found[n]["a"], found[n]["b"] = (spelled.forms[form] for form in (alike.a, alike.b))

    def _full(self, name: int, forms: Sequence[str]) -> list[str]:
        first = self._spelled.start[name]
        return [forms[form] for form in self._spelled.flat[first : first + self._spelled.whole[name]].tolist()]

    def company(self, units: Integers, names: Integers) -> Integers:
        """Return rows of (unit, key, name): the company of each unit by its keys; of two names of one key the last one counts.

        Args:
            units: who is named together with somebody, in order.
            names: with whom, as a place in `company`, in order in each unit.
        """
        forms, keys = self._spelled.forms, self._keys
        every = np.concatenate(
            [
                np.stack([self._spelled.plain * 3, np.arange(len(forms))], axis=1),
                np.stack([keys.hangul[0] * 3 + 1, keys.hangul[1]], axis=1),
                np.stack([keys.full[0] * 3 + 2, keys.full[1]], axis=1),
            ]
        )
        every = every[np.argsort(every[:, 1], kind="stable")]
        start = np.searchsorted(every[:, 1], np.arange(len(forms) + 1))
        form = np.asarray([forms[name.casefold()] for name in self._company], np.int64)
        sizes = (start[form + 1] - start[form])[names]
        keyed = every[of_rows(form[names], start, np.arange(len(every))), 0]
        units, names = np.repeat(units, sizes), np.repeat(names, sizes)
        kept = ~self._worded[names] | (keyed % 3 == 0)  # of a worded body the plain form alone is a key
        return last_of_each(units[kept], keyed[kept], names[kept])

    @cached_property
    def _worded(self) -> NDArray[np.bool_]:
        """Whether each name of `company` is a worded body's."""
        return np.asarray([is_worded(name) for name in self._company], np.bool_)


def _compared(left: Integers, right: Integers, called: Called, lexicon: Lexicon) -> Abreast[NDArray[np.void]]:
    """Begin to compare pairs of names."""
    parts = [slice(at, at + CHUNK) for at in range(0, left.size, CHUNK)]
    return Abreast([partial(_said, left[part], right[part], called, lexicon) for part in parts])


def _said(left: Integers, right: Integers, called: Called, lexicon: Lexicon) -> NDArray[np.void]:
    """Return what pairs of names say."""
    found = np.zeros(left.size, LIKENESS)
    likenesses(left, right, called, lexicon, room(), found)
    return found


def last_of_each(units: Integers, keys: Integers, names: Integers) -> Integers:
    """Return rows of (unit, key, name) in order, of each unit and key the one with the greatest name."""
    across, along = int(keys.max(initial=0)) + 1, int(names.max(initial=0)) + 1
    if (int(units.max(initial=0)) + 1) * across * along >= 2**63:
        order = np.lexsort((names, keys, units))
        units, keys, names = units[order], keys[order], names[order]
        last = np.append((units[1:] != units[:-1]) | (keys[1:] != keys[:-1]), np.ones(min(units.size, 1), np.bool_))
        return np.stack([units[last], keys[last], names[last]], axis=1)
    # As one number each they sort far faster than in three columns.
    numbers = np.sort((units * across + keys) * along + names)
    both = numbers // along
    last = np.append(both[1:] != both[:-1], np.ones(min(both.size, 1), np.bool_))
    return np.stack([both[last] // across, both[last] % across, numbers[last] % along], axis=1)


def _bare(names: tuple[str, ...]) -> Person:
    return persons.prepared("", [PersonSighting("", "", names)])
