"""The cheapest way to write one word as another: a weighted edit transducer over short runs of letters.

A word is written between two marks, `^word$`, so that an edit can depend on the start or the end of a word (`s$` ~ `$` is the
mute s of French). An edit replaces a run of letters of the one word by a run of letters of the other; `Costs` holds what
each costs, learned by `scripts/learn_spelling_costs.py`. Costs are counted in hundredths of a nat, whole numbers, so that a
path costs the same in whatever order its parts are added, here and in compiled code (`match/names/lattice.py`).
"""

from __future__ import annotations

from types import EllipsisType
from typing import cast

NAT = 100
"""Units of cost in a nat."""

BEYOND = 99 * NAT
"""The cost of a pair that has no path below the limit."""

BEAM = 4 * NAT
"""How much dearer than the best a path may be and still be followed."""

Run = tuple[int, dict[str, int]]
"""A run of letters of a source word, as (length, target run → cost)."""
Rows = list[tuple[Run, ...]]
"""For every letter of a source word: the runs that start there."""
Part = tuple[int, str]
"""A run of letters of a target word, as (length, run)."""
Parts = list[tuple[Part, ...]]
"""For every letter of a target word: the runs that start there."""

_SHORT = 3
"""Letters that mostly tell which runs start with them: few runs are longer."""


class _Single(dict[str, int]):
    """Costs of single letters, `unknown` for one that was never learned."""

    def __init__(self, costs: dict[str, int], unknown: int) -> None:
        super().__init__(costs)
        self._unknown = unknown

    def __missing__(self, letter: str) -> int:
        return self._unknown


class _Starts[Entry]:
    """Runs that a letter of a word may start.

    Args:
        entries: all runs, with what is told of them.
    """

    def __init__(self, entries: dict[str, Entry]) -> None:
        openings = {run[:n] for run in entries for n in range(1, len(run))}
        self._longest = max(map(len, entries), default=1)
        self._known: dict[str, tuple[Entry, ...]] = {"": ()}
        for run in sorted(openings.union(entries)):
            self._known[run] = self._known[run[:-1]] + ((entries[run],) if run in entries else ())
        long = dict.fromkeys((opening for opening in openings if len(opening) == _SHORT), ...)
        self._short: dict[str, tuple[Entry, ...] | EllipsisType] = self._known | long

    def of(self, word: str) -> list[tuple[Entry, ...]]:
        """Return the runs that start at every letter of a word."""
        short = self._short.get
        found = [short(word[i : i + _SHORT]) or short(word[i : i + 2]) or short(word[i]) or () for i in range(len(word))]
        if ... in found:
            longest = self._longest
            return [self._of(word[i : i + longest]) if runs is ... else runs for i, runs in enumerate(found)]
        return cast("list[tuple[Entry, ...]]", found)

    def _of(self, stretch: str) -> tuple[Entry, ...]:
        while stretch not in self._known:
            stretch = stretch[:-1]
        return self._known[stretch]


class Costs:
    """What it costs to write a word of one script in another (or the same) script.

    Args:
        edits: source run → target run → cost in hundredths of a nat, both runs non-empty.
        drops: source letter → cost of writing nothing for it.
        adds: target letter → cost of writing it for nothing.
        bias: evidence in nats for one name before any letter is read.
        credit: evidence in nats for each letter of the longer word.
        unknown: the cost of dropping or adding a letter that was never learned.
    """

    def __init__(
        self,
        edits: dict[str, dict[str, int]],
        drops: dict[str, int],
        adds: dict[str, int],
        *,
        bias: float,
        credit: float,
        unknown: int = 3 * NAT,
    ) -> None:
        self.bias, self.credit = bias, credit
        self.edits, self.drops, self.adds, self.unknown = edits, drops, adds, unknown
        targets = frozenset().union(*edits.values())
        self._drops, self._adds = _Single(drops, unknown), _Single(adds, unknown)
        self._starts = _Starts({run: (len(run), row) for run, row in edits.items()})
        self._runs = _Starts({run: (len(run), run) for run in targets})

    def source(self, word: str) -> tuple[Rows, list[int]]:
        """Return the runs that start at every letter of a source word, and what it costs to drop each letter."""
        return self._starts.of(word), [*map(self._drops.__getitem__, word)]

    def target(self, word: str) -> tuple[Parts, list[int]]:
        """Return the runs that start at every letter of a target word, and what it costs to add each letter."""
        return self._runs.of(word), [*map(self._adds.__getitem__, word)]


def cheapest(source: tuple[Rows, list[int]], target: tuple[Parts, list[int]], limit: int) -> int:  # noqa: C901, PLR0912 - calls for each row take longer
    """Return the cost of the cheapest path, or `BEYOND` where none costs less than `limit`.

    Paths that cost `BEAM` more than the best one at the same place of the source word are given up.

    Args:
        source: what `Costs.source` returns of a word.
        target: what `Costs.target` returns of the other.
        limit: above 0.
    """
    rows, dropping = source
    parts, adding = target
    width = len(parts)
    # For every letter of the source word: letters of the target word that paths have reached there, with their costs.
    # Few of all places are reached below the limit.
    best: list[dict[int, int]] = [{} for _ in rows]
    best.append({})
    best[0][0] = 0
    for i, runs in enumerate(rows):
        here = best[i]
        if not here:
            continue
        if len(here) == 1:
            order, (least,) = [*here], here.values()
        else:
            order, least = sorted(here), min(here.values())
        floor = min(least + BEAM, limit)
        below, drop = best[i + 1], dropping[i]
        for start in order:
            j, cost = start, here[start]
            while cost <= floor:
                onward = cost + drop
                if onward < limit and (j not in below or onward < below[j]):
                    below[j] = onward
                if j == width:
                    break
                for m, run in parts[j]:
                    for n, targets in runs:
                        if run in targets:
                            onward = cost + targets[run]
                            if onward < limit:
                                row, at = best[i + n], j + m
                                if at not in row or onward < row[at]:
                                    row[at] = onward
                cost += adding[j]
                j += 1
                if j in here:
                    here[j] = min(here[j], cost)
                    break
    return min((cost + sum(adding[j:]) for j, cost in best[-1].items()), default=BEYOND)
