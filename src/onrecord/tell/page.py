"""One page's facts as JSON, in the format of gold/FORMAT.md: the keys of the annotation guidelines, with evidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from onrecord.model import (
    Entity,
    Extract,
    Gathering,
    Milestone,
    PageFact,
    PartialDate,
    Participation,
    Phrase,
    Position,
    Span,
    Statement,
    Who,
)


def page(extract: Extract) -> dict[str, Any]:
    """Return the extract as plain JSON values; spans are `[start, end]` in Unicode code points of `text`."""
    document = extract.document
    return {
        "doc_id": document.id,
        "url": document.url,
        "lang": document.language,
        "title": document.title,
        "published": _date(document.published),
        "snapshot": f"sha256:{document.snapshot}" if document.snapshot else None,
        "text": document.text,
        "persons": [_entity(e) for e in extract.persons],
        "organizations": [_entity(e) for e in extract.organizations],
        "places": [_entity(e) for e in extract.places],
        "positions": [_position(p) for p in extract.positions],
        "gatherings": [_gathering(g) for g in extract.gatherings],
        "statements": [_statement(s) for s in extract.statements],
        "milestones": [_milestone(m) for m in extract.milestones],
        "page": _page_facts(document.facts),
        "notes": list(extract.notes),
    }


def _page_facts(facts: Iterable[PageFact]) -> dict[str, Any]:
    """Return the page's own label-value lines by key: a period as first and last day, else a day, a number or the words."""
    found: dict[str, Any] = {}
    for fact in facts:
        value: Any = fact.value
        if fact.key == "event_period" and fact.dates:
            value = [fact.dates[0].edtf, fact.dates[-1].edtf]
        elif fact.dates:
            value = fact.dates[0].edtf
        elif fact.number is not None:
            value = fact.number
        found.setdefault(fact.key, value)
    return found


def _date(date: PartialDate | None) -> str | None:
    return date.edtf if date else None


def _span(span: Span | None) -> list[int] | None:
    return list(span) if span else None


def _who(who: Who | None) -> str | None:
    if who is None:
        return None
    return f"={who.words}" if isinstance(who, Phrase) else who.id


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "mentions": [list(span) for span in entity.mentions],
        "rule": entity.rule,
        "confidence": entity.confidence,
    }


def _position(position: Position) -> dict[str, Any]:
    return {
        "person": position.person.id,
        "title": position.title,
        "title_span": list(position.title_span),
        "organization": position.organization.id if position.organization else None,
        "country": position.country,
        "status": position.status,
        "qualifier": position.qualifier,
        "since": _date(position.since),
        "until": _date(position.until),
        "span": list(position.span),
        "rule": position.rule,
        "confidence": position.confidence,
    }


def _participation(part: Participation) -> dict[str, Any]:
    return {
        "who": _who(part.who),
        "role": part.role,
        "role_as_printed": part.role_as_printed,
        "delegation": part.delegation,
        "rank": part.rank,
        "span": list(part.span),
        "rule": part.rule,
        "confidence": part.confidence,
    }


def _gathering(gathering: Gathering) -> dict[str, Any]:
    return {
        "id": gathering.id,
        "type": gathering.type,
        "name": gathering.name,
        "name_span": list(gathering.name_span),
        "start": _date(gathering.start),
        "start_span": _span(gathering.start_span),
        "start_basis": gathering.start_basis,
        "end": _date(gathering.end),
        "place": gathering.place,
        "place_span": _span(gathering.place_span),
        "venue": gathering.venue,
        "online": gathering.online,
        "format": gathering.format,
        "track": gathering.track,
        "status": gathering.status,
        "attendance": gathering.attendance,
        "attendance_span": _span(gathering.attendance_span),
        "series": gathering.series,
        "edition": gathering.edition,
        "main": gathering.main,
        "spans": [list(span) for span in gathering.spans],
        "participants": [_participation(p) for p in gathering.participations],
        "rule": gathering.rule,
        "confidence": gathering.confidence,
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "speaker": _who(statement.speaker),
        "content": list(statement.content),
        "content_spans": [list(span) for span in statement.content_spans],
        "direct": statement.direct,
        "cue": statement.cue,
        "cue_span": _span(statement.cue_span),
        "speaker_span": _span(statement.speaker_span),
        "manner": statement.manner,
        "relayed_by": _who(statement.relayed_by),
        "gathering": statement.gathering,
        "topics": list(statement.topics),
        "rule": statement.rule,
        "confidence": statement.confidence,
    }


def _milestone(milestone: Milestone) -> dict[str, Any]:
    return {
        "kind": milestone.kind,
        "what": milestone.what,
        "what_span": list(milestone.what_span),
        "date": _date(milestone.date),
        "date_span": _span(milestone.date_span),
        "actor": milestone.actor,
        "text": milestone.text,
        "text_span": list(milestone.text_span),
        "rule": milestone.rule,
        "confidence": milestone.confidence,
    }
