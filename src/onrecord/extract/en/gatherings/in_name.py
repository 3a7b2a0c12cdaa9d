"""Who took part in an occasion, or organized it, by its name: "U.S.-UK Consultations", "White House Roundtable"."""

from __future__ import annotations

import re

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings import sittings
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.occasion import Occasion
from onrecord.extract.en.gatherings.roll import Roll
from onrecord.extract.en.gatherings.sides import Named, Sides
from onrecord.languages.en import countries
from onrecord.model import Organization, Person, Phrase, Span

MUTUAL = frozenset({"meeting", "talks", "call", "summit", "dialogue"})
"""Types at which those who hold them are those who take part."""

_PAIR = re.compile(r"(?P<a>[A-Z][\w.]*)\s?[-\u2010-\u2015]\s?(?P<b>[A-Z][\w.]*)")


def enter(sides: Sides, mention: Mention, occasion: Occasion, roll: Roll) -> None:
    """Enter the parties and organizers inside the name of an occasion."""
    span = mention.span
    if mention.rule == "headline" and occasion.type in (*MUTUAL, "visit"):
        for found, entity in sides.entities.within(span):
            if entity in sides.entities.persons:
                roll.add([(entity, found)], "participant", "headline")
    if mention.head is mention.verb:
        return
    held = any(m.verb is not None and clauses.tense(m.verb) == "past" for m in occasion.mentions)
    if mention.rule == "headline" and occasion.type in MUTUAL and held:
        roll.add(_issuing(sides), "participant", "joint-statement")
    before = Span(span.start, mention.head.start)
    organized = occasion.type == "dialogue" and any(role in ("organizer", "host") for _, role in roll.entries)
    if occasion.type in MUTUAL and not organized:  # the dialogue of two foundations is none of their countries
        _pair(sides, before, roll)
    if occasion.type in ("session", "meeting"):
        roll.add(_sitting(sides, mention), "participant", "body-in-name")
    if occasion.type in MUTUAL and mention.base != "convening":
        return
    for found, entity in sides.entities.within(before):
        words = sides.document.text[found.end : mention.head.start]
        if entity in sides.entities.organizations and not re.search(r"\b(?:with|by|between|of|for|at)\b|[’']s?\s*$", words):
            if "’s" in words[:3] or "'s" in words[:3] or found.overlaps(mention.head.span):
                continue
            roll.add([(entity, found)], "organizer", "organizer-in-name")
            break


_OF = re.compile(r"\s+of\s+(?:the\s+|its\s+|their\s+)?")


def _sitting(sides: Sides, mention: Mention) -> list[Named]:
    """The council whose sitting it is: "an emergency session of the Security Council", "the Board of Governors meeting"."""
    text, head = sides.document.text, mention.head
    for found, entity in sides.entities.within((max(0, head.start - _NEAR), head.end + _NEAR)):
        beside = text[found.end : head.start] == " " or _OF.fullmatch(text, head.end, found.start)
        if beside and isinstance(entity, Organization) and sittings.sits(found.of(text)):
            return [(entity, found)]
    return []


_NEAR = 120
"""Code points beside an occasion's noun within which the name of the body stands that holds it."""

_JOINT = re.compile(
    r"(?:(?:joint|trilateral|quadrilateral)\s+(?:press\s+)?(?:statement|declaration|communiqu)|joint\s)", re.IGNORECASE
)


def _issuing(sides: Sides) -> list[Named]:
    """The countries whose joint statement the headline says the page is, where it names nobody: they met."""
    title = sides.document.title_span
    if title is None or not _JOINT.match(title.of(sides.document.text)):
        return []
    if any(isinstance(entity, Person) for _, entity in sides.entities.within(title)):
        return []
    lands = [span for span, place in sides.entities.places_within(title) if place.country]
    return [(Phrase(span.of(sides.document.text), span), span) for span in lands] if len(lands) > 1 else []


def _pair(sides: Sides, span: Span, roll: Roll) -> None:
    for match in _PAIR.finditer(sides.document.text, span.start, span.end):
        if sides.entities.within(match.span()):
            continue  # the name of a body
        pair = [Span(*match.span("a")), Span(*match.span("b"))]
        if all(countries.by_name(each.of(sides.document.text)) is not None for each in pair):
            roll.add([(Phrase(each.of(sides.document.text), each), each) for each in pair], "participant", "parties-in-name")
