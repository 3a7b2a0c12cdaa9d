"""The rows of consonant classes of many words at once: `names.keys.short` in compiled code.

A row is a whole number to the base of nine, one digit a class.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.match.compiled import compiled, making
from onrecord.match.names.keys import LONG, MOST, SHORT, classes, heard_of_all
from onrecord.match.names.words import Word
from onrecord.match.whole.sets import Integers, starts

CLASSES = "PTKSLMNA"
_VOWEL = CLASSES.index("A") + 1
_ROOM = 64
"""Classes that a way may have before it is cut: a longer word is cut to so many letters, far beyond `LONG` classes."""


class Runs(NamedTuple):
    """Runs of letters as a trie, and the classes that each may be.

    Attributes:
        letter: code point → number of a letter, 0 for none; code points from its length on are none.
        step: (node, letter) → next node, 0 for none.
        run: node → number of the run that ends there, -1 for none.
        first: run → where its choices begin; one more than there are runs.
        choices: digits of each choice, 0 behind the last.
    """

    letter: Integers
    step: Integers
    run: Integers
    first: Integers
    choices: Integers


@cache
def _runs() -> Runs:
    """Return the table of `keys.classes`."""
    table = classes()
    letters = {letter: number for number, letter in enumerate(sorted(set("".join(table))), 1)}
    lookup = np.zeros(max(map(ord, letters)) + 1, np.int64)
    for letter, number in letters.items():
        lookup[ord(letter)] = number
    nodes: dict[str, int] = {"": 0}
    for run in sorted(table):
        for end in range(1, len(run) + 1):
            nodes.setdefault(run[:end], len(nodes))
    step = np.zeros((len(nodes), len(letters) + 1), np.int64)
    ends = np.full(len(nodes), -1, np.int64)
    for beginning, node in nodes.items():
        if beginning:
            step[nodes[beginning[:-1]], letters[beginning[-1]]] = node
    for number, run in enumerate(table):
        ends[nodes[run]] = number
    every = [choice for choices in table.values() for choice in choices]
    digits = np.zeros((len(every), max(map(len, every)) + 1), np.int64)
    for row, choice in zip(digits, every, strict=True):
        row[: len(choice)] = [CLASSES.index(letter) + 1 for letter in choice]
    return Runs(lookup, step, ends, starts(map(len, table.values())), digits)


def rows_of_words(words: Sequence[Word]) -> tuple[NDArray[np.int64], Integers]:
    """Return how many rows each word has, whole ones and those with one consonant lost, and the rows one behind the other."""
    parts = [*chain.from_iterable(heard_of_all(words))]
    points = np.frombuffer("".join(parts).encode("utf-32-le"), np.int32)
    runs = _runs()
    known = np.where(points < runs.letter.size, runs.letter[np.minimum(points, runs.letter.size - 1)], 0)
    sizes = np.zeros((len(words), 2), np.int64)
    found = np.empty(len(words) * 2 * MOST * (1 + LONG), np.int64)
    size = _rows(starts(map(len, parts)), known, runs, sizes, found)
    return sizes, found[:size].copy()


@making
def _rows(ends: Integers, letters: Integers, runs: Runs, sizes: NDArray[np.int64], found: Integers) -> int:
    """Note the rows of all words; each has two texts, without its silent letters and with them."""
    ways, onward = np.zeros((2 * MOST, _ROOM), np.int64), np.zeros((2 * MOST, _ROOM), np.int64)
    at = 0
    for word in range(sizes.shape[0]):
        first, middle, last = ends[2 * word], ends[2 * word + 1], ends[2 * word + 2]
        number = _ways(letters[first:middle], runs, ways[:MOST], onward)
        longest = 0
        for n in range(number):
            longest = max(longest, _length(ways[n]))
        if last > middle and longest < SHORT:
            number += _ways(letters[middle:last], runs, ways[number:], onward)
        start = at
        for n in range(number):
            at = _note(found, start, at, ways[n], -1)
        sizes[word, 0] = at - start
        start = at
        for n in range(number):
            size = min(LONG, _length(ways[n]))
            if size >= LONG - 1:
                for lost in range(size):
                    at = _note(found, start, at, ways[n], lost)
        sizes[word, 1] = at - start
    return at


@compiled
def _length(way: Integers) -> int:
    size = 0
    while size < way.size and way[size] > 0:
        size += 1
    return size


@compiled
def _note(found: Integers, start: int, at: int, way: Integers, lost: int) -> int:
    """Note a row, of at most `LONG - 1` classes, where it is not noted yet; a row without any is that of a vowel."""
    row, size, place = 0, 0, 0
    while size < LONG - 1 and place < LONG and way[place] > 0:
        if place != lost:
            row = row * 9 + way[place]
            size += 1
        place += 1
    row = row if row > 0 else _VOWEL
    for n in range(start, at):
        if found[n] == row:
            return at
    found[at] = row
    return at + 1


@compiled
def _ways(letters: Integers, runs: Runs, ways: NDArray[np.int64], onward: NDArray[np.int64]) -> int:
    """Note the rows of classes that letters may have, as `keys._ways` returns them, and return how many there are."""
    number, at = 1, 0
    ways[0] = 0
    while at < letters.size:
        node, run, size, end = 0, -1, 0, at
        while end < letters.size:
            node = runs.step[node, letters[end]]
            end += 1
            if node == 0:
                break
            if runs.run[node] >= 0:
                run, size = runs.run[node], end - at
        if run < 0:
            at += 1
            continue
        at += size
        more = 0
        for n in range(number):
            for choice in range(runs.first[run], runs.first[run + 1]):
                if more < MOST:
                    more = _lengthened(ways[n], runs.choices[choice], onward, more)
        number, least = more, _ROOM
        for n in range(number):
            _copy(onward[n], ways[n])
            least = min(least, _length(ways[n]))
        if least >= LONG:
            break
    return number


@compiled
def _lengthened(way: Integers, choice: Integers, onward: NDArray[np.int64], number: int) -> int:
    """Note a way with a choice behind it, unless it ends so already, where that is not noted yet."""
    size, more, made = _length(way), _length(choice), onward[number]
    same = size >= more
    for n in range(more):
        same = same and way[size - more + n] == choice[n]
    _copy(way, made)
    if not same:
        for n in range(min(more + 1, made.size - size)):
            made[size + n] = choice[n]
    for n in range(number):
        if _are_one(onward[n], made):
            return number
    return number + 1


@compiled
def _copy(way: Integers, to: Integers) -> None:
    """Copy a way as far as the 0 behind it, if there is room for one."""
    for n in range(min(_length(way) + 1, way.size)):
        to[n] = way[n]


@compiled
def _are_one(way: Integers, other: Integers) -> bool:
    """Tell whether two ways are of the same classes."""
    size = _length(way)
    if size != _length(other):
        return False
    for n in range(size):  # noqa: SIM110  not known to numba
        if way[n] != other[n]:
            return False
    return True
