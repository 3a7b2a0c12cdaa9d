"""How many people may have a name: a common one says less about who is meant than a rare one."""

from __future__ import annotations

from functools import cache, lru_cache

from onrecord.languages.ko import transliteration as hangul
from onrecord.languages.spelling import data_rows
from onrecord.match.names import korean
from onrecord.match.names.words import LATIN, words

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
    readings = [reading for reading in korean.readings(parts) if korean.familiar(reading)]
    if readings:
        return max(map(_korean_share, readings)) >= COMMON
    if len(parts) < 2 or [part for part in parts if part.script != LATIN]:
        return False
    shares, share = _shares(), 1.0
    for part in parts:
        share *= shares.get(part.text, 0.0)
    return share >= COMMON


def _korean_share(name: korean.KoreanName) -> float:
    share = hangul.weight(name.surname, "s")
    for syllable in name.given:
        share *= hangul.weight(syllable, "g")
    return share
