"""The resolved layer grows with each page, and is what it would be if all pages were matched at once."""

from __future__ import annotations

import datetime as dt
import itertools
import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from tests.made.memory import in_memory

import onrecord.matching
from onrecord.match.resolve import resolve
from onrecord.matching import large, match_changes
from onrecord.model.decision import Judgement
from onrecord.record import Store, matching, open_store, schema

PEOPLE = ("Aigerim Sultanova", "Aigerim Sultanowa", "Bolat Omarov", "Kim Min-ho")
TITLES = ("Deputy Energy Minister", "Ambassador")
told = st.tuples(st.sampled_from(PEOPLE), st.sampled_from(TITLES), st.integers(12, 15), st.integers(0, 3))


def resolved(store: Store) -> list[Any]:
    with store.connect() as connection:
        return [sorted(tuple(map(str, row)) for row in connection.execute(select(table))) for table in schema.RESOLVED]


def at_once(store: Store) -> list[Any]:
    view = store.view()
    found = resolve(view.sightings(), view.judgements())
    clusters = sorted((c.key, c.kind, c.name) for c in found.clusters)
    members = sorted((key, c.key) for c in found.clusters for key in c.members)
    links = sorted((x.kind, x.a, x.b, str(x.score), x.verdict, str(list(x.reasons))) for x in found.links)
    return [clusters, members, links]


def page(report: Any, one: tuple[str, str, int, int], number: int) -> Any:
    person, title, day, site = one
    # Pages of one address follow on each other: each supersedes the one before.
    seen = dt.datetime(2024, 5, 1, number % 24, number % 60, tzinfo=dt.UTC)
    return report(
        person=person,
        title=title,
        day=f"{day} May 2018",
        date=f"2018-05-{day}",
        url=f"https://example.org/{site if number % 2 else number}",
        more=f"It was the meeting number {number}.",
        seen=seen,
    ).page()


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest) -> Iterator[Callable[[], Store]]:
    """Return what makes one empty record after the other, in a file and on a server."""
    make = request.getfixturevalue("databases") if request.param == "postgresql" else None
    with tempfile.TemporaryDirectory(dir=in_memory()) as folder:
        numbers = itertools.count()
        yield lambda: open_store(make() if make else Path(folder) / f"{next(numbers)}.db")


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(drawn=st.lists(told, min_size=2, max_size=5), chance=st.randoms(use_true_random=False))
def test_page_by_page_in_any_order_is_the_same_as_at_once(
    fresh: Callable[[], Store], report: Any, drawn: list[Any], chance: random.Random
) -> None:
    pages = [page(report, one, number) for number, one in enumerate(drawn)]
    chance.shuffle(pages)
    with closing(fresh()) as store:
        writer = store.writer()
        for one in pages:
            writer.add_page(one)
            if chance.random() < 0.7:
                writer.match(match_changes)
        persons = [x.key for x in store.view().sightings().persons]
        if len(persons) > 1:
            left, right = sorted(chance.sample(persons, 2))
            judged = writer.judge(Judgement(left, right, chance.choice(("same", "different", "unsure")), by="Meruert"))
            writer.match(match_changes)
            assert resolved(store) == at_once(store)
            writer.undo(judged.id, by="Meruert")
        writer.match(match_changes)
        assert resolved(store) == at_once(store)


def test_many_new_pages_at_once_are_matched_in_memory_with_the_same_result(
    report: Any, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matching, "MANY", 2)
    writer = store.writer()
    for number, person in enumerate(PEOPLE):
        writer.add_page(page(report, (person, TITLES[number % 2], 12, 0), 2 * number))
    writer.match(match_changes)
    assert resolved(store) == at_once(store)
    writer.add_page(page(report, (PEOPLE[0], TITLES[0], 12, 0), 40))
    writer.match(match_changes)
    assert resolved(store) == at_once(store)
    assert not writer.stale()


def test_a_source_that_is_withdrawn_leaves_the_clusters(report: Any, store: Store) -> None:
    writer = store.writer()
    for number in (2, 4):
        writer.add_page(page(report, (PEOPLE[0], TITLES[0], 12, 0), number))
    writer.match(match_changes)
    assert store.view().counts().persons == 1
    writer.forget("https://example.org/2", by="Meruert")
    writer.match(match_changes)
    assert resolved(store) == at_once(store)


def test_a_surname_that_was_left_open_is_joined_to_the_only_one_it_can_mean(store: Store, report: Any) -> None:
    writer = store.writer()
    for number, person in enumerate(("Bolat Omarov", "Omarov"), 1):
        writer.add_page(page(report, (person, "President", 12, 0), 2 * number))
        writer.match(match_changes)
    assert resolved(store) == at_once(store)
    assert store.view().counts().persons == 1


def test_a_large_record_is_matched_out_of_core_and_grows_on_from_there(
    store: Store, report: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [page(report, (PEOPLE[number % 4], TITLES[number % 2], 12 + number % 2, 0), 2 * number) for number in range(1, 9)]
    writer = store.writer()
    for one in pages[:5]:
        writer.add_page(one)
    persons = sorted(x.key for x in store.view().sightings().persons)
    writer.judge(Judgement(persons[0], persons[1], "different", by="Meruert"))
    monkeypatch.setattr(matching, "MANY", 0)
    monkeypatch.setattr(onrecord.matching, "LARGE", 0)
    monkeypatch.setattr(large, "PIECE", 3)
    writer.match(match_changes)
    assert resolved(store) == at_once(store)
    kept = tables(store)
    monkeypatch.setattr(onrecord.matching, "LARGE", 1000)
    monkeypatch.setattr(matching.Matching, "whole", True)
    writer.match(match_changes)
    assert tables(store) == kept  # what is kept to go on from is what matching in memory keeps
    monkeypatch.undo()
    for one in pages[5:]:
        writer.add_page(one)
        writer.match(match_changes)
        assert resolved(store) == at_once(store)


def tables(store: Store) -> list[Any]:
    with store.connect() as connection:
        return [sorted(tuple(map(str, row)) for row in connection.execute(select(table))) for table in schema.MATCHING]
