"""Foreign names in Hangul: what the rules of loanword orthography lay down beyond what is learned from lists."""

from __future__ import annotations

import unicodedata
from functools import cache

from onrecord.languages.spelling import data_rows


@cache
def from_cyrillic() -> tuple[tuple[str, str, float], ...]:
    """Return what stands for what as (Cyrillic run, run of single Hangul letters, cost in nats)."""
    return tuple(
        (run, unicodedata.normalize("NFD", hangul), int(cost) / 100)
        for run, hangul, cost in data_rows("ko", "loanwords_from_cyrillic.tsv")
    )
