"""Contradictions of quotations, quantities, order and places that invented pages were written with, from page to finding."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.made.at_once import found_at_once

import onrecord
from onrecord import Record
from onrecord.review.conflicts import Case, Conflict, compared
from onrecord.review.ledger import Ledger

PAGES = Path(__file__).with_name("pages")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with onrecord.open(tmp_path_factory.mktemp("kinds") / "kinds.db") as opened:
        opened.add(PAGES)
        yield opened


@pytest.fixture(scope="module")
def conflicts(record: Record) -> tuple[Conflict, ...]:
    return record.conflicts()


@pytest.mark.parametrize(
    ("kind", "pages", "words"),
    [
        ("quotation", {"seminar-institute", "seminar-courier"}, "[-five-] {+seven+}"),
        ("quantity", {"seminar-institute", "conference-courier", "round-table.ru", "seminar.ko"}, "핵탄두 160기"),
        ("two-places", {"seminar-institute", "conference-courier"}, "4,500 km"),
        ("sequence", {"round-table-ahead"}, "tells as past"),
        ("sequence", {"signing-foundation", "signing-courier"}, "8 July 2024"),
        ("sequence", {"quiet-lake"}, "shut down in 1961"),
    ],
)
def test_what_is_planted_is_found(conflicts: tuple[Conflict, ...], kind: str, pages: set[str], words: str) -> None:
    (found,) = [one for one in conflicts if one.kind == kind and words in one.reason]
    assert {side.evidence.source.id for side in found.sides} == pages


def test_nothing_else_is_called_a_contradiction(conflicts: tuple[Conflict, ...]) -> None:
    assert len(conflicts) == 6, [one.reason for one in conflicts]


def test_what_is_worked_out_a_little_at_a_time_is_what_is_worked_out_at_once(
    record: Record, conflicts: tuple[Conflict, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.review.ledger.PORTION", {"g-": 1, "p-": 2, "s-": 3, "m-": 1})
    at_once = found_at_once(record.view)
    assert conflicts == at_once[0]
    assert Ledger().found(record.view) == at_once


def test_it_is_told_how_much_was_compared(record: Record) -> None:
    numbers = {one.kind: one.number for one in compared(Case.of(record.view))}
    assert numbers["quantity"] == 1
    assert numbers["two-places"] >= 1
    assert numbers["sequence"] > 6
    assert numbers["quotation"] >= 1


def test_a_quantity_is_a_claim_that_opens_at_its_words(record: Record) -> None:
    (milestone,) = [one for one in record.view.statements() if "150 nuclear" in " ".join(one.content)]
    (claim,) = [one for one in record.view.claims(milestone.key) if one.property == "quantity"]
    assert claim.value == claim.evidence.wording == "150 nuclear warheads"
