"""The cheapest way to write one word as another: a weighted edit transducer over short runs of letters.

A word is written between two marks, `^word$`, so that an edit can depend on the start or the end of a word (`s$` ~ `$` is the
mute s of French). An edit replaces a run of letters of the one word by a run of letters of the other; `Costs` holds what
each costs, learned by `scripts/learn_spelling_costs.py`. Costs are counted in hundredths of a nat, whole numbers, so that a
path costs the same in whatever order its parts are added, here and in compiled code (`match/names/lattice.py`).
"""

from __future__ import annotations

from collections.abc import Iterable

NAT = 100
"""Units of cost in a nat."""

BEYOND = 99 * NAT
"""The cost of a pair that has no path below the limit."""

BEAM = 4 * NAT
"""How much dearer than the best a path may be and still be followed."""

Rows = list[tuple[tuple[int, dict[str, int]], ...]]
"""For every letter of a source word: the runs that start there, as (length, target run → cost)."""
Parts = list[tuple[tuple[int, str], ...]]
"""For every letter of a target word: the runs that start there, as (length, run)."""


class _Single(dict[str, int]):
    """Costs of single letters, `unknown` for one that was never learned."""

    def __init__(self, costs: dict[str, int], unknown: int) -> None:
        super().__init__(costs)
        self._unknown = unknown

    def __missing__(self, letter: str) -> int:
        return self._unknown


class _Starts(dict[str, tuple[tuple[int, dict[str, int]], ...]]):
    """Source runs that a stretch of letters starts with; found once a stretch."""

    def __init__(self, edits: dict[str, dict[str, int]]) -> None:
        super().__init__()
        self._entries = {run: (len(run), row) for run, row in edits.items()}
        self._open = _beginnings(edits)

    def __missing__(self, stretch: str) -> tuple[tuple[int, dict[str, int]], ...]:
        entries, longer, found = self._entries, self._open, []
        for n in range(1, len(stretch) + 1):
            run = stretch[:n]
            if run in entries:
                found.append(entries[run])
            if run not in longer:
                break
        self[stretch] = runs = tuple(found)
        return runs


class _Runs(dict[str, tuple[tuple[int, str], ...]]):
    """Target runs that a stretch of letters starts with; found once a stretch."""

    def __init__(self, known: frozenset[str]) -> None:
        super().__init__()
        self._entries = {run: (len(run), run) for run in known}
        self._open = _beginnings(known)

    def __missing__(self, stretch: str) -> tuple[tuple[int, str], ...]:
        entries, longer, found = self._entries, self._open, []
        for n in range(1, len(stretch) + 1):
            run = stretch[:n]
            if run in entries:
                found.append(entries[run])
            if run not in longer:
                break
        self[stretch] = runs = tuple(found)
        return runs


def _beginnings(runs: Iterable[str]) -> frozenset[str]:
    """Return what longer runs begin with, so that a search for the longest one ends where there is none."""
    return frozenset(run[:n] for run in runs for n in range(1, len(run)))


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

    STRETCHES = 50_000
    """How many stretches of letters are remembered at most."""

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
        self._starts, self._runs = _Starts(edits), _Runs(targets)
        self._longest = max(map(len, edits), default=1), max(map(len, targets), default=1)

    def source(self, word: str) -> tuple[Rows, list[int]]:
        """Return the runs that start at every letter of a source word, and what it costs to drop each letter."""
        starts, longest, drops = self._starts, self._longest[0], self._drops
        if len(starts) > self.STRETCHES:
            starts.clear()
        return [starts[word[i : i + longest]] for i in range(len(word))], [drops[letter] for letter in word]

    def target(self, word: str) -> tuple[Parts, list[int]]:
        """Return the runs that start at every letter of a target word, and what it costs to add each letter."""
        runs, longest, adds = self._runs, self._longest[1], self._adds
        if len(runs) > self.STRETCHES:
            runs.clear()
        return [runs[word[j : j + longest]] for j in range(len(word))], [adds[letter] for letter in word]


def cheapest(source: tuple[Rows, list[int]], target: tuple[Parts, list[int]], limit: int) -> int:
    """Return the cost of the cheapest path, or `BEYOND` where none costs less than `limit`.

    Paths that cost `BEAM` more than the best one at the same place of the source word are given up.
    """
    parts, adding = target
    width = len(parts)
    best = [[BEYOND] * (width + 1) for _ in range(len(source[0]) + 1)]
    best[0][0] = 0
    for i, (runs, drop) in enumerate(zip(*source, strict=True)):
        here = best[i]
        least = min(here)
        if least >= limit:
            continue
        floor = min(least + BEAM, limit)
        below = best[i + 1]
        rows = [(best[i + n], targets) for n, targets in runs]
        for j, cost in enumerate(here):
            if cost > floor:
                continue
            onward = cost + drop
            if onward < below[j]:  # noqa: PLR1730 - a call of min() takes longer
                below[j] = onward
            if j == width:
                continue
            for n, run in parts[j]:
                for row, targets in rows:
                    if run in targets:
                        onward = cost + targets[run]
                        if onward < row[j + n]:  # noqa: PLR1730 - as above
                            row[j + n] = onward
            onward = cost + adding[j]
            if onward <= floor and onward < here[j + 1]:
                here[j + 1] = onward
    return min((cost + sum(adding[j:]) for j, cost in enumerate(best[-1]) if cost < limit), default=BEYOND)
