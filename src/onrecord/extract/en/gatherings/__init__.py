"""Gatherings in English text, and who did what there."""

from __future__ import annotations

from onrecord.extract.en.gatherings import evidence, merging, nouns, place, time, title, verbs
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.merging import Occasion
from onrecord.extract.en.when import Dates
from onrecord.extract.entities import Entities
from onrecord.languages.en.dates import DateMention
from onrecord.languages.reading import Reading
from onrecord.model import Document, Gathering, Position, Span, Statement


def find(
    document: Document,
    reading: Reading,
    entities: Entities,
    positions: tuple[Position, ...],  # noqa: ARG001  tracks will be told from offices
    statements: tuple[Statement, ...],
) -> tuple[tuple[Gathering, ...], tuple[Statement, ...]]:
    """Return the gatherings, and the statements with the gathering at which each was made."""
    dates = Dates(document, reading)
    found = _mentions(document, reading, entities, dates)
    occasions = [o for o in merging.merge(found) if o.strength >= evidence.ENOUGH]
    made = tuple(_gathering(document, n, o) for n, o in enumerate(occasions, 1))
    return made, statements


def _mentions(document: Document, reading: Reading, entities: Entities, dates: Dates) -> list[Mention]:
    """Return all mentions of occasions, weighed, with their dates and places."""
    found = [*nouns.find(reading, entities), *verbs.find(reading, entities)]
    _name_sides(found, entities)
    time.attach(reading, dates, found)
    place.attach(document, entities, found)
    title.mark(document, reading, found)
    evidence.weigh(found, entities, dates.anchor)
    merging.join_by_grammar(found)
    return found


def _name_sides(found: list[Mention], entities: Entities) -> None:
    for mention in found:
        end = max(mention.span.end, mention.head.end)
        mention.who = frozenset(entity.id for _, entity in entities.within((mention.span.start, end)))


def _gathering(document: Document, number: int, occasion: Occasion) -> Gathering:
    best = occasion.best
    date = _date(occasion)
    place_span = next((m.place for m in occasion.mentions if m.place), None)
    return Gathering(
        f"g{number}",
        occasion.type,
        best.span.of(document.text),
        best.span,
        tuple(Span(m.head.start, m.head.end) for m in sorted(occasion.mentions, key=lambda m: m.at)),
        start=date.date if date else None,
        start_span=date.span if date else None,
        start_basis=date.basis if date else None,
        end=date.end if date else None,
        place=place_span.of(document.text) if place_span else None,
        place_span=place_span,
        main=occasion.title,
        rule=best.rule,
    )


def _date(occasion: Occasion) -> DateMention | None:
    """The most precise date stated of the occasion, the first of equals."""
    stated = [d for m in occasion.mentions for d in m.dates]
    return max(stated, key=lambda d: d.date is not None and (d.date.day is not None) + (d.date.month is not None), default=None)
