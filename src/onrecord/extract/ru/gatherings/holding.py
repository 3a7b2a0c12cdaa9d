"""Who holds a meeting or makes a visit, by the verb beside its noun: имел беседу с Y, у X состоялась встреча с Y."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.entities import Entities
from onrecord.extract.ru import passives
from onrecord.extract.ru.statements import shared_subjects
from onrecord.extract.ru.statements.speakers import Speakers
from onrecord.languages.reading import Token
from onrecord.languages.ru import model, vocabulary
from onrecord.model import Person, Span

if TYPE_CHECKING:
    from onrecord.extract.ru.gatherings.occasions import Mention


def subject(verb: Token) -> Token | None:
    """Return the subject of a verb: its own, or that of the verb that governs an infinitive or gerund: намерен встретиться."""
    own = verb.child("nsubj")
    if own is not None:
        return own
    if is_active(verb):
        return verb.head if verb.head is not verb else None
    if " Inf" in verb.tag:
        return verb.head.child("nsubj") or shared_subjects.of(verb.head)
    return shared_subjects.of(verb)


def is_active(verb: Token) -> bool:
    """Tell whether a word is a participle of what its noun has done: министр, принявший посла."""
    return verb.tag.startswith("VERB Part Past") and _ACTIVE in verb.lower and verb.dep in ("acl", "amod")


_ACTIVE = "вш"
"""Letters of active participles of the past: принявший, встретившаяся."""


def is_meant(verb: Token) -> bool:
    """Tell whether an infinitive is what somebody means or is able to do: намерен встретиться, сможет принять, and no more."""
    return " Inf" in verb.tag and model.lemma(verb.head.text) in vocabulary.words("gatherings", "meaning")


def people(entities: Entities, noun: Token) -> list[tuple[Span, Person]]:
    """Return the people who hold the meeting or make the visit that a noun names, besides those behind it.

    Args:
        entities: who can act.
        noun: the noun for the occasion.
    """
    verb = noun.head
    beside = [noun, verb] if verb.tag.startswith(("VERB", "ADJ")) else [noun]
    heads = [t for one in beside for t in one.children if _case(t) == "между"]
    made = noun.dep == "obj" and (
        model.lemma(noun.text) in _JOURNEYS or any(_case(t) in ("с", "со") for one in beside for t in one.children)
    )
    if len(beside) > 1 and (made or (noun.dep == "obl" and _case(noun) in _GOING)):
        told = subject(verb)
        heads += [told] if told is not None and told is not noun else []
    elif len(beside) > 1 and noun.dep in ("nsubj", "nsubj:pass"):
        heads += [t for t in verb.children if _case(t) == "у" and " Gen" in t.tag]
        by = passives.agent(entities, verb) if passives.is_passive(verb) else None
        heads += [by] if by is not None and by is not noun else []
    return [pair for head in heads for pair in _named(entities, head)]


def who_meets(entities: Entities, speakers: Speakers, mention: Mention, guest: Token | None) -> list[tuple[Span, Person]]:
    """Return who meets by the verb beside the noun, or stands outside the clause of an infinitive or gerund: встретившись с X.

    Args:
        entities: who can act.
        speakers: whom a phrase names.
        mention: the words for the meeting.
        guest: who meets by its verb.
    """
    if mention.verb is None:
        return people(entities, mention.token)
    who = speakers.named(guest) if guest is not None and guest.head is not mention.verb else None
    return [(guest.span, who)] if guest is not None and who is not None else []


_JOURNEYS = frozenset({"визит", "поездка"})
"""What its maker alone holds: нанёс визит министру."""
_GOING = frozenset({"с", "со", "в"})
"""Prepositions before a visit that somebody makes: прибыл с визитом, находится в поездке."""


def _case(token: Token) -> str:
    case = token.child("case")
    return case.lower if case is not None else ""


def _named(entities: Entities, head: Token) -> list[tuple[Span, Person]]:
    """Return the people whom a phrase names, without what stands behind a verb of its own: министр X, который …."""
    governor = head.head
    words = [t for t in head.subtree if t.sentence == head.sentence and (t.i < governor.i) == (head.i < governor.i)]
    verb = next((t.i for t in words if t.tag.startswith("VERB") and t.i > head.i), words[-1].i + 1)
    inside = entities.within(Span(words[0].start, max(t.end for t in words if t.i < verb)))
    return [(s, e) for s, e in inside if isinstance(e, Person)]
