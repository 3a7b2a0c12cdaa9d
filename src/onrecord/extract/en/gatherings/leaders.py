"""Who met for an occasion or spoke at it: "We, the leaders of A, B and C, met for", "at a press conference, X rejected"."""

from __future__ import annotations

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.in_name import MUTUAL
from onrecord.extract.en.gatherings.occasion import Occasion
from onrecord.extract.en.gatherings.roll import Roll, bodies
from onrecord.extract.en.gatherings.sides import Named, Sides
from onrecord.languages.en import gathering_words
from onrecord.languages.reading import Token
from onrecord.model import Person, Phrase


def led_countries(sides: Sides, verb: Token) -> list[Named]:
    """Return the countries of "We, the leaders of A, B and C, met", however the parser joins their names."""
    we = next((t for t in clauses.subjects(verb) if t.lower == "we"), None)
    leaders = next((c for c in we.children if c.dep == "appos"), None) if we is not None else None
    if any(isinstance(who, Person) for who, _ in sides.subject(verb)):
        return []  # "we" are persons whom the page names
    if leaders is None or leaders.lower not in gathering_words.noun_set("groups") or leaders.end > verb.start:
        return []
    there = sides.entities.places_within((leaders.end, verb.start))
    return [(Phrase(span.of(sides.document.text), span), span) for span, place in there if place.country]


def behind_preposition(sides: Sides, verb: Token, occasion: Occasion, roll: Roll, head: Token) -> None:
    """Enter who met for an occasion, and who spoke at a press conference, where `head` is the noun of the occasion."""
    if head.dep != "pobj":
        return
    if verb.lower in gathering_words.verbs("meeting") and occasion.type in (*MUTUAL, "summit"):
        roll.add(led_countries(sides, verb), "participant", "leaders-of", verb.text)
    if occasion.type == "session" and head.head.lower == "in" and verb.lower in gathering_words.verbs("convening"):
        roll.add(bodies(sides.subject(verb)), "participant", "verb-object", verb.text)
    if occasion.type == "briefing" and head.head.lower in ("at", "in", "during") and not _only_comes(verb):
        roll.add(roll.persons(sides.subject(verb)), "speaker", "spoke-at", verb.text)


def _only_comes(verb: Token) -> bool:
    """Tell whether somebody only comes to an occasion, or is there, by a verb."""
    coming = any(verb.lower in gathering_words.verbs(kind) for kind in ("being_at", "travel", "meeting"))
    return coming and verb.lower not in _SPEAKING


_SPEAKING = frozenset({"speak", "speaks", "spoke", "spoken", "speaking"})
