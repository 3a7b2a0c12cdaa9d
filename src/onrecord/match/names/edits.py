"""The cheapest way to write one word as another: a weighted edit transducer over short runs of letters.

A word is written between two marks, `^word$`, so that an edit can depend on the start or the end of a word (`s$` ~ `$` is the
mute s of French). An edit replaces a run of letters of the one word by a run of letters of the other; `Costs` holds what
each costs, in nats, learned by `scripts/learn_spelling_costs.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

BEYOND = 99.0
"""The cost of a pair that has no path below the limit."""

BEAM = 5.0
"""How much dearer than the best a path may be, in nats, and still be followed."""

Rows = tuple[tuple[tuple[int, dict[str, float]], ...], ...]
Parts = tuple[tuple[tuple[int, str], ...], ...]


@dataclass(slots=True)
class Costs:
    """What it costs to write a word of one script in another (or the same) script.

    Args:
        edits: source run → target run → cost in nats, both non-empty.
        drops: source letter → cost of writing nothing for it.
        adds: target letter → cost of writing it for nothing.
        bias: evidence in nats for one name before any letter is read.
        credit: evidence in nats for each letter of the longer word.
        unknown: the cost of dropping or adding a letter that was never learned.
    """

    edits: dict[str, dict[str, float]]
    drops: dict[str, float]
    adds: dict[str, float]
    bias: float = 0.0
    credit: float = 1.0
    unknown: float = 3.0
    longest_source: int = field(init=False)
    longest_target: int = field(init=False)
    target_runs: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.target_runs = frozenset(run for runs in self.edits.values() for run in runs)
        self.longest_source = max(map(len, self.edits), default=1)
        self.longest_target = max(map(len, self.target_runs), default=1)

    def rows(self, word: str) -> Rows:
        """For every place of a source word: the runs that start there, as (place after it, target run → cost)."""
        edits, longest, size = self.edits, self.longest_source + 1, len(word)
        return tuple(
            tuple((j, edits[word[i:j]]) for j in range(i + 1, min(i + longest, size + 1)) if word[i:j] in edits)
            for i in range(size)
        )

    def parts(self, word: str) -> Parts:
        """For every place of a target word: the runs that start there, as (place after it, run)."""
        known, longest, size = self.target_runs, self.longest_target + 1, len(word)
        return tuple(
            tuple((j, word[i:j]) for j in range(i + 1, min(i + longest, size + 1)) if word[i:j] in known)
            for i in range(size)
        )

    def dropping(self, word: str) -> tuple[float, ...]:
        """What it costs to drop each letter of a source word."""
        return tuple(self.drops.get(letter, self.unknown) for letter in word)

    def adding(self, word: str) -> tuple[float, ...]:
        """What it costs to add each letter of a target word."""
        return tuple(self.adds.get(letter, self.unknown) for letter in word)


def cheapest(rows: Rows, dropping: tuple[float, ...], parts: Parts, adding: tuple[float, ...], limit: float) -> float:
    """Return the cost of the cheapest path, or `BEYOND` where none costs less than `limit`.

    Paths that cost `BEAM` more than the best one at the same place of the source word are given up.
    """
    width = len(parts)
    best = [[BEYOND] * (width + 1) for _ in range(len(rows) + 1)]
    best[0][0] = 0.0
    i = 0
    for runs, drop in zip(rows, dropping, strict=True):
        here = best[i]
        i += 1
        floor = min(here) + BEAM
        if floor > limit:
            floor = limit
        below = best[i]
        j = 0
        for cost in here:
            if cost > floor:
                j += 1
                continue
            onward = cost + drop
            if onward < below[j]:
                below[j] = onward
            if j < width:
                onward = cost + adding[j]
                for after, run in parts[j]:
                    for row, targets in runs:
                        if run in targets:
                            reached = cost + targets[run]
                            if reached < best[row][after]:
                                best[row][after] = reached
                j += 1
                if onward < here[j]:
                    here[j] = onward
    here = best[-1]
    last = here[0]
    for added, cost in zip(adding, here[1:], strict=True):
        last = min(last + added, cost)
    return last if last < limit else BEYOND
