"""One step of matching in the database: what changed since the last one, what it bears on, and what came of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import batched
from typing import Any, Protocol

from sqlalchemy import Connection, Select, bindparam, delete, exists, false, func, select, update

from onrecord.model.decision import Judgement
from onrecord.model.resolution import (
    Cluster,
    GatheringSighting,
    Link,
    OrganizationSighting,
    PersonSighting,
    Sightings,
    StatementSighting,
    TextSighting,
)
from onrecord.record import decided, material, sample, schema
from onrecord.record.many_rows import delete_rows, insert_rows
from onrecord.record.reader import CURRENT, Reader
from onrecord.record.shelf import SqlShelf, link_row

MANY = 200
"""Changed documents from which all is matched anew in memory, where they are also more than a quarter of all."""

PORTION = 2000
"""Documents whose sightings are in memory at once, where all is matched anew out of core."""


class Change(Protocol):
    """What matching says of one kind: see `match.growth.Change`."""

    @property
    def clusters(self) -> Sequence[Cluster]:
        """The clusters that were made anew, their members being those sightings that were in another one or in none."""

    @property
    def links(self) -> Sequence[Link]:
        """What explains them."""

    @property
    def joined(self) -> Mapping[str, str]:
        """Sightings that came to clusters that stay as they were, and the keys of these."""

    @property
    def moved(self) -> Collection[str]:
        """Sightings whose cluster has another key than before."""

    @property
    def told(self) -> Collection[str]:
        """Sightings under whose keys these clusters and links are and were known."""

    @property
    def gone(self) -> Collection[str]:
        """Sightings that are no more."""


class Matching:
    """What changed in a record since matching last looked, in one transaction for writing.

    Args:
        connection: of that transaction.
        anew: all is matched anew, however little changed.

    Attributes:
        judgements: what analysts decided.
        documents: how many count.
    """

    def __init__(self, connection: Connection, *, anew: bool = False) -> None:
        self._anew = anew
        self._connection = connection
        self._reader = Reader(connection)
        self.judgements: tuple[Judgement, ...] = decided.judgements(self._reader)
        self.documents = 0
        self._new, self._old = self._changed()
        self._renewed = False

    def _changed(self) -> tuple[set[str], set[str]]:
        """Return the keys of documents to be matched anew, and of those that matching has seen and that are no more."""
        document, matched, kept = schema.document, schema.matched, schema.matched_key
        gone = matched.c.document_id == document.c.id
        superseded = set(self._keys(select(matched.c.key).join(document, gone).where(document.c.current.is_(false()))))
        # Counting goes through an index alone; to look at each document would make adding the slower, the more there are.
        lost = set()
        if self._count(select(kept)) != self._count(select(matched)):
            lost = set(self._keys(select(kept.c.key).where(~exists().where(matched.c.key == kept.c.key))))
        self.documents = self._count(select(document.c.id).where(document.c.current))
        missing = self.documents - self._count(select(matched.c.document_id)) + len(superseded)
        new: set[str] = set()
        if missing:
            last = self._connection.execute(select(func.max(matched.c.document_id))).scalar() or 0
            new = set(self._keys(select(document.c.key).where(document.c.id > last, document.c.current)))
            if len(new) != missing:
                new = set(self._keys(select(document.c.key).where(document.c.current, ~exists().where(gone))))
        keys = self._judged_anew()
        table = schema.unit_member
        new |= {row["document"] for row in self._reader.rows_in(select(table.c.document), table.c.sighting, keys)}
        return new, superseded | lost

    def _keys(self, query: Select[tuple[str]]) -> list[str]:
        return [str(key) for key in self._connection.execute(query).scalars()]

    def _count(self, query: Select[Any]) -> int:
        return int(self._connection.execute(select(func.count()).select_from(query.subquery())).scalar_one())

    def _judged_anew(self) -> set[str]:
        """Return the sightings that are judged otherwise than when matching last looked."""
        before = {
            (row["a"], row["b"], row["verdict"], row["words"]) for row in self._reader.rows(select(schema.matched_judgement))
        }
        return {key for row in before ^ set(map(_judgement_row, self.judgements)) for key in row[:2]}

    @property
    def whole(self) -> bool:
        """Whether so much changed that all is best matched anew."""
        number = len(self._new | self._old)
        return self._anew or (number > MANY and number > self.documents / 4)

    def portions(self) -> Iterator[Sightings]:
        """Yield the sightings of documents that are new or changed, some documents at a time."""
        for some in batched(sorted(self._new), PORTION):
            yield material.sightings(self._reader, some)

    @property
    def new(self) -> Sightings:
        """The sightings of documents that are new or changed."""
        return material.sightings(self._reader, self._new)

    def gone(self, new: Sightings) -> set[str]:
        """Return the sightings that matching has seen and that are no more, or will be looked at anew as among `new`."""
        table = schema.unit_member
        rows = self._reader.rows_in(select(table.c.sighting), table.c.document, self._old | self._new)
        there = {x.key for kind in (new.persons, new.organizations, new.gatherings, new.statements, new.texts) for x in kind}
        return {row["sighting"] for row in rows} - there

    def resting(self, keys: Collection[str]) -> Sightings:
        """Return the gatherings at which any of these persons and bodies were, and the statements that they made."""
        if not keys:
            return Sightings()
        entity, part, gathering, statement = schema.entity, schema.participation, schema.gathering, schema.statement
        document = schema.document
        at = select(document.c.key).select_from(document).join(gathering, gathering.c.document_id == document.c.id)
        at = at.join(part, part.c.gathering_id == gathering.c.id).join(entity, entity.c.id == part.c.entity_id)
        said = select(document.c.key).select_from(document).join(statement, statement.c.document_id == document.c.id)
        said = said.join(entity, entity.c.id == statement.c.speaker_id)
        documents = {row["key"] for query in (at, said) for row in self._reader.rows_in(query.distinct(), entity.c.key, keys)}
        found = material.resting(self._reader, documents)
        return Sightings(
            gatherings=tuple(one for one in found.gatherings if not set(one.participants).isdisjoint(keys)),
            statements=tuple(one for one in found.statements if one.speaker in keys),
        )

    def names(self, keys: Collection[str]) -> dict[str, tuple[str, ...]]:
        """Return the names of persons and bodies."""
        entity, spelling = schema.entity, schema.spelling
        query = (
            select(entity.c.key, spelling.c.text)
            .select_from(entity)
            .join(spelling)
            .order_by(spelling.c.entity_id, spelling.c.n)
        )
        found: dict[str, tuple[str, ...]] = {}
        for row in self._reader.rows_in(query, entity.c.key, set(keys)):
            found[row["key"]] = (*found.get(row["key"], ()), row["text"])
        return found

    # -- shelves

    def _documents_of(self, keys: Collection[str]) -> Sightings:
        table = schema.unit_member
        rows = self._reader.rows_in(select(table.c.document), table.c.sighting, set(keys))
        return material.sightings(self._reader, {row["document"] for row in rows})

    def organizations(self) -> SqlShelf[OrganizationSighting]:
        """Return the shelf of bodies."""
        return SqlShelf(
            self._connection,
            "organization",
            sample.organization,
            lambda keys: [x for x in self._documents_of(keys).organizations if x.key in keys],
        )

    def persons(self) -> SqlShelf[PersonSighting]:
        """Return the shelf of persons."""
        return SqlShelf(
            self._connection,
            "person",
            sample.person,
            lambda keys: [x for x in self._documents_of(keys).persons if x.key in keys],
        )

    def gatherings(self) -> SqlShelf[GatheringSighting]:
        """Return the shelf of occasions; each is a unit of its own, so none is ever looked up."""
        return SqlShelf(self._connection, "gathering", sample.gathering, lambda _: [])

    def statements(self) -> SqlShelf[StatementSighting]:
        """Return the shelf of statements."""
        return SqlShelf(
            self._connection,
            "statement",
            sample.statement,
            lambda keys: [x for x in self._documents_of(keys).statements if x.key in keys],
        )

    def texts(self) -> SqlShelf[TextSighting]:
        """Return the shelf of texts; each is a unit of its own, so none is ever looked up."""
        return SqlShelf(self._connection, "text", sample.text, lambda _: [])

    # -- what came of it

    def clear(self) -> None:
        """Forget all that matching keeps, and the resolved layer, before all is matched anew."""
        for table in (*schema.MATCHING, schema.link, schema.member, schema.cluster):
            self._connection.execute(delete(table))
        self._renewed = True
        document = schema.document
        self._new = set(self._connection.execute(select(document.c.key).where(document.c.current)).scalars())

    def keep(self, changes: Iterable[Change]) -> set[str] | None:
        """Write what matching says: it takes the place of what was said of the same sightings.

        Returns:
            The sightings that are gone or in another cluster than before, and the clusters that reports and texts left;
            None where all were matched anew.
        """
        moved: set[str] = set()
        for change in changes:
            if not self._renewed:
                moved.update(change.moved, change.gone, self._left({*change.moved, *change.gone}))
            self.write(change)
        self._mark()
        return None if self._renewed else moved

    def write(self, change: Change) -> None:
        """Write what matching says of one kind, where it is there before the others, and all were matched anew."""
        told = {*change.told, *change.gone}
        self._replace_links(told, change.links)
        self._replace_members(told, change)

    def _left(self, moved: Collection[str]) -> set[str]:
        """Return the clusters in which reports of occasions and texts were: what is told of the others in them may change."""
        member = schema.member
        keys = [key for key in moved if key.startswith(("g-", "d-"))]
        return {row["cluster"] for row in self._reader.rows_in(select(member.c.cluster), member.c.key, keys)}

    def _replace_members(self, told: Collection[str], change: Change) -> None:
        """Write the clusters of a change where they are not what they were."""
        connection, cluster, member = self._connection, schema.cluster, schema.member
        # A cluster's key is that of a sighting in it, so these are the only clusters that can have changed.
        held = {row["key"]: row for row in self._reader.rows_in(select(cluster), cluster.c.key, told)}
        new = {one.key: {"key": one.key, "kind": one.kind, "name": one.name} for one in change.clusters}
        insert_rows(connection, cluster, [row for key, row in new.items() if key not in held])
        renamed = [
            {"told": key, "new": row["name"]} for key, row in new.items() if key in held and held[key]["name"] != row["name"]
        ]
        if renamed:
            connection.execute(update(cluster).where(cluster.c.key == bindparam("told")).values(name=bindparam("new")), renamed)
        delete_rows(self._connection, member, "key", {*change.moved, *change.gone})
        homes = {key: one.key for one in change.clusters for key in one.members} | dict(change.joined)
        insert_rows(connection, member, [{"key": key, "cluster": cluster_} for key, cluster_ in homes.items()])
        delete_rows(self._connection, cluster, "key", held.keys() - new.keys())

    def _replace_links(self, told: Collection[str], links: Iterable[Link]) -> None:
        """Write the links of these sightings where they are not what they were."""
        table = schema.link
        rows = (row for column in (table.c.a, table.c.b) for row in self._reader.rows_in(select(table), column, told))
        held = {(row["a"], row["b"]): dict(row) for row in rows}
        new = {(one.a, one.b): link_row(one) for one in links}
        gone = [{"one": a, "other": b} for (a, b), row in held.items() if new.get((a, b)) != row]
        if gone:
            pair = (table.c.a == bindparam("one"), table.c.b == bindparam("other"))
            self._connection.execute(delete(table).where(*pair), gone)
        insert_rows(self._connection, table, [row for pair, row in new.items() if held.get(pair) != row])

    def _mark(self) -> None:
        """Note that all documents are matched as they are, under the judgements that stand."""
        connection, document, matched, kept = self._connection, schema.document, schema.matched, schema.matched_key
        given = [{"seen": key} for key in sorted(self._new | self._old)]
        if given:
            connection.execute(delete(matched).where(matched.c.key == bindparam("seen")), given)
            connection.execute(delete(kept).where(kept.c.key == bindparam("seen")), given)
        rows = self._reader.rows_in(select(document.c.id, document.c.key).where(CURRENT), document.c.key, self._new)
        insert_rows(connection, matched, [{"document_id": row["id"], "key": row["key"]} for row in rows])
        insert_rows(connection, kept, [{"key": row["key"]} for row in rows])
        connection.execute(delete(schema.matched_judgement))
        names = ("a", "b", "verdict", "words")
        insert_rows(
            connection,
            schema.matched_judgement,
            [dict(zip(names, _judgement_row(one), strict=True)) for one in self.judgements],
        )


def _judgement_row(judgement: Judgement) -> tuple[str, str, str, str]:
    at = judgement.at.isoformat() if judgement.at else ""
    return (*judgement.pair, judgement.verdict, f"{judgement.by} {at} {judgement.why}")
