"""The two founding pages in one record: one person under two spellings, and a page that contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord
from onrecord import Record
from onrecord.review.conflicts import Case, find_conflicts

FOLDER = Path(__file__).parents[3] / "shared" / "pages"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="../shared is not beside the repo: the founding pages are not here")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with onrecord.open(tmp_path_factory.mktemp("seeds") / "seeds.db") as opened:
        opened.add(*sorted(FOLDER.glob("seed-*.txt")))
        yield opened


@pytest.mark.parametrize("name", ["Ashikbayev", "Ashikbaev", "Yerzhan Ashikbayev", "Ашикбаев"])
def test_either_spelling_finds_one_person_with_both(record: Record, name: str):
    (person,) = record.who(name)
    assert {spelling.text for spelling in person.spellings} >= {"Yerzhan Ashikbaev", "Yerzhan Ashikbayev", "Ashikbayev"}


def test_he_was_at_both_gatherings_in_his_roles(record: Record):
    (person,) = record.who("Ashikbayev")
    held = {attendance.gathering.type: {part.role for part in attendance.roles} for attendance in person.gatherings}
    assert held["roundtable"] >= {"opening"}
    assert held["webinar"] >= {"speaker"}


def test_his_statements_are_his(record: Record):
    assert len(record.said("Ashikbayev")) == 4
    assert {statement.cue for statement in record.said("Ashikbayev")} == {"noted", "expressed", "said", "added"}


def test_the_page_that_gives_another_period_than_its_text_is_found_out(record: Record):
    (conflict,) = [found for found in find_conflicts(Case.of(record.view)) if found.kind == "page-period"]
    assert {side.value for side in conflict.sides} == {"2019-04-25", "2019-04-03"}


def test_adding_them_again_changes_nothing(record: Record):
    before = record.view.counts()
    assert len(record.add(*sorted(FOLDER.glob("seed-*.txt"))).unchanged) == 2
    assert record.view.counts() == before
