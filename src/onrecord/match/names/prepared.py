"""Names as rows of arrays, taken apart once for all comparisons by `pairing.py`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import chain, compress, count

import numpy as np
from numpy.typing import NDArray

from onrecord.languages.en.transliteration import given_names, name_variants
from onrecord.languages.ko import transliteration as hangul
from onrecord.match.compiled import compiled
from onrecord.match.names import korean
from onrecord.match.names.lattice import LETTER, LONGEST, ROLES, RUNS, WORD, Lexicon
from onrecord.match.names.order import bases, kind_left_out
from onrecord.match.names.pairing import KINDS, NAME, SPELLING, SYLLABLE, WORDS
from onrecord.match.names.sounds import first_sound
from onrecord.match.names.tables import SCRIPTS, SOURCE, TARGET, EditTables, edit_tables
from onrecord.match.names.words import Word, word

_SYLLABLES = 3
"""Syllables of a Korean given name, at most."""


class Numbered[T: Hashable](defaultdict[T, int]):
    """Things by their numbers, in the order in which they are first met; none may be given a number by hand."""

    def __init__(self) -> None:
        super().__init__(count().__next__)


def fits(name: tuple[Word, ...]) -> bool:
    """Tell whether arrays have room for a name: it has few words, and no two of them are very long."""
    return len(name) <= WORDS and all(len(word.letters) < LONGEST // 2 - 1 for word in name)


def all_fit(names: Sequence[tuple[Word, ...]]) -> NDArray[np.bool_]:
    """Tell of many names which `fits` is true of."""
    sizes = np.fromiter(map(len, names), np.int64)
    letters = np.fromiter([len(word.letters) for word in chain.from_iterable(names)], np.int64)
    long = np.append(0, np.cumsum(letters >= LONGEST // 2 - 1))
    ends = np.cumsum(sizes)
    found: NDArray[np.bool_] = (sizes <= WORDS) & (long[ends] == long[ends - sizes])
    return found


def lexicon(names: Sequence[tuple[Word, ...]], joins: NDArray[np.bool_] | None = None) -> Lexicon:
    """Return names as arrays, in their order.

    Args:
        names: the words of each name, for which arrays have room.
        joins: the names that are compared with names of one word less, where not all are: two words of theirs may be one there.
    """
    tables = edit_tables()
    words: Numbered[Word] = Numbered()
    spellings: Numbered[tuple[hangul.Role, str]] = Numbered()
    rows, cells, readings = _names(names, words, spellings, joins)
    made, letters, nick = _words([*words], tables)
    runs, roles = _runs(made, letters, tables)
    spelled, syllables = _syllables([*spellings])
    learned = tables.number, tables.row, tables.cost, tables.single
    return Lexicon(rows, cells, readings, made, letters, runs, roles, nick, spelled, syllables, *learned)


def spans(sizes: Iterable[int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where each row begins and ends when rows of these sizes stand one behind the other."""
    ends = np.cumsum(np.fromiter(sizes, np.int64))
    return np.concatenate([np.zeros(1, np.int64), ends[:-1]])[: ends.size], ends


def _names(
    names: Sequence[tuple[Word, ...]],
    words: Numbered[Word],
    spellings: Numbered[tuple[hangul.Role, str]],
    joins: NDArray[np.bool_] | None,
) -> tuple[NDArray[np.void], NDArray[np.int32], NDArray[np.int32]]:
    """Return names, their words, and their readings; behind the names stand those that each may be as well (`order.bases`)."""
    found = [korean.readings(name) for name in names]
    flat = [*chain.from_iterable(found)]
    numbers = [[spellings["s", one.surname], *[spellings["g", syllable] for syllable in one.given]] for one in flat]
    readings = np.asarray([(*row, -1, -1, -1)[: 1 + _SYLLABLES] for row in numbers], np.int32).reshape(-1, 1 + _SYLLABLES)
    others = [bases(name) if name else [] for name in names]
    every = [*names, *chain.from_iterable(others)]
    rows = np.zeros(len(every), NAME)
    rows["start"], rows["end"] = spans(map(len, every))
    here = rows[: len(names)]
    written = ["\0".join([word.text for word in name]) for name in names]  # in the order of the names' words
    here["rank"][sorted(range(len(names)), key=written.__getitem__)] = np.arange(len(names))
    letters: Numbered[str] = Numbered()
    here["letters"] = [letters["".join([word.letters for word in name])] for name in names]
    here["reading"], here["reading_end"] = spans(map(len, found))
    here["familiar"] = [not row or all(map(korean.familiar, row)) for row in found]
    here["base"], here["base_end"] = (at + len(names) for at in spans(map(len, others)))
    cells = np.empty((int(rows["end"].max(initial=0)), 2), np.int32)
    cells[:, 0] = np.fromiter(map(words.__getitem__, chain.from_iterable(every)), np.int64)
    wanted = [True] * len(names) if joins is None else joins.tolist()
    wanted += [wish for wish, forms in zip(wanted, others, strict=True) for _ in forms]
    cells[:, 1] = -1
    for start, name in zip(rows["start"][wanted].tolist(), compress(every, wanted), strict=True):
        if len(name) > 1:
            cells[start : start + len(name), 1] = _joined(name, words)
    return rows, cells, readings


def _joined(name: tuple[Word, ...], numbers: Numbered[Word]) -> list[int]:
    """Return what each word makes with the next one, -1 where they make none."""
    found = [-1] * len(name)
    for n in range(len(name) - 1):
        if not name[n].initial and not name[n + 1].initial:
            found[n] = numbers[word(name[n].text + name[n + 1].text)]
    return found


def _words(words: Sequence[Word], tables: EditTables) -> tuple[NDArray[np.void], NDArray[np.void], NDArray[np.int32]]:
    """Return words, their letters, and the groups of given names that they belong to."""
    points = np.frombuffer("".join([f"^{word.letters}$" for word in words]).encode("utf-32-le"), np.int32)
    letters = np.zeros(points.size, LETTER)
    letters["point"] = points
    letters["code"] = np.where(points < tables.letter.size, tables.letter[np.minimum(points, tables.letter.size - 1)], 0)
    same: Numbered[str] = Numbered()
    groups: Numbered[str] = Numbered()
    known, spelled = given_names(), name_variants()
    nicks = [sorted([groups[full] for full in known[word.text]]) if word.text in known else () for word in words]
    scripts = {script: place for place, script in enumerate(SCRIPTS)}
    kinds = {kind: place for place, kind in enumerate(KINDS)}
    rows = np.zeros(len(words), WORD)
    rows["size"] = [len(word.letters) + 2 for word in words]
    rows["start"], _ = spans(rows["size"])
    rows["same"] = np.fromiter(map(same.__getitem__, [word.letters for word in words]), np.int64)
    rows["sound"] = [ord(first_sound(word.letters)) for word in words]
    rows["nick"], rows["nick_end"] = spans(map(len, nicks))
    rows["spelled"] = [word.text in spelled for word in words]
    rows["script"] = [scripts[word.script] for word in words]
    rows["kind"] = [kinds[kind_left_out(word)] for word in words]
    rows["initial"] = [word.initial for word in words]
    return rows, letters, np.fromiter(chain.from_iterable(nicks), np.int32)


def _runs(words: NDArray[np.void], letters: NDArray[np.void], tables: EditTables) -> tuple[NDArray[np.int16], NDArray[np.int8]]:
    """Return `Lexicon.runs` and `Lexicon.roles`."""
    found = np.full((letters.size, ROLES, RUNS), -1, np.int16)
    roles = np.zeros((len(tables.tries), 2), np.int8)
    for script in range(len(SCRIPTS) - 1):
        used = [(int(table), side) for side in (SOURCE, TARGET) for table in _tables(script, side, tables.number)]
        here = words[words["script"] == script]
        for role, (table, side) in enumerate(used):
            roles[table, side] = role
            _follow(here, letters, tables.tries[table][side], tables.ends[table][side], found[:, role])
    return found, roles


@compiled
def _follow(
    words: NDArray[np.void],
    letters: NDArray[np.void],
    trie: NDArray[np.int16],
    ends: NDArray[np.int16],
    found: NDArray[np.int16],
) -> None:
    """Note the runs that start at every letter of words."""
    for n in range(words.size):
        beyond = words[n].start + words[n].size
        for at in range(words[n].start, beyond):
            node = 0
            for length in range(min(RUNS, beyond - at)):
                node = trie[node, letters[at + length].code]
                if node < 0:
                    break
                found[at, length] = ends[node]


def _tables(script: int, side: int, number: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the tables that a script is on one side of."""
    row = number[script] if side == SOURCE else number[:, script]
    return row[row >= 0]


def _syllables(spellings: Sequence[tuple[hangul.Role, str]]) -> tuple[NDArray[np.void], NDArray[np.void]]:
    """Return spellings of Korean surnames and syllables, and the Hangul that they may stand for."""
    found = [hangul.readings(spelling, role) for role, spelling in spellings]
    rows = np.zeros(len(spellings), SPELLING)
    rows["rank"][sorted(range(len(spellings)), key=spellings.__getitem__)] = np.arange(len(spellings))
    rows["start"], rows["end"] = spans(map(len, found))
    numbers: Numbered[str] = Numbered()
    entries = [
        (numbers[syllable], share, hangul.frequencies(role).get(syllable, hangul.RARE))
        for (role, _), readings in zip(spellings, found, strict=True)
        for syllable, share in readings.items()
    ]
    return rows, np.array(entries, SYLLABLE)
