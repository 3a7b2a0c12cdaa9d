"""Adding pages one by one, in any order and with detours, gives the same as all of them at once."""

from __future__ import annotations

import dataclasses
import random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.match.pages import GrowingRecord, joined

from onrecord.match import growth, stages
from onrecord.match.resolve import resolve
from onrecord.model import PartialDate
from onrecord.model.decision import Judgement
from onrecord.model.resolution import (
    GatheringSighting,
    Office,
    OrganizationSighting,
    PersonSighting,
    Sightings,
    StatementSighting,
    TextSighting,
    Verdict,
)

NAMES = [
    ("Yerbol Zhantasov",),
    ("Erbol Zhantassov", "Zhantassov"),
    ("Zhantasov",),
    ("Bolat Omarov",),
    ("B. Omarov",),
    ("Bulat Omarov",),
    ("Omarov",),
    ("Kim Min-ho",),
    ("김민호", "Kim Minho"),
    ("Kim",),
]
OFFICES = [
    Office("Deputy Energy Minister", country="Kazakhstan"),
    Office("Minister"),
    Office("Director", "Steppe Institute", as_of=PartialDate("2018-04-01")),
    Office("Ambassador", country="Japan"),
]
BODIES = [("Steppe Institute",), ("Steppe Institute of Kazakhstan", "SI"), ("SI",), ("Lake Academy",), ("Foreign Ministry",)]

person = st.tuples(st.sampled_from(NAMES), st.lists(st.sampled_from(OFFICES), max_size=2, unique=True))
page = st.tuples(
    st.lists(person, min_size=1, max_size=3),
    st.lists(st.sampled_from(BODIES), max_size=2),
    st.integers(1, 4),
    st.booleans(),
)


def made(name: str, drawn: Any) -> Sightings:
    """Return what a page shows; keys look random, as digests do."""
    people, bodies, day, main = drawn
    chance = random.Random(name)  # noqa: S311  no secret

    def key(prefix: str) -> str:
        return f"{prefix}-{chance.getrandbits(40):010x}"

    persons = tuple(
        PersonSighting(key("p"), name, names, "en", tuple(offices), ("Steppe Institute",) if main else ())
        for names, offices in people
    )
    organizations = tuple(OrganizationSighting(key("o"), name, names, "en") for names in bodies)
    forum = GatheringSighting(
        key("g"),
        name,
        "forum",
        "Steppe Forum" if main else "the meeting",
        # One of these days is undated, and fits all; one is weeks behind the others.
        (None, PartialDate("2018-06-01"), PartialDate("2018-06-02"), PartialDate("2018-07-04"))[day - 1],
        main=main,
        participants=(*(x.key for x in persons), *(x.key for x in organizations)),
    )
    said = StatementSighting(key("s"), name, "We go on." if main else "We stop.", persons[0].key)
    return Sightings(persons, organizations, (forum,), (said,), (TextSighting(name, (30, day, day + 1, day + 2)),))


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let keys be common from three units on, so that a few pages cross every border."""
    for kind in ("BODIES", "PERSONS", "OCCASIONS", "TEXTS"):
        whole = getattr(stages, kind)
        lone = whole.lone and dataclasses.replace(whole.lone, most=3)
        fewer = dataclasses.replace(whole, limits=dict.fromkeys(whole.limits, 3), lone=lone)
        monkeypatch.setattr(stages, kind, fewer)


def same(record: GrowingRecord) -> None:
    at_once = resolve(joined(record.pages.values()), record.judgements)
    assert record.all_clusters() == sorted(at_once.clusters, key=lambda cluster: cluster.key)
    assert record.all_links() == list(at_once.links)


@settings(max_examples=60, deadline=None)
@given(st.lists(page, min_size=1, max_size=7), st.randoms(use_true_random=False))
def test_page_by_page_in_any_order_is_the_same_as_at_once(drawn: list[Any], shuffle: random.Random) -> None:
    _grow_and_shrink(drawn, shuffle)


@pytest.mark.usefixtures("few")
@settings(max_examples=100, deadline=None)
@given(drawn=st.lists(page, min_size=3, max_size=9), shuffle=st.randoms(use_true_random=False))
def test_keys_that_become_too_common_leave_no_trace_of_the_order(drawn: list[Any], shuffle: random.Random) -> None:
    _grow_and_shrink(drawn, shuffle)


few_names = st.tuples(
    st.lists(st.tuples(st.sampled_from(NAMES[:4]), st.sampled_from(([], OFFICES[:1], OFFICES[1:2]))), min_size=1, max_size=4),
    st.lists(st.sampled_from(BODIES[:2]), max_size=2),
    st.integers(1, 2),
    st.booleans(),
)


@pytest.fixture(params=[1, 2])
def small_samples(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let so few sightings of a unit be weighed that most of those that come change nothing of it."""
    monkeypatch.setattr(growth, "SAMPLE", request.param)


@pytest.mark.usefixtures("small_samples")
@settings(
    max_examples=40,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(drawn=st.lists(few_names, min_size=4, max_size=12), shuffle=st.randoms(use_true_random=False))
def test_sightings_that_come_to_what_is_well_known_change_what_they_must_and_no_more(
    drawn: list[Any], shuffle: random.Random
) -> None:
    _grow_and_shrink(drawn, shuffle)


@pytest.mark.usefixtures("few", "small_samples")
@settings(
    max_examples=30,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(drawn=st.lists(few_names, min_size=4, max_size=12), shuffle=st.randoms(use_true_random=False))
def test_so_they_do_where_keys_become_too_common(drawn: list[Any], shuffle: random.Random) -> None:
    _grow_and_shrink(drawn, shuffle)


def _grow_and_shrink(drawn: list[Any], shuffle: random.Random) -> None:
    pages = {f"d-{n}": made(f"d-{n}", one) for n, one in enumerate(drawn)}
    record = GrowingRecord()
    order = [*pages]
    shuffle.shuffle(order)
    for name in order:
        record.change({name: pages[name]})
        if shuffle.random() < 0.3:
            leaving = shuffle.choice([*record.pages])
            record.change(remove=[leaving])
            same(record)
            record.change({leaving: pages[leaving]})
    same(record)


verdicts = st.sampled_from(("same", "different", "unsure"))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(page, min_size=2, max_size=6),
    st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99), verdicts), min_size=1, max_size=4),
    st.randoms(use_true_random=False),
)
def test_judgements_before_between_and_after_pages_are_the_same_and_undoing_leaves_no_trace(
    drawn: list[Any], judged: list[tuple[int, int, Verdict]], shuffle: random.Random
) -> None:
    pages = {f"d-{n}": made(f"d-{n}", one) for n, one in enumerate(drawn)}
    people = [one.key for one in joined(pages.values()).persons]
    judgements: dict[tuple[str, str], Judgement] = {}
    for a, b, verdict in judged:
        left, right = people[a % len(people)], people[b % len(people)]
        if left != right:
            judgement = Judgement(min(left, right), max(left, right), verdict, by="Meruert")
            judgements[judgement.pair] = judgement
    record = GrowingRecord()
    for name, shown in pages.items():
        record.change({name: shown})
        record.change(judge=[one for one in judgements.values() if shuffle.random() < 0.5])
    record.change(judge=[*judgements.values()])
    same(record)
    record.change(judge=[])
    same(record)


def test_a_second_one_of_a_name_in_its_document_is_alike_nobody_that_a_judgement_parted() -> None:
    def people(*names: str) -> Any:
        return ([((name,), []) for name in names], [], 1, False)

    drawn = [people(*["Yerbol Zhantasov"] * 3), people("Yerbol Zhantasov", "Kim Min-ho", "Kim Min-ho"), people("Kim Min-ho")]
    pages = {f"d-{n}": made(f"d-{n}", one) for n, one in enumerate(drawn)}
    first, second = sorted((pages["d-0"].persons[0].key, pages["d-1"].persons[2].key))
    record = GrowingRecord()
    for name, shown in pages.items():
        record.change({name: shown}, judge=[Judgement(first, second, "same", by="Meruert")] if name == "d-1" else None)
    same(record)
