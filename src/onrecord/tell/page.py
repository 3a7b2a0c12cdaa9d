"""One page's facts as JSON, in the format of gold/FORMAT.md: the keys of the annotation guidelines, with evidence."""

from __future__ import annotations

from typing import Any

from onrecord.model import (
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


def page(extract: Extract) -> dict[str, Any]:
    """Return the extract as plain JSON values; spans are `[start, end]` in Unicode code points of `text`."""
    document = extract.document
    facts = {fact.key: fact for fact in document.facts}
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
        "page": {
            key: fact.number if fact.number is not None and not fact.dates else [d.edtf for d in fact.dates] or fact.value
            for key, fact in facts.items()
        },
        "notes": list(extract.notes),
    }


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
        "start": _date(gathering.start),
        "end": _date(gathering.end),
        "place": gathering.place,
        "venue": gathering.venue,
        "online": gathering.online,
        "format": gathering.format,
        "track": gathering.track,
        "status": gathering.status,
        "attendance": gathering.attendance,
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
        "date": _date(milestone.date),
        "actor": milestone.actor,
        "text": milestone.text,
        "text_span": list(milestone.text_span),
        "rule": milestone.rule,
        "confidence": milestone.confidence,
    }
