"""Pairs of names that share a blocking key, for all names at once: `match.blocking` in arrays.

A key is a whole number: rows of at most three classes of consonants are numbers to the base of nine (`sounding.py`), two of
them make a key of a whole name, the Hangul of a Korean name has a number of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.match.compiled import Row, compiled
from onrecord.match.names import korean
from onrecord.match.names.keys import TELLING, hangul_keys, may_be_other, other_words, surely_korean
from onrecord.match.names.order import kind_left_out
from onrecord.match.names.parted import Numbered, Parted, spans
from onrecord.match.names.sounds import first_sound
from onrecord.match.whole.sets import Integers, distinct, within
from onrecord.match.whole.sounding import CLASSES, rows_of_words

ROWS = 729
"""Numbers of rows of three classes."""
MOST_WORDS = 16
"""Words of a name from which keys are made, at most."""
FULL, LOST, INITIAL, ONE, PART = range(5)
"""Kinds of keys, as `KeysOfName` names them."""


class Forms(NamedTuple):
    """Keys of forms of names, each kind as (key, form) in order; `part` and `single` as in `KeysOfName`."""

    hangul: tuple[Integers, Integers]
    full: tuple[Integers, Integers]
    lost: tuple[Integers, Integers]
    initial: tuple[Integers, Integers]
    one: tuple[Integers, Integers]
    parts: tuple[Integers, Integers]
    has_initial: NDArray[np.bool_]
    single: NDArray[np.bool_]


def keys_of(forms: Parted) -> Forms:
    """Return the keys of forms of names."""
    initials = forms.counted(lambda word: word.initial)
    written_out = {form: korean.without_initials(found) for form, found in forms.readings.items()}
    read = {form: found for form, found in written_out.items() if found}
    spelled, sounding = _in_hangul(forms, read)
    single = forms.sizes - initials <= 1
    single[[*read]] = False
    asked = np.flatnonzero((forms.counted(may_be_other) > 0) & (sounding > 0)).tolist()
    bases = [(form, base) for form in asked for base in other_words(forms.name(form))]
    lists = forms.followed_by([base for _, base in bases])
    owners = np.append(np.arange(len(forms)), np.asarray([form for form, _ in bases], np.int64))
    kept = np.append(2 + sounding, np.ones(len(bases), np.int64))
    made = _emitted(lists, kept, owners)
    full, lost = made[FULL], made[LOST]
    size = max(1, len(forms))
    lost_only = _joined(*lost, size)
    lost_only = lost_only[~within(lost_only, _joined(*full, size))]
    return Forms(
        spelled, full, (lost_only // size, lost_only % size), made[INITIAL], made[ONE], made[PART], initials > 0, single
    )


def _in_hangul(forms: Parted, read: Mapping[int, tuple[korean.KoreanName, ...]]) -> tuple[tuple[Integers, Integers], Integers]:
    """Return the keys of Korean names, and which forms have keys of their sounds besides.

    Args:
        forms: all forms of names.
        read: those that can be Korean, with their readings.
    """
    hangul: Numbered[str] = Numbered()
    found = [(hangul[key], form) for form, readings in read.items() for key in set().union(*map(hangul_keys, readings))]
    sounding = np.ones(len(forms), np.int64)
    sounding[[form for form, readings in read.items() if surely_korean(forms.name(form), readings)]] = 0
    keys = np.asarray(found, np.int64).reshape(-1, 2)
    return (keys[:, 0], keys[:, 1]), sounding


def _joined(keys: Integers, forms: Integers, size: int) -> Integers:
    return keys * size + forms


_WORD = np.dtype(
    [
        ("row", np.int32),  # where its rows of classes begin
        ("lost", np.int32),  # where those with one consonant lost begin
        ("end", np.int32),
        ("sound", np.int32),
        ("initial", np.bool_),
        ("name", np.bool_),  # whether it is neither a patronymic nor a particle
    ]
)


def _emitted(lists: Parted, kept: Integers, owners: Integers) -> list[tuple[Integers, Integers]]:
    """Return the keys of all lists of words by kinds, each (key, form) once.

    Args:
        lists: of words.
        kept: what is asked for of each list; see `_emit`.
        owners: the form of each list.
    """
    words = lists.words
    sizes, codes = rows_of_words(words)
    rows = np.zeros(len(words), _WORD)
    rows["row"], rows["end"] = spans(sizes.sum(axis=1))
    rows["lost"] = rows["row"] + sizes[:, 0]
    rows["sound"] = [CLASSES.index(first_sound(word.letters)) for word in words]
    rows["initial"] = [word.initial for word in words]
    rows["name"] = [kind_left_out(word) == "name" for word in words]
    room = 32 * owners.size + 64
    whole = np.empty(MOST_WORDS, np.int64)
    while True:
        out = np.empty((room, 3), np.int64)
        number = _emit((lists.starts, lists.ends, lists.flat), owners, kept, rows, codes, whole, out)
        if number <= room:
            break
        room = number
    out = out[:number]
    made = []
    size = int(owners.max(initial=0)) + 1
    kinds, joined = out[:, 0], out[:, 1] * size + out[:, 2]
    for kind in range(5):
        joint = distinct(joined[kinds == kind])
        made.append((joint // size, joint % size))
    return made


@compiled
def _put(out: NDArray[np.int64], at: int, kind: int, key: int, form: int) -> int:
    """Note a key where there is room, and return how many there are."""
    if at < out.shape[0]:
        out[at, 0], out[at, 1], out[at, 2] = kind, key, form
    return at + 1


@compiled
def _long(row: int) -> int:
    """Return how many classes a row has."""
    return 1 if row < 9 else (2 if row < 81 else 3)


@compiled
def _emit(
    lists: tuple[Integers, Integers, Integers],
    owners: Integers,
    kept: Integers,
    rows: NDArray[np.void],
    codes: Integers,
    whole: Integers,
    out: Integers,
) -> int:
    """Note the keys of lists of words, as far as there is room.

    Args:
        lists: where each list begins and ends, and the numbers of words one behind the other.
        owners: as in `_emitted`.
        kept: 1 for the sounds of a list, 2 for its single words, 3 for both.
        rows: the words.
        codes: their rows of classes.
        whole: room to work in.
        out: where keys are noted, as (kind, key, form).
    """
    start, end, words = lists
    at = 0
    for n in range(start.size):
        if kept[n] >= 2:
            for k in range(start[n], end[n]):
                if not rows[words[k]].initial:
                    at = _single(rows[words[k]], PART, codes, owners[n], out, at)
        if kept[n] % 2 == 0:
            continue
        size = _whole(start[n], end[n], words, rows, whole)
        if size == 1:
            at = _single(rows[whole[0]], ONE, codes, owners[n], out, at)
            for k in range(start[n], end[n] if end[n] - start[n] > 1 else start[n]):
                if rows[words[k]].initial:
                    at = _initial(rows[words[k]].sound, rows[whole[0]], codes, owners[n], out, at)
        for i in range(min(size, 4)):
            for j in range(i + 1, min(size, 4)):
                at = _two(rows[whole[i]], rows[whole[j]], codes, owners[n], out, at)
    return at


@compiled
def _whole(start: int, end: int, words: Integers, rows: NDArray[np.void], whole: Integers) -> int:
    """Note the words of a name that its keys are made of, and return how many: names, else whole words, else all."""
    names = 0
    for k in range(start, end):
        names += not rows[words[k]].initial and rows[words[k]].name
    for least in range(2):
        size = 0
        for k in range(start, end):
            one = rows[words[k]]
            if size < whole.size and (least == 1 or (not one.initial and (one.name or names < 2))):
                whole[size] = words[k]
                size += 1
        if size:
            break
    return size


@compiled
def _single(one: Row, kind: int, codes: Integers, form: int, out: Integers, at: int) -> int:
    """Note the keys of one word."""
    for c in range(one.row, one.end):
        at = _put(out, at, kind, codes[c], form)
    return at


@compiled
def _initial(sound: int, one: Row, codes: Integers, form: int, out: Integers, at: int) -> int:
    """Note the keys of an initial, by its sound, and a word."""
    for c in range(one.row, one.lost):
        if _long(codes[c]) > 1:
            at = _put(out, at, INITIAL, sound * ROWS + codes[c], form)
    return at


@compiled
def _two(a: Row, b: Row, codes: Integers, form: int, out: Integers, at: int) -> int:
    """Note the keys of two words of a name."""
    for i in range(a.row, a.end):
        for j in range(b.row, b.end):
            x, y = codes[i], codes[j]
            key = min(x, y) * ROWS + max(x, y)
            if i < a.lost and j < b.lost:
                at = _put(out, at, FULL, key, form)
            elif (i < a.lost or j < b.lost) and _long(x) + _long(y) >= TELLING:
                at = _put(out, at, LOST, key, form)
    return _initial(b.sound, a, codes, form, out, _initial(a.sound, b, codes, form, out, at))
