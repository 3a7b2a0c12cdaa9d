"""Blocking keys that become too common: pairs that rested on them alone go, and clusters are those of matching all at once."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import combinations
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.match.growth import Growth
from onrecord.match.judged import Judged
from onrecord.match.kinds import Keys, Kind
from onrecord.match.shelf import MemoryShelf
from onrecord.model.decision import Judgement
from onrecord.model.resolution import Link, Verdict

MOST = 3
"""Things that may hold a key."""


@dataclass(frozen=True)
class Thing:
    """A sighting of something, found under some keys."""

    key: str
    document: str
    keys: tuple[str, ...]


class Prepared(NamedTuple):
    """A thing and the number of its unit."""

    unit: str
    thing: Thing


def kind_of(verdicts: dict[tuple[str, str], tuple[Verdict, float]], *, asked: bool, kept: bool = True) -> Kind[Thing, Prepared]:
    """Return a kind of which it is known what each pair says."""

    def judge(one: Prepared, other: Prepared) -> Link | None:
        told = verdicts.get((min(one.thing.key, other.thing.key), max(one.thing.key, other.thing.key)))
        first, second = sorted((one.unit, other.unit))
        return told and Link("gathering", first, second, told[1], told[0])

    return Kind(
        "gathering",
        named=lambda thing: thing.key,
        profile=lambda _: None,
        prepared=lambda unit, sample: Prepared(unit, sample[0]),
        keys=lambda one: Keys.plain(f"k {key}" for key in one.thing.keys),
        limits={"k": MOST},
        judge=judge,
        shown=lambda thing: thing.key,
        asked=asked,
        keeps_different=kept,
    )


class Made:
    """Things that were matched step by step: what clusters there are, and what is told of them."""

    def __init__(self, kind: Kind[Thing, Prepared], judged: Judged) -> None:
        self._kind, self._judged, self._shelf = kind, judged, MemoryShelf[Thing]()
        self.homes: dict[str, str] = {}
        self.links: dict[tuple[str, str], Link] = {}

    def come(self, *things: Thing) -> None:
        """Take things in."""
        self._shelf.know(things)
        change = Growth(self._kind, self._shelf, self._judged).take({one.key: one for one in things})
        told = change.told | change.gone
        self.homes |= {key: one.key for one in change.clusters for key in one.members} | dict(change.joined)
        self.links = {pair: link for pair, link in self.links.items() if told.isdisjoint(pair)}
        self.links |= {(link.a, link.b): link for link in change.links}


things = st.lists(st.sets(st.sampled_from("abcde"), min_size=1, max_size=3), min_size=5, max_size=9)


@settings(max_examples=150, deadline=None)
@given(
    drawn=things,
    asked=st.booleans(),
    chance=st.randoms(use_true_random=False),
    judged=st.lists(
        st.tuples(st.integers(0, 8), st.integers(0, 8), st.sampled_from(("same", "same", "different"))), max_size=4
    ),
)
def test_what_came_one_by_one_is_what_came_at_once(
    drawn: list[Any], asked: bool, chance: random.Random, judged: list[Any]
) -> None:
    grown, whole = made(drawn, judged, chance, asked=asked)
    assert grown.homes == whole.homes
    assert grown.links == whole.links


@settings(max_examples=150, deadline=None)
@given(
    drawn=things,
    chance=st.randoms(use_true_random=False),
    judged=st.lists(
        st.tuples(st.integers(0, 8), st.integers(0, 8), st.sampled_from(("same", "same", "different"))), max_size=4
    ),
)
def test_differences_that_are_not_kept_part_what_they_part_when_kept(
    drawn: list[Any], chance: random.Random, judged: list[Any]
) -> None:
    before = chance.getstate()
    kept, all_kept = made(drawn, judged, chance, asked=False)
    chance.setstate(before)
    grown, whole = made(drawn, judged, chance, asked=False, kept=False)
    assert grown.homes == whole.homes == kept.homes == all_kept.homes
    assert grown.links == whole.links == kept.links == all_kept.links


RANK = {"different": 0, "unsure": 1, "same": 2}
"""Scores are in the order of verdicts, as sums of evidence are."""


def made(
    drawn: list[set[str]], judged: list[tuple[int, int, Verdict]], chance: random.Random, *, asked: bool, kept: bool = True
) -> tuple[Made, Made]:
    """Return things taken in one by one, and the same taken in at once."""
    come = [Thing(f"x-{n}", f"d-{n}", tuple(sorted(keys))) for n, keys in enumerate(drawn)]
    said: tuple[Verdict, ...] = chance.choice((("same", "same", "different", "unsure"), ("different", "different", "unsure")))
    told: dict[tuple[str, str], tuple[Verdict, float]] = {
        (a.key, b.key): (verdict := chance.choice(said), round((RANK[verdict] + 0.9 * chance.random()) / 3, 4))
        for a, b in combinations(come, 2)
        if chance.random() < 0.8
    }
    decided: dict[tuple[str, str], Judgement] = {}
    for a, b, verdict in judged:
        if max(a, b) < len(come) and a != b:
            pair = come[min(a, b)].key, come[max(a, b)].key
            decided[pair] = Judgement(*pair, verdict, by="Meruert")
    kind = kind_of(told, asked=asked, kept=kept)
    grown, whole = (Made(kind, Judged(decided)) for _ in range(2))
    for one in chance.sample(come, len(come)):
        grown.come(one)
    whole.come(*come)
    return grown, whole


def test_a_lost_difference_of_two_that_judgements_tie_to_one_no_longer_parts_them() -> None:
    come = [Thing(f"x-{n}", f"d-{n}", ("k",)) for n in range(4)]
    tied = Thing("x-9", "d-9", ("z",))
    decided = {(one.key, tied.key): Judgement(one.key, tied.key, "same", by="Meruert") for one in come[:2]}
    kind = kind_of({("x-0", "x-1"): ("different", 0.1)}, asked=False)
    grown = Made(kind, Judged(decided))
    grown.come(tied, *come[:3])
    assert len({grown.homes["x-0"], grown.homes["x-1"]}) == 2
    grown.come(come[3])
    assert {grown.homes["x-0"], grown.homes["x-1"]} == {"x-0"}


def test_a_lost_difference_that_is_not_kept_no_longer_parts_what_others_connect() -> None:
    come = [Thing("x-0", "d-0", ("a", "k")), Thing("x-1", "d-1", ("b", "k")), Thing("x-2", "d-2", ("a", "b"))]
    said: dict[tuple[str, str], tuple[Verdict, float]] = {
        ("x-0", "x-1"): ("different", 0.1),
        ("x-0", "x-2"): ("same", 0.9),
        ("x-1", "x-2"): ("same", 0.8),
    }
    grown = Made(kind_of(said, asked=False, kept=False), Judged({}))
    grown.come(*come)
    assert grown.homes == {"x-0": "x-0", "x-1": "x-1", "x-2": "x-0"}
    grown.come(*(Thing(f"x-{n}", f"d-{n}", ("k",)) for n in (3, 4)))
    assert {grown.homes[one.key] for one in come} == {"x-0"}
