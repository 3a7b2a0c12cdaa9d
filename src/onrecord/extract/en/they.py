"""Several whom a "they" takes up: a phrase that names nobody ("the two sides"), or persons named together."""

from __future__ import annotations

from onrecord.extract.en.descriptions import group_phrase
from onrecord.extract.en.standing import SUBJECTS
from onrecord.extract.entities import Entities
from onrecord.languages.en.vocabulary import words
from onrecord.languages.reading import Reading, Token
from onrecord.model import Organization, Span

REACH = 4
"""Sentences, its own among them, in which the phrase stands that a pronoun takes up."""


def are_several(reading: Reading, entities: Entities, token: Token) -> bool:
    """Tell whether a "they" means a group or persons named together, and so no body."""
    return group(reading, token) is not None or _are_persons(reading, entities, token)


def group(reading: Reading, token: Token) -> Span | None:
    """Return the phrase for several people ("the two sides") that a "they" at `token` takes up, or None."""
    if token.lower not in ("they", "them", "their"):
        return None
    for number in range(token.sentence, max(-1, token.sentence - REACH), -1):
        for candidate in reading.sentences[number].tokens:
            if candidate.i < token.i and candidate.dep in SUBJECTS and candidate.tag[:2] == "NN":
                if candidate.lower in words("coreference", "groups"):
                    return group_phrase(candidate)
                if any(child.dep == "conj" for child in candidate.children):
                    return None
    return None


def _are_persons(reading: Reading, entities: Entities, token: Token) -> bool:
    """Tell whether a "they" follows two persons named together ("A and B met", "A briefed B")."""
    sentences = [reading.sentences[n].tokens for n in (token.sentence, token.sentence - 1) if n >= 0]
    before = [t for tokens in sentences for t in tokens if t.i < token.i]
    subjects = [t for t in before if t.dep in SUBJECTS]
    if any(entities.person_at(c) is not None for t in subjects for c in t.children if c.dep == "conj"):
        return True
    people = {person.id for t in before if (person := entities.person_at(t)) is not None}
    told = any(entities.person_at(t) is not None for t in subjects)
    return told and len(people) > 1 and not any(isinstance(entities.at(t), Organization) for t in subjects)
