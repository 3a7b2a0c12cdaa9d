"""Reading the log of decisions: which stand, what they rest on, and whose ground is gone."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import RowMapping, select

from onrecord.model import Span
from onrecord.model.decision import (
    Absence,
    Correction,
    Decision,
    DecisionKind,
    DecisionRecord,
    Ground,
    Judgement,
    Made,
    Settlement,
    Standing,
)
from onrecord.record import schema
from onrecord.record.facts import key_in, located
from onrecord.record.reader import CURRENT, Reader, time_of

NOUNS: dict[DecisionKind, type[Decision]] = {
    "judgement": Judgement,
    "correction": Correction,
    "settlement": Settlement,
    "absence": Absence,
}
_SHARED = {field.name for field in dataclasses.fields(Made)}


def decisions(reader: Reader, *, kind: DecisionKind | None = None, keys: Collection[str] | None = None) -> list[DecisionRecord]:
    """Return the log, oldest entry first, replaced and undone entries included.

    Args:
        reader: the reading of the database.
        kind: of this kind alone.
        keys: about one of these facts or contradictions alone.
    """
    table, named = schema.decision, schema.decision_key
    query = select(table).order_by(table.c.number)
    if kind is not None:
        query = query.where(table.c.kind == kind)
    if keys is None:
        rows = reader.rows(query)
    else:
        numbers = {row["number"] for row in reader.rows_in(select(named.c.number), named.c.key, keys)}
        # What undoes an entry, or replaces it, names the same keys: matters come whole.
        rows = sorted(reader.rows_in(query, table.c.number, numbers), key=lambda row: row["number"])
    standing = states(rows)
    grounds = {row["id"]: tuple(ground_of(one) for one in row["ground"]) for row in rows}
    today = current_keys(reader, (ground for found in grounds.values() for ground in found))
    return [
        DecisionRecord(
            decision=decision_of(row),
            number=row["number"],
            kind=row["kind"],
            seen=row["seen"] or None,
            undoes=row["undoes"],
            state=standing[row["id"]],
            ground=grounds[row["id"]],
            gone=tuple(ground.key for ground in grounds[row["id"]] if not today[ground.key]),
        )
        for row in rows
    ]


def states(rows: Iterable[Mapping[str, Any] | RowMapping]) -> dict[str, Standing]:
    """Return what has become of each entry; `rows` hold whole matters, oldest entry first."""
    found: dict[str, Standing] = {}
    holds: dict[str, str | None] = {}  # by entry: the decision that stands once the entry is made
    last: dict[str, str | None] = {}  # by matter: the decision that stands now
    before: dict[str, str] = {}
    for row in rows:
        before[row["id"]] = row["seen"]
        undone = row["undoes"]
        if undone is None:
            holds[row["id"]] = row["id"]
            found[row["id"]] = "replaced"
        else:
            holds[row["id"]] = holds.get(before.get(undone, ""))
            found[row["id"]] = "undoing"
            if found.get(undone) != "undoing":
                found[undone] = "undone"
        last[row["matter"]] = holds[row["id"]]
    return found | {entry: "standing" for entry in last.values() if entry is not None}


def judgements(reader: Reader) -> tuple[Judgement, ...]:
    """Return the judgements that stand, with the keys that their sightings have in the versions that count."""
    found: dict[tuple[str, str], Judgement] = {}
    records = [record for record in decisions(reader, kind="judgement") if record.state == "standing"]
    today = current_keys(reader, (ground for record in records for ground in record.ground))
    for record in records:
        judgement = record.decision
        assert isinstance(judgement, Judgement)  # noqa: S101  asked for by kind
        for left in today.get(judgement.left_key, ()):
            for right in today.get(judgement.right_key, ()):
                pair = (left, right) if left <= right else (right, left)
                found[pair] = dataclasses.replace(judgement, left_key=pair[0], right_key=pair[1])
    return tuple(found[pair] for pair in sorted(found))


def current_keys(reader: Reader, grounds: Iterable[Ground]) -> dict[str, tuple[str, ...]]:
    """Return under which keys what decisions rest on stands today; nothing for what is gone.

    A fact whose page counts has its own key. Where the page was captured anew with other bytes, the fact is looked for in the
    versions that count, by what it says: pages change in a footer every day, and a decision must not be lost by that.
    """
    held = {ground.key: ground for ground in grounds}
    places = located(reader, held)
    found: dict[str, tuple[str, ...]] = {key: (key,) for key, place in places.items() if place.current}
    moved = [ground for key, ground in held.items() if key not in found]
    versions = _versions(reader, {ground.url for ground in moved if ground.url and ground.parts})
    maybe = {ground.key: [key_in(snapshot, ground.parts) for snapshot in versions.get(ground.url, ())] for ground in moved}
    there = {place.key for place in located(reader, {key for keys in maybe.values() for key in keys}).values() if place.current}
    found |= {key: tuple(other for other in keys if other in there) for key, keys in maybe.items()}
    return found


def _versions(reader: Reader, urls: Collection[str]) -> dict[str, list[str]]:
    """Return the hashes of the pages that count at addresses."""
    address, document, snapshot = schema.address, schema.document, schema.snapshot
    query = (
        select(address.c.url, snapshot.c.sha256)
        .join(document, document.c.snapshot_id == address.c.snapshot_id)
        .join(snapshot, snapshot.c.id == address.c.snapshot_id)
        .where(CURRENT)
        .order_by(snapshot.c.sha256)
    )
    found: dict[str, list[str]] = {}
    for row in reader.rows_in(query, address.c.url, urls):
        found.setdefault(row["url"], []).append(row["sha256"])
    return found


def decision_of(row: Mapping[str, Any] | RowMapping) -> Decision:
    """Return the noun that a row of the log holds."""
    fields = {name: _value(name, value) for name, value in row["body"].items()}
    made: Decision = NOUNS[row["kind"]](**fields, by=row["by"], at=time_of(row["at"]), why=row["why"], id=row["id"])
    return made


def body_of(decision: Decision) -> dict[str, Any]:
    """Return what a decision says beside who made it, when and why, as JSON values."""
    fields = (field.name for field in dataclasses.fields(decision) if field.name not in _SHARED)
    return {name: _plain(getattr(decision, name)) for name in fields}


def ground_of(row: Mapping[str, Any]) -> Ground:
    """Return the ground that a row holds."""
    return Ground(row["key"], row["url"], tuple(row["parts"]), row["words"])


def _plain(value: Any) -> Any:
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _value(name: str, value: Any) -> Any:
    if not isinstance(value, list):
        return value
    if name == "spans":
        return tuple(Span(*one) for one in value)
    return tuple(tuple(one) if isinstance(one, list) else one for one in value)
