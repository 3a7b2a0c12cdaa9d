"""Names in Latin letters: accents that stand for nothing in the learned costs, and the small words inside names."""

from __future__ import annotations

import unicodedata
from functools import cache

from onrecord.languages.spelling import data_rows

_BASES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ð": "d", "þ": "t", "ħ": "h", "ŧ": "t", "ə": "e"})


@cache
def particles() -> frozenset[str]:
    """Return the small words inside names (von, de, bin), in Latin and Cyrillic letters."""
    return frozenset(row[0] for row in data_rows("en", "name_particles.tsv"))


def unaccented(text: str) -> str:
    """Return Latin text without accents and with the plain letter for a barred one."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).translate(_BASES)
