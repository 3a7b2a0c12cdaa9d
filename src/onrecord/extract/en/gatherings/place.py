"""Where a gathering took place: the city, and the venue where one is named."""

from __future__ import annotations

import re

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.time import is_argument
from onrecord.extract.entities import Entities
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.reading import Token
from onrecord.model import Document, Span

_AT = frozenset({"in", "at", "to"})
_STATE = re.compile(r",?\s+(?:D\.\s?C\.|DC\b)")


def attach(document: Document, entities: Entities, mentions: list[Mention]) -> None:
    """Give each mention the city and the venue that its own words or its clause state."""
    for mention in mentions:
        for token in _candidates(mention):
            city, venue = read_place(document, entities, token)
            mention.place = mention.place or city
            mention.venue = mention.venue or venue
        mention.place_text = mention.place.of(document.text) if mention.place else ""


def _candidates(mention: Mention) -> list[Token]:
    """The nouns behind "in" and "at" in the mention's phrase and then in its clause."""
    verb = mention.verb
    if mention.rule in ("visited", "travelled-to", "stayed-in"):
        return [*clauses.objects(mention.head), *clauses.objects(mention.head, "to", "in")]
    near = (
        [p for p in clauses.phrase(mention.head) if p.lower in _AT and p.i > mention.head.i] if verb is not mention.head else []
    )
    own = (
        [p for v in mention.head.children if v.dep in ("acl", "relcl") for p in _adverbials(v)]
        if verb is not mention.head
        else []
    )
    clause = _adverbials(verb) if verb is not None and (verb is mention.head or is_argument(mention)) else []
    places: list[Token] = []
    for prep in [*near, *own, *clause]:
        places += [c for c in prep.children if c.dep == "pobj" and c not in places and c is not mention.head]
    return places


def _adverbials(verb: Token) -> list[Token]:
    """The prepositions "in" and "at" of a clause, save those inside its subject ("the embassy in Vienna organised")."""
    found = []
    for prep in clauses.own_tokens(verb):
        if prep.dep != "prep" or prep.lower not in ("in", "at"):
            continue
        path = [prep, *prep.ancestors]
        if not any(t.dep in ("nsubj", "nsubjpass") for t in path[: path.index(verb)] if verb in path):
            found.append(prep)
    return found


def read_place(document: Document, entities: Entities, token: Token) -> tuple[Span | None, Span | None]:
    """Return city and venue of the noun phrase that a token heads; a country or a region alone is neither."""
    place = entities.place_at(token)
    if place is not None and place.country:
        return None, None
    words = clauses.phrase(token)
    if place is not None or token.entity == "GPE":
        return _city(document, entities, token), None
    if token.lower in lexicon.words("venues") or token.entity in ("FAC", "LOC"):
        inner = next(
            (
                t
                for p in words
                if p.dep == "prep" and p.lower in ("in", "at", "of")
                for t in p.children
                if _is_city(entities, t)
            ),
            None,
        )
        own = [t for t in words if inner is None or t.i < inner.i - 1]
        while own and own[0].lower in ("the", "a", "an"):
            own.pop(0)
        stop = next((k for k, t in enumerate(own) if t.text in (",", "(") and k), len(own))
        own = own[:stop]
        venue = Span(own[0].start, own[-1].end) if own else None
        return (_city(document, entities, inner), venue) if inner is not None else (venue, venue)
    return None, None


def _is_city(entities: Entities, token: Token) -> bool:
    place = entities.place_at(token)
    return not place.country if place is not None else token.entity == "GPE"


def _city(document: Document, entities: Entities, token: Token) -> Span:
    """The city's own words, with "D.C." behind Washington, without the country after the comma."""
    place = entities.place_at(token)
    span = token.span
    if place is not None:
        span = next(s for s in place.mentions if s.overlaps(token.span))
    else:
        first, last = token, token
        while not first.begins and first.nbor(-1) is not None and first.nbor(-1).entity == token.entity:  # type: ignore[union-attr]
            first = first.nbor(-1)  # type: ignore[assignment]
        while last.nbor(1) is not None and last.nbor(1).entity == token.entity and not last.nbor(1).begins:  # type: ignore[union-attr]
            last = last.nbor(1)  # type: ignore[assignment]
        span = Span(first.start, last.end)
    behind = _STATE.match(document.text, span.end)
    return Span(span.start, behind.end()) if behind and span.of(document.text).endswith("Washington") else span
