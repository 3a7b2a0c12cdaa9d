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

from onrecord.model.resolution import ClusterKind, Link
from onrecord.record import schema
from onrecord.record.keys import PREFIXES
from onrecord.record.many_rows import delete_rows, insert_rows
from onrecord.record.reader import Reader, portions
from onrecord.record.sample import Sighting, as_json


def _asked(column: ColumnElement[Any], *found: ColumnElement[Any]) -> Select[Any]:
    """Return the query for columns of the rows in which one of them is among the values `asked`.

    Made once: one more page makes some two hundred queries, and to word one takes as long as SQLite takes to answer it.
    """
    return select(*found).where(column.in_(bindparam("asked", expanding=True)))


_UNIT, _MEMBER, _BLOCK, _LINK = schema.unit.c, schema.unit_member.c, schema.unit_block.c, schema.unit_link.c
_MET = schema.unit_member.alias()
_UNITS_OF = _asked(_MEMBER.sighting, _MEMBER.sighting, _MEMBER.unit).where(_MEMBER.kind == bindparam("kind"))
_MEMBERS = _asked(_MEMBER.unit, _MEMBER.unit, _MEMBER.sighting, _MEMBER.document)
_SAMPLES = _asked(_UNIT.id, _UNIT.id, _UNIT.sample)
_UNITS_AT = _asked(_UNIT.name, _UNIT.id, _UNIT.name)
_NAMES_OF = _asked(_UNIT.id, _UNIT.id, _UNIT.name)
_SHARING = _asked(_BLOCK.block, _BLOCK.block, _BLOCK.holder)
_BLOCKS = _asked(_BLOCK.holder, _BLOCK.holder, _BLOCK.block)
_LEAST = _asked(_UNIT.id, _UNIT.id, _UNIT.sample[(0, 0)].as_string())
_CLUSTERS = _asked(schema.member.c.key, schema.member.c.key, schema.member.c.cluster)
_COMPANIONS = (
    _asked(_MEMBER.unit, _MEMBER.unit, _MET.c.unit)
    .join(_MET, _MET.c.document == _MEMBER.document)
    .where(_MET.c.kind == bindparam("kind"), _MET.c.unit != _MEMBER.unit)
    .distinct()
)
_LINKS_FROM = _asked(_LINK.a, _LINK.a, _LINK.b, _LINK.score, _LINK.verdict)
# A pair of two of these is read from one side alone: of a key that many share, nearly all pairs are such.
_LINKS_TO = _asked(_LINK.b, _LINK.a, _LINK.b, _LINK.score, _LINK.verdict).where(
    _LINK.a.not_in(bindparam("others", expanding=True))
)


class SqlShelf[S: Sighting]:
    """A shelf in the database.

    Args:
        connection: a transaction for writing.
        kind: of what; keys of one kind do not meet those of another.
        read: makes a sighting of its row in a sample.
        look: gives sightings of current pages by their keys.
    """

    def __init__(
        self,
        connection: Connection,
        kind: ClusterKind,
        read: Callable[[list[Any]], S],
        look: Callable[[Collection[str]], list[S]],
    ) -> None:
        self._connection = connection
        self._reader = Reader(connection)
        self._kind = kind
        self._salt = int(hashlib.sha256(kind.encode()).hexdigest()[:15], 16)
        self._read = read
        self._look = look
        self._prefix = PREFIXES[kind]
        self._clusters: dict[str, str | None] = {}
        self._samples: dict[str, tuple[S, ...]] = {}

    def is_empty(self) -> bool:
        """Tell whether nothing is here; this shelf does not look."""
        return False

    def units_of(self, sightings: Collection[str]) -> dict[str, str]:
        """Return the unit of each sighting that has one."""
        return dict(self._rows(_UNITS_OF, sightings, kind=self._kind))

    def members(self, units: Collection[str]) -> dict[str, dict[str, str]]:
        """Return the sightings of each unit with their documents; a unit that is not there has none."""
        found: dict[str, dict[str, str]] = {unit: {} for unit in units}
        for unit, sighting, document in self._rows(_MEMBERS, units):
            found[unit][sighting] = document
        return found

    def samples(self, units: Collection[str]) -> dict[str, tuple[S, ...]]:
        """Return the samples of units; one that is asked for again within a step of matching is not read again."""
        known = self._samples
        rows = self._rows(_SAMPLES, [unit for unit in units if unit not in known])
        known |= {unit: tuple(map(self._read, sample)) for unit, sample in rows}
        return {unit: known[unit] for unit in units if unit in known}

    def first(self, unit: str, sightings: Collection[str]) -> tuple[S, ...]:  # noqa: ARG002 - sightings are found by their keys
        """Return sightings of a unit by their keys."""
        return tuple(self._look(sightings))

    def units_at(self, names: Collection[str]) -> dict[str, list[str]]:
        """Return the units of each name (by its number)."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for unit, name in self._rows(_UNITS_AT, names):
            found[name].append(unit)
        return {name: sorted(there) for name, there in found.items()}

    def names_of(self, units: Collection[str]) -> dict[str, str]:
        """Return the name of each unit that is there."""
        return dict(self._rows(_NAMES_OF, units))

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
        found: defaultdict[int, list[str]] = defaultdict(list)
        for block, holder in self._rows(_SHARING, {block ^ self._salt for block in blocks}):
            found[block ^ self._salt].append(holder)
        return dict(found)

    def blocks(self, holders: Collection[str]) -> dict[str, frozenset[int]]:
        """Return the blocking keys of names or units."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for holder, block in self._rows(_BLOCKS, holders):
            found[holder].add(block ^ self._salt)
        return {holder: frozenset(found.get(holder, ())) for holder in holders}

    def least(self, units: Collection[str]) -> dict[str, str]:
        """Return the smallest key of the sightings of each unit that is there."""
        return dict(self._rows(_LEAST, units))

    def companions(self, units: Collection[str]) -> dict[str, set[str]]:
        """Return the other units that share a document with each of these."""
        found: dict[str, set[str]] = {unit: set() for unit in units}
        for unit, met in self._rows(_COMPANIONS, units, kind=self._kind):
            found[unit].add(met)
        return found

    def links(self, units: Collection[str]) -> list[Link]:
        """Return the judged pairs of which one is among these units, without their reasons."""
        found: dict[tuple[str, str], Link] = {}
        for some in portions(set(units)):
            for query, given in ((_LINKS_FROM, {"asked": some}), (_LINKS_TO, {"asked": some, "others": some})):
                for a, b, score, verdict in self._connection.execute(query, given).all():
                    found[a, b] = Link(self._kind, a, b, score, verdict)
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
        known = self._clusters
        wanted = [key for key in sightings if key not in known and key.startswith(self._prefix)]
        known |= dict.fromkeys(wanted) | dict(self._rows(_CLUSTERS, wanted))
        return {key: cluster for key in sightings if (cluster := known.get(key)) is not None}

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
        self._clusters.update(clusters)

    def _rows(self, query: Select[Any], values: Iterable[Any], **given: str) -> Iterator[Any]:
        """Yield the rows of a query for these values (see `_asked`): there may be very many, so they stay tuples."""
        for some in portions(set(values)):
            yield from self._connection.execute(query, {"asked": some, **given})

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
