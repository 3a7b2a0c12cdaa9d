"""Two full names of which one is perhaps a misprint of the other."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

LONG = 6
"""Letters (of Hangul: single ones) from which one letter may be a misprint; shorter names differ by one letter too often."""


@lru_cache(maxsize=65536)
def one_letter_apart(a: str, b: str) -> bool:
    """Tell whether two Hangul names have the same number of syllables and letters, and differ in one letter behind the surname.

    Names in other scripts are spelled in so many ways that `compare_names` forgives one letter anyway.
    """
    if len(a) != len(b) or a[0] != b[0] or not all("가" <= c <= "힣" for c in a + b):
        return False
    one, other = (unicodedata.normalize("NFD", name) for name in (a, b))
    if len(one) != len(other) or len(one) < LONG:
        return False
    return sum(x != y for x, y in zip(one, other, strict=True)) == 1
