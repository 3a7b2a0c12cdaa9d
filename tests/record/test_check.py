"""`check` finds what is wrong, and says nothing where a record is in order."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import delete, insert, update

from onrecord.model import Snapshot
from onrecord.model.decision import Judgement
from onrecord.model.errors import RecordDamaged
from onrecord.record import Store, schema


def kinds(store: Store, kept: Any = None) -> set[str]:
    return {finding.kind for finding in store.view().check(kept)}


@pytest.fixture
def two(copied: Any, report: Any) -> Store:
    done: Store = copied(report(), report(url="https://b.example", person="Bolat Omarov", more="A second page."))
    return done


def test_a_record_in_order_has_no_findings(two: Store) -> None:
    parts: list[str] = []
    assert two.view().check(None, parts.append) == ()
    assert parts == ["database", "spans", "wordings", "references", "decisions", "search", "bytes"]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (update(schema.mention).values(end=99999), "span"),
        (update(schema.milestone).values(what_start=-1), "span"),
        (update(schema.participation).values(start=5, end=5), "span"),
        (update(schema.document).values(title_start=0, title_end=99999), "span"),
        (update(schema.claim).where(schema.claim.c.property == "place").values(wording="Almaty"), "wording"),
        (update(schema.document).values(text=schema.document.c.text + " "), None),  # longer is no fault that spans show
        (delete(schema.claim_span), "claim"),
        (delete(schema.milestone), "reference"),
        (delete(schema.member), "reference"),
        (update(schema.meta).where(schema.meta.c.name == "changes").values(value="77"), "matching"),
    ],
)
def test_what_is_wrong_is_found(two: Store, change: Any, kind: str | None) -> None:
    with two._writing.begin() as connection:
        connection.execute(change)
    found = kinds(two) - {"search"}  # the index of words says so, too, where clusters go
    assert found == ({kind} if kind else set())
    assert all(finding.cure for finding in two.view().check())


def test_a_hole_in_the_log_of_decisions_is_found(two: Store) -> None:
    a, b = (sighting.key for sighting in two.view().sightings().persons)
    first = two.writer().judge(Judgement(a, b, "same", by="Meruert"))
    second = two.writer().judge(Judgement(a, b, "different", by="Timur"), seen=first.id)
    with two._writing.begin() as connection:
        connection.execute(delete(schema.decision).where(schema.decision.c.id == first.id))
    [finding] = [one for one in two.view().check() if one.kind == "decision"]
    assert finding.where == second.id


class Kept:
    """Bytes of which one snapshot is damaged and one is of no page."""

    def __init__(self, *more: str) -> None:
        self.more = more

    def get(self, id: str) -> Snapshot:
        raise RecordDamaged(f"{id[:6]} is damaged", "restore it")

    def ids(self) -> tuple[str, ...]:
        return self.more


def test_bytes_that_are_damaged_or_unknown_are_found(two: Store) -> None:
    assert [finding.cure for finding in two.view().check(Kept())] == ["restore it"] * 2
    assert [finding.where for finding in two.view().check(Kept("f" * 64))][-1] == "f" * 12


def test_a_damaged_file_is_found(store: Store, report: Any, filled: Any) -> None:
    if store.path is None:
        pytest.skip("a server looks after its own files")
    filled(store, report())
    with store._writing.begin() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        connection.execute(insert(schema.mention).values(entity_id=1, n=77, start=0, end=1))
    with store._engine.connect() as connection:
        raw: Any = connection.connection
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("DELETE FROM snapshot")
    assert "database" in kinds(store)
