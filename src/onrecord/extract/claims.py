"""Facts → claims: every property of every fact on its own, with the words that state it and the rule that found it.

The subject of a claim is the fact's id inside the page: `p1`, `o1`, `l1`, `g1`, `s1`, and for kinds without ids their place in
the extract, from 1: `position:2`, `milestone:1`, `g1:participation:3`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.languages.quantities import quantities_in
from onrecord.model import (
    Claim,
    Entity,
    Extract,
    Gathering,
    Milestone,
    PartialDate,
    Participation,
    Phrase,
    Position,
    Span,
    Statement,
    Who,
)

Value = str | int | PartialDate | None
Properties = Iterator[tuple[str, Value, tuple[Span, ...]]]


def claims(extract: Extract) -> tuple[Claim, ...]:
    """Return the claims of all facts, in the order of the extract; a property that the text does not state has none."""
    return tuple(_claims(extract))


def _claims(extract: Extract) -> Iterator[Claim]:
    text, language = extract.document.text, extract.document.language
    for entity in (*extract.persons, *extract.organizations, *extract.places):
        yield from _made(text, entity.id, _entity(entity, text), entity)
    for i, position in enumerate(extract.positions, 1):
        yield from _made(text, f"position:{i}", _position(position), position)
    for gathering in extract.gatherings:
        yield from _made(text, gathering.id, _gathering(gathering), gathering)
        for i, part in enumerate(gathering.participations, 1):
            yield from _made(text, f"{gathering.id}:participation:{i}", _participation(part), part)
    for statement in extract.statements:
        counted = _quantities(text, statement.content_spans, language)
        yield from _made(text, statement.id, (*_statement(statement), *counted), statement)
    for i, milestone in enumerate(extract.milestones, 1):
        counted = _quantities(text, (milestone.text_span,), language)
        yield from _made(text, f"milestone:{i}", (*_milestone(milestone), *counted), milestone)


def _made(
    text: str,
    subject: str,
    properties: Iterable[tuple[str, Value, tuple[Span, ...]]],
    fact: Entity | Position | Gathering | Participation | Statement | Milestone,
) -> Iterator[Claim]:
    for name, value, spans in properties:
        if value is not None and value != "":
            words = {span.of(text) for span in spans}
            yield Claim(subject, name, str(value), words.pop() if len(words) == 1 else "", spans, fact.rule, fact.confidence)


def _who(who: Who | None) -> str | None:
    """Return who is meant as a value: an id of the page, or the words of the text behind `=`."""
    if who is None:
        return None
    return f"={who.words}" if isinstance(who, Phrase) else who.id


def _entity(entity: Entity, text: str) -> Properties:
    for i, name in enumerate(entity.names):
        spans = tuple(span for span in entity.mentions if span.of(text) == name)
        yield "alias" if i else "name", name, spans or entity.mentions


def _position(position: Position) -> Properties:
    whole = (position.span,)
    yield "person", position.person.id, whole
    yield "title", position.title, (position.title_span,)
    yield "organization", position.organization.id if position.organization else None, whole
    yield "country", position.country, whole
    yield "status", position.status, whole
    yield "qualifier", position.qualifier, whole
    yield "since", position.since, whole
    yield "until", position.until, whole


def _gathering(gathering: Gathering) -> Properties:
    name = (gathering.name_span,)
    dated = (gathering.start_span or gathering.name_span,)
    placed = (gathering.place_span or gathering.name_span,)
    yield "type", gathering.type, name
    yield "name", gathering.name, name
    yield "start", gathering.start, dated
    yield "end", gathering.end, dated
    yield "place", gathering.place, placed
    yield "venue", gathering.venue, placed
    yield "format", None if gathering.format == "unknown" else gathering.format, name
    yield "track", None if gathering.track == "unknown" else gathering.track, name
    yield "status", gathering.status, name
    yield "attendance", gathering.attendance, (gathering.attendance_span or gathering.name_span,)
    yield "series", gathering.series, name
    yield "edition", gathering.edition, name


def _participation(part: Participation) -> Properties:
    where = (part.span,)
    yield "who", _who(part.who), where
    yield "role", part.role, where
    yield "role_as_printed", part.role_as_printed, where
    yield "delegation", part.delegation, where
    yield "rank", part.rank or None, where


def _statement(statement: Statement) -> Properties:
    spans = statement.content_spans
    named = (statement.speaker_span,) if statement.speaker_span else spans
    cued = (statement.cue_span,) if statement.cue_span else spans
    yield "content", " … ".join(statement.content), spans
    yield "speaker", _who(statement.speaker), named
    yield "direct", "yes" if statement.direct else "no", spans
    yield "cue", statement.cue, cued
    yield "manner", statement.manner, cued
    yield "relayed_by", _who(statement.relayed_by), cued
    yield "gathering", statement.gathering, spans
    for topic in statement.topics:
        yield "topic", topic, spans


def _milestone(milestone: Milestone) -> Properties:
    whole = (milestone.text_span,)
    yield "kind", milestone.kind, whole
    yield "what", milestone.what, (milestone.what_span,)
    yield "date", milestone.date, (milestone.date_span or milestone.text_span,)
    yield "actor", milestone.actor, whole
    yield "text", milestone.text, whole


def _quantities(text: str, spans: tuple[Span, ...], language: str) -> Properties:
    """Give how much of what a fact counts (warheads, tests, weapon material), each as printed."""
    for span in spans:
        for quantity in quantities_in(span.of(text), language):
            where = quantity.span.shifted(span.start)
            yield "quantity", where.of(text), (where,)
