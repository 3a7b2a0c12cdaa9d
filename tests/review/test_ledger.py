"""The ledger looks again only at what changed, however the record changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from tests.made.at_once import found_at_once
from tests.record.conftest import Report

from onrecord.model.decision import Correction
from onrecord.record import Store
from onrecord.review.ledger import Ledger

ONE = Report()
OTHER = Report(
    day="15 May 2018",
    date="2018-05-15",
    number="400",
    url="https://example.com/other",
    said="Nobody in this hall has seen the bottom of the lake, nor will their children",
    more="A courier wrote it down on the spot, for readers who had stayed at home in the rain that fell all that week.",
)
ELSEWHERE = Report(
    person="Timur Ospanov",
    title="Envoy",
    said="The lake was cold that year",
    url="https://example.com/third",
    more="Of all guests he came farthest, and he left before the others.",
)


def agree(ledger: Ledger, store: Store) -> bool:
    view = store.view()
    return ledger.found(view) == found_at_once(view)


def test_a_page_of_another_person_leaves_the_offices_of_the_first_alone(store: Store, filled: Callable[..., Store]) -> None:
    filled(store, ONE, OTHER)
    ledger = Ledger()
    everything = ledger.update(store.view())
    assert {one.kind for one in ledger.contradictions(store.view())[0]} >= {"date", "attendance"}
    filled(store, ONE, OTHER, ELSEWHERE)
    assert 0 < ledger.update(store.view()) < everything + 5
    assert agree(ledger, store)


def test_an_older_capture_and_its_contradictions_go_when_the_page_is_captured_anew(
    store: Store, filled: Callable[..., Store]
) -> None:
    filled(store, ONE, OTHER)
    ledger = Ledger()
    assert agree(ledger, store)
    before = ledger.contradictions(store.view())[0]
    later = Report(number="120", url=OTHER.url, said=OTHER.said, more="Corrected.", seen=OTHER.seen + dt.timedelta(days=1))
    filled(store, later)
    assert agree(ledger, store)
    assert len(ledger.contradictions(store.view())[0]) < len(before)


def test_a_source_that_is_withdrawn_takes_its_contradictions_along(store: Store, filled: Callable[..., Store]) -> None:
    filled(store, ONE, OTHER)
    ledger = Ledger()
    assert ledger.contradictions(store.view())[0]
    store.writer().forget(OTHER.url, by="Ana")
    filled(store)
    assert ledger.contradictions(store.view())[0] == ()
    assert agree(ledger, store)


def test_a_value_that_is_corrected_and_then_again_is_looked_at_each_time(store: Store, filled: Callable[..., Store]) -> None:
    filled(store, ONE, OTHER)
    ledger = Ledger()
    assert agree(ledger, store)
    (report,) = [one.key for one in store.view().gatherings()[0].reports if one.evidence.source.url == OTHER.url]
    first = store.writer().correct(Correction("edit", report, "start", "2018-05-14", by="Ana"))
    assert agree(ledger, store)
    assert "date" not in {one.kind for one in ledger.contradictions(store.view())[0]}
    store.writer().correct(Correction("edit", report, "start", "2018-05-16", by="Ana"), seen=first.id)
    assert agree(ledger, store)
    assert "date" in {one.kind for one in ledger.contradictions(store.view())[0]}
