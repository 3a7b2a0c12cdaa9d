"""What a noun phrase behind "in" or "at" names: a town, or the house in which something is, or both."""

from __future__ import annotations

import re

from onrecord.extract.en import clauses
from onrecord.extract.entities import Entities
from onrecord.languages import places
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.en import organizations
from onrecord.languages.reading import Token
from onrecord.model import Document, Span

_WITHIN = frozenset({"in", "at", "of", "near", "outside"})
_STATE = re.compile(r",?\s+(?:D\.\s?C\.|DC\b)")


def read_place(document: Document, entities: Entities, token: Token, *, visited: bool) -> tuple[Span | None, Span | None]:
    """Return city and venue of the noun phrase that a token heads; a country or a region alone is neither.

    Args:
        document: the document.
        entities: its persons, organizations and places.
        token: the noun behind "in" or "at", or the object of "visited".
        visited: whether it was visited, so that any organization is a venue.
    """
    place = entities.place_at(token)
    here = any(c.lower == "this" for c in token.children if c.dep == "det")  # "in this hall": where those are who speak
    if here or (place is not None and place.country and place.name.lower() not in lexicon.words("city_states")):
        return None, None
    inner = next((t for t in _inner(token) if is_city(entities, t)), None)
    if place is None and token.lower in lexicon.words("settlements"):  # "Cape Town" is a place itself
        inner = inner or next((t for t in named_town(token) if t.tag == "NNP"), None)
        known = entities.place_at(inner) if inner is not None else None
        is_town = known is None or not known.country
        return (city_at(document, entities, inner), None) if inner is not None and is_town else (None, None)
    body = visited and entities.organization_at(token) is not None
    if visited and entities.at(token) is None and (town := inner or _taken_for_people(token, known=place is not None)):
        return city_at(document, entities, town), None
    if token.lower in lexicon.words("venues") | lexicon.words("facilities") or token.entity == "FAC" or body:
        venue = _of_body(document, entities, token, _venue(token, inner)) if visited else _venue(token, inner)
        if inner is None:
            inner = _city_in_name(entities, token) or _owner(entities, token)
        if inner is None and (city := _behind_comma(document, entities, token, venue)) is not None:
            return city, venue
        return (city_at(document, entities, inner), venue) if inner is not None else (venue, venue)
    return (city_at(document, entities, token), None) if is_city(entities, token) else (None, None)


def _owner(entities: Entities, venue: Token) -> Token | None:
    """The town whose venue it is: "at Lunde's Hotel Ulba", "at the University of Lunde"."""
    owner = venue.child("poss")
    if owner is not None and owner.tag == "NNP" and is_city(entities, owner):
        return owner
    if venue.lower not in lexicon.words("local"):
        return None
    inside = [
        t
        for p in venue.children
        if p.lower == "of"
        for t in p.children
        if t.dep == "pobj" and t.lower not in lexicon.words("regions")
    ]
    return next((t for t in inside if t.tag == "NNP" and not ((place := entities.place_at(t)) and place.country)), None)


def _taken_for_people(token: Token, *, known: bool) -> Token | None:
    """The token itself where it is a town that the model takes for a people or a body."""
    before = [c for c in token.children if c.dep in ("compound", "det", "amod", "poss")]
    named = all(t.tag == "NNP" and t.text.istitle() and t.dep != "poss" for t in (token, *before))
    return token if named and token.entity in ("NORP", "ORG", "PERSON", "LOC", "") and not known else None


def _behind_comma(document: Document, entities: Entities, token: Token, venue: Span | None) -> Span | None:
    """The city set behind a venue by a comma ("at the Hotel Ulba, Lunde"), be it behind the street."""
    end = venue.end if venue is not None else token.end
    for span, place in entities.places_within((end, end + 60)):
        between = document.text[end : span.start]
        if not place.country and re.fullmatch(r",\s+(?:[^,.;()\n]{1,40},\s+)?", between):
            return span
    return None


def _inner(token: Token) -> list[Token]:
    """The nouns behind "in", "at" and "of" inside a noun phrase: "the plant in Ulba", "the village of Dolon"."""
    beside = {t.i for c in token.children if c.dep == "appos" for t in clauses.phrase(c)}  # "Lunde, the capital of Norland"
    inside = [p for p in clauses.phrase(token) if p.i > token.i and p.i not in beside]
    preps = [p for p in inside if p.dep == "prep" and p.lower in _WITHIN]
    return [t for p in preps for t in p.children if t.dep == "pobj"]


def _venue(token: Token, inner: Token | None) -> Span | None:
    """The name of a building or room, without article and without the city; a bare common noun ("the court") names none."""
    words = [t for t in clauses.phrase(token) if inner is None or t.i < inner.head.i]
    while words and words[0].lower in ("the", "a", "an", "its", "their"):
        words.pop(0)
    stop = next(
        (
            k
            for k, t in enumerate(words)
            if t.i > token.i and (t.text in (",", "(", "–") or (t.dep in ("prep",) and t.lower in ("in", "at", "on", "near")))
        ),
        None,
    )
    words = words[:stop]
    if not words or (len(words) == 1 and not words[0].text[:1].isupper()):
        return None
    return Span(words[0].start, words[-1].end)


def _of_body(document: Document, entities: Entities, token: Token, venue: Span | None) -> Span | None:
    """Cut a venue behind the name of the body that it is ("at the Lunde College | on women in arms control")."""
    body = entities.organization_at(token)
    ends = [s.end for s in body.mentions if s.overlaps(token.span)] if body is not None else []
    ends = [end for end in ends if re.match(r"\s+(?:on|about)\s", document.text[end : end + 8])]
    return Span(venue.start, min(venue.end, ends[0])) if venue is not None and ends and ends[0] > venue.start else venue


def _city_in_name(entities: Entities, token: Token) -> Token | None:
    """The city that a court is named for ("the Leeds District Court"), or a known one ("a Leeds hotel")."""
    before = [t for t in clauses.phrase(token) if t.i < token.i and t.dep == "compound"]
    if token.lower in lexicon.words("local"):
        return next((t for t in before if t.entity == "GPE" or entities.place_at(t)), None) or _first_of_name(token)
    called = token.text.islower() and token.lower in lexicon.words("venues")
    return next((t for t in before if t.text in places.english_names()), None) if called else None


def _first_of_name(token: Token) -> Token | None:
    """The first word of a body's name."""
    before = token.lefts
    return before[0] if before and before[0].tag == "NNP" else None


def is_city(entities: Entities, token: Token) -> bool:
    """Tell whether a token names a city, known or not: no region, no body, no country but one that is a city."""
    place = entities.place_at(token)
    if (place.name if place is not None else token.text).lower() in lexicon.words("regions"):
        return False
    if place is not None:
        return (not place.country or place.name.lower() in lexicon.words("city_states")) and token.lower not in lexicon.words(
            "venues"
        )
    if entities.at(token) is not None or organizations.rules_out(token.text) or token.text[-1].isdigit():
        return False
    after = token.nbor(1)
    occasioned = after is not None and after.lower == "of"  # "in Recognition of" says why, not where
    led = token.head.lower == "in" or (token.head.lower == "to" and token.head.head.lower in lexicon.verbs("travel"))
    return token.entity == "GPE" or (
        token.tag == "NNP" and led and token.entity in ("ORG", "LOC", "", "PERSON") and not occasioned
    )


def city_at(document: Document, entities: Entities, token: Token) -> Span:
    """Return the city's own words, with "D.C." behind Washington, without the country after the comma."""
    place = entities.place_at(token)
    if place is not None:
        span = next(s for s in place.mentions if s.overlaps(token.span))
    else:
        words = [t for t in clauses.phrase(token) if t.i == token.i or (t.tag == "NNP" and t.dep == "compound")]
        span = Span(words[0].start, token.end)
    behind = _STATE.match(document.text, span.end)
    return Span(span.start, behind.end()) if behind and span.of(document.text).endswith("Washington") else span


def named_town(noun: Token) -> list[Token]:
    """Return the name behind "the city of" or "the capital"."""
    if noun.lower not in lexicon.words("settlements"):
        return []
    named = [t for t in noun.children if t.dep == "appos" and t.tag == "NNP"]
    return named + [t for p in noun.children if p.lower == "of" for t in p.children if t.dep == "pobj"]
