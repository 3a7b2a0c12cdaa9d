"""Gatherings in English text, and who did what there."""

from __future__ import annotations

from onrecord.extract.en.coreference import Referents
from onrecord.extract.en.gatherings import (
    agenda,
    announcement,
    assembly,
    calendar,
    course,
    editions,
    evidence,
    frame,
    header,
    joining,
    merging,
    nouns,
    participants,
    place,
    reckoning,
    remarks,
    signings,
    sittings,
    stops,
    time,
    title,
    verbs,
)
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.sides import Sides
from onrecord.extract.en.when import Dates
from onrecord.extract.entities import Entities
from onrecord.extract.scene_day import Scenes
from onrecord.languages.reading import Reading
from onrecord.model import Document, Gathering, Position, Statement


def find(
    document: Document,
    reading: Reading,
    entities: Entities,
    positions: tuple[Position, ...],
    statements: tuple[Statement, ...],
    referents: Referents,
) -> tuple[tuple[Gathering, ...], tuple[Statement, ...]]:
    """Return the gatherings, and the statements with the gathering at which each was made."""
    dates = Dates.of(document, reading)
    found = _mentions(document, reading, entities, dates)
    occasions = [o for o in merging.merge(found) if o.strength >= evidence.ENOUGH]
    course.attach(reading, entities, dates, occasions)
    made = assembly.assemble(document, reading, entities, dates, occasions)
    sides = Sides(document, reading, entities, referents)
    gatherings, said = participants.take_part(sides, occasions, made, positions, statements)
    scenes = Scenes(document, reading, lambda sentence: dates.within(sentence.span), said)
    apart = {g.id for occasion, g in zip(occasions, made, strict=True) if any(m.apart for m in occasion.mentions)}
    return scenes.settle(gatherings, apart), said


def _mentions(document: Document, reading: Reading, entities: Entities, dates: Dates) -> list[Mention]:
    """Return all mentions of occasions, weighed, with their dates and places."""
    found = [*nouns.find(reading, entities), *verbs.find(reading, entities), *sittings.speeches(reading, entities)]
    _name_sides(found, entities)
    time.attach(reading, dates, found)
    reckoning.attach(reading, dates, found)
    place.attach(document, reading, entities, found)
    frame.attach(reading, entities, found)
    stops.part(reading, entities, dates, found)
    found += editions.find(reading, entities, dates, found)
    agenda.attach(document, reading, entities, dates, found)
    title.mark(document, reading, found)
    calendar.attach(document, dates, found)
    title.set_apart(document, found, dates.anchor if dates.anchor_basis == "page date" else None)
    announced = announcement.find(document, reading, entities, dates, found)
    if announced is not None:
        for mention in found:
            mention.title, mention.rule = False, "gathering-noun" if mention.rule == "headline" else mention.rule
        found.append(announced)
    elif (labelled := announcement.by_labels(document, reading, found)) is not None:
        found.append(labelled)
    header.attach(document, entities, dates, found)
    remarks.attach(document, entities, dates, found)
    signings.complete(found)
    evidence.weigh(reading, found, entities, dates.anchor if dates.anchor_basis == "page date" else None)
    joining.join_by_grammar(found)
    return found


def _name_sides(found: list[Mention], entities: Entities) -> None:
    for mention in found:
        end = max(mention.span.end, mention.head.end)
        mention.who = frozenset(entity.id for _, entity in entities.within((mention.span.start, end)))
