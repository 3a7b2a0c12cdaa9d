"""What is worked out for a state of the record is worked out once, and kept as long as it holds."""

from __future__ import annotations

import functools
import itertools
import shutil
import threading
import time
from pathlib import Path

import pytest
from tests.made.waiting import LONGEST, until

from onrecord.record.catalogue import load
from onrecord.serve import library as module
from onrecord.serve.library import ASKED, KEPT, Library


@pytest.fixture
def books(sample_record: Path, tmp_path: Path):
    opened = Library(shutil.copy(sample_record, tmp_path / "copy.db"))
    yield opened
    opened.close()


def _add(books: Library, folder: Path) -> None:
    page = folder / "page.txt"
    page.write_text("Rector Aliya Senova opened the forum in Astana on 4 May 2023. “Archives outlive us,” Senova said.\n")
    books.record.add(page)


def test_however_many_ask_at_once_it_is_made_once(books: Library):
    made: list[int] = []

    def make() -> int:
        time.sleep(0.02)
        made.append(1)
        return len(made)

    asking = [threading.Thread(target=books.once, args=("thing", make)) for _ in range(6)]
    for one in asking:
        one.start()
    for one in asking:
        one.join()
    assert made == [1]


def test_a_page_that_is_added_makes_it_anew(books: Library, tmp_path: Path):
    before = books.catalogue()
    assert books.catalogue() is before
    _add(books, tmp_path)
    assert len(books.catalogue().sources) == len(before.sources) + 1


def test_a_busy_machine_does_not_make_a_small_record_a_large_one(
    books: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(time, "perf_counter", itertools.count(step=1000.0).__next__)
    monkeypatch.setattr(time, "monotonic", itertools.count(step=1000.0).__next__)
    before = books.catalogue()
    _add(books, tmp_path)
    assert len(books.catalogue().sources) == len(before.sources) + 1


def test_while_a_large_catalogue_is_read_the_last_version_serves(
    books: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(module, "LARGE", 10)
    before = books.catalogue()
    go_on = threading.Event()
    monkeypatch.setattr(
        module, "load", lambda store: load(store) if go_on.wait(LONGEST) else pytest.fail("nobody let it go on")
    )
    _add(books, tmp_path)
    assert books.catalogue() is before
    go_on.set()
    until(lambda: books.catalogue() is not before)
    assert len(books.catalogue().sources) == len(before.sources) + 1


def test_answers_to_filters_push_out_each_other_and_nothing_else(books: Library):
    before = books.catalogue()
    for n in range(KEPT + 20):
        books.once(f"{ASKED}filter {n}", functools.partial(int, n))
    assert books.catalogue() is before
    assert books.once(f"{ASKED}filter {KEPT + 19}", lambda: -1) == KEPT + 19
    assert books.once(f"{ASKED}filter 0", lambda: -1) == -1


def test_in_a_large_record_nobody_waits_for_contradictions(books: Library, monkeypatch: pytest.MonkeyPatch):
    at_once = books.conflicts()
    assert at_once
    monkeypatch.setattr(module, "AT_ONCE", 0)
    books._kept.clear()
    assert books.conflicts() == ()
    until(lambda: not books.finding)
    assert books.conflicts() == at_once


def test_the_catalogue_is_read_before_anybody_asks(books: Library, monkeypatch: pytest.MonkeyPatch):
    books.prepare()
    until(lambda: "catalogue" in books._kept)
    monkeypatch.setattr(module, "load", lambda _store: pytest.fail("it is read again"))
    assert books.catalogue().sources
