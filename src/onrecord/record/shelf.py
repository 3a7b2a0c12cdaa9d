"""What matching has worked out of one kind, in the database: see `match.shelf.Shelf`, whose methods these are."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Connection,
    Select,
    String,
    TableValuedAlias,
    and_,
    bindparam,
    cast,
    column,
    delete,
    func,
    literal_column,
    select,
)

from onrecord.model.resolution import Link
from onrecord.record import schema
from onrecord.record.many_rows import delete_rows, insert_rows
from onrecord.record.reader import Reader, portions
from onrecord.record.sample import Sighting, as_json


class SqlShelf[S: Sighting]:
    """A shelf in the database.

    Args:
        connection: a transaction for writing.
        kind: of what; keys of one kind do not meet those of another.
        read: makes a sighting of its row in a sample.
        look: gives sightings of current pages by their keys.
    """

    def __init__(
        self, connection: Connection, kind: str, read: Callable[[list[Any]], S], look: Callable[[Collection[str]], list[S]]
    ) -> None:
        self._connection = connection
        self._reader = Reader(connection)
        self._kind = kind
        self._salt = int(hashlib.sha256(kind.encode()).hexdigest()[:15], 16)
        self._read = read
        self._look = look
        self._settled: dict[str, str] = {}
        self._samples: dict[str, tuple[S, ...]] = {}

    def is_empty(self) -> bool:
        """Tell whether nothing is here; this shelf does not look."""
        return False

    def units_of(self, sightings: Collection[str]) -> dict[str, str]:
        """Return the unit of each sighting that has one."""
        table = schema.unit_member
        query = select(table.c.sighting, table.c.unit).where(table.c.kind == self._kind)
        return dict(self._rows(query, table.c.sighting, sightings))

    def members(self, units: Collection[str]) -> dict[str, dict[str, str]]:
        """Return the sightings of each unit with their documents; a unit that is not there has none."""
        table = schema.unit_member
        found: dict[str, dict[str, str]] = {unit: {} for unit in units}
        query = select(table.c.unit, table.c.sighting, table.c.document)
        for unit, sighting, document in self._rows(query, table.c.unit, units):
            found[unit][sighting] = document
        return found

    def samples(self, units: Collection[str]) -> dict[str, tuple[S, ...]]:
        """Return the samples of units; one that is asked for again within a step of matching is not read again."""
        table, known = schema.unit, self._samples
        rows = self._rows(select(table.c.id, table.c.sample), table.c.id, [unit for unit in units if unit not in known])
        known |= {unit: tuple(map(self._read, sample)) for unit, sample in rows}
        return {unit: known[unit] for unit in units if unit in known}

    def first(self, unit: str, sightings: Collection[str]) -> tuple[S, ...]:  # noqa: ARG002 - sightings are found by their keys
        """Return sightings of a unit by their keys."""
        return tuple(self._look(sightings))

    def units_at(self, names: Collection[str]) -> dict[str, list[str]]:
        """Return the units of each name (by its number)."""
        table = schema.unit
        found: defaultdict[str, list[str]] = defaultdict(list)
        for unit, name in self._rows(select(table.c.id, table.c.name), table.c.name, names):
            found[name].append(unit)
        return {name: sorted(there) for name, there in found.items()}

    def names_of(self, units: Collection[str]) -> dict[str, str]:
        """Return the name of each unit that is there."""
        table = schema.unit
        return dict(self._rows(select(table.c.id, table.c.name), table.c.id, units))

    def sizes(self, blocks: Collection[int], most: int) -> dict[int, int]:
        """Return how many hold each blocking key, of which no more than one above `most` are looked at."""
        table = schema.unit_block
        asked = self._given([block ^ self._salt for block in blocks])
        some = select(literal_column("1")).where(table.c.block == asked.c.value).correlate(asked).limit(most + 1).subquery()
        number = select(func.count()).select_from(some).scalar_subquery()
        return {block ^ self._salt: size for block, size in self._connection.execute(select(asked.c.value, number)) if size}

    def _given(self, numbers: list[int]) -> TableValuedAlias:
        """Return numbers as a table of one column, `value`."""
        value = column("value", BigInteger)
        if self._connection.dialect.name == "sqlite":
            return func.json_each(json.dumps(numbers)).table_valued(value, name="asked")
        return func.unnest(cast(numbers, ARRAY(BigInteger))).table_valued(value, name="asked").render_derived()

    def sharing(self, blocks: Collection[int]) -> dict[int, list[str]]:
        """Return who holds each blocking key: names, and units for keys of units."""
        table = schema.unit_block
        found: defaultdict[int, list[str]] = defaultdict(list)
        query = select(table.c.block, table.c.holder)
        for block, holder in self._rows(query, table.c.block, {block ^ self._salt for block in blocks}):
            found[block ^ self._salt].append(holder)
        return dict(found)

    def blocks(self, holders: Collection[str]) -> dict[str, frozenset[int]]:
        """Return the blocking keys of names or units."""
        table = schema.unit_block
        found: defaultdict[str, set[int]] = defaultdict(set)
        for holder, block in self._rows(select(table.c.holder, table.c.block), table.c.holder, holders):
            found[holder].add(block ^ self._salt)
        return {holder: frozenset(found.get(holder, ())) for holder in holders}

    def least(self, units: Collection[str]) -> dict[str, str]:
        """Return the smallest key of the sightings of each unit that is there."""
        table = schema.unit
        return dict(self._rows(select(table.c.id, table.c.sample[(0, 0)].as_string()), table.c.id, units))

    def companions(self, units: Collection[str]) -> dict[str, set[str]]:
        """Return the other units that share a document with each of these."""
        table = schema.unit_member
        other = table.alias()
        query = select(table.c.unit, other.c.unit).join(other, other.c.document == table.c.document)
        query = query.where(other.c.kind == self._kind, other.c.unit != table.c.unit).distinct()
        found: dict[str, set[str]] = {unit: set() for unit in units}
        for unit, met in self._rows(query, table.c.unit, units):
            found[unit].add(met)
        return found

    def links(self, units: Collection[str]) -> list[Link]:
        """Return the judged pairs of which one is among these units, without their reasons."""
        table = schema.unit_link
        query = select(table.c.a, table.c.b, table.c.score, table.c.verdict)
        kind: Any = self._kind
        found: dict[tuple[str, str], Link] = {}
        for some in portions(set(units)):
            # A pair of two of these is read from one side alone: of a key that many share, nearly all pairs are such.
            for told in (table.c.a.in_(some), table.c.b.in_(some) & table.c.a.not_in(some)):
                for a, b, score, verdict in self._connection.execute(query.where(told)).all():
                    found[a, b] = Link(kind, a, b, score, verdict)
        return list(found.values())

    def linked(self, pairs: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
        """Return those of these pairs of units, the smaller first, that are judged."""
        table = schema.unit_link
        return {(a, b) for a, b in self._of_pairs(select(table.c.a, table.c.b), set(pairs))}

    def explained(self, links: Iterable[Link]) -> list[Link]:
        """Return judged pairs with their reasons, in the order given."""
        links, table = list(links), schema.unit_link
        rows = self._of_pairs(
            select(table.c.a, table.c.b, table.c.reasons), {(link.a, link.b) for link in links if not link.reasons}
        )
        reasons = {(a, b): tuple(told) for a, b, told in rows}
        return [link if link.reasons else replace(link, reasons=reasons.get((link.a, link.b), ())) for link in links]

    def clusters(self, sightings: Collection[str]) -> dict[str, str]:
        """Return the cluster of each sighting that has one."""
        table = schema.member
        query = select(table.c.key, table.c.cluster).join(schema.cluster).where(schema.cluster.c.kind == self._kind)
        found = dict(self._rows(query, table.c.key, sightings))
        return found | {key: self._settled[key] for key in sightings if key in self._settled}

    def move(self, sightings: Collection[str], homes: Mapping[str, tuple[str, str]]) -> None:
        """Take sightings out of their units and put others (by their keys) into a unit, with their document."""
        delete_rows(self._connection, schema.unit_member, "sighting", sightings)
        rows = [
            {"sighting": key, "kind": self._kind, "unit": unit, "document": document} for key, (unit, document) in homes.items()
        ]
        insert_rows(self._connection, schema.unit_member, rows)

    def put(self, samples: Mapping[str, tuple[S, ...]], names: Mapping[str, str], gone: Collection[str]) -> None:
        """Keep the samples and names of units, and forget units that are gone."""
        delete_rows(self._connection, schema.unit, "id", {*samples, *gone})
        for unit in (*samples, *gone):
            self._samples.pop(unit, None)
        rows = [{"id": unit, "name": names[unit], "sample": as_json(sample)} for unit, sample in samples.items()]
        insert_rows(self._connection, schema.unit, rows)

    def hold(self, blocks: Mapping[str, Collection[int]]) -> None:
        """Replace the blocking keys of names or units; empty ones are forgotten."""
        delete_rows(self._connection, schema.unit_block, "holder", blocks)
        held = ((key ^ self._salt, holder) for holder, keys in blocks.items() for key in set(keys))
        rows = [{"block": key, "holder": holder} for key, holder in sorted(held)]  # as the table keeps them
        insert_rows(self._connection, schema.unit_block, rows)

    def relink(self, units: Collection[str], links: Iterable[Link]) -> None:
        """Replace the judged pairs of units."""
        delete_rows(self._connection, schema.unit_link, "a", units)
        delete_rows(self._connection, schema.unit_link, "b", units)
        insert_rows(self._connection, schema.unit_link, [link_row(link) for link in links])

    def unlink(self, links: Iterable[Link]) -> None:
        """Forget judged pairs."""
        table = schema.unit_link
        given = [{"one": link.a, "other": link.b} for link in links]
        if given:
            self._connection.execute(delete(table).where(table.c.a == bindparam("one"), table.c.b == bindparam("other")), given)

    def settle(self, clusters: Mapping[str, str], gone: Collection[str]) -> None:  # noqa: ARG002 - who is gone is not asked for
        """Note the clusters of sightings; `Matching.keep` writes them with their names."""
        self._settled.update(clusters)

    def _rows(self, query: Select[Any], column: ColumnElement[Any], values: Iterable[Any]) -> Iterator[Any]:
        """Yield the rows of a query whose column holds one of the values: there may be very many, so they stay tuples."""
        for some in portions(set(values)):
            yield from self._connection.execute(query.where(column.in_(some)))

    def _of_pairs(self, query: Select[Any], pairs: Collection[tuple[str, str]]) -> Iterator[Any]:
        """Yield the rows of a query on judged pairs that tell of these, the smaller unit first.

        Each pair is looked up by itself: SQLite would go through all pairs of a record for a list of pairs.
        """
        table = schema.unit_link
        if not pairs:
            return
        if self._connection.dialect.name == "sqlite":
            asked = func.json_each(json.dumps([*pairs])).table_valued(column("value", String), name="asked")
            ends: list[ColumnElement[Any]] = [func.json_extract(asked.c.value, f"$[{n}]") for n in (0, 1)]
        else:
            sides = [cast(list(side), ARRAY(String)) for side in zip(*pairs, strict=True)]
            given = func.unnest(*sides).table_valued(column("one", String), column("other", String), name="asked")
            asked = given.render_derived()
            ends = [asked.c.one, asked.c.other]
        yield from self._connection.execute(
            query.select_from(asked).join(table, and_(table.c.a == ends[0], table.c.b == ends[1]))
        )


def link_row(link: Link) -> dict[str, Any]:
    """Return a judged pair as a row."""
    return {
        "kind": link.kind,
        "a": link.a,
        "b": link.b,
        "score": link.score,
        "verdict": link.verdict,
        "reasons": list(link.reasons),
    }
