"""Corrections in effect: what was read stays in the claims, what was decided stands in the rows that answers come from.

`refresh` takes all corrections of a page back and carries out those that stand, so that a new one, an undone one and a page
that was read anew all end in the same state. What a row was before is kept in the table `applied`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from onrecord.model import Span
from onrecord.model.decision import Correction
from onrecord.model.errors import OnrecordError
from onrecord.record import schema
from onrecord.record.by_hand import RULE, Adder, add_claim
from onrecord.record.decided import decision_of, ground_of, states
from onrecord.record.facts import Place, key_in, kind_of, located
from onrecord.record.properties import PARTY, PROPERTIES, value_of
from onrecord.record.reader import Reader
from onrecord.record.rows import script_of
from onrecord.record.search import entries

_PARTIES: dict[tuple[str, str], tuple[str, str | None]] = {
    ("position", "person"): ("person_id", None),
    ("position", "organization"): ("organization_id", None),
    ("participation", "who"): ("entity_id", "words"),
    ("statement", "speaker"): ("speaker_id", "speaker_words"),
    ("statement", "relayed_by"): ("relayed_id", "relayed_words"),
}
"""Where a row keeps who is meant: the column of somebody named, and of the words for somebody who is not."""

_STATED_AT = frozenset({("position", "title"), ("participation", "role"), ("participation", "role_as_printed")})
"""Properties in whose words the row of a fact stands on its page: where they are corrected, its evidence moves along."""


def refresh(connection: Connection, documents: Collection[int], *, strict: str | None = None) -> None:
    """Bring pages to what was read and what was decided.

    Args:
        connection: a transaction for writing.
        documents: row numbers of pages.
        strict: id of a decision that must take effect; another one that a version of the page no longer bears is passed over.

    Raises:
        UsageError: the decision `strict` names somebody or something that is not on the page.
    """
    reader = Reader(connection)
    if connection.execute(select(schema.decision.c.id).where(schema.decision.c.kind == "correction").limit(1)).first() is None:
        return
    for document in sorted(documents):
        connection.execute(delete(schema.matched).where(schema.matched.c.document_id == document))  # its facts may change
        _take_back(connection, document)
        found = _concerning(reader, document)
        if not found:
            continue
        page = _page(reader, document)
        for correction, key in sorted(found, key=lambda pair: pair[0].kind != "add"):  # what is added may be corrected, too
            try:
                with connection.begin_nested():
                    page.carry_out(correction, key)
            except OnrecordError:
                if correction.id == strict:
                    raise
    entries.refresh_documents(connection, documents)


def versions(connection: Connection, urls: Iterable[str]) -> list[int]:
    """Return the row numbers of all documents that stood at these addresses."""
    document, address = schema.document, schema.address
    query = select(document.c.id).join(address, address.c.snapshot_id == document.c.snapshot_id)
    return sorted(set(connection.execute(query.where(address.c.url.in_(list(urls)))).scalars()))


def _concerning(reader: Reader, document: int) -> list[tuple[Correction, str]]:
    """Return the corrections that stand of facts of this page, in order of the log, each with the fact's key here."""
    address, table, named = schema.address, schema.decision, schema.decision_key
    here = select(address.c.url).join(schema.document, schema.document.c.snapshot_id == address.c.snapshot_id)
    urls = set(reader.connection.execute(here.where(schema.document.c.id == document)).scalars())
    about = select(table.c.matter).join(named).where(named.c.key.in_(sorted(urls)), table.c.kind == "correction")
    rows = reader.rows(select(table).where(table.c.matter.in_(about)).order_by(table.c.number))
    if not rows:
        return []
    state = states(rows)
    snapshot = schema.snapshot
    query = select(snapshot.c.sha256).join(schema.document).where(schema.document.c.id == document)
    sha256 = str(reader.connection.execute(query).scalar_one())
    found = []
    for row in rows:
        if state[row["id"]] == "standing":
            correction = decision_of(row)
            assert isinstance(correction, Correction)  # noqa: S101  asked for by kind
            ground = ground_of(row["ground"][0])
            found.append((correction, key_in(sha256, ground.parts) if ground.parts else ground.key))
    return found


def _take_back(connection: Connection, document: int) -> None:
    table = schema.applied
    rows = connection.execute(select(table).where(table.c.document_id == document).order_by(table.c.id.desc())).all()
    if not rows:
        return
    for row in rows:
        target = schema.metadata.tables[row.target]
        here = target.c.entity_id == row.row if target is schema.spelling else target.c.id == row.row
        if row.property is None:
            connection.execute(delete(target).where(here))
        else:
            here = here & (target.c.n == 1) if target is schema.spelling else here
            connection.execute(update(target).where(here).values({row.property: row.before}))
    claim = schema.claim
    mine = claim.c.document_id == document
    connection.execute(delete(claim).where(mine, claim.c.rule == RULE, claim.c.decision.is_not(None)))
    connection.execute(update(claim).where(mine, claim.c.decision.is_not(None)).values(decision=None))
    connection.execute(delete(table).where(table.c.document_id == document))


def _page(reader: Reader, document: int) -> _Page:
    query = select(schema.snapshot.c.sha256).join(schema.document).where(schema.document.c.id == document)
    snapshot = str(reader.connection.execute(query).scalar_one())
    text = reader.text(document)
    return _Page(reader, document, text, Adder(reader.connection, document, snapshot, text))


@dataclass(slots=True)
class _Page:
    """A page on which corrections are carried out."""

    reader: Reader
    document: int
    text: str
    adder: Adder

    def carry_out(self, correction: Correction, key: str) -> None:
        place = located(self.reader, [key]).get(key)
        if correction.kind == "add":
            spans = self._spans(correction)
            if place is None and spans:  # else a rule has found it, too; or the page says it no longer
                for table, number in self.adder.add(key, correction, spans):
                    self._note(correction, table, number, None, None)
        elif place is None or place.document != self.document:
            return
        elif correction.kind == "reject":
            self._reject(correction, place)
        elif correction.kind == "edit":
            self._edit(correction, place)

    def _spans(self, correction: Correction) -> tuple[Span, ...]:
        """Return where the words of a correction stand in this version of the page; nothing where they do not."""
        parts = correction.quote.split(" … ") if len(correction.spans) > 1 else [correction.quote]
        if all(span.of(self.text) == part for span, part in zip(correction.spans, parts, strict=False)):
            return correction.spans
        found: list[Span] = []
        for part in parts:
            at = self.text.find(part, found[-1].end if found else 0)
            if at < 0:
                return ()
            found.append(Span(at, at + len(part)))
        return tuple(found)

    def _change(self, correction: Correction, place: Place, values: dict[str, Any]) -> None:
        for name, value in values.items():
            self._note(correction, place.table, place.row["id"], name, place.row[name])
            here = place.table.c.id == place.row["id"]
            self.reader.connection.execute(update(place.table).where(here).values({name: value}))

    def _note(self, correction: Correction, table: Table, row: int, name: str | None, before: Any) -> None:
        values = {"document_id": self.document, "decision": correction.id, "target": table.name, "row": row}
        self.reader.connection.execute(insert(schema.applied).values(**values, property=name, before=before))

    def _reject(self, correction: Correction, place: Place) -> None:
        """Mark a fact, and what cannot be without it; what can be loses it."""
        self._change(correction, place, {"rejected": True})
        number = place.row["id"]
        if place.table is schema.entity:
            self._reject_with(correction, schema.position, "person_id", number)
            self._reject_with(correction, schema.participation, "entity_id", number)
            for table, column in ((schema.position, "organization_id"), (schema.statement, "speaker_id")):
                self._loosen(correction, table, column, number)
            self._loosen(correction, schema.statement, "relayed_id", number)
        elif place.table is schema.gathering:
            self._reject_with(correction, schema.participation, "gathering_id", number)
            self._loosen(correction, schema.statement, "gathering_id", number)

    def _reject_with(self, correction: Correction, table: Table, column: str, number: int) -> None:
        query = select(table.c.id).where(table.c[column] == number, ~table.c.rejected)
        for row in self.reader.connection.execute(query).scalars().all():
            self._note(correction, table, row, "rejected", False)
            self.reader.connection.execute(update(table).where(table.c.id == row).values(rejected=True))

    def _loosen(self, correction: Correction, table: Table, column: str, number: int) -> None:
        for row in self.reader.connection.execute(select(table.c.id).where(table.c[column] == number)).scalars().all():
            self._note(correction, table, row, column, number)
            self.reader.connection.execute(update(table).where(table.c.id == row).values({column: None}))

    def _edit(self, correction: Correction, place: Place) -> None:
        kind, name = kind_of(place.key), correction.property
        spans = self._spans(correction) if correction.quote else ()
        value = None if correction.value is None else value_of(kind, name, correction.value)
        if PROPERTIES[kind][name] is PARTY:
            self._change(correction, place, self._party(kind, name, value, spans or self._places(place)))
        else:
            self._change(correction, place, {name: value})
        if place.table is schema.entity and value is not None:
            self._spell(correction, place, value)
        if spans and (kind, name) in _STATED_AT:
            self._change(correction, place, {"start": spans[0].start, "end": max(span.end for span in spans)})
        self._claim(correction, place, spans)

    def _party(self, kind: str, name: str, value: str | None, spans: tuple[Span, ...]) -> dict[str, Any]:
        named, worded = _PARTIES[kind, name]
        number, words = (None, "") if value is None else self.adder.party(value, spans)
        values: dict[str, Any] = {named: number}
        if worded:
            values[worded] = (None if number else words) if kind == "participation" else words
        return values

    def _spell(self, correction: Correction, place: Place, name: str) -> None:
        table, number = schema.spelling, place.row["id"]
        first = (table.c.entity_id == number) & (table.c.n == 1)
        before = self.reader.connection.execute(select(table.c.text, table.c.script).where(first)).one()
        for column, old, new in (("text", before.text, name), ("script", before.script, script_of(name))):
            self._note(correction, table, number, column, old)
            self.reader.connection.execute(update(table).where(first).values({column: new}))

    def _claim(self, correction: Correction, place: Place, spans: tuple[Span, ...]) -> None:
        """Mark the claims that the correction replaces, and add its own where it gives a value."""
        claim = schema.claim
        here = (
            (claim.c.document_id == self.document) & (claim.c.subject == place.key) & (claim.c.property == correction.property)
        )
        spans = spans or self._places(place, correction.property)
        replaced = update(claim).where(here, claim.c.decision.is_(None)).values(decision=correction.id)
        self.reader.connection.execute(replaced)
        if correction.value is not None:
            row = {"subject": place.key, "property": correction.property, "value": correction.value, "decision": correction.id}
            add_claim(self.reader.connection, self.document, row, spans)

    def _places(self, place: Place, name: str | None = None) -> tuple[Span, ...]:
        """Return where the page states a property of a fact, or else anything of it."""
        claim, span = schema.claim, schema.claim_span
        together = (span.c.document_id == claim.c.document_id) & (span.c.claim_n == claim.c.n)
        query = (
            select(claim.c.n, claim.c.property, span.c.start, span.c.end)
            .join(span, together)
            .order_by(span.c.claim_n, span.c.n)
        )
        rows = self.reader.connection.execute(
            query.where(claim.c.document_id == self.document, claim.c.subject == place.key)
        ).all()
        first = next((row.n for row in rows if row.property == name), rows[0].n)
        return tuple(Span(row.start, row.end) for row in rows if row.n == first)
