"""The cheapest way to write one word as another: a weighted edit transducer over short runs of letters.

A word is written between two marks, `^word$`, so that an edit can depend on the start or the end of a word (`s$` ~ `$` is the
mute s of French). An edit replaces a run of letters of the one word by a run of letters of the other; `Costs` holds what
each costs, learned by `scripts/learn_spelling_costs.py`. Costs are counted in hundredths of a nat, whole numbers, so that a
path costs the same in whatever order its parts are added, here and in compiled code (`match/names/lattice.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

NAT = 100
"""Units of cost in a nat."""

BEYOND = 99 * NAT
"""The cost of a pair that has no path below the limit."""

BEAM = 4 * NAT
"""How much dearer than the best a path may be and still be followed."""

Run = tuple[int, dict[str, int]]
"""A run of letters of a source word, as (length, target run → cost)."""
Source = list[tuple[int, tuple[Run, ...]]]
"""For every letter of a source word: what it costs to drop it, and the runs that start there."""
Part = tuple[int, str]
"""A run of letters of a target word, as (length, run)."""
Target = list[tuple[int, tuple[Part, ...]]]
"""For every letter of a target word: what it costs to add it, and the runs that start there."""

_WORDS = 1024
"""Words of which `Costs` remembers the runs: few, as long as names are compared with one and the same name."""

type _Told[Entry] = tuple[int, tuple[Entry, ...]]
"""What a letter costs by itself, and the runs that start there."""
type _Places[Entry] = dict[str, tuple[_Told[Entry], _Places[Entry]]]
"""For each letter that may come next in a run: what is told by then, and the letters that may come after it."""


class _Starts[Entry]:
    """What the letters of a word cost by themselves and which runs start with them, read off a tree of all runs.

    Args:
        entries: all runs, with what is told of them.
        alone: cost of letters by themselves.
        unknown: the cost of a letter that was never learned.
    """

    def __init__(self, entries: dict[str, Entry], alone: dict[str, int], unknown: int) -> None:
        self._tree: _Places[Entry] = {letter: ((cost, ()), {}) for letter, cost in alone.items()}
        self._unknown: tuple[_Told[Entry], _Places[Entry]] = (unknown, ()), {}
        for run in sorted(entries):
            told: _Told[Entry] = unknown, ()
            places = self._tree
            for letter in run[:-1]:
                told, places = places.setdefault(letter, (told, {}))
            (cost, runs), further = places.get(run[-1], (told, {}))
            places[run[-1]] = (cost, (*runs, entries[run])), further

    def of(self, word: str) -> list[_Told[Entry]]:
        """Return what each letter of a word costs by itself, and the runs that start there."""
        # Two letters tell it of nearly all places: texts are cut only where a run may be longer.
        found = []
        start, unknown = self._tree.get, self._unknown
        at = 1
        for letter, following in zip(word, word[1:] + "\n", strict=False):
            told, further = start(letter, unknown)
            at += 1
            if following in further:
                told, further = further[following]
                if further:
                    for later in word[at:]:
                        if later not in further:
                            break
                        told, further = further[later]
            found.append(told)
        return found


class Costs:
    """What it costs to write a word of one script in another (or the same) script.

    Args:
        edits: source run → target run → cost in hundredths of a nat, both runs non-empty.
        drops: source letter → cost of writing nothing for it.
        adds: target letter → cost of writing it for nothing.
        bias: evidence in nats for one name before any letter is read.
        credit: evidence in nats for each letter of the longer word.
        unknown: the cost of dropping or adding a letter that was never learned.

    Attributes:
        source: of a source word: what it costs to drop each letter, and the runs that start there.
        target: of a target word: what it costs to add each letter, and the runs that start there.
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
        sources = _Starts({run: (len(run), row) for run, row in edits.items()}, drops, unknown)
        parts = _Starts({run: (len(run), run) for run in targets}, adds, unknown)
        self.source: Callable[[str], Source] = lru_cache(maxsize=_WORDS)(sources.of)
        self.target: Callable[[str], Target] = lru_cache(maxsize=_WORDS)(parts.of)


def cheapest(source: Source, target: Target, limit: int) -> int:  # noqa: C901, PLR0912 - calls for each row take longer
    """Return the cost of the cheapest path, or `BEYOND` where none costs less than `limit`.

    Paths that cost `BEAM` more than the best one at the same place of the source word are given up.

    Args:
        source: what `Costs.source` returns of a word.
        target: what `Costs.target` returns of the other.
        limit: above 0.
    """
    width = len(target)
    # For every letter of the source word: letters of the target word that paths have reached there, with their costs.
    # Few of all places are reached below the limit.
    best: list[dict[int, int]] = [{} for _ in source]
    best.append({})
    best[0][0] = 0
    for i, (drop, runs) in enumerate(source):
        here = best[i]
        if not here:
            continue
        if len(here) == 1:
            order, (least,) = [*here], here.values()
        else:
            order, least = sorted(here), min(here.values())
        # Compared by hand here and below: a call of `min` takes longer than the rest of its line.
        floor = least + BEAM if least + BEAM < limit else limit
        below, free = best[i + 1], limit - drop
        for start in order:
            j, cost = start, here[start]
            while cost <= floor:
                if cost < free and (j not in below or cost + drop < below[j]):
                    below[j] = cost + drop
                if j == width:
                    break
                add, parts = target[j]
                for m, run in parts:
                    for n, targets in runs:
                        if run in targets:
                            onward = cost + targets[run]
                            if onward < limit:
                                row, at = best[i + n], j + m
                                if at not in row or onward < row[at]:
                                    row[at] = onward
                cost += add
                j += 1
                if j in here:
                    here[j] = cost if cost < here[j] else here[j]
                    break
    return min([cost + sum([add for add, _ in target[j:]]) for j, cost in best[-1].items()], default=BEYOND)
