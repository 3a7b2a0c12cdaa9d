"""Who met whom is counted for any choice of occasions, and drawn the same way every time."""

from __future__ import annotations

import dataclasses
from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.facts import GatheringStatus, Role, Track
from onrecord.record.catalogue import OccasionEntry
from onrecord.serve.company import Company
from onrecord.serve.net import LARGEST, Meetings, draw

PEOPLE = st.lists(st.sampled_from([f"p-{n}" for n in range(8)] + ["o-1"]), max_size=6)


def occasion(n: int, people: list[str]) -> OccasionEntry:
    parties: tuple[tuple[str, Role], ...] = tuple((key, "participant") for key in people)
    track: Track = "1" if n % 2 else "2"
    return OccasionEntry(
        f"g-{n}", "talks", "talks", (), None, None, (), "unknown", track, "held", None, True, parties, ("d-1",), 1
    )  # fmt: skip


@given(st.lists(PEOPLE, max_size=8), st.sampled_from(["1", "2", ""]))
def test_pairs_are_those_of_the_chosen_occasions(there: list[list[str]], track: str):
    occasions = [occasion(n, people) for n, people in enumerate(there)]
    expected: Counter[tuple[str, str]] = Counter()
    for one in occasions:
        if track in ("", one.track):
            expected.update(combinations(sorted({key for key, _ in one.parties if key.startswith("p-")}), 2))
    met = Meetings(occasions).met(lambda one: track in ("", one.track))
    assert {(a, b): n for a, b, n in met.often(1000)} == expected
    assert [n for _, _, n in met.often(1000)] == sorted(expected.values(), reverse=True)
    for key in ("p-1", "p-9"):
        assert {(a, b) for a, b, _ in met.of(key).often(1000)} == {pair for pair in expected if key in pair}
        near = {end for pair in expected if key in pair for end in pair}
        assert {(a, b) for a, b, _ in met.around(key).often(1000)} == {pair for pair in expected if set(pair) <= near}


@pytest.mark.parametrize("status", ["planned", "postponed", "cancelled"])
def test_nobody_met_at_what_did_not_take_place(status: GatheringStatus):
    held, other = occasion(1, ["p-1", "p-2"]), occasion(2, ["p-1", "p-2", "p-3"])
    occasions = [held, dataclasses.replace(other, status=status)]
    assert Meetings(occasions).met(lambda _: True).often(10) == [("p-1", "p-2", 1)]
    assert Company(occasions).of("p-1", [one.key for one in occasions], 10) == [("p-2", 1)]


@given(st.lists(PEOPLE, max_size=8))
def test_a_drawing_has_those_who_met_most_and_whom_it_is_about(there: list[list[str]]):
    met = Meetings([occasion(n, people) for n, people in enumerate(there)]).met(lambda _: True)
    drawn = draw(met, 3, "p-7")
    assert drawn == draw(met, 3, "p-7")
    assert len(drawn.knots) <= 3
    if len(met.of("p-7")):
        assert drawn.knots[0].key == "p-7"
    else:
        assert not drawn.knots
    assert {knot.key for knot in draw(met, 100).knots} == {end for a, b, _ in met.often(1000) for end in (a, b)}


def test_a_congress_says_nothing_of_who_met_whom():
    crowd = [f"p-{n}" for n in range(LARGEST + 1)]
    assert len(Meetings([occasion(1, crowd)]).met(lambda _: True)) == 0
    assert len(Meetings([occasion(1, crowd[1:])]).met(lambda _: True)) == LARGEST * (LARGEST - 1) // 2


def test_every_name_of_a_few_small_circles_has_room():
    circles = [("a", 2), ("b", 2), ("c", 3), ("d", 4), ("e", 9)]
    drawn = draw(
        Meetings([occasion(n, [f"p-{c}{k}" for k in range(size)]) for n, (c, size) in enumerate(circles)]).met(lambda _: True),
        36,
    )
    assert len(drawn.knots) == 20
    assert not [knot.key for knot in drawn.knots if knot.crowded]
    assert all(0 < knot.x < drawn.width and 0 < knot.y < drawn.height for knot in drawn.knots)
