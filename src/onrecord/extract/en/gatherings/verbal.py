"""What the rules of verbs that are an occasion share: the mention that a verb makes, and who its nouns stand for."""

from __future__ import annotations

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.entities import Entities
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.en import titles
from onrecord.languages.reading import Token
from onrecord.model import Span
from onrecord.model.facts import GatheringType


def verbal(verb: Token, kind: GatheringType, base: str, rule: str, *, to: list[Token], strength: int) -> Mention:
    """Return a mention by a verb, named by the verb and what follows it up to the end of its object."""
    if clauses.is_unreal(verb):
        strength -= 4
    named = sorted((t for head in to for t in clauses.phrase(head)), key=lambda t: t.i)
    stop = next((k for k, t in enumerate(named) if t.lower in ("where", "who", "which", "whom")), len(named))
    named = named[:stop]
    while named and named[-1].dep == "punct":
        named.pop()
    last = named[-1] if named else verb
    return Mention(verb, kind, base, Span(verb.start, max(last.end, verb.end)), verb, rule, strength=strength)


def is_person(token: Token, entities: Entities) -> bool:
    """Tell whether a noun is a person's name or has one beside it ("the Foreign Minister, X")."""
    beside = (child for child in token.children if child.dep == "appos")
    return any(entities.person_at(t) is not None for t in (token, *beside))


def is_group(token: Token, entities: Entities) -> bool:
    """Tell whether a noun or pronoun stands for people or a body of people."""
    if entities.at(token) is not None or token.entity in ("PERSON", "ORG", "NORP", "GPE") or is_person(token, entities):
        return True
    return token.lower in lexicon.noun_set("groups") or titles.head_kind(token.text) is not None


def is_of_group(verb: Token, entities: Entities) -> bool:
    """Tell whether the subject of a verb stands for people or a body of people."""
    return any(is_group(t, entities) for t in clauses.subjects(verb))


def persons_of(verb: Token, entities: Entities) -> set[str]:
    """Return the ids of the persons of a verb's subject, also where the parser hangs "A and B" on one another."""
    found = set()
    for head in clauses.subjects(verb):
        for token in clauses.phrase(head):
            person = entities.person_at(token)
            if person is not None and token.dep in ("nsubj", "nsubjpass", "conj", "nmod", "appos", "compound"):
                found.add(person.id)
    return found
