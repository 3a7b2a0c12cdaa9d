"""Evidence that two words are spellings of one, as `spelling.evidence` gives it, in compiled code over arrays."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.match.compiled import Row, inlined
from onrecord.match.names import edits, spelling
from onrecord.match.names.tables import SHIFT, SOURCE, TARGET

BEYOND, BEAM, NAT = edits.BEYOND, edits.BEAM, edits.NAT
LEAST, FOLLOWED, MOST, CONTEXT = spelling.LEAST, spelling.FOLLOWED, spelling.MOST, spelling.CONTEXT
COST = (1 << SHIFT) - 1
LONGEST = 60
"""Letters of a word, marks included, that arrays have room for; a longer one is compared one by one."""
RUNS = 5
"""Letters of the longest run."""
ROLES = 4
"""Ways in which a word is compared: as source and as target, with its own script and with others."""
_OTHER = 3
"""The number of the scripts that are not compared by sound, behind those of Latin, Hangul and Cyrillic letters."""
SLOTS = 512
"""Pairs of words of which the evidence is remembered: names come in an order in which the same words meet again soon."""

WORD = np.dtype(
    [
        ("start", np.int32),  # of its letters, `^` and `$` included
        ("size", np.int32),
        ("same", np.int32),  # two words of the same letters have the same
        ("sound", np.int32),  # the first sound, as its code point
        ("nick", np.int32),  # where the groups of short forms begin that a given name belongs to
        ("nick_end", np.int32),
        ("spelled", np.bool_),  # whether it is a spelling of a given name that is told apart from others by a table
        ("script", np.int8),  # a place in `tables.SCRIPTS`
        ("kind", np.int8),  # what it is when left out, a place in `pairing.LEFT_OUT`
        ("initial", np.bool_),
    ]
)
LETTER = np.dtype([("point", np.int32), ("code", np.int16)])
"""A letter: its code point, and its number in `EditTables`."""


class Lexicon(NamedTuple):
    """All that names are compared by: names, their words, and what is learned of spellings.

    Attributes:
        names: see `pairing.NAME`.
        cells: for each word of each name: the word, and what it makes with the next one (-1: nothing).
        readings: ways to read names as Korean: spelling of the surname, and of three syllables (-1: no more).
        words: see `WORD`.
        letters: see `LETTER`.
        runs: (role, letter, length - 1) → the run of this length that starts at a letter, -1 for none.
        roles: (table, side) → the role in which a word is compared there.
        nick: groups of given names and their short forms.
        spellings: see `pairing.SPELLING`.
        syllables: see `pairing.SYLLABLE`.
        number: see `EditTables`; as those that follow.
        tables: `EditTables.row`.
        edits: costs of edits.
        single: costs of letters dropped and added.
    """

    names: NDArray[np.void]
    cells: NDArray[np.int32]
    readings: NDArray[np.int32]
    words: NDArray[np.void]
    letters: NDArray[np.void]
    runs: NDArray[np.int16]
    roles: NDArray[np.int8]
    nick: NDArray[np.int32]
    spellings: NDArray[np.void]
    syllables: NDArray[np.void]
    number: NDArray[np.int64]
    tables: NDArray[np.void]
    edits: NDArray[np.uint32]
    single: NDArray[np.int32]


class Room(NamedTuple):
    """Arrays to work in, made once for many pairs of one lexicon.

    Attributes:
        best: a lattice.
        lists: of words.
        values: of words.
        pairs: the last pair of words of each slot, as one number; -1 for none.
        found: the evidence of these.
    """

    best: NDArray[np.int32]
    lists: NDArray[np.int32]
    values: NDArray[np.float64]
    pairs: NDArray[np.int64]
    found: NDArray[np.float64]


def room() -> Room:
    """Return arrays to work in."""
    best = np.empty((LONGEST + RUNS, LONGEST + RUNS), np.int32)
    return Room(best, np.empty((4, 16), np.int32), np.empty(16), np.full(SLOTS, -1, np.int64), np.empty(SLOTS))


@inlined
def later(a: int, b: int, lexicon: Lexicon) -> bool:
    """Tell whether the letters of one word come behind those of another in the order of code points."""
    one, other, letters = lexicon.words[a], lexicon.words[b], lexicon.letters
    least = min(one.size, other.size) - 2
    for n in range(1, least + 1):
        x, y = letters[one.start + n].point, letters[other.start + n].point
        if x != y:
            return bool(x > y)
    return bool(one.size > other.size)


@inlined
def evidence(a: int, b: int, lexicon: Lexicon, work: Room) -> float:
    """Return what `spelling.evidence` returns for two words, by their numbers."""
    words, letters = lexicon.words, lexicon.letters
    if words[a].script > words[b].script or (words[a].script == words[b].script and later(a, b, lexicon)):
        a, b = b, a
    source, target = words[a].script, words[b].script
    i, j, height, width = words[a].start, words[b].start, words[a].size, words[b].size
    if source == target and words[a].same == words[b].same:
        return float(min(MOST, 1.5 + 1.2 * (height - 2)))
    if target == _OTHER or abs(height - width) > 2 + min(height, width):
        return LEAST
    pair = np.int64(a) << 32 | np.int64(b)
    slot = (np.int64(a) * 31 + b) % SLOTS
    if work.pairs[slot] == pair:
        return float(work.found[slot])
    table = lexicon.number[source, target]
    most: float = min(MOST, lexicon.tables[table].bias + lexicon.tables[table].credit * (max(height, width) - 2))
    limit = ceil((most - FOLLOWED) * NAT)
    if source == target:
        least, front, back = min(height, width), 0, 0
        while front < least and letters[i + front].point == letters[j + front].point:
            front += 1
        front = max(0, front - CONTEXT)
        while back < least - front and letters[i + height - 1 - back].point == letters[j + width - 1 - back].point:
            back += 1
        back = max(0, back - CONTEXT)
        i, j, height, width = i + front, j + front, height - front - back, width - front - back
    ours = lexicon.runs[lexicon.roles[table, SOURCE], i : i + height], lexicon.letters[i : i + height]
    theirs = lexicon.runs[lexicon.roles[table, TARGET], j : j + width], lexicon.letters[j : j + width]
    cost = _cheapest(ours, theirs, limit, lexicon.tables[table], lexicon.edits, lexicon.single[table], work.best)
    work.pairs[slot], work.found[slot] = pair, LEAST if cost >= BEYOND else most - cost / NAT
    return float(work.found[slot])


_Side = tuple[NDArray[np.int16], NDArray[np.void]]
"""The runs that start at each letter of a word, and the letters."""


@inlined
def _cheapest(
    ours: _Side,
    theirs: _Side,
    limit: int,
    table: Row,
    edits: NDArray[np.uint32],
    single: NDArray[np.int32],
    best: NDArray[np.int32],
) -> int:
    """Return what `edits.cheapest` returns for two words."""
    height, width = ours[1].size, theirs[1].size
    # Most words are given up after a letter or two: rows are made ready only as far as edits may reach.
    for i in range(min(height + 1, RUNS)):
        for j in range(width + 1):
            best[i, j] = BEYOND
    best[0, 0] = 0
    reached = 0
    for i in range(height):
        if i + RUNS <= height:
            for j in range(width + 1):
                best[i + RUNS, j] = BEYOND
        least = BEYOND
        for j in range(width + 1):
            least = min(least, best[i, j])
        if least < limit:
            reached = min(height, i + RUNS)
            _row(i, ours, theirs, min(least + BEAM, limit), table, edits, single, best)
        elif reached <= i:
            return BEYOND
    found, rest = BEYOND, 0
    for j in range(width, -1, -1):
        if j < width:
            rest += single[TARGET, theirs[1][j].code]
        if best[height, j] < limit:
            found = min(found, best[height, j] + rest)
    return found


@inlined
def _row(
    i: int,
    ours: _Side,
    theirs: _Side,
    floor: int,
    table: Row,
    edits: NDArray[np.uint32],
    single: NDArray[np.int32],
    best: NDArray[np.int32],
) -> None:
    """Follow all paths on from one letter of the source word."""
    left, width = ours[1].size - i, theirs[1].size
    drop = single[SOURCE, ours[1][i].code]
    for j in range(width + 1):
        here = best[i, j]
        if here > floor:
            continue
        best[i + 1, j] = min(best[i + 1, j], here + drop)
        if j == width:
            continue
        for k in range(min(RUNS, width - j)):
            run = theirs[0][j, k]
            if run < 0:
                continue
            for n in range(min(RUNS, left)):
                if ours[0][i, n] < 0:
                    continue
                entry = np.int64(edits[table.base + ours[0][i, n] + run])
                if entry >> SHIFT == ours[0][i, n]:
                    onward = here + (entry & COST)
                    best[i + 1 + n, j + 1 + k] = min(best[i + 1 + n, j + 1 + k], onward)
        onward = here + single[TARGET, theirs[1][j].code]
        if onward <= floor:
            best[i, j + 1] = min(best[i, j + 1], onward)
