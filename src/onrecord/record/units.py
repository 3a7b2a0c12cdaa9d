"""What contradictions are looked for in, some of it at a time by keys, and which of it changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager

from sqlalchemy import func, select

from onrecord.model.recorded import GatheringRecord, MilestoneRecord, PositionRecord, RoleRecord, StatementRecord
from onrecord.record import occasions, people, said, schema
from onrecord.record.milestones import milestones
from onrecord.record.reader import CURRENT, Reader
from onrecord.record.roll import Roll, called


class Units:
    """Reads facts by the keys of their clusters; each call sees one consistent state. Keys that are unknown give nothing.

    Args:
        reading: as `View` reads.
    """

    def __init__(self, reading: Callable[[], AbstractContextManager[Reader]]) -> None:
        self._reading = reading

    def changed(self, before: Roll | None) -> tuple[Roll, set[str]]:
        """Return the roll of the record, and the keys of all clusters of which something may be shown otherwise.

        Persons and bodies are among them, occasions, statements and milestones, those that went included. A statement that
        takes its date from an occasion changes with that.

        Args:
            before: the roll when last looked; None for everything.
        """
        with self._reading() as reader:
            roll, keys = called(reader, before or Roll())
            if before is not None:
                keys |= self._said_at(reader, [key for key in keys if key.startswith("g-")])
            return roll, keys

    def _said_at(self, reader: Reader, gatherings: Collection[str]) -> set[str]:
        statement, report = schema.statement, schema.gathering
        query = select(statement.c.key).join(report, statement.c.gathering_id == report.c.id)
        rows = reader.rows_in(query, report.c.key, reader.members(gatherings))
        return set(reader.cluster_of(row["key"] for row in rows).values())

    def gatherings(self, keys: Collection[str]) -> list[GatheringRecord]:
        """Return these occasions, dated ones first and oldest first."""
        with self._reading() as reader:
            return occasions.occasions(reader, keys)

    def positions(self, persons: Collection[str]) -> list[PositionRecord]:
        """Return the positions of these persons, by person."""
        with self._reading() as reader:
            return people.positions(reader, persons=reader.members(persons))

    def statements(self, keys: Collection[str]) -> list[StatementRecord]:
        """Return these statements, oldest first."""
        with self._reading() as reader:
            return said.statements(reader, keys=reader.members(keys))

    def milestones(self, keys: Collection[str]) -> list[MilestoneRecord]:
        """Return these milestones, oldest first."""
        with self._reading() as reader:
            return milestones(reader, keys=keys)

    def roles(self, gatherings: Collection[str], *, below: float) -> list[tuple[str, RoleRecord]]:
        """Return the roles of less than a confidence, each with the key of its occasion."""
        with self._reading() as reader:
            return occasions.doubtful_roles(reader, below, reader.members(gatherings))

    def texts(self, sources: Collection[str]) -> dict[str, str]:
        """Return the texts of sources by their keys."""
        table = schema.document
        with self._reading() as reader:
            return {row["key"]: row["text"] for row in reader.rows_in(select(table.c.key, table.c.text), table.c.key, sources)}

    def claims_behind(self, keys: Collection[str]) -> dict[str, int]:
        """Return how many claims stand behind each of these records or facts, as `View.claims` returns them."""
        claim, document = schema.claim, schema.document
        query = select(claim.c.subject, func.count().label("number")).select_from(claim.join(document)).where(CURRENT)
        with self._reading() as reader:
            members = reader.members(keys)
            homes = reader.cluster_of({*members, *keys})
            behind = Counter[str]()
            for row in reader.rows_in(query.group_by(claim.c.subject), claim.c.subject, members):
                behind[homes[row["subject"]]] += row["number"]
        return {key: behind[homes[key]] for key in keys}
