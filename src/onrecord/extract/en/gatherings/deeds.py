"""Deeds that are a ceremony in themselves: credentials handed over, somebody sworn in, a book shown, a wreath laid."""

from __future__ import annotations

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.verbal import verbal
from onrecord.extract.entities import Entities
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.reading import Token


def credentials(verb: Token, _: Entities) -> Mention | None:
    """As in: "the ambassador presented her credentials to President X"."""
    thing = verb.child("dobj", "nsubjpass")
    letters = thing is not None and any(t.lower in _CREDENCE for t in clauses.objects(thing, "of"))  # also "copies of"
    if thing is None or not (thing.lower == "credentials" or letters) or verb.lower not in lexicon.verbs("credentials"):
        return None
    return verbal(verb, "ceremony", "credentials", "credentials", to=[thing], strength=3)


_CREDENCE = frozenset({"credence", "credentials"})


def swore_in(verb: Token, entities: Entities) -> Mention | None:
    """As in: "the Vice President swore in X as ambassador", "X was sworn in as governor at the palace"."""
    if verb.lower not in lexicon.verbs("swearing") or not clauses.has_particle(verb, ("in",)):
        return None
    named = [*clauses.objects(verb), *clauses.objects(verb, "in"), *clauses.subjects(verb)]
    if not any(entities.person_at(t) is not None for t in named):
        return None
    return verbal(verb, "ceremony", "swearing-in", "sworn-in", to=clauses.objects(verb, "in"), strength=2)


def launched(verb: Token, _: Entities) -> Mention | None:
    """A thing shown to a public at a place: "the book was launched at the museum"."""
    if verb.lower not in lexicon.verbs("launching") or verb.child("auxpass") is None:
        return None
    shown = verb.child("nsubjpass")
    if (
        shown is None
        or not any(t.lower in lexicon.noun_set("shown") for t in clauses.phrase(shown))
        or not clauses.objects(verb, "at")
    ):
        return None
    return verbal(verb, "other", "launch", "launched-at", to=clauses.objects(verb, "at"), strength=2)


def solemn(verb: Token, _: Entities) -> Mention | None:
    """As in: "on 3 May she laid a wreath at the memorial"; told without its day it is a part of what is told around it."""
    thing = verb.child("nsubjpass") if verb.child("auxpass") else verb.child("dobj")
    if thing is None or thing.lower not in lexicon.solemn_deeds().get(verb.lower, ()):
        return None
    dated = [*clauses.objects(verb, "on"), *(t for t in verb.children if t.dep == "npadvmod")]
    if not any(t.entity == "DATE" for t in dated):
        return None
    return verbal(verb, "ceremony", "ceremony", "solemn-deed", to=[thing, *clauses.objects(verb, "at", "in", "on")], strength=2)
