"""Facts that somebody added: rows like those of any other fact, with the rule `by-hand`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from onrecord.model import Span
from onrecord.model.decision import Correction
from onrecord.model.errors import UsageError
from onrecord.record import schema
from onrecord.record.facts import key_in
from onrecord.record.properties import ALWAYS, NEEDED, value_of
from onrecord.record.rows import script_of

RULE, CONFIDENCE = "by-hand", 1.0
"""The rule of what somebody decided, and its confidence: who says so stands in the log of decisions."""


def check(correction: Correction) -> None:
    """Say what an addition lacks, or which of its values is none.

    Raises:
        UsageError: something is missing or unknown.
        DateError: a date is none.
    """
    kind = correction.fact_kind
    assert kind is not None  # noqa: S101  looked at before
    values = dict(correction.values)
    for name in NEEDED[kind]:
        if not values.get(name, "").strip():
            raise UsageError(f"a {kind} needs a {name}", f"give {', '.join(NEEDED[kind])}")
    for name, value in values.items():
        if name != "gathering":
            value_of(kind, name, value)


class Adder:
    """Adds facts to one page.

    Args:
        connection: a transaction for writing.
        document: row number of the page.
        snapshot: the hash of its bytes, of which keys are made.
        text: its text.
    """

    def __init__(self, connection: Connection, document: int, snapshot: str, text: str) -> None:
        self.connection = connection
        self.document = document
        self.snapshot = snapshot
        self.text = text
        self.made: list[tuple[Table, int]] = []

    def add(self, key: str, correction: Correction, spans: tuple[Span, ...]) -> list[tuple[Table, int]]:
        """Add a fact under its key, and return the rows that were made: it, and whoever it is the first to name."""
        self.made = []
        kind = correction.fact_kind
        assert kind is not None  # noqa: S101  checked when it was kept
        given = {name: value_of(kind, name, text) for name, text in correction.values if name != "gathering"}
        row = {**ALWAYS.get(kind, {}), **given}
        make = {
            "position": self._position, "gathering": self._gathering, "participation": self._participation,
            "statement": self._statement, "milestone": self._milestone,
        }.get(kind)  # fmt: skip
        if make is None:
            self._entity(key, kind, row["name"], spans)
        else:
            make(key, row, spans, dict(correction.values).get("gathering"))
        self._claims(key, dict(correction.values), spans, correction.id)
        return self.made

    def party(self, value: str, spans: tuple[Span, ...]) -> tuple[int | None, str]:
        """Return row number and name of somebody of the page, by key or name; words behind `=` have no row.

        A name that no rule found on the page gets a row of its own, if it stands in the text.

        Raises:
            UsageError: it stands nowhere in the text.
        """
        if value.startswith("="):
            return None, value[1:]
        entity = schema.entity
        mine = select(entity.c.id, entity.c.name).where(entity.c.document_id == self.document, entity.c.kind != "place")
        row = self.connection.execute(
            mine.where((entity.c.key == value) | (entity.c.name == value)).order_by(entity.c.id)
        ).first()
        if row is not None:
            return row.id, row.name
        at = self.text.find(value, spans[0].start)
        at = at if at >= 0 else self.text.find(value)
        if at < 0:
            raise UsageError(f"the page names no {value!r}", "write the name as the page does, or = and the words of the page")
        key = key_in(self.snapshot, ("p", value, "1"))
        return self._entity(key, "person", value, (Span(at, at + len(value)),)), value

    def _one(self, table: Table, row: Mapping[str, Any]) -> int:
        made = self.connection.execute(insert(table).values(**row)).inserted_primary_key
        assert made is not None  # noqa: S101  an insert of one row gives its key
        self.made.append((table, int(made[0])))
        return int(made[0])

    def _found(self, key: str) -> dict[str, Any]:
        return {"key": key, "rule": RULE, "confidence": CONFIDENCE}

    def _entity(self, key: str, kind: str, name: str, spans: tuple[Span, ...]) -> int:
        row = {"document_id": self.document, "kind": kind, "local": "", "name": name, "country": False}
        number = self._one(schema.entity, row | self._found(key))
        names = {"entity_id": number, "n": 1, "text": name, "script": script_of(name)}
        self.connection.execute(insert(schema.spelling).values(**names))
        places = [{"entity_id": number, "n": n, "start": a, "end": b} for n, (a, b) in enumerate(spans, 1)]
        self.connection.execute(insert(schema.mention), places)
        return number

    def _position(self, key: str, row: dict[str, Any], spans: tuple[Span, ...], _: str | None) -> None:
        person, _name = self.party(row.pop("person"), spans)
        body = row.pop("organization", None)
        number = self.party(body, spans)[0] if body else None
        if person is None:
            raise UsageError("a position needs a named person", "give a name without =")
        row |= {"document_id": self.document, "person_id": person, "organization_id": number, **_whole(spans)}
        self._one(schema.position, row | self._found(key))

    def _gathering(self, key: str, row: dict[str, Any], spans: tuple[Span, ...], _: str | None) -> None:
        row |= {"document_id": self.document, "local": "", "main": False, "spans": [list(span) for span in spans]}
        self._one(schema.gathering, row | self._found(key))

    def _participation(self, key: str, row: dict[str, Any], spans: tuple[Span, ...], gathering: str | None) -> None:
        number, name = self.party(row.pop("who"), spans)
        row |= {"gathering_id": self._occasion(gathering), "entity_id": number, "words": None if number else name}
        self._one(schema.participation, row | _whole(spans) | self._found(key))

    def _statement(self, key: str, row: dict[str, Any], spans: tuple[Span, ...], gathering: str | None) -> None:
        number, name = self.party(row.pop("speaker"), spans)
        relay = row.pop("relayed_by", None)
        relayed, words = self.party(relay, spans) if relay else (None, "")
        row |= {
            "document_id": self.document,
            "speaker_id": number,
            "speaker_words": name,
            "content": " ".join(span.of(self.text) for span in spans),
            "relayed_id": relayed,
            "relayed_words": words,
            "gathering_id": self._occasion(gathering) if gathering else None,
            "topics": [],
        }
        made = self._one(schema.statement, row | self._found(key))
        parts = [{"statement_id": made, "n": n, "start": a, "end": b} for n, (a, b) in enumerate(spans, 1)]
        self.connection.execute(insert(schema.statement_part), parts)

    def _milestone(self, key: str, row: dict[str, Any], spans: tuple[Span, ...], _: str | None) -> None:
        start, end = _whole(spans)["start"], _whole(spans)["end"]
        at = self.text.find(row["what"], start, end)
        what = Span(at, at + len(row["what"])) if at >= 0 else Span(start, end)
        row |= {"document_id": self.document, "what_start": what.start, "what_end": what.end}
        self._one(schema.milestone, row | {"text_start": start, "text_end": end} | self._found(key))

    def _occasion(self, key: str | None) -> int:
        table = schema.gathering
        query = select(table.c.id).where(table.c.document_id == self.document, table.c.key == key)
        number = self.connection.execute(query).scalar()
        if number is None:
            raise UsageError(f"the page reports no gathering {key!r}", "give the key of a report of this page (g-…)")
        return int(number)

    def _claims(self, key: str, values: Mapping[str, str], spans: tuple[Span, ...], decision: str) -> None:
        for name, value in values.items():
            add_claim(
                self.connection, self.document, {"subject": key, "property": name, "value": value, "decision": decision}, spans
            )


def add_claim(connection: Connection, document: int, claim: Mapping[str, Any], spans: tuple[Span, ...]) -> None:
    """Add a claim made by hand behind the others of its page."""
    table = schema.claim
    numbers = connection.execute(select(table.c.n).where(table.c.document_id == document).order_by(table.c.n.desc()).limit(1))
    n = (numbers.scalar() or 0) + 1
    text = connection.execute(select(schema.document.c.text).where(schema.document.c.id == document)).scalar_one()
    words = {span.of(text) for span in spans}
    row = {"document_id": document, "n": n, "wording": words.pop() if len(words) == 1 else "", **claim}
    connection.execute(insert(table).values(**row, rule=RULE, confidence=CONFIDENCE))
    places = [{"document_id": document, "claim_n": n, "n": i, "start": a, "end": b} for i, (a, b) in enumerate(spans, 1)]
    connection.execute(insert(schema.claim_span), places)


def _whole(spans: tuple[Span, ...]) -> dict[str, int]:
    return {"start": min(span.start for span in spans), "end": max(span.end for span in spans)}
