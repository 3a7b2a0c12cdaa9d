"""How many people may have a name: a common one says less about who is meant than a rare one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from onrecord.languages.ko import transliteration as hangul
from onrecord.languages.spelling import data_rows
from onrecord.match.names import korean
from onrecord.match.names.words import LATIN, Word, words

COMMON = 1e-5
"""Share of people from which a full name is common: in a record of 100,000 persons it is more than one's."""


@cache
def _shares() -> dict[str, float]:
    return {word: int(share) / 1e6 for word, share in data_rows("en", "common_names.tsv")}


@lru_cache(maxsize=65536)
def is_common(name: str) -> bool:
    """Tell whether many people have this full name.

    Korean names go by the census of surnames and counts of syllables, names in Latin letters by how many names hold their
    words. Of other names nothing is known, and they count as rare.
    """
    parts = words(name)
    told = is_common_korean(korean.readings(parts))
    if told is not None:
        return told
    share = 1.0
    for part in parts:
        share *= word_share(part)
    return len(parts) > 1 and share >= COMMON


def word_share(word: Word) -> float:
    """Return the share of names in Latin letters that hold a word; 0 of any other."""
    return _shares().get(word.text, 0.0) if word.script == LATIN else 0.0


def is_common_korean(readings: Iterable[korean.KoreanName]) -> bool | None:
    """Tell whether many people have a name that can be read as Korean in these ways; None where it is none."""
    shares = [_korean_share(reading) for reading in readings if korean.familiar(reading)]
    return max(shares) >= COMMON if shares else None


def _korean_share(name: korean.KoreanName) -> float:
    share = hangul.weight(name.surname, "s")
    for syllable in name.given:
        share *= hangul.weight(syllable, "g")
    return share
