"""Roles told apart from the noun of the occasion: "a meeting took place between A and B", "a dinner in honour of X"."""

from __future__ import annotations

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings import calls
from onrecord.extract.en.gatherings.in_name import MUTUAL
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.occasion import Occasion
from onrecord.extract.en.gatherings.roll import Roll, bodies, unnamed
from onrecord.extract.en.gatherings.sides import Named, Sides
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.reading import Token
from onrecord.model import Organization, Person


def enter(sides: Sides, mention: Mention, occasion: Occasion, roll: Roll) -> None:
    """Enter whom the clause around a noun for an occasion names away from it."""
    verb, noun = mention.verb, mention.head
    if verb is not None and clauses.is_unreal(verb):
        return
    if verb is not None and occasion.type in MUTUAL - {"dialogue"}:
        roll.add(_between(sides, noun, verb), "participant", "with-phrase", verb.text)
    if verb is not None and occasion.type == "call":
        roll.add(roll.persons(_called(sides, noun, verb)), "participant", "in-conversation", verb.text)
    if mention.base in lexicon.words("meals"):
        if verb is not None:
            honoured = [who for who, _ in _honoured(sides, noun)]
            roll.add([n for n in _givers(sides, noun, verb) if n[0] not in honoured], "host", "gave-meal", verb.text)
        roll.add(roll.persons(_honoured(sides, noun)), "participant", "in-honour-of")
    roll.add(_addressed(sides, noun), "speaker", "remarks")
    roll.add(_hosted(sides, noun), "host", "role-noun")
    if signing_of(mention):
        roll.add(_by(sides, noun), "signatory", "signed")


def signing_of(mention: Mention) -> bool:
    """Tell whether a noun names a signing ("the signing of a memorandum by A and B")."""
    return mention.base in ("signing", "signing ceremony")


def _between(sides: Sides, noun: Token, verb: Token) -> list[Named]:
    """As in: "talks took place on Monday between A and B", "a meeting was held with X"."""
    if noun.dep not in ("nsubj", "nsubjpass") or noun.head is not verb or verb.lower not in lexicon.verbs("holding"):
        return []
    mutual = verb.lower not in lexicon.verbs("beginning")  # "the talks opened with X", who spoke first
    prepositions = ("between", "among", *(("with",) if mutual else ()))
    place = verb.child("dobj")  # "took place between": the parser may hang it on the noun
    return [named for each in (verb, place) if each is not None for named in sides.objects(each, *prepositions)]


def _called(sides: Sides, noun: Token, verb: Token) -> list[Named]:
    """The other end of the line: "made a call to X", "received a phone call from X"; who made it is the verb's subject."""
    made = noun.dep == "dobj" and calls.is_made_by(verb)
    return [n for end in calls.ends(noun, verb) for n in sides.phrase(end)] if made else []


def _givers(sides: Sides, noun: Token, verb: Token) -> list[Named]:
    """As in: "gave a reception for the delegation", "a dinner was given by X"."""
    if verb.lower not in lexicon.verbs("laying_on"):
        return []
    if noun.dep == "dobj":
        return [n for n in sides.subject(verb) if isinstance(n[0], Person | Organization)]
    return sides.agents(verb) if noun.dep == "nsubjpass" or verb.dep == "acl" else []


def _honoured(sides: Sides, noun: Token) -> list[Named]:
    """As in: "a dinner in honour of X", "a lunch for Minister X"."""
    spots = [noun, noun.head] if clauses.is_verb(noun.head) else [noun]
    honours = [t for spot in spots for t in clauses.objects(spot, "in") if t.lower in ("honour", "honor")]
    guests = [each for t in honours for each in sides.objects(t, "of")]
    return [*guests, *sides.objects(noun, "for")]


def _addressed(sides: Sides, noun: Token) -> list[Named]:
    """As in: "in her address to the seminar, X said", "the minister's message to the forum"."""
    prep = noun.head
    speech = prep.head
    if noun.dep != "pobj" or prep.lower not in ("to", "at", "before") or speech.lower not in lexicon.noun_set("addresses"):
        return []
    owner = speech.child("poss")
    verb = clauses.verb_over(speech)
    if owner is not None and owner.tag != "PRP$":
        return [n for n in sides.phrase(owner) if isinstance(n[0], Person)]
    if verb is None or speech.dep != "pobj" or speech.head.lower not in ("in", "during"):
        return []
    return [n for n in sides.subject(verb) if isinstance(n[0], Person)]


def _hosted(sides: Sides, noun: Token) -> list[Named]:
    """As in: "was the host of the seminar", "played host to a conference"."""
    prep = noun.head
    seat = prep.head
    if noun.dep != "pobj" or prep.lower not in ("of", "to", "for") or seat.lower not in ("host", "co-host"):
        return []
    verb = clauses.verb_over(seat)
    told = verb is not None and (seat.dep in ("attr", "dobj") or (seat.dep == "pobj" and seat.head.lower == "as"))
    return [n for n in sides.subject(verb) if n not in unnamed([n])] if told and verb is not None else []


def _by(sides: Sides, noun: Token) -> list[Named]:
    """Who stands behind "by" at a noun, or at what it is done to ("the signing of the pact by X")."""
    behind = [n for t in (noun, *clauses.objects(noun, "of")) for n in sides.objects(t, "by")]
    return [n for n in behind if isinstance(n[0], Person)] or bodies(behind)
