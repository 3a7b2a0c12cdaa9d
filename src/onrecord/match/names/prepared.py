"""Names as rows of arrays, taken apart once for all comparisons by `pairing.py`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from onrecord.languages.en.transliteration import given_names, name_variants
from onrecord.languages.ko import transliteration as hangul
from onrecord.match.compiled import compiled
from onrecord.match.names import korean
from onrecord.match.names.lattice import LETTER, LONGEST, ROLES, RUNS, WORD, Lexicon
from onrecord.match.names.order import bases, kind_left_out, may_have_base
from onrecord.match.names.pairing import KINDS, NAME, SPELLING, SYLLABLE, WORDS
from onrecord.match.names.parted import Numbered, Parted, spans
from onrecord.match.names.sounds import first_sound
from onrecord.match.names.tables import SCRIPTS, SOURCE, TARGET, EditTables, edit_tables
from onrecord.match.names.words import Word, word

_SYLLABLES = 3
"""Syllables of a Korean given name, at most."""


def fits(name: tuple[Word, ...]) -> bool:
    """Tell whether arrays have room for a name: it has few words, and no two of them are very long."""
    return len(name) <= WORDS and all(len(word.letters) < LONGEST // 2 - 1 for word in name)


def all_fit(names: Parted) -> NDArray[np.bool_]:
    """Tell of many names which `fits` is true of."""
    found: NDArray[np.bool_] = (names.sizes <= WORDS) & (names.counted(lambda word: len(word.letters) >= LONGEST // 2 - 1) == 0)
    return found


def lexicon(names: Parted, joins: NDArray[np.bool_] | None = None) -> Lexicon:
    """Return names as arrays, in their order.

    Args:
        names: for which arrays have room.
        joins: the names that are compared with names of one word less, where not all are: two words of theirs may be one there.
    """
    tables = edit_tables()
    spellings: Numbered[tuple[hangul.Role, str]] = Numbered()
    rows, cells, readings = _names(names, spellings, joins)
    made, letters, nick = _words([*names.numbers], tables)
    runs, roles = _runs(made, letters, tables)
    spelled, syllables = _syllables([*spellings])
    learned = tables.number, tables.row, tables.edits, tables.single
    return Lexicon(rows, cells, readings, made, letters, runs, roles, nick, spelled, syllables, *learned)


def _names(
    names: Parted, spellings: Numbered[tuple[hangul.Role, str]], joins: NDArray[np.bool_] | None
) -> tuple[NDArray[np.void], NDArray[np.int32], NDArray[np.int32]]:
    """Return names, their words, and their readings; behind the names stand those that each may be as well (`order.bases`)."""
    count = len(names)
    flat = [*chain.from_iterable(names.readings.values())]
    numbers = [[spellings["s", one.surname], *[spellings["g", syllable] for syllable in one.given]] for one in flat]
    readings = np.asarray([(*row, -1, -1, -1)[: 1 + _SYLLABLES] for row in numbers], np.int32).reshape(-1, 1 + _SYLLABLES)
    read = np.fromiter(names.readings, np.int64)
    may_be = np.flatnonzero(names.counted(may_have_base))
    others = {place: found for place in may_be.tolist() if (found := bases(names.name(place)))}
    every = names.followed_by(chain.from_iterable(others.values()))
    rows = np.zeros(len(every), NAME)
    rows["start"], rows["end"] = every.starts, every.ends
    here = rows[:count]
    here["rank"] = names.ranks()
    here["letters"] = _as_one_word(names)
    here["reading"], here["reading_end"] = _held(names.readings, count)
    here["familiar"] = True
    here["familiar"][read] = [all(map(korean.familiar, found)) for found in names.readings.values()]
    here["base"], here["base_end"] = (at + count for at in _held(others, count))
    cells = np.full((every.flat.size, 2), -1, np.int32)
    cells[:, 0] = every.flat
    wanted = np.ones(count, np.bool_) if joins is None else joins
    wanted = np.append(wanted, np.repeat(wanted, np.diff(np.append(here["base"], len(every)))))
    _join(every, np.repeat(wanted, every.sizes), cells)
    return rows, cells, readings


def _held(found: Mapping[int, Sequence[object]], count: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where what names have begins and ends, of so many names: those of `found` alone have any, and are in order."""
    sizes = np.zeros(count, np.int64)
    sizes[[*found]] = [*map(len, found.values())]
    ends = np.cumsum(sizes)
    return ends - sizes, ends


def _as_one_word(names: Parted) -> list[int]:
    """Return the number of the letters of all words of each name together."""
    letters = [word.letters for word in names.words]
    written = [letters[number] for number in names.flat.tolist()]
    numbers: Numbered[str] = Numbered()
    return [numbers["".join(written[a:b])] for a, b in zip(names.starts.tolist(), names.ends.tolist(), strict=True)]


def _join(names: Parted, wanted: NDArray[np.bool_], cells: NDArray[np.int32]) -> None:
    """Note what each word makes with the next one of its name: neither is an initial.

    Args:
        names: all names; the words that are made are added to their numbers.
        wanted: of each word of each name, whether it is asked for.
        cells: words, and what is noted.
    """
    whole = ~names.told(lambda word: word.initial, np.bool_)[names.flat]
    follows = np.ones(names.flat.size, np.bool_)
    follows[names.starts[names.sizes > 0]] = False
    at = np.flatnonzero((wanted & whole)[:-1] & (whole & follows)[1:])
    texts = [word.text for word in names.words]
    first, second = names.flat[at].tolist(), names.flat[at + 1].tolist()
    cells[at, 1] = [names.numbers[word(texts[a] + texts[b])] for a, b in zip(first, second, strict=True)]


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
    found = np.full((ROLES, letters.size, RUNS), -1, np.int16)
    roles = np.zeros((len(tables.tries), 2), np.int8)
    for script in range(len(SCRIPTS) - 1):
        used = [(int(table), side) for side in (SOURCE, TARGET) for table in _tables(script, side, tables.number)]
        here = words[words["script"] == script]
        for role, (table, side) in enumerate(used):
            roles[table, side] = role
            _follow(here, letters, tables.tries[table][side], tables.ends[table][side], found[role])
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
