"""Who met whom: pairs of people at the same occasions, and a drawing of them that is the same every time."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from onrecord.record.catalogue import OccasionEntry

Numbers = NDArray[np.int64]
Places = NDArray[np.float64]
"""Rows of (across, down)."""

WIDTH, HEIGHT = 960, 640
SIZE, MARGIN = np.array((WIDTH, HEIGHT)), np.array((110, 30))
"""Of the drawing, across and down: the whole, and the room for names at its edges."""

ROOM = np.array((110.0, 40.0))
"""How far apart two people must lie, beside and above each other, so that neither covers the name of the other."""

ROUNDS = 90
"""Steps in which the drawing settles."""

THREADS = 140
"""Lines drawn at most: those of most meetings. More of them show nothing but a black heap."""

LARGEST = 60
"""People at one occasion up to which each is taken to have met each other; a congress says nothing of who met whom."""


@dataclass(frozen=True, slots=True)
class Knot:
    """A person in the drawing; `crowded` where its name would cover another one, and waits for the pointer."""

    key: str
    x: float
    y: float
    radius: float
    crowded: bool = False


@dataclass(frozen=True, slots=True)
class Thread:
    """Two people who were at `number` of the same occasions."""

    a: Knot
    b: Knot
    number: int
    width: float


@dataclass(frozen=True, slots=True)
class Net:
    """The drawing."""

    knots: tuple[Knot, ...]
    threads: tuple[Thread, ...]
    width: int = WIDTH
    height: int = HEIGHT


class Meetings:
    """Who was where, in numbers, so that the pairs of any choice of occasions are counted in milliseconds.

    Args:
        occasions: all of them.
    """

    def __init__(self, occasions: Iterable[OccasionEntry]) -> None:
        self.occasions = tuple(occasions)
        people = [_people(occasion) for occasion in self.occasions]
        self._keys = sorted({key for there in people for key in there})
        number = {key: n for n, key in enumerate(self._keys)}
        first: list[int] = []
        second: list[int] = []
        where: list[int] = []
        for n, there in enumerate(people):
            pairs = list(combinations([number[key] for key in there], 2))
            first += [a for a, _ in pairs]
            second += [b for _, b in pairs]
            where += [n] * len(pairs)
        # Each pair gets a number once, so that a choice of occasions is counted without sorting.
        numbered = np.array(first, np.int64) * len(self._keys) + np.array(second, np.int64)
        different, self._pairs = np.unique(numbered, return_inverse=True)
        self._a, self._b = np.divmod(different, max(1, len(self._keys)))
        self._where = np.array(where, np.int64)

    def met(self, fits: Callable[[OccasionEntry], bool]) -> Met:
        """Return how often each two people were at the same of some occasions."""
        chosen = np.fromiter((fits(one) for one in self.occasions), np.bool_, len(self.occasions))
        numbers = np.bincount(self._pairs[chosen[self._where]], minlength=len(self._a))
        kept = numbers > 0
        return Met(self._keys, self._a[kept], self._b[kept], numbers[kept])


@dataclass(frozen=True, slots=True, eq=False)
class Met:
    """Pairs of people, each once: where they stand in `keys`, the lower one first, and how often they met; in order of keys."""

    keys: Sequence[str]
    a: Numbers
    b: Numbers
    number: Numbers

    def __len__(self) -> int:
        return len(self.number)

    def of(self, key: str) -> Met:
        """Return the pairs that a person is one of."""
        who = self._place(key)
        return self._only((self.a == who) | (self.b == who))

    def around(self, key: str) -> Met:
        """Return the pairs of a person and of those whom that person met, also of these with each other."""
        own = self.of(key)
        near = np.zeros(len(self.keys), np.bool_)
        near[own.a] = near[own.b] = True
        return self._only(near[self.a] & near[self.b])

    def among(self, people: Collection[int]) -> Met:
        """Return the pairs both of whom are of these people."""
        chosen = np.zeros(len(self.keys), np.bool_)
        chosen[list(people)] = True
        return self._only(chosen[self.a] & chosen[self.b])

    def busiest(self, most: int, first: str = "") -> list[int]:
        """Return the people of most meetings, `first` before all others."""
        degrees = self._degrees()
        order = np.argsort(-degrees, kind="stable").tolist()
        who = self._place(first)
        ahead = [who] if who >= 0 and degrees[who] else []
        return (ahead + [n for n in order[: most + 1] if degrees[n] and n not in ahead])[:most]

    def degree(self, people: Sequence[int]) -> list[float]:
        """Return how many meetings each of some people had."""
        degrees = self._degrees()
        return [float(degrees[n]) for n in people]

    def often(self, most: int) -> list[tuple[str, str, int]]:
        """Return the pairs that met most often, as keys, with how often."""
        best = np.argsort(-self.number, kind="stable")[:most].tolist()
        return [(self.keys[self.a[n]], self.keys[self.b[n]], int(self.number[n])) for n in best]

    def _degrees(self) -> NDArray[np.float64]:
        size = len(self.keys)
        return np.bincount(self.a, self.number, size) + np.bincount(self.b, self.number, size)

    def _place(self, key: str) -> int:
        at = bisect_left(self.keys, key)
        return at if at < len(self.keys) and self.keys[at] == key else -1

    def _only(self, kept: NDArray[np.bool_]) -> Met:
        return Met(self.keys, self.a[kept], self.b[kept], self.number[kept])


def _people(occasion: OccasionEntry) -> list[str]:
    """Return the keys of the people who were there, in order; none of an occasion that tells nothing of who met whom."""
    if not occasion.took_place:
        return []
    people = sorted({key for key, _ in occasion.parties if key.startswith("p-")})
    return people if len(people) <= LARGEST else []


def draw(met: Met, most: int, about: str = "") -> Net:
    """Return the drawing of the people who met most.

    Args:
        met: pairs with numbers.
        most: how many people are drawn at most.
        about: key of a person who is drawn in any case, with those whom that person met.
    """
    if about:
        met = met.around(about)
    busiest = met.busiest(most, about)
    drawn = met.among(busiest)
    paired = {*drawn.a.tolist(), *drawn.b.tolist()}
    people = [n for n in busiest if n in paired]  # nobody stands there alone
    degrees = met.degree(people)
    keys = [met.keys[n] for n in people]
    place = {key: n for n, key in enumerate(keys)}
    pairs = [(place[a], place[b], number) for a, b, number in drawn.often(THREADS)]
    spots = _settled(len(keys), pairs)
    highest = max(degrees, default=1)
    knots = _knots(keys, [degree / highest for degree in degrees], spots)
    strongest = max((number for *_, number in pairs), default=1)
    threads = tuple(Thread(knots[a], knots[b], n, round(1 + 3 * math.sqrt(n / strongest), 1)) for a, b, n in pairs)
    return Net(knots, threads)


def _knots(keys: Sequence[str], shares: Sequence[float], spots: Sequence[tuple[float, float]]) -> tuple[Knot, ...]:
    """Return the people with the names that have room: those who met most first."""
    taken: list[tuple[float, float]] = []
    knots = []
    for key, share, (x, y) in zip(keys, shares, spots, strict=True):
        radius = 4 + 8 * math.sqrt(share)
        above = y - radius - 5
        crowded = any(abs(x - other) < 105 and abs(above - height) < 16 for other, height in taken)
        if not crowded:
            taken.append((x, above))
        knots.append(Knot(key, round(x, 1), round(y, 1), round(radius, 1), crowded))
    return tuple(knots)


def _settled(number: int, pairs: Sequence[tuple[int, int, int]]) -> list[tuple[float, float]]:
    """Return places by the method of Fruchterman and Reingold (1991), begun on a spiral so that nothing is left to chance."""
    spiral = [(math.sqrt(n + 0.5), n * 2.399963) for n in range(number)]
    at = np.array([(far * math.cos(turn), far * math.sin(turn)) for far, turn in spiral]).reshape(number, 2)
    a, b, weight = np.array(pairs, np.int64).reshape(-1, 3).T
    ties = np.bincount(a, minlength=number) + np.bincount(b, minlength=number)
    # Who knows many is drawn by each of them less, or all would lie on one heap.
    strength = (0.6 + 0.2 * np.minimum(weight, 5)) / np.sqrt(ties[a] * ties[b])
    for done in range(ROUNDS):
        apart = at[:, None] - at[None]
        push = apart * (2.2 / ((apart * apart).sum(2) + 0.01))[:, :, None]
        step = push.sum(1) - 0.06 * at  # drawn to the middle, so that lone pairs do not fly off
        pull = at[a] - at[b]
        pull *= (np.sqrt((pull * pull).sum(1)) * strength)[:, None]
        for axis in (0, 1):
            step[:, axis] += np.bincount(b, pull[:, axis], number) - np.bincount(a, pull[:, axis], number)
        heat = 0.9 * (1 - done / ROUNDS) + 0.02
        length = np.sqrt((step * step).sum(1))
        length[length == 0] = 1.0
        at += step * (np.minimum(length, heat) / length)[:, None]
    return [(float(x), float(y)) for x, y in _apart(_fitted(at))]


def _fitted(at: Places) -> Places:
    """Stretch places over the drawing, with room for names at the sides."""
    if not at.size:
        return at
    extent = np.ptp(at, axis=0)
    extent[extent == 0] = 1.0
    stretched: Places = MARGIN + (at - at.min(0)) / extent * (SIZE - 2 * MARGIN)
    return stretched


def _apart(at: Places) -> Places:
    """Move places that lie so close that their names would cover each other away from each other."""
    for _ in range(ROUNDS):
        between = (at[:, None] - at[None]) / ROOM
        far = (between**4).sum(2) ** 0.25  # nearly a rectangle, as names are
        lacking = np.maximum(1 - far, 0) / np.maximum(far, 0.01)
        at = np.clip(at + (between * lacking[:, :, None]).sum(1) * ROOM / 2, MARGIN, SIZE - MARGIN)
    return at
