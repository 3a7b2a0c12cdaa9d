"""English words for occasions on which people meet, from `data/gatherings.yml`, by their inflected forms."""

from __future__ import annotations

from functools import cache
from typing import get_args

from onrecord.languages.en.inflection import noun_forms, verb_forms
from onrecord.languages.en.vocabulary import load
from onrecord.model.facts import GatheringType


@cache
def nouns() -> dict[str, tuple[GatheringType, str]]:
    """Return the type and the base form of each noun, singular and plural, in lower case."""
    found: dict[str, tuple[GatheringType, str]] = {}
    for kind in get_args(GatheringType):
        for base in load("gatherings")["nouns"][kind]:
            for form in noun_forms(base):
                found.setdefault(form, (kind, base))
    return found


@cache
def noun_words() -> frozenset[str]:
    """Return all words of which one begins or ends a word for an occasion: no other one needs to be looked at."""
    found = {"call", "calls"}
    for noun in nouns():
        cuts = [k for k, letter in enumerate(noun) if letter in " -"]
        found.update([noun, *(noun[k + 1 :] for k in cuts), *(noun[:k] for k in cuts)])
    return frozenset(found)


@cache
def noun_set(key: str) -> frozenset[str]:
    """Return the singular and plural forms of a list of nouns."""
    return _noun_forms(load("gatherings")[key])


@cache
def verbs(key: str) -> frozenset[str]:
    """Return all forms of a list of verbs: of `verbs` by its key, or of another list by its name; particles are left out."""
    bases = load("gatherings")["verbs"].get(key) or load("gatherings")[key]
    return frozenset(form.split()[0] for base in bases for form in verb_forms(base))


@cache
def words(key: str) -> frozenset[str]:
    """Return a list as it stands, in lower case."""
    return frozenset(word.lower() for word in load("gatherings")[key])


@cache
def with_preposition(key: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return for each form of a list of verbs the particles, or none, and prepositions that it takes ("sat": down, with)."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for base in load("gatherings")[key]:
        verb, *rest = base.split()
        for form in verb_forms(verb):
            found[form] = (*found.get(form, ()), (rest[0] if len(rest) > 1 else "", rest[-1]))
    return found


@cache
def solemn_deeds() -> dict[str, frozenset[str]]:
    """Return for each form of a verb what it is done to where that is a ceremony ("laid": wreath, flowers)."""
    table: dict[str, list[str]] = load("gatherings")["solemn_deeds"]
    return {form: _noun_forms(things) for verb, things in table.items() for form in verb_forms(verb)}


def _noun_forms(bases: list[str]) -> frozenset[str]:
    """The singular and plural forms of nouns."""
    return frozenset(form for base in bases for form in noun_forms(base))


@cache
def particles(key: str) -> dict[str, frozenset[str]]:
    """Return for each form of a list of verbs its particles ("put": off), an empty one where it needs none."""
    found: dict[str, frozenset[str]] = {}
    for base in load("gatherings")[key]:
        verb, *rest = base.split()
        for form in verb_forms(verb):
            found[form] = found.get(form, frozenset()) | {rest[0] if rest else ""}
    return found
