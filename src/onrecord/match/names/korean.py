"""Korean names: a surname and one to three syllables, compared as Hangul whatever letters they are written in.

Two spellings speak for one syllable as far as they may stand for the same Hangul: the sum over all syllables h of
P(h | a) P(h | b) / P(h). So 김 speaks little (every seventh bearer of a name is one) and 백 much, and Jung speaks less for
정 than Jeong does, because it may be 중.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import log
from typing import NamedTuple

from onrecord.languages.ko import transliteration as korean
from onrecord.languages.ru.korean import in_nominative
from onrecord.match.names.words import CYRILLIC, HANGUL, OTHER, Word

LEAST = -5.0
"""Evidence of two syllables that have no Hangul in common."""


LONGEST = 5
"""Syllables of the longest name: two of a surname, three of a given name."""


class KoreanName(NamedTuple):
    """One way to read a name as Korean: spellings of the surname and of the syllables of the given name."""

    surname: str
    given: tuple[str, ...]


class Likeness(NamedTuple):
    """Evidence in nats for one name, of the surname and of each syllable, with the two readings that give it."""

    total: float
    surname: float
    given: tuple[float, ...]
    a: KoreanName
    b: KoreanName


def readings(words: tuple[Word, ...]) -> tuple[KoreanName, ...]:
    """Return the ways in which a name can be Korean, none where it cannot; an initial stands for a syllable (H. S. Paik)."""
    if len(words) == 1 and words[0].script != HANGUL:
        return ()  # told sooner than it is looked up
    return _readings(words)


@lru_cache(maxsize=65536)
def _readings(words: tuple[Word, ...]) -> tuple[KoreanName, ...]:
    if not 1 <= len(words) <= 4 or words[0].script == OTHER:
        return ()
    script = words[0].script
    if script == HANGUL:
        if len(words) > 2 or words[-1].script != HANGUL:
            return ()
        return tuple(_hangul([word.text for word in words]))
    for word in words:
        if word.script != script:
            return ()
    found: dict[KoreanName, None] = {}
    for surname, rest in ((words[0], words[1:]), (words[-1], words[:-1])):
        if surname is words[0] and surname.initial:
            continue  # one letter in front is an initial, one behind may be a surname (O, И)
        spelling = surname.text.replace("-", "")
        if korean.is_surname(spelling):
            found.update(dict.fromkeys([KoreanName(spelling, given) for given in _given(rest)]))
    return tuple(found)[:6]


def written_out(words: tuple[Word, ...]) -> tuple[KoreanName, ...]:
    """Return the ways in which a name without initials can be Korean: initials stand for too many names to look them up."""
    return without_initials(readings(words))


def without_initials(found: tuple[KoreanName, ...]) -> tuple[KoreanName, ...]:
    """Return those ways of `readings` in which no syllable is an initial."""
    return tuple([name for name in found if not any(piece.endswith(".") for piece in name.given)])


def familiar(name: KoreanName) -> bool:
    """Whether every Hangul syllable of the given name occurs in Korean given names (셴 and 룽 do not)."""
    known = korean.frequencies("g")
    return all(syllable in known for syllable in name.given if "가" <= syllable <= "힣")


def _hangul(words: list[str]) -> list[KoreanName]:
    """Readings of one or two Hangul words; the surname may stand last where a foreign order is kept (성 김)."""
    known = korean.frequencies("s")
    text = "".join(words)
    if not 2 <= len(text) <= LONGEST:
        return []
    found = [
        KoreanName(text[:size], tuple(text[size:]))
        for size in ((len(words[0]),) if len(words) == 2 else (2, 1))
        if text[:size] in known and 1 <= len(text) - size <= 3
    ]
    size = len(words[1]) if len(words) == 2 else 1
    if (len(words) == 2 or len(text) == 2) and text[-size:] in known and 1 <= len(text) - size <= 3:
        last = KoreanName(text[-size:], tuple(text[:-size]))
        if not found or len(words) == 2 or familiar(last):  # 성김 may be 김성; 최강 is no 강최
            found.append(last)
    return found


def _given(words: tuple[Word, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the ways to part the words of a given name into syllables; what is parted already is syllables as it stands."""
    pieces = tuple([piece for word in words for piece in _pieces(word)])
    if len(pieces) > 3 or (len(pieces) == 1 and words[0].initial):
        return ()
    found = _parted(pieces)
    alone = len(pieces) == 1
    if pieces and words[-1].script == CYRILLIC and (straight := in_nominative(pieces[-1], alone=alone)) is not None:
        found += _parted((*pieces[:-1], straight))
    return found


def _pieces(word: Word) -> list[str]:
    """Return the syllables of a word as spelled, an initial with a point behind it; У and И are syllables as they stand."""
    if word.initial and not (word.script == CYRILLIC and korean.is_syllable(word.text)):
        return [f"{word.letters}."]
    return [piece for piece in word.text.split("-") if piece]


def _parted(pieces: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    ways = korean.syllables(pieces[0]) if len(pieces) == 1 else ()
    return ways or ((pieces,) if all(map(korean.is_syllable, pieces)) else ())


def added(values: Iterable[float]) -> float:
    """Return the sum of values, added one by one: `sum` corrects its rounding, which compiled code (`pairing.py`) does not."""
    total = 0.0
    for value in values:
        total += value
    return total


@lru_cache(maxsize=65536)
def syllable_evidence(a: str, b: str, role: korean.Role) -> float:
    """Return how strongly two spellings speak for one surname ("s") or syllable ("g"), in nats."""
    if a > b:
        a, b = b, a
    left, right = korean.readings(a, role), korean.readings(b, role)
    if len(right) <= 2:  # as of a syllable in Hangul; two terms are the same sum in any order
        left, right = right, left
    known = korean.frequencies(role)
    overlap = 0.0
    for h, p in left.items():
        if h in right:
            overlap += p * right[h] / known.get(h, korean.RARE)
    return max(LEAST, log(overlap)) if overlap > 0 else LEAST


def compare(a: tuple[KoreanName, ...], b: tuple[KoreanName, ...]) -> Likeness | None:
    """Return the likeness of the two readings that are most alike; None where none have the same number of syllables."""
    best: Likeness | None = None
    for one in a:
        for other in b:
            if len(one.given) != len(other.given):
                continue
            surname = syllable_evidence(one.surname, other.surname, "s")
            given = tuple([syllable_evidence(x, y, "g") for x, y in zip(one.given, other.given, strict=True)])
            total = surname + added(given)
            if best is None or total > best.total:
                best = Likeness(total, surname, given, one, other)
    return best
