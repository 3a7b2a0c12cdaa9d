"""How alike the names of two units are, for many pairs at once: `persons.akin` and the first feature of `persons.judge`."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.match import persons
from onrecord.match.compiled import Row, compiled, inlined
from onrecord.match.names import comparison
from onrecord.match.names.lattice import Lexicon, Room
from onrecord.match.names.pairing import score

UNLIKE, SAME_NAME, SCRIPT, SPELLING, NEAR, PART = range(6)
"""What names say; all but the first are features of `persons.TABLE`."""
FEATURES = ("", "same-name", "script", "spelling", "near-name", "part")
SAME, SAME_PART, SAME_SCRIPTED = comparison.SAME, persons.SAME_PART, persons.SAME_SCRIPTED

FORM = np.dtype(
    [
        ("row", np.int32),  # of the name in the lexicon; forms are in the order of their letters
        ("plain", np.int32),  # two of one plain form are the same name
        ("words", np.int32),  # where its words as they stand between spaces begin, as rows of the lexicon
        ("words_end", np.int32),
        ("scripts", np.int8),  # which letters it holds: 1 Latin, 2 Cyrillic, 4 Hangul
        ("full", np.bool_),  # whether it holds more than one part of the name
        ("sex", np.int8),  # whose form of a family name it can be: a place in `SEXES`
    ]
)
SEXES = (None, "Masc", "Fem")
BOTH = 3
"""What the places of a man's form and a woman's come to."""
LIKENESS = np.dtype([("kind", np.int8), ("score", np.float64), ("a", np.int32), ("b", np.int32)])
"""What two names say: the kind, the score of the comparison, and the two forms that it rests on."""


class Called(NamedTuple):
    """Names as lists of forms: `start` has one place more than there are names; full forms come first, `full` says how many.

    Of the words that stand in forms, `words` are the rows in the lexicon, `sexes` whose form of a family name each can be.
    """

    start: NDArray[np.int64]
    full: NDArray[np.int64]
    forms: NDArray[np.int64]
    rows: NDArray[np.void]
    words: NDArray[np.int64]
    sexes: NDArray[np.int8]


@compiled
def likenesses(
    left: NDArray[np.int64], right: NDArray[np.int64], called: Called, lexicon: Lexicon, work: Room, found: NDArray[np.void]
) -> None:
    """Note of each pair of names what they say."""
    for n in range(left.size):
        a, b = left[n], right[n]
        found[n].kind, found[n].score, found[n].a, found[n].b = UNLIKE, 0.0, -1, -1
        if called.full[a] > 0 and called.full[b] > 0:
            _whole(a, b, called, lexicon, work, found[n])
        elif _part(a, b, called, lexicon, work):
            found[n].kind = PART


@inlined
def _whole(a: int, b: int, called: Called, lexicon: Lexicon, work: Room, found: Row) -> None:
    """Compare two names of more than one part."""
    forms, rows = called.forms, called.rows
    for i in range(called.start[a], called.start[a] + called.full[a]):
        for j in range(called.start[b], called.start[b] + called.full[b]):
            x = min(forms[i], forms[j])
            if rows[forms[i]].plain == rows[forms[j]].plain and (found.a < 0 or x < found.a):
                found.kind, found.score, found.a, found.b = SAME_NAME, 1.0, x, x
    if found.kind == SAME_NAME:
        return
    best = -1.0
    for i in range(called.start[a], called.start[a] + called.full[a]):
        for j in range(called.start[b], called.start[b] + called.full[b]):
            x, y = min(forms[i], forms[j]), max(forms[i], forms[j])
            here = np.round(score(rows[x].row, rows[y].row, lexicon, work), 4)
            if here > best or (here == best and (x > found.a or (x == found.a and y > found.b))):
                best, found.a, found.b = here, x, y
    found.score = best
    if best >= SAME:
        scripted = best >= SAME_SCRIPTED and rows[found.a].scripts & rows[found.b].scripts == 0
        found.kind = SCRIPT if scripted else SPELLING


@inlined
def _part(a: int, b: int, called: Called, lexicon: Lexicon, work: Room) -> bool:
    """Tell whether a form of one name is a word of a form of the other, as far as its sound tells."""
    forms, rows = called.forms, called.rows
    ours = called.start[a] + called.full[a] if called.full[a] > 0 else called.start[a + 1]
    theirs = called.start[b] + called.full[b] if called.full[b] > 0 else called.start[b + 1]
    for i in range(called.start[a], ours):
        for j in range(called.start[b], theirs):
            one, other = rows[forms[i]], rows[forms[j]]
            less, more = one.words_end - one.words, other.words_end - other.words
            swapped = less > more or (less == more and forms[i] > forms[j])
            short, long = (other, one) if swapped else (one, other)
            for n in range(long.words, long.words_end):
                if short.sex + called.sexes[n] == BOTH:
                    continue  # "Omarov" and Aliya Omarova
                if np.round(score(short.row, called.words[n], lexicon, work), 4) >= SAME_PART:
                    return True
    return False
