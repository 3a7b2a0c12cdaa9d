"""Foreign names in Hangul: what the rules of loanword orthography lay down beyond what is learned from lists."""

from __future__ import annotations

import unicodedata
from functools import cache

from onrecord.languages.spelling import data_rows


@cache
def from_cyrillic() -> tuple[tuple[str, str, float], ...]:
    """Return what stands for what as (Cyrillic run, run of single Hangul letters, cost in nats)."""
    return _laid_down("loanwords_from_cyrillic.tsv")


@cache
def from_pinyin() -> tuple[tuple[str, str, float], ...]:
    """Return what stands for what in Chinese names as (run of pinyin, run of single Hangul letters, cost in nats)."""
    return _laid_down("loanwords_from_pinyin.tsv")


@cache
def from_latin() -> tuple[tuple[str, str, float], ...]:
    """Return what stands for what in other names in Latin letters, as (Latin run, run of Hangul letters, cost in nats)."""
    return _laid_down("loanwords_from_latin.tsv")


def _laid_down(file: str) -> tuple[tuple[str, str, float], ...]:
    rows = data_rows("ko", file)
    return tuple((run, unicodedata.normalize("NFD", hangul), int(cost) / 100) for run, hangul, cost in rows)


@cache
def variants() -> tuple[tuple[str, str, float], ...]:
    """Return what is written for what in Hangul itself, both ways, as (run of single letters, run, cost in nats)."""
    pairs = [(one, other, int(cost) / 100) for one, other, cost in data_rows("ko", "loanword_variants.tsv")]
    return tuple(found for one, other, cost in pairs for found in ((one, other, cost), (other, one, cost)))
