"""A process of its own finds contradictions, and goes on from there when the record changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.record.conftest import Report

from onrecord.matching import match_changes
from onrecord.record import Store, open_store
from onrecord.review.conflicts import Case, find_conflicts
from onrecord.serve.findings import Finder

OTHER = Report(
    date="2018-05-16",
    day="16 May 2018",
    said="Nobody in this hall has seen the bottom of the lake, nor will their children",
    more="A courier wrote it down on the spot, for readers who had stayed at home in the rain that fell all that week.",
    url="https://example.com/other",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(str(tmp_path / "record.db"))
    yield opened
    opened.close()


@pytest.fixture
def finder(store: Store) -> Iterator[Finder]:
    made = Finder(store.name)
    yield made
    made.stop()


def add(store: Store, report: Report) -> None:
    store.writer().add_page(report.page())
    store.writer().match(match_changes)


def test_one_process_finds_what_each_state_of_the_record_holds(store: Store, finder: Finder) -> None:
    add(store, Report())
    assert finder.find()[0] == ()
    process = finder._process
    add(store, OTHER)
    conflicts, compared, questions = finder.find()
    assert conflicts == find_conflicts(Case.of(store.view()))
    assert {one.kind for one in conflicts} == {"date"}
    assert compared
    assert questions
    assert finder._process is process


def test_a_change_during_a_search_is_looked_at_after_it(store: Store, finder: Finder) -> None:
    add(store, Report())
    finder.begin()
    finder.begin()
    assert finder.take() is not None
    assert finder.answer is not None
    assert finder.take() is not None
    assert finder.answer is None


def test_a_process_that_was_ended_is_begun_anew(store: Store, finder: Finder) -> None:
    add(store, Report())
    assert finder.find()[1]
    finder.stop()
    assert finder._process is not None
    finder._process.join()
    assert finder.find()[1]
