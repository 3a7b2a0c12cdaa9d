"""Facts by their keys: where a key leads, what it is made of, and what it says in a few words."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import RowMapping, Select, Table, select

from onrecord.model.decision import FactKind, Ground
from onrecord.model.errors import UsageError
from onrecord.model.keeping import Resolved
from onrecord.record import schema
from onrecord.record.keys import digest
from onrecord.record.reader import Reader

TABLES: dict[str, Table] = {
    "p": schema.entity,
    "o": schema.entity,
    "l": schema.entity,
    "t": schema.position,
    "g": schema.gathering,
    "r": schema.participation,
    "s": schema.statement,
    "m": schema.milestone,
}
"""The table of a fact by the first letter of its key; `d` is a document."""

PREFIXES: dict[FactKind, str] = {
    "person": "p",
    "organization": "o",
    "place": "l",
    "position": "t",
    "gathering": "g",
    "participation": "r",
    "statement": "s",
    "milestone": "m",
}
KINDS = {prefix: kind for kind, prefix in PREFIXES.items()}

LIKE = 1000
"""Facts of one page that may say the same: more are not looked for when a key is taken apart."""

WORDS = 160
"""Letters of a fact in words."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a key leads: the row of a fact, the page that states it, and whether that version of the page counts."""

    key: str
    table: Table
    row: RowMapping
    document: int
    snapshot: str
    url: str
    current: bool


def located(reader: Reader, keys: Collection[str]) -> dict[str, Place]:
    """Return where the keys of facts and documents lead; one that the record has not is left out."""
    found: dict[str, Place] = {}
    by_table: dict[Table, list[str]] = {}
    for key in keys:
        table = schema.document if key.startswith("d-") else TABLES.get(key.split("-", 1)[0])
        if table is not None:
            by_table.setdefault(table, []).append(key)
    for table, wanted in by_table.items():
        for row in reader.rows_in(_placed(table), table.c.key, wanted):
            found[row["key"]] = Place(
                row["key"], table, row, row["page"], row["page_hash"], row["page_url"], row["page_current"]
            )
    return found


def _placed(table: Table) -> Select[Any]:
    document, snapshot, gathering = schema.document, schema.snapshot, schema.gathering
    page = (
        document.c.id.label("page"),
        document.c.url.label("page_url"),
        document.c.current.label("page_current"),
        snapshot.c.sha256.label("page_hash"),
    )
    if table is document:
        return select(table, *page).join(snapshot, document.c.snapshot_id == snapshot.c.id)
    query = select(table, *page)
    if table is schema.participation:
        query = query.join(gathering, table.c.gathering_id == gathering.c.id)
        query = query.join(document, gathering.c.document_id == document.c.id)
    else:
        query = query.join(document, table.c.document_id == document.c.id)
    return query.join(snapshot, document.c.snapshot_id == snapshot.c.id)


def grounds(reader: Reader, keys: Iterable[str]) -> tuple[Ground, ...]:
    """Return what a decision on these facts rests on, in the order of the keys; what the record has not is left out."""
    keys = list(dict.fromkeys(keys))
    places = located(reader, keys)
    return tuple(_ground(reader, places[key]) for key in keys if key in places)


def kind_of(key: str) -> FactKind:
    """Return the kind of fact that a key names.

    Raises:
        UsageError: it is the key of no fact.
    """
    kind = KINDS.get(key.split("-", 1)[0])
    if kind is None:
        raise UsageError(f"{key!r} is the key of no fact", "facts have keys that begin with p-, o-, l-, t-, g-, r-, s- or m-")
    return kind


def _ground(reader: Reader, place: Place) -> Ground:
    return Ground(place.key, place.url, parts_of(reader, place), words_of(reader, place))


def key_in(snapshot: str, parts: Collection[str]) -> str:
    """Return the key that a fact with these parts has in a snapshot."""
    prefix, *rest = parts
    if prefix == "d":
        return digest("d", snapshot)
    if prefix == "r":
        rest[0] = key_in(snapshot, json.loads(rest[0]))
    return digest(prefix, snapshot, *rest)


def parts_of(reader: Reader, place: Place) -> tuple[str, ...]:
    """Return what a key is made of beside the hash of the page's bytes; empty where it cannot be told any more."""
    if place.table is schema.document:
        return ("d",)
    said = _said(reader, place)
    for number in range(1, LIKE + 1):
        parts = (place.key.split("-", 1)[0], *said, str(number))
        if key_in(place.snapshot, parts) == place.key:
            return parts
    return ()


def _said(reader: Reader, place: Place) -> tuple[str, ...]:
    """Return what tells the fact from others of its kind on the page (as in `keys.fact_keys`)."""
    row, table = place.row, place.table
    if table is schema.entity or table is schema.gathering:
        return (row["name"],)
    if table is schema.position:
        return (_name(reader, row["person_id"]), row["title"], _name(reader, row["organization_id"]))
    if table is schema.participation:
        key = reader.connection.execute(select(schema.gathering.c.key).where(schema.gathering.c.id == row["gathering_id"]))
        gathering = parts_of(reader, located(reader, [key.scalar_one()]).popitem()[1])
        return (json.dumps(gathering, ensure_ascii=False), row["words"] or _name(reader, row["entity_id"]), row["role"])
    if table is schema.milestone:
        return (row["kind"], row["what"], reader.text(place.document)[row["text_start"] : row["text_end"]])
    part = schema.statement_part
    text = reader.text(place.document)
    query = select(part).where(part.c.statement_id == row["id"]).order_by(part.c.n)
    return tuple(text[one["start"] : one["end"]] for one in reader.rows(query))


def words_of(reader: Reader, place: Place) -> str:
    """Return a fact in a few words."""
    row, table = place.row, place.table
    if table is schema.document:
        return str(row["title"] or row["url"])
    if table is schema.participation:
        return f"{row['words'] or _name(reader, row['entity_id'])}: {row['role']}"
    if table is schema.gathering and row["start"]:
        return f"{row['name']}, {row['start']}"
    said = _said(reader, place)
    if table is schema.milestone:
        said = said[-1:]
    text = " ".join((" … " if table is schema.statement else ", ").join(filter(None, said)).split())
    return text if len(text) <= WORDS else f"{text[: WORDS - 1]}…"


def resolved_of(reader: Reader, key: str) -> Resolved:
    """Return what a key is taken for; raises UsageError where nothing has it."""
    places = located(reader, reader.members([key]))
    if not places:
        raise UsageError(f"the record has nothing with the key {key!r}", "keys stand in the output of --json")
    cluster = reader.cluster_of([key])[key]
    own = places.get(key) or places[min(places)]
    name = reader.names([cluster]).get(cluster) or words_of(reader, own)
    kind = "page" if own.table is schema.document else kind_of(own.key)
    rejected = own.table is not schema.document and bool(own.row["rejected"])
    return Resolved(cluster, kind, name, tuple(sorted(places)), rejected)


def _name(reader: Reader, entity: int | None) -> str:
    if entity is None:
        return ""
    return str(reader.connection.execute(select(schema.entity.c.name).where(schema.entity.c.id == entity)).scalar_one())
