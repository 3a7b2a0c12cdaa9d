"""What is worked out for a state of the record is worked out once, and kept as long as it holds."""

from __future__ import annotations

import functools
import shutil
import threading
import time
from pathlib import Path

import pytest

from onrecord.serve import library as module
from onrecord.serve.library import ASKED, KEPT, Library


@pytest.fixture
def books(sample_record: Path, tmp_path: Path):
    opened = Library(shutil.copy(sample_record, tmp_path / "copy.db"))
    yield opened
    opened.close()


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
    page = tmp_path / "page.txt"
    page.write_text("Rector Aliya Senova opened the forum in Astana on 4 May 2023. “Archives outlive us,” Senova said.\n")
    books.record.add(page)
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
    for _ in range(1200):
        if not books.finding:
            break
        time.sleep(0.05)
    assert books.conflicts() == at_once


def test_the_catalogue_is_read_before_anybody_asks(books: Library, monkeypatch: pytest.MonkeyPatch):
    books.prepare()
    for _ in range(1200):
        if "catalogue" in books._kept:
            break
        time.sleep(0.05)
    monkeypatch.setattr(module, "load", lambda _store: pytest.fail("it is read again"))
    assert books.catalogue().sources
