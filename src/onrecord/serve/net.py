"""Who met whom: pairs of people at the same occasions, and a drawing of them that is the same every time."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.record.catalogue import OccasionEntry

WIDTH, HEIGHT = 960, 640
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


def meetings(occasions: Iterable[OccasionEntry]) -> Counter[tuple[str, str]]:
    """Return how often each two people were at the same occasion, by their keys in alphabetical order."""
    met: Counter[tuple[str, str]] = Counter()
    for occasion in occasions:
        people = sorted({key for key, _ in occasion.parties if key.startswith("p-")})
        if len(people) <= LARGEST:
            met.update(combinations(people, 2))
    return met


def draw(met: Counter[tuple[str, str]], most: int, about: str = "") -> Net:
    """Return the drawing of the people who met most.

    Args:
        met: pairs with numbers.
        most: how many people are drawn at most.
        about: key of a person who is drawn in any case, with those whom that person met.
    """
    if about:
        near = {a if b == about else b for a, b in met if about in (a, b)} | {about}
        met = Counter({pair: number for pair, number in met.items() if pair[0] in near and pair[1] in near})
    degree: Counter[str] = Counter()
    for (a, b), number in met.items():
        degree[a] += number
        degree[b] += number
    keys = sorted(degree, key=lambda key: (key != about, -degree[key], key))[:most]
    place = {key: n for n, key in enumerate(keys)}
    pairs = [(place[a], place[b], number) for (a, b), number in sorted(met.items()) if a in place and b in place]
    pairs = sorted(pairs, key=lambda pair: (-pair[2], pair))[:THREADS]
    spots = _settled(len(keys), pairs)
    highest = max((degree[key] for key in keys), default=1)
    knots = _knots(keys, [degree[key] / highest for key in keys], spots)
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
    x = [math.sqrt(n + 0.5) * math.cos(n * 2.399963) for n in range(number)]
    y = [math.sqrt(n + 0.5) * math.sin(n * 2.399963) for n in range(number)]
    ties = Counter(end for a, b, _ in pairs for end in (a, b))
    for done in range(ROUNDS):
        dx, dy = [-0.06 * v for v in x], [-0.06 * v for v in y]  # drawn to the middle, so that lone pairs do not fly off
        for a in range(number):
            for b in range(a + 1, number):
                ex, ey = x[a] - x[b], y[a] - y[b]
                push = 2.2 / (ex * ex + ey * ey + 0.01)
                dx[a], dy[a], dx[b], dy[b] = dx[a] + ex * push, dy[a] + ey * push, dx[b] - ex * push, dy[b] - ey * push
        for a, b, weight in pairs:
            ex, ey = x[a] - x[b], y[a] - y[b]
            # Who knows many is drawn by each of them less, or all would lie on one heap.
            pull = math.sqrt(ex * ex + ey * ey) * (0.6 + 0.2 * min(weight, 5)) / math.sqrt(ties[a] * ties[b])
            dx[a], dy[a], dx[b], dy[b] = dx[a] - ex * pull, dy[a] - ey * pull, dx[b] + ex * pull, dy[b] + ey * pull
        heat = 0.9 * (1 - done / ROUNDS) + 0.02
        for n in range(number):
            length = math.sqrt(dx[n] * dx[n] + dy[n] * dy[n]) or 1.0
            x[n] += dx[n] / length * min(length, heat)
            y[n] += dy[n] / length * min(length, heat)
    return _fitted(x, y)


def _fitted(x: list[float], y: list[float]) -> list[tuple[float, float]]:
    """Stretch places over the drawing, with room for names at the sides."""
    if not x:
        return []
    side, top = 110, 30
    wide, high = (max(x) - min(x)) or 1.0, (max(y) - min(y)) or 1.0
    left, upper = min(x), min(y)
    return [
        (side + (a - left) / wide * (WIDTH - 2 * side), top + (b - upper) / high * (HEIGHT - 2 * top))
        for a, b in zip(x, y, strict=True)
    ]
