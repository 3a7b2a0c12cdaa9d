"""Matching out of core gives what matching in memory gives, whatever the pieces and the order of the sightings."""

from __future__ import annotations

import dataclasses
import json
import random
import tempfile
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.made import memory
from tests.match.pages import joined
from tests.match.test_growth import made, page, verdicts

from onrecord.match import stages
from onrecord.match.growth import Growth
from onrecord.match.judged import Judged
from onrecord.match.shelf import MemoryShelf
from onrecord.matching import base, components, outofcore, pairs, rows, samples
from onrecord.model import PartialDate
from onrecord.model.decision import Judgement
from onrecord.model.resolution import ClusterKind, GatheringSighting, PersonSighting, Sightings, Verdict


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everything go through in pieces of a few, and keys be common from three names on."""
    for module, name, size in ((base, "PIECE", 3), (samples, "PIECE", 4), (samples, "KEPT", 2), (pairs, "NAMES", 2)):
        monkeypatch.setattr(module, name, size)
    monkeypatch.setattr(components, "PORTION", 2)
    for kind in ("BODIES", "PERSONS", "OCCASIONS", "TEXTS"):
        whole = getattr(stages, kind)
        lone = whole.lone and dataclasses.replace(whole.lone, most=3)
        monkeypatch.setattr(stages, kind, dataclasses.replace(whole, limits=dict.fromkeys(whole.limits, 3), lone=lone))


def write(folder: Path, sightings: Iterable[Any]) -> str:
    columns = list(zip(*(rows.row(one) for one in sightings), strict=True)) or [()] * 4
    table = pa.table({name: pa.array(column, pa.string()) for name, column in zip(rows.COLUMNS, columns, strict=True)})
    pq.write_table(table, folder / "sightings.parquet")
    return str(folder / "*.parquet")


def in_memory(kind: ClusterKind, sightings: Collection[Any], judged: Judged) -> tuple[Any, Any]:
    change = Growth(samples.kind_of(kind), MemoryShelf(), judged).take({one.key: one for one in sightings})
    clusters = sorted((one.key, one.name, one.members) for one in change.clusters)
    return clusters, sorted((x.a, x.b, x.score, x.verdict, x.reasons) for x in change.links)


def out_of_core(kind: ClusterKind, sightings: Collection[Any], judged: Judged, processes: int = 1) -> tuple[Any, Any]:
    with tempfile.TemporaryDirectory(dir=memory.in_memory()) as temporary:
        folder = Path(temporary)
        means = outofcore.Means("200MB", processes)
        outofcore.match(kind, write(folder, sightings), folder / "out", judged=judged, means=means)
        members: dict[str, list[str]] = {}
        for one in pq.read_table(folder / "out" / "members.parquet").to_pylist():
            members.setdefault(one["cluster"], []).append(one["key"])
        names = pq.read_table(folder / "out" / "clusters.parquet").to_pylist()
        links = pq.read_table(folder / "out" / "links.parquet").to_pylist()
    clusters = sorted((one["key"], one["name"], tuple(sorted(members.pop(one["key"])))) for one in names)
    assert not members
    return clusters, sorted((x["a"], x["b"], x["score"], x["verdict"], tuple(json.loads(x["reasons"]))) for x in links)


def same(sightings: Sightings, judged: Judged) -> None:
    of_kinds: dict[ClusterKind, Collection[Any]] = {
        "person": sightings.persons,
        "organization": sightings.organizations,
        "gathering": sightings.gatherings,
        "statement": sightings.statements,
        "text": sightings.texts,
    }
    for kind, some in of_kinds.items():
        if some:
            assert out_of_core(kind, some, judged) == in_memory(kind, some, judged), kind


@settings(max_examples=15, deadline=None)
@given(st.lists(page, min_size=1, max_size=6))
def test_out_of_core_gives_what_memory_gives(drawn: list[Any]) -> None:
    same(joined(made(f"d-{n}", one) for n, one in enumerate(drawn)), Judged())


@pytest.mark.usefixtures("small")
@settings(max_examples=20, deadline=None)
@given(
    drawn=st.lists(page, min_size=3, max_size=9),
    judged=st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99), verdicts), max_size=3),
    shuffle=st.randoms(use_true_random=False),
)
def test_small_pieces_shuffled_sightings_and_judgements_change_nothing(
    drawn: list[Any], judged: list[tuple[int, int, Verdict]], shuffle: random.Random
) -> None:
    whole = joined(made(f"d-{n}", one) for n, one in enumerate(drawn))
    people = [one.key for one in whole.persons]
    decisions: dict[tuple[str, str], Judgement] = {}
    for a, b, verdict in judged:
        left, right = people[a % len(people)], people[b % len(people)]
        if left != right:
            decision = Judgement(min(left, right), max(left, right), verdict, by="Meruert")
            decisions[decision.pair] = decision
    mixed = {name: tuple(shuffle.sample(some, len(some))) for name, some in _kinds(whole).items()}
    same(dataclasses.replace(whole, **mixed), Judged.of([*decisions.values()]))


def test_a_report_without_a_day_makes_no_one_occasion_of_two_years() -> None:
    days = ("2018-09-03", "2019-09-04", None, "2018-09-03")
    reports = [
        GatheringSighting(
            f"g-{n}",
            f"d-{n}",
            "forum",
            "Lake Forum",
            PartialDate(day) if day else None,
            place="Busan",
            participants=("p-1", "p-2"),
        )
        for n, day in enumerate(days)
    ]
    for judged in (Judged(), Judged.of([Judgement("g-0", "g-3", "same", by="Meruert")])):
        clusters, _ = out_of_core("gathering", reports, judged)
        assert [members for _, _, members in clusters] == [("g-0", "g-2", "g-3"), ("g-1",)]
        same(Sightings(gatherings=tuple(reports)), judged)


def _kinds(sightings: Sightings) -> dict[str, Any]:
    return {name: getattr(sightings, name) for name in ("persons", "organizations", "gatherings", "statements", "texts")}


def test_processes_share_the_work_with_the_same_result() -> None:
    people = [PersonSighting(f"p-{n:03}", f"d-{n % 7}", (f"Bolat Omarov{'abc'[n % 3]}",), "en") for n in range(30)]
    assert out_of_core("person", people, Judged(), processes=2) == in_memory("person", people, Judged())
