"""Titles in English: heads, modifiers, and the words that say whether an office is held still."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from onrecord.languages.en.vocabulary import load, words

Kind = Literal["office", "rank", "calling"]

_QUALIFIED = re.compile(r"(.{3,}?)-(designate|elect|nominee)$")


@cache
def _heads() -> dict[str, Kind]:
    table: dict[str, Kind] = {}
    lists: tuple[tuple[str, Kind], ...] = (("offices", "office"), ("ranks", "rank"), ("callings", "calling"))
    for key, kind in lists:
        for head in words("titles", key):
            table.setdefault(head, kind)
            for plural in _plurals(head):
                table.setdefault(plural, kind)
    return table


def _plurals(head: str) -> tuple[str, ...]:
    if head.endswith("man"):
        return (head[:-3] + "men",)
    if head.endswith(("woman",)):
        return (head[:-5] + "women",)
    if head.endswith("y") and head[-2:] not in ("ay", "ey", "oy"):
        return (head[:-1] + "ies",)
    if head.endswith((" general", "-general")):
        return (head[:-8] + "s" + head[-8:], head + "s")
    return (head + "s",)


@cache
def _plural_forms() -> frozenset[str]:
    keys = ("offices", "ranks", "callings")
    return frozenset(plural for key in keys for head in words("titles", key) for plural in _plurals(head))


@cache
def _longest() -> dict[str, int]:
    table: dict[str, int] = {}
    for head in _heads():
        first, *more = head.split()
        table[first] = max(table.get(first, 0), 1 + len(more))
    return table


@lru_cache(maxsize=20_000)
def longest_head(first: str) -> int:
    """Return the number of words of the longest head that begins with the word ("civil servant"); 1 at least."""
    return _longest().get(first.lower(), 1)


@lru_cache(maxsize=20_000)
def head_kind(phrase: str) -> Kind | None:
    """Return what kind of title the word or words are the head of, or None; "minister-designate" is an office."""
    lower = phrase.lower().replace("’", "'").replace("‐", "-").replace("–", "-")
    kind = _heads().get(lower)
    if kind is None and "-" in lower and " " not in lower:
        qualified = _QUALIFIED.match(lower)
        if qualified:
            return head_kind(qualified[1])
        # "professor-researcher", "historian-archivist": joined by a hyphen, the last part rules.
        last = lower.rsplit("-", 1)[1]
        kind = _heads().get(last) if len(last) > 4 else None
    return kind


def is_plural(phrase: str) -> bool:
    """Tell whether the head is in the plural ("Presidents")."""
    return phrase.lower() in _plural_forms()


@lru_cache(maxsize=20_000)
def is_modifier(word: str) -> bool:
    """Tell whether the word, before a head, belongs to the title ("deputy", "foreign")."""
    lower = word.lower()
    if lower in words("titles", "modifiers") or word == "Under":
        return True
    return "-" in lower and all(part in words("titles", "modifiers") for part in lower.split("-"))


def says_former(word: str) -> bool:
    """Tell whether the word before a title says that the office is held no more."""
    return word.lower() in words("titles", "former")


def says_current(word: str) -> bool:
    """Tell whether the word before a title says that the office is held now, and is no part of the title."""
    return word.lower() in words("titles", "current")


def qualifier(word: str) -> str | None:
    """Return acting, outgoing, designate or elect for a word that says so, alone or behind a hyphen."""
    table: dict[str, str] = load("titles")["qualifiers"]
    lower = word.lower()
    return table.get(lower) or table.get(lower.rsplit("-", 1)[-1])


def is_leading_verb(word: str) -> bool:
    """Tell whether the verb says that its subject holds the first office of its object ("leads")."""
    return word in words("titles", "leading", lower=False)


def is_name_too(word: str) -> bool:
    """Tell whether the head is also a family or given name ("King")."""
    return word.lower() in words("titles", "names_too")


def group(name: str) -> frozenset[str]:
    """Return another list of `data/titles.yml`: roles, generic, territorial, quality, be, become, appoint, serve and others."""
    return words("titles", name)
