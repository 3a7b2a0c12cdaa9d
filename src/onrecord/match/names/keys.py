"""Keys under which names are looked up, so that matching need not compare every name with every other.

Names that `compare_names` calls the same share a key nearly always, in whatever script each is written. A Korean name has the
Hangul that its spellings may stand for; any other name the sounds of two of its words, or of its only word. The sound of a
word is the row of its first consonants in six classes, without vowels, and in each way that scripts commonly render a letter
that they disagree on (th is T or S, j is S, K or nothing, r may be lost before a consonant).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import combinations, product
from typing import NamedTuple

from onrecord.languages.en.transliteration import nicknames, unaccented
from onrecord.languages.ko import transliteration as hangul
from onrecord.languages.ru.transliteration import nominatives
from onrecord.languages.spelling import data_rows
from onrecord.match.names import korean
from onrecord.match.names.order import kind_left_out
from onrecord.match.names.sounds import first_sound
from onrecord.match.names.words import CYRILLIC, HANGUL, LATIN, Word, word, words

LONG = 4
"""Consonants of a word that count."""
SHORT = 2
"""Consonants under which a word that loses r or ㄹ is looked up with them as well."""
MOST = 8
"""Ways to render a word that are followed."""
TELLING = 4
"""Consonants of two words together from which one may be lost and the key still tells names apart."""
COMMON = 0.003
"""Share of bearers from which a Hangul word that begins with a surname is taken for a Korean name."""
CHINESE = range(2, 6)
"""Syllables in Hangul of a Chinese name, which is written together: 친강, 쿵쉬안유."""
SPELLED = 1e-4
"""Share of syllables of given names that are spelled so, from which a spelling is taken for Korean: one Korean in twenty has a
rarer one, and then is looked up by its sounds as well."""
LIKELY = 0.02
"""Probability from which a Hangul syllable is looked up for a spelling."""


@cache
def classes() -> dict[str, tuple[str, ...]]:
    """Return run of letters → the rows of classes that it may be."""
    return {run: tuple(rows.replace("-", "").split("/")) for run, rows in data_rows("en", "sound_classes.tsv")}


@cache
def _table() -> tuple[dict[str, tuple[str, ...]], re.Pattern[str]]:
    """Return the classes, and a pattern that finds the longest runs."""
    table = classes()
    return table, re.compile("|".join(sorted(map(re.escape, table), key=lambda run: (-len(run), run))))


_SILENT = re.compile(
    "(?<=[aeiouy])r+(?![aeiouyr])|(?<=[аеёиоуыэюя])р+(?![аеёиоуыэюяр])|ᆯ(?![ᄀ-하-ᅵ])"
    r"|(?<=[\u1161-\u1175])\u1105\u1173(?![\u11a8-\u11c2\u110b\u1105])"
)
"""r after a vowel and before no other, and ㄹ at the end: English loses them, and so does Hangul, or writes 르 (사르도르)."""


_NG = re.compile("([nн])(?=[gг])")


@lru_cache(maxsize=65536)
def sounds(word: Word, *, every: bool = False) -> tuple[str, ...]:
    """Return the rows of consonant classes that a word may have, each of at most `LONG`; "A" for a word without any.

    Args:
        word: of a name.
        every: whether the rows in which no letter is silent, and ng is two letters (Han-gyeol), are returned as well.
    """
    table, runs = _table()
    letters, whole = heard(word)
    ways = _ways(letters, table, runs)
    # 아셀 is Assel: in a short word what is lost is much of it
    if whole and (every or len(max(ways, key=len)) < SHORT):
        ways += _ways(whole, table, runs)
    letters = whole or letters
    if every and (parted := _NG.sub(r"\1 ", letters)) != letters:
        ways += _ways(parted, table, runs)
    return tuple(dict.fromkeys(way[:LONG] or "A" for way in ways))


def heard(word: Word) -> tuple[str, str]:
    """Return the letters of a word that are heard, without accents; and all of them, where some are silent."""
    return heard_of_all([word])[0]


def heard_of_all(words: Iterable[Word]) -> list[tuple[str, str]]:
    """Return what is heard of each word: one pass over all letters takes a fraction of as many as there are words."""
    letters = [
        unaccented(word.letters) if word.script == LATIN and not word.letters.isascii() else word.letters for word in words
    ]
    spoken = _SILENT.sub("", "\n".join(letters)).split("\n") if letters else []
    return [(sound, whole if whole != sound else "") for sound, whole in zip(spoken, letters, strict=True)]


def _ways(letters: str, table: dict[str, tuple[str, ...]], runs: re.Pattern[str]) -> list[str]:
    """Return the rows of classes that letters may have, `MOST` at most."""
    ways = [""]
    for run in runs.findall(letters):
        classes = table[run]
        ways = list(dict.fromkeys(way if way.endswith(c) else way + c for way in ways for c in classes))[:MOST]
        if len(min(ways, key=len)) >= LONG:
            break
    return ways


@lru_cache(maxsize=65536)
def short(word: Word) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the rows of a word cut to `LONG - 1`, and those with one consonant lost."""
    ways = sounds(word)
    lost = (way[:i] + way[i + 1 :] for way in ways if len(way) >= LONG - 1 for i in range(len(way)))
    return tuple(dict.fromkeys(way[: LONG - 1] for way in ways)), tuple(dict.fromkeys(way[: LONG - 1] for way in lost))


@cache
def _written() -> dict[str, str]:
    """Syllable → the one under which it is looked up: 이 for 리."""
    return {one: other for one, other, _ in data_rows("ko", "variants.tsv")}


def hangul_keys(name: korean.KoreanName) -> set[str]:
    """Return the Hangul that the spellings of a Korean name may stand for, the likeliest of each."""
    same = _written()
    choices = [_likely(name.surname, "s"), *(_likely(syllable, "g") for syllable in name.given)]
    return {"".join(same.get(syllable, syllable) for syllable in choice) for choice in product(*choices)}


@lru_cache(maxsize=16384)
def _likely(spelling: str, role: hangul.Role) -> tuple[str, ...]:
    found = sorted(((p, h) for h, p in hangul.readings(spelling, role).items() if p >= LIKELY), reverse=True)
    same = _written()
    return tuple(dict.fromkeys(same.get(h, h) for _, h in found))[:3]


@lru_cache(maxsize=65536)
def keys(name: str) -> frozenset[str]:
    """Return the keys of a name; two names are worth comparing when they share one.

    Args:
        name: as written, with or without titles. Text without letters has no key.
    """
    found: set[str] = set()
    parts = words(name)
    readings = korean.written_out(parts)
    for reading in readings:
        found |= hangul_keys(reading)
    if not surely_korean(parts, readings):
        found |= _sound_keys(parts)
        for others in other_words(parts):
            found |= _sound_keys(others)
    return frozenset(found)


class KeysOfName(NamedTuple):
    """The keys of a name by what they are made of; see `match.blocking`.

    Attributes:
        hangul: the Hangul of a Korean name.
        full: sounds of two words.
        lost: the same with one sound lost.
        initial: the first sound of one word, and the sounds of the other.
        one: sounds of the only word.
        parts: sounds of single words.
        has_initial: whether one of the words is an initial.
        single: whether there is but one word beside initials.
    """

    hangul: tuple[str, ...]
    full: tuple[str, ...]
    lost: tuple[str, ...]
    initial: tuple[str, ...]
    one: tuple[str, ...]
    parts: tuple[str, ...]
    has_initial: bool
    single: bool


def sorted_keys(name: str) -> KeysOfName:
    """Return the keys of a name, those of each kind by themselves and in order."""
    parts = words(name)
    readings = korean.written_out(parts)
    found = _Found()
    for reading in readings:
        found.hangul |= hangul_keys(reading)
    if not surely_korean(parts, readings):
        _sounds_of(parts, found)
        for others in other_words(parts):
            _sounds_of(others, found)
    single = sum(not word.initial for word in parts) <= 1 and not readings
    has_initial = any(word.initial for word in parts)
    return KeysOfName(
        hangul=tuple(sorted(found.hangul)),
        full=tuple(sorted(found.full)),
        lost=tuple(sorted(found.lost - found.full)),
        initial=tuple(sorted(found.initial)),
        one=tuple(sorted(found.one)),
        parts=tuple(sorted(part_keys(name))),
        has_initial=has_initial,
        single=single,
    )


class _Found:
    """Keys while they are collected, as in `KeysOfName`."""

    def __init__(self) -> None:
        self.hangul: set[str] = set()
        self.full: set[str] = set()
        self.lost: set[str] = set()
        self.initial: set[str] = set()
        self.one: set[str] = set()


def _sounds_of(parts: tuple[Word, ...], found: _Found) -> None:
    whole = [word for word in parts if not word.initial]
    named = [word for word in whole if kind_left_out(word) == "name"]
    whole = named if len(named) > 1 else whole or list(parts)
    if len(whole) == 1:
        found.one |= _word_keys(whole[0])
        if len(parts) > 1:
            found.initial |= _initial_keys([word for word in parts if word.initial], whole)
        return
    for a, b in combinations(whole[:4], 2):
        (short_a, lost_a), (short_b, lost_b) = short(a), short(b)
        found.full |= {f"{min(pair)} {max(pair)}" for pair in product(short_a, short_b)}
        pairs = (*product(lost_a, short_b), *product(short_a, lost_b))
        found.lost |= {f"{min(pair)} {max(pair)}" for pair in pairs if len(pair[0]) + len(pair[1]) >= TELLING}
        found.initial |= _initial_keys([a], [b]) | _initial_keys([b], [a])


def _initial_keys(initials: Iterable[Word], others: Iterable[Word]) -> set[str]:
    pairs = product(initials, others)
    return {f"{first_sound(a.letters)}. {key}" for a, b in pairs for key in short(b)[0] if len(key) > 1}


def part_keys(name: str) -> frozenset[str]:
    """Return the keys of the single words of a name, for looking up a name of which a page gives one word."""
    return frozenset(key for word in words(name) if not word.initial for key in _word_keys(word))


def other_words(parts: tuple[Word, ...]) -> list[tuple[Word, ...]]:
    """Return the words that a name may have besides.

    They are those in the nominative, a whole given name (Robert for Bob), or a Chinese surname and given name (시진핑).
    """
    if len(parts) == 1 and parts[0].script == HANGUL and len(parts[0].text) in CHINESE:
        return [(word(parts[0].text[0]), word(parts[0].text[1:]))]
    short = nicknames()
    whole = [
        (*parts[:at], word(full), *parts[at + 1 :])
        for at, part in enumerate(parts)
        if len(parts) > 1 and part.text in short
        for full in sorted(short[part.text] - {part.text})
    ]
    if not parts or any(part.script != CYRILLIC for part in parts):
        return whole
    return whole + [words(" ".join(form)) for form in nominatives(tuple([part.text for part in parts]))[:3]]


def may_be_other(word: Word) -> bool:
    """Tell whether `other_words` may find anything for a name because of this word."""
    return word.script == CYRILLIC or (word.script == HANGUL and len(word.text) in CHINESE) or word.text in nicknames()


def surely_korean(parts: tuple[Word, ...], readings: tuple[korean.KoreanName, ...]) -> bool:
    """Whether the Hangul keys of a name are enough: a foreign name may look like a rare Korean one (Yang Jiechi, 조셉 윤)."""
    if not readings or not all(map(korean.familiar, readings)):
        return False
    if parts[0].script != HANGUL:
        return any(min(hangul.weight(syllable, "g") for syllable in reading.given) >= SPELLED for reading in readings)
    shares = hangul.frequencies("s")
    return len(parts) == 1 and max(shares.get(reading.surname, 0.0) for reading in readings) >= COMMON


def _word_keys(word: Word) -> set[str]:
    rows, lost = short(word)
    return {*rows, *lost}


def _sound_keys(parts: tuple[Word, ...]) -> set[str]:
    whole = [word for word in parts if not word.initial]
    named = [word for word in whole if kind_left_out(word) == "name"]
    whole = named if len(named) > 1 else whole or list(parts)
    if len(whole) == 1:
        found = {f"1{key}" for key in _word_keys(whole[0])}
        if len(parts) > 1:  # initials and one word
            found |= {
                f"{first_sound(p.letters)}. {key}" for p in parts if p.initial for key in short(whole[0])[0] if len(key) > 2
            }
        return found
    found = set()
    for a, b in combinations(whole[:4], 2):
        (short_a, lost_a), (short_b, lost_b) = short(a), short(b)
        pairs = list(product(short_a, short_b))
        pairs += [
            pair for pair in (*product(lost_a, short_b), *product(short_a, lost_b)) if len(pair[0]) + len(pair[1]) >= TELLING
        ]
        found.update(f"{min(pair)} {max(pair)}" for pair in pairs)
    if len(parts) == 2:
        found |= {f"{first_sound(a.letters)}. {key}" for a, b in (parts, parts[::-1]) for key in short(b)[0] if len(key) > 2}
    return found
