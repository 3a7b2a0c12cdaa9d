"""What a page leaves in the record, alone, twice, at two addresses and in two versions."""

from __future__ import annotations

import datetime as dt
import itertools
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from tests.made.waiting import LONGEST

from onrecord.model.decision import Absence
from onrecord.record import Page, Store, Unread, open_store, schema
from onrecord.record.dump import dump

LATER = dt.timedelta(days=1)


def test_the_same_page_twice_changes_not_one_byte(store: Store, report: Any, filled: Any) -> None:
    filled(store, report())
    before = dump(store, times=True)
    again = report(seen=report().seen + LATER)
    assert store.writer().knows(again.snapshot())
    assert store.writer().add_page(again.page()) == "unchanged"
    assert dump(store, times=True) == before
    assert not store.writer().stale()


def test_the_same_bytes_at_two_addresses_are_one_page(tmp_path: Path, report: Any) -> None:
    one, two = report(url="https://a.example/x"), report(url="https://b.example/x")
    dumps: set[str] = set()
    for order in ((one, two), (two, one)):
        store = open_store(tmp_path / f"{len(dumps)}-{order[0].url[8]}.db")
        assert [store.writer().add_page(page.page()) for page in order] == ["added", "new-address"]
        assert store.writer().add_page(order[0].page()) == "unchanged"
        (source,) = store.view().sources()
        assert (source.url, source.other_urls) == ("https://a.example/x", ("https://b.example/x",))
        dumps.add(dump(store))
    assert len(dumps) == 1


def pages_of_all_kinds(report: Any) -> list[Page | Unread]:
    """Return a page, the same again, the same elsewhere, one that cannot be read, and two versions of another."""
    one, elsewhere, unread = report(), report(url="https://a.example/x"), report(url="https://b.example/x", number="7")
    versions = [report(url="https://c.example/x", number=n, seen=report().seen + k * LATER) for k, n in enumerate(("8", "9"))]
    read = [page.page() for page in (one, one, elsewhere, *versions)]
    return [*read[:3], Unread(unread.snapshot(), "no text"), *read[3:]]


def test_pages_kept_together_are_those_kept_one_by_one(tmp_path: Path, store: Store, report: Any) -> None:
    pages = pages_of_all_kinds(report)
    apart, together = open_store(tmp_path / "apart.db"), open_store(tmp_path / "together.db")
    outcomes = [
        apart.writer().add_page(page) if isinstance(page, Page) else apart.writer().add_unread(page.snapshot, page.reason)
        for page in pages
    ]
    assert store.writer().add_all(pages) == together.writer().add_all(pages) == outcomes
    assert outcomes == ["added", "unchanged", "new-address", "unread", "added", "new-version"]
    assert dump(together, times=True) == dump(apart, times=True)
    assert [source.url for source in store.view().sources()] == [source.url for source in apart.view().sources()]


def test_of_pages_kept_together_none_is_kept_where_one_cannot_be(store: Store, report: Any) -> None:
    page = report().page()
    broken = replace(report(number="9", url="https://c.example/x").page(), claims=None)
    with pytest.raises(TypeError):
        store.writer().add_all([page, broken])
    assert not store.view().sources()
    assert store.writer().add_all([page]) == ["added"]


def test_other_bytes_at_one_address_supersede_the_earlier_ones_in_any_order(tmp_path: Path, report: Any, filled: Any) -> None:
    old, new = report(number="120"), report(number="300", seen=report().seen + LATER)
    dumps: set[str] = set()
    for n, order in enumerate(((old, new), (new, old))):
        store = open_store(tmp_path / f"{n}.db")
        assert [store.writer().add_page(page.page()) for page in order] == ["added", "new-version"]
        filled(store)
        assert [source.current for source in store.view().sources()] == [False, True]
        assert [gathering.attendance for gathering in store.view().gatherings()] == [300]
        assert store.view().counts().superseded == 1
        dumps.add(dump(store))
    assert len(dumps) == 1


def test_a_page_that_returns_to_its_earlier_words_is_current_again(store: Store, report: Any) -> None:
    first, second = report(number="120"), report(number="300", seen=report().seen + LATER)
    back = report(number="120", seen=report().seen + 2 * LATER)
    outcomes = [store.writer().add_page(page.page()) for page in (first, second, back, back)]
    assert outcomes == ["added", "new-version", "new-version", "unchanged"]
    assert [gathering.attendance for gathering in store.view().gatherings()] == [120]


def test_a_page_that_cannot_be_read_is_kept_with_its_reason_and_may_be_read_later(store: Store, report: Any) -> None:
    page = report().page()
    assert store.writer().add_unread(page.snapshot, "the page holds no text: give another") == "unread"
    assert store.writer().add_unread(page.snapshot, "the page holds no text: give another") == "unread"
    (unread,) = store.view().unread()
    assert (unread.url, unread.reason) == (page.snapshot.url, "the page holds no text: give another")
    assert not store.writer().knows(page.snapshot)
    assert store.writer().add_page(page) == "added"
    assert store.view().unread() == ()


def test_a_page_is_kept_whole_or_not_at_all(store: Store, report: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord.record import rows

    def broken(*_: Any) -> None:
        raise RuntimeError("killed")

    before = dump(store)
    monkeypatch.setattr(rows._PageWriter, "milestones", broken)
    with pytest.raises(RuntimeError):
        store.writer().add_page(report().page())
    assert dump(store) == before


def test_the_order_of_adding_does_not_show(tmp_path: Path, report: Any, filled: Any) -> None:
    pages = [
        report(url="https://a.example"),
        report(url="https://b.example", person="Aygerim Sultanova", day="15 May 2018", date="2018-05-15"),
        report(url="https://c.example", more="It is a body of research."),
        report(url="https://d.example", person="Bolat Omarov", title="Director", country="Uzbekistan"),
    ]
    dumps: set[str] = set()
    for n, order in enumerate(itertools.permutations(pages)):
        if n % 5 == 0:
            store = open_store(tmp_path / f"{n}.db")
            dumps.add(dump(filled(store, *order)))
    assert len(dumps) == 1


def test_resolving_in_steps_comes_to_the_same_as_at_once(tmp_path: Path, report: Any, filled: Any) -> None:
    pages = [report(url=f"https://{n}.example", more=f"Part {n}.") for n in range(4)]
    whole = filled(open_store(tmp_path / "whole.db"), *pages)
    steps = open_store(tmp_path / "steps.db")
    for page in reversed(pages):
        filled(steps, page)
    assert dump(steps) == dump(whole)


def test_pages_that_are_not_matched_yet_are_stale_and_can_be_read(store: Store, report: Any, filled: Any) -> None:
    store.writer().add_page(report().page())
    assert store.writer().stale()
    assert store.view().gatherings()[0].name == "Lake Forum"
    filled(store)
    assert not store.writer().stale()


def test_several_writers_lose_nothing_and_double_nothing_while_others_read(
    place: str, report: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for database in ("sqlite", "postgres"):
        monkeypatch.setattr(f"onrecord.record.{database}.WAIT", LONGEST)
    pages = [report(url=f"https://{n}.example", more=f"Part {n}.").page() for n in range(8)]
    open_store(place).close()
    done, seen = threading.Event(), []

    def write(mine: list[Any]) -> None:
        store = open_store(place)
        for page in mine:
            store.writer().add_page(page)
            store.writer().note_absence(Absence("a protocol", page.snapshot.url, "2024-05", by="Timur"))
        store.close()

    def read() -> None:
        store = open_store(place)
        while not done.is_set():
            counts = store.view().counts()
            # One state: a page is there with all its facts, or not at all.
            assert (counts.positions, counts.milestones) == (counts.pages, counts.pages)
            seen.append(counts.pages)
        store.close()

    with ThreadPoolExecutor(4) as pool:
        reader = pool.submit(read)
        writers = [pool.submit(write, part) for part in (pages[:5], pages[3:], pages[::-1])]
        try:
            for writer in writers:
                writer.result()
        finally:
            done.set()
        reader.result()
    view = open_store(place).view()
    assert view.counts().pages == 8
    assert len(view.decisions(kind="absence", history=True)) == 8
    assert seen == sorted(seen)


def test_every_fact_row_leads_to_claims_and_every_claim_to_its_words(store: Store, report: Any, filled: Any) -> None:
    filled(store, report())
    with store.connect() as connection:
        text = connection.execute(select(schema.document.c.text)).scalar_one()
        facts = ("entity", "position", "gathering", "participation", "statement", "milestone")
        for table in (schema.metadata.tables[name] for name in facts):
            keys = connection.execute(select(table.c.key)).scalars().all()
            assert keys
            assert set(keys) <= set(connection.execute(select(schema.claim.c.subject)).scalars())
        span, claim = schema.claim_span, schema.claim
        together = (span.c.document_id == claim.c.document_id) & (span.c.claim_n == claim.c.n)
        query = select(claim.c.wording, span.c.start, span.c.end).outerjoin(span, together)
        spans = connection.execute(query).all()
        assert spans
        assert all(start is not None for _, start, _ in spans)
        assert all(text[start:end] == wording for wording, start, end in spans if wording)
