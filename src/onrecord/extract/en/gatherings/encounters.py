"""Verbs that make an occasion with a preposition or an object: "called on", "sat down with", "gave a talk at"."""

from __future__ import annotations

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.verbal import is_person
from onrecord.extract.entities import Entities
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.en import titles
from onrecord.languages.reading import Token


def met(verb: Token, entities: Entities) -> list[Token]:
    """Return whom somebody met, by a verb and its preposition ("called on Governor X"); not who is "called on to act"."""
    if spoken := _exchanged(verb, entities):
        return spoken
    if discussed := _discussed(verb, entities):
        return discussed
    known_pairs = lexicon.with_preposition("encounters").get(verb.lower, ())
    prepositions = [prep for particle, prep in known_pairs if not particle or clauses.has_particle(verb, (particle,))]
    if not prepositions or verb.child("auxpass", "dobj", "xcomp", "ccomp"):
        return []
    found = clauses.objects(verb, *prepositions)
    if any(child.dep == "advcl" and child.tag == "VB" for child in verb.children):
        return []
    asked = any(clauses.is_verb(c) and c.i > t.i for t in found for c in t.children if c.dep == "acl" and c.tag == "VB")
    joined = "with" in prepositions  # "sat down with ministers"; "called on ministers" may be an appeal
    known = [t for t in found if entities.person_at(t) is not None or t.entity == "PERSON" or (joined and _are_officials(t))]
    return [] if asked or not clauses.subjects(verb) else known


def _exchanged(verb: Token, entities: Entities) -> list[Token]:
    """Return with whom somebody "had a brief exchange", "held a conversation"."""
    thing = verb.child("dobj") if verb.lower in lexicon.verbs("having") else None
    if thing is None or thing.lower not in lexicon.noun_set("exchanged_words") or clauses.is_unreal(verb):
        return []
    if any(f"{t.lower} {thing.lower}" in lexicon.nouns() for t in thing.lefts):
        return []  # "held a telephone conversation": the noun tells of it
    return [t for t in [*clauses.objects(thing, "with"), *clauses.objects(verb, "with")] if is_person(t, entities)]


def _discussed(verb: Token, entities: Entities) -> list[Token]:
    """Return with whom somebody discussed a matter on a day or in a city ("discussed the ban with Minister X in Lunde")."""
    thing = verb.child("dobj") if verb.lower in lexicon.verbs("discussing") else None
    if thing is None or verb.child("auxpass") or clauses.tense(verb) != "past":
        return []
    there = [t for t in clauses.own_tokens(verb) if t.dep in ("pobj", "npadvmod") and t.i > verb.i]
    told = any(t.entity in ("DATE", "GPE") and t.head.lower in ("in", "on", verb.lower) for t in there)
    partners = [*clauses.objects(verb, "with"), *clauses.objects(thing, "with")]
    return [t for t in partners if is_person(t, entities)] if told else []


def in_memory(verb: Token) -> bool:
    """Tell whether people gather in memory of something: "gathered in the park to commemorate the day"."""
    aims = [c for c in verb.rights if c.dep in ("advcl", "xcomp") and c.tag == "VB"]
    return any(aim.lower in lexicon.verbs("commemorating") for aim in aims)


def conferred(verb: Token) -> bool:
    """Tell whether several confer with one another at a time or place that the clause tells ("the two conferred in Lunde")."""
    if verb.lower not in lexicon.verbs("conferring_together") or verb.child("dobj", "auxpass"):
        return False
    several = [t for t in clauses.subjects(verb) if t.tag in ("NNS", "NNPS", "CD") or t.lower in ("they", "both")]
    told = any(t.entity in ("DATE", "GPE") for t in clauses.own_tokens(verb) if t.dep in ("pobj", "npadvmod"))
    return told and (bool(several) or len(clauses.subjects(verb)) > 1)


def brought_together(verb: Token, entities: Entities) -> bool:
    """Tell whether a body brings people together at a time or place ("the centre will bring together scholars in Lunde")."""
    if verb.lower not in lexicon.verbs("gathering_people") or verb.child("auxpass") or verb.lower in lexicon.verbs("convening"):
        return False
    if verb.lower in lexicon.verbs("drawing") and not clauses.has_particle(verb, ("together",)):
        return False  # "brought the ministers a letter"
    people = any(t.lower in lexicon.noun_set("attendees") | lexicon.noun_set("groups") for t in clauses.objects(verb))
    hosts = any(entities.organization_at(t) is not None for t in clauses.subjects(verb) if t.lower not in lexicon.nouns())
    return people and hosts and any(t.entity in ("DATE", "GPE") for t in clauses.own_tokens(verb) if t.dep == "pobj")


def _are_officials(token: Token) -> bool:
    """Tell whether a plural noun stands for people who hold talks: offices, a group ("ministers", "survivors")."""
    return token.tag == "NNS" and (titles.is_plural(token.text) or token.lower in lexicon.noun_set("groups"))


def each_other(verb: Token) -> bool:
    """Tell whether those of a plural subject see or meet "each other", "one another"."""
    thing = verb.child("dobj")
    return (
        verb.lower in lexicon.verbs("seeing")
        and thing is not None
        and thing.lower in ("other", "another")
        and any(c.lower in ("each", "one") for c in thing.children)
    )


def lectured(verb: Token, entities: Entities) -> list[Token]:
    """Return where somebody spoke before listeners: "lectured at", "gave a talk at Lunde University"."""
    thing = verb.child("dobj")
    gave = verb.lower in lexicon.verbs("giving") and thing is not None and thing.lower in lexicon.noun_set("given")
    if not (gave or (verb.lower in lexicon.verbs("lecturing") and thing is None)) or verb.child("auxpass"):
        return []
    if thing is not None and thing.tag == "NNS" and verb.lower in lexicon.verbs("having") and thing.lower in lexicon.nouns():
        return []  # "held talks in Lunde" is no lecture
    if clauses.objects(verb, "with") or (thing is not None and clauses.objects(thing, "with")):
        return []  # "had a talk with the minister in Lunde" is none either
    if thing is None and (verb.tag == "VBG" or any(is_person(t, entities) for t in clauses.objects(verb, "to"))):
        return []  # "speaking in Lunde, she said", "spoke to X of the Ledger in his garden": where words were said
    preps = [
        p for head in (verb, thing) if head is not None for p in head.children if p.dep == "prep" and p.lower in ("at", "in")
    ]
    places = [t for p in preps for t in p.children if t.dep == "pobj"]
    if any(t.lower in lexicon.nouns() for t in places):
        return []  # "delivered remarks at the seminar at the Hotel Ulba": the seminar tells of it
    return houses(places, entities)


def addressed(verb: Token, entities: Entities) -> list[Token]:
    """Return where somebody spoke to listeners: "told students at Lunde University", "will address lawmakers in Lunde"."""
    heard = verb.child("dobj")
    if heard is None or verb.lower not in lexicon.verbs("addressing") or heard.lower not in lexicon.noun_set("listeners"):
        return []
    return houses([*clauses.objects(verb, "at", "in"), *clauses.objects(heard, "at", "in")], entities)


def houses(places: list[Token], entities: Entities) -> list[Token]:
    """Return those of some nouns that name a house or a town in which somebody may speak."""
    told = [
        t for t in places if t.lower not in lexicon.nouns() and (t.tag.startswith("NNP") or t.lower in lexicon.words("venues"))
    ]
    return [t for t in told if t.entity not in ("DATE", "TIME", "LANGUAGE") and entities.person_at(t) is None]


def marched(verb: Token, entities: Entities) -> list[Token]:
    """Return where a crowd demonstrated: "marched through Birkholm", "rallied outside the ministry"."""
    purpose = verb.tag == "VB" and verb.dep in ("xcomp", "advcl") and verb.head.lower in lexicon.verbs("demonstrating")
    if verb.child("auxpass") or purpose:  # "marched through Birkholm to protest against the plan": one occasion
        return []
    out = [t for t in clauses.objects(verb, "to") if t.lower == "streets"] if verb.lower in lexicon.verbs("taking_part") else []
    gathered = verb.lower in lexicon.verbs("gathering")
    if verb.lower not in lexicon.verbs("demonstrating") and not gathered and not out:
        return []
    crowd = any(
        t.lower in lexicon.noun_set("crowds") or t.lower in lexicon.noun_set("attendees") for t in clauses.subjects(verb)
    )
    where = clauses.objects(verb, "outside") if gathered else clauses.objects(verb, *lexicon.words("crowd_at"))
    where += [t for front in clauses.objects(verb, "in") if front.lower == "front" for t in clauses.objects(front, "of")]
    against = [] if gathered else clauses.objects(verb, "against")
    named = out or [
        t for t in where if t.tag.startswith("NNP") or entities.place_at(t) or t.lower in _PLACES | lexicon.words("venues")
    ]
    return (named or against) if crowd else []


def told_by_phone(verb: Token, entities: Entities) -> list[Token]:
    """Return whom somebody told or asked something by telephone ("congratulated X by telephone")."""
    means = [t for p in verb.children if p.lower in ("by", "over", "via") for t in p.children]
    if not any(t.lower in lexicon.words("by_phone") for t in means) or verb.child("auxpass") or clauses.is_unreal(verb):
        return []
    to = [*clauses.objects(verb), *clauses.objects(verb, "to", "with")]
    return [t for t in to if is_person(t, entities)] if clauses.subjects(verb) else []


def is_counted(verb: Token) -> bool:
    """Tell whether those who do something are counted ("some 300 people marched")."""
    return any(t.child("nummod") is not None for t in clauses.subjects(verb))


_PLACES = frozenset(
    {"streets", "street", "port", "city", "town", "capital", "village", "centre", "center", "downtown", "gates"}
)
