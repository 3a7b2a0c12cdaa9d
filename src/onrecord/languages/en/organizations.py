"""What the names of organizations are made of in English: head nouns, known bodies, words that rule a body out."""

from __future__ import annotations

from functools import cache, lru_cache

from onrecord.languages.en.vocabulary import words

KEPT = 50_000
"""Words of which is kept what they are: rules ask it of every word of a page, and most words come again."""


@lru_cache(maxsize=KEPT)
def is_head(word: str) -> bool:
    """Tell whether the capitalised word may head the name of a body ("Ministry", "FOUNDATION")."""
    return word in _heads() or (word.isupper() and len(word) > 2 and word.capitalize() in _heads()) or _is_joined(word)


def _is_joined(word: str) -> bool:
    """Tell whether a hyphen joins the head to a name, as in German ("Adler-Stiftung")."""
    before, hyphen, last = word.rpartition("-")
    return bool(hyphen and before[:1].isupper()) and last in words("organizations", "joined", lower=False)


@cache
def _heads() -> frozenset[str]:
    return frozenset(head for head in words("organizations", "heads", lower=False) if " " not in head)


def is_weak_head(word: str) -> bool:
    """Tell whether the head names a body only together with other words."""
    return word.lower() in words("organizations", "weak")


@lru_cache(maxsize=KEPT)
def is_small_head(word: str) -> bool:
    """Tell whether the word in small letters may head a name behind a capitalised word ("Saudi consulate")."""
    return word in words("organizations", "small", lower=False)


def is_ministry_field(word: str) -> bool:
    """Tell whether "the … ministry" names a ministry with this word."""
    return word in words("organizations", "ministries", lower=False)


@lru_cache(maxsize=KEPT)
def stands_alone(name: str) -> bool:
    """Tell whether "the" and the word or words alone name a body ("the Senate")."""
    return name in words("organizations", "alone", lower=False) or _is_joined(name)


@lru_cache(maxsize=KEPT)
def is_known(name: str) -> bool:
    """Tell whether the words are a body without a head noun, or a common abbreviation, or a medium."""
    return name.replace("’", "'") in _known()


@cache
def _known() -> frozenset[str]:
    heads = (head for head in words("organizations", "heads", lower=False) if " " in head)
    return words("organizations", "known", lower=False) | frozenset(heads)


@cache
def _longest() -> dict[str, int]:
    table: dict[str, int] = {}
    for name in _known():
        first, *more = name.split()
        table[first] = max(table.get(first, 0), 1 + len(more))
    return table


@lru_cache(maxsize=KEPT)
def longest_known(first: str) -> int:
    """Return the number of words of the longest known name that begins with the word; 0 where none does."""
    return _longest().get(first.replace("’", "'"), 0)


@lru_cache(maxsize=KEPT)
def may_name(word: str) -> bool:
    """Tell whether the word alone makes it possible that a body is named at it."""
    return bool(longest_known(word)) or is_head(word) or is_small_head(word) or stands_alone(word)


def is_media_descriptor(word: str) -> bool:
    """Tell whether a name behind the word is that of a medium ("newspaper", "broadcaster")."""
    return word in words("organizations", "media_descriptors", lower=False)


def is_media_qualifier(word: str) -> bool:
    """Tell whether the word before "broadcaster" or "daily" says that a medium is meant, and nobody who works for one."""
    return word in words("organizations", "media_qualifiers", lower=False)


@lru_cache(maxsize=KEPT)
def rules_out(word: str) -> bool:
    """Tell whether a name that ends in the word is no body: an event, a paper, a work, a product, a building, a place."""
    return word in words("organizations", "not_bodies", lower=False) or (
        word.isupper() and len(word) > 3 and word.capitalize() in words("organizations", "not_bodies", lower=False)
    )


def holds_possessive(word: str) -> bool:
    """Tell whether the possessive of the word stands inside names of bodies ("Women's Bureau")."""
    return word in words("organizations", "possessives", lower=False)


def joins_people(word: str) -> bool:
    """Tell whether the head is of a body that its members make ("Miners' Federation", "Governors' Association")."""
    return word in words("organizations", "joining", lower=False)


def holds_people(word: str) -> bool:
    """Tell whether the word names people of whom a body is made that is called by its aim ("Mayors for Peace")."""
    return word in words("organizations", "people", lower=False)


def is_region(word: str) -> bool:
    """Tell whether "in" and the word may end a body's name ("… Cooperation in Europe")."""
    return word in words("organizations", "regions", lower=False)


def is_firm(word: str) -> bool:
    """Tell whether the noun behind a name and a comma calls it a firm ("Ulba Trans, the state carrier, …")."""
    return word in words("organizations", "firms")


def is_descriptor(word: str) -> bool:
    """Tell whether the noun calls a name beside it a body ("the group X")."""
    return word in words("organizations", "descriptors")


def is_broadcaster(word: str) -> bool:
    """Tell whether the word opens the name of a station ("Radio Lunde")."""
    return word in words("organizations", "broadcasters", lower=False)


def is_whole(word: str) -> bool:
    """Tell whether the head is of a body whose committees are named apart from it ("the Committee on Trade of the Senate")."""
    return word in words("organizations", "wholes", lower=False)


@lru_cache(maxsize=KEPT)
def among(kind: str, word: str) -> bool:
    """Tell whether the word is in a list of `data/organizations.yml` that one rule asks for ("dropped", "halls")."""
    return word in words("organizations", kind, lower=False)
