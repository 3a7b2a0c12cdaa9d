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


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Return the groups that each given name or short form belongs to, by the full forms."""
    groups: dict[str, set[str]] = {}
    for full, *short in data_rows("en", "nicknames.tsv"):
        for name in (full, *short):
            groups.setdefault(name, set()).add(full)
    return {name: frozenset(full) for name, full in groups.items()}


@cache
def name_variants() -> dict[str, frozenset[str]]:
    """Return the given name, by its first spelling, that each spelling in any script is one of."""
    return {
        spelling: frozenset((name,)) for name, *others in data_rows("en", "name_variants.tsv") for spelling in (name, *others)
    }


@cache
def given_names() -> dict[str, frozenset[str]]:
    """Return the groups of each given name that is known: of `nicknames` and of `name_variants`."""
    short, spelled = nicknames(), name_variants()
    none: frozenset[str] = frozenset()
    return {name: short.get(name, none) | spelled.get(name, none) for name in (*short, *spelled)}


def doublings() -> tuple[tuple[str, str, float], ...]:
    """Return a consonant written twice and once as two spellings of one sound, both ways, with the cost in nats.

    The lists from which costs are learned cannot show it: two Latin words of one Cyrillic word keep its doubling alike.
    """
    pairs = [(letter * 2, letter) for letter in "bcdfgklmnprstvz"]
    return tuple((a, b, 1.2) for pair in pairs for a, b in (pair, pair[::-1]))
