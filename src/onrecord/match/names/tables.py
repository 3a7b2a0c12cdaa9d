"""What is learned of spellings as arrays, for `lattice.py` and `pairing.py`: costs of edits, and readings of syllables."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.match.names import spelling
from onrecord.match.names.edits import Costs
from onrecord.match.names.words import CYRILLIC, HANGUL, LATIN, OTHER

SCRIPTS = LATIN + CYRILLIC + HANGUL + OTHER
"""Scripts in the order in which one is the source of the other; a script's number is its place."""
NONE = 2**32 - 1
"""What stands in `EditTables.edits` where no edit is known."""
SHIFT = 16
"""Bits of an entry of `EditTables.edits` that tell what the edit costs; those above tell of which source run it is."""
SOURCE, TARGET = 0, 1


class EditTables(NamedTuple):
    """The tables of costs for every two scripts.

    Attributes:
        number: (script, script) → table, -1 for none.
        letter: code point → number of a letter, 0 for one that no table knows; code points from its length on are unknown.
        tries: (table, side) → the runs of letters as a trie: (node, letter) → next node, -1 for none.
        ends: (table, side) → node → number of the run that ends there, -1 for none; the number of a source run is where its
            edits begin among those of its table.
        row: of each table: where it begins in `edits`, evidence in nats before any letter is read and a letter.
        edits: at `base + source run + target run` that source run and hundredths of a nat (`SHIFT`); another source run, or
            `NONE`, where no edit is known. So they take a hundredth of a table of all runs, and stay at hand.
        single: (table, side, letter) → cost of dropping (source) or adding (target) a letter.
    """

    number: NDArray[np.int64]
    letter: NDArray[np.int16]
    tries: tuple[tuple[NDArray[np.int16], NDArray[np.int16]], ...]
    ends: tuple[tuple[NDArray[np.int16], NDArray[np.int16]], ...]
    row: NDArray[np.void]
    edits: NDArray[np.uint32]
    single: NDArray[np.int32]


ROW = np.dtype([("base", np.int64), ("bias", np.float64), ("credit", np.float64)])
"""A table; see `EditTables.row`."""


class _Trie:
    """Runs of letters by their beginnings, while they are collected."""

    def __init__(self, runs: Iterable[str], letters: dict[str, int]) -> None:
        self.numbers = {run: number for number, run in enumerate(sorted(runs))}
        width = len(letters) + 1
        rows = [np.full(width, -1, np.int16)]
        self.ends = [-1]
        for run, number in self.numbers.items():
            node = 0
            for letter in run:
                at = letters[letter]
                if rows[node][at] < 0:
                    rows[node][at] = len(rows)
                    rows.append(np.full(width, -1, np.int16))
                    self.ends.append(-1)
                node = int(rows[node][at])
            self.ends[node] = number
        self.step = np.stack(rows)


@cache
def edit_tables() -> EditTables:
    """Return the learned costs of all pairs of scripts."""
    tables = [spelling.costs(*pair) for pair in spelling.FILES]
    edits = [{run: row for run, row in table.edits.items() if run and row} for table in tables]
    targets = [{run for row in rows.values() for run in row if run} for rows in edits]
    known = {"^", "$"}.union(*(table.drops.keys() | table.adds.keys() for table in tables))
    known |= {letter for rows, to in zip(edits, targets, strict=True) for run in (*rows, *to) for letter in run}
    letters = {letter: number for number, letter in enumerate(sorted(known), 1)}
    tries = [(_Trie(rows, letters), _Trie(to, letters)) for rows, to in zip(edits, targets, strict=True)]
    number = np.full((len(SCRIPTS), len(SCRIPTS)), -1, np.int64)
    for at, (source, target) in enumerate(spelling.FILES):
        number[SCRIPTS.index(source), SCRIPTS.index(target)] = at
    laid = [_laid(rows, *found) for rows, found in zip(edits, tries, strict=True)]
    lookup = np.zeros(max(map(ord, known)) + 1, np.int16)
    for letter, code in letters.items():
        lookup[ord(letter)] = code
    headers = np.zeros(len(tables), ROW)
    headers["base"] = np.cumsum([0, *(entries.size for _, entries in laid[:-1])])
    headers["bias"] = [table.bias for table in tables]
    headers["credit"] = [table.credit for table in tables]
    return EditTables(
        number,
        lookup,
        tuple((one.step, other.step) for one, other in tries),
        tuple(
            (np.asarray([first[end] if end >= 0 else -1 for end in one.ends], np.int16), np.asarray(other.ends, np.int16))
            for (one, other), (first, _) in zip(tries, laid, strict=True)
        ),
        headers,
        np.concatenate([entries for _, entries in laid]),
        _single(tables, letters),
    )


def _laid(edits: dict[str, dict[str, int]], source: _Trie, target: _Trie) -> tuple[list[int], NDArray[np.uint32]]:
    """Lay the rows of all source runs one over the other, each at the first place where none of its entries meets another's.

    Returns:
        Where the row of each source run begins, no two at one place, and the entries.
    """
    width = len(target.numbers)
    first = [0] * len(source.numbers)
    begun, entries, end = np.zeros(0, np.bool_), np.zeros(0, np.uint32), 0
    for run, row in sorted(edits.items(), key=lambda item: (-len(item[1]), item[0])):
        missing = end + 1 + width - entries.size
        entries, begun = np.append(entries, np.full(missing, NONE, np.uint32)), np.append(begun, np.zeros(missing, np.bool_))
        free = ~begun[: end + 1]
        at = np.asarray([target.numbers[other] for other in row])
        for place in at.tolist():
            free &= entries[place : place + end + 1] == NONE
        start = int(np.argmax(free))
        entries[start + at] = [start << SHIFT | cost for cost in row.values()]
        begun[start], first[source.numbers[run]] = True, start
        end = max(end, start + int(at.max()) + 1)
    return first, entries


def _single(tables: list[Costs], letters: dict[str, int]) -> NDArray[np.int32]:
    """Return (table, side, letter) → cost of dropping or adding it."""
    found = np.empty((len(tables), 2, len(letters) + 1), np.int32)
    for at, table in enumerate(tables):
        found[at] = table.unknown
        for side, costs in ((SOURCE, table.drops), (TARGET, table.adds)):
            for letter, cost in costs.items():
                found[at, side, letters[letter]] = cost
    return found
