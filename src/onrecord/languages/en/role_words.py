"""English words for what somebody does at a gathering, from `data/roles.yml`, by their inflected forms."""

from __future__ import annotations

from functools import cache

from onrecord.languages.en.inflection import noun_forms, verb_forms
from onrecord.languages.en.vocabulary import load
from onrecord.model.facts import Role

_ROLES: tuple[Role, ...] = ("organizer", "host", "moderator", "opening", "speaker", "participant", "signatory")


@cache
def verb_roles() -> dict[str, Role]:
    """Return the role that each verb form gives to its subject."""
    table = load("roles")["verbs"]
    return {form: role for role in _ROLES for base in table.get(role, ()) for form in verb_forms(base)}


@cache
def noun_roles() -> dict[str, Role]:
    """Return the role that each noun names ("as moderator", "two panelists")."""
    table = load("roles")["nouns"]
    return {form: role for role in _ROLES for base in table.get(role, ()) for form in noun_forms(base)}


@cache
def heading_roles() -> dict[str, Role]:
    """Return the role of the persons listed under a heading of a programme."""
    table = load("roles")["headings"]
    return {words: role for role in _ROLES for words in table.get(role, ())}


@cache
def heading_starts() -> tuple[tuple[str, Role], ...]:
    """Return the words with which a heading of a programme begins, and the role of those under it, the longest first."""
    table = load("roles")["heading_starts"]
    found = [(words, role) for role in _ROLES for words in table.get(role, ())]
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair[0])))


@cache
def verbs(key: str) -> frozenset[str]:
    """Return all forms of a list of verbs."""
    return frozenset(form for base in load("roles")[key] for form in verb_forms(base))


@cache
def with_particle(key: str) -> dict[str, frozenset[str]]:
    """Return the particles and prepositions that go with each verb form of a list ("set out", "reflect on")."""
    found: dict[str, set[str]] = {}
    for entry in load("roles")[key]:
        verb, particle = entry.split(" ", 1)
        for form in verb_forms(verb):
            found.setdefault(form, set()).add(particle)
    return {form: frozenset(particles) for form, particles in found.items()}


@cache
def nouns(key: str) -> frozenset[str]:
    """Return the singular and plural forms of a list of nouns."""
    return frozenset(form for base in load("roles")[key] for form in noun_forms(base))


@cache
def words(key: str) -> frozenset[str]:
    """Return a list as it stands."""
    return frozenset(load("roles")[key])


@cache
def forms(verb: str) -> tuple[str, ...]:
    """Return all forms of one verb."""
    return verb_forms(verb)
