"""Look-alikes of an occasion stay apart: other counterparts, another city, nothing but the word for its kind in common."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from onrecord.match.gatherings import days_apart, judge, prepared
from onrecord.match.places import is_country, one_place
from onrecord.match.words import occasion_words
from onrecord.model import PartialDate
from onrecord.model.resolution import GatheringSighting

MEETING = GatheringSighting(
    "g-1",
    "d-1",
    "meeting",
    "meeting of the two ministers",
    start=PartialDate("2022-03-08"),
    place="Karatal",
    main=True,
    participants=("p-a", "p-b"),
)


def verdict(one: GatheringSighting, **changes: Any) -> str:
    other = dataclasses.replace(one, key="g-2", document="d-2", **changes)
    link = judge(prepared("g-1", [one]), prepared("g-2", [other]))
    return link.verdict if link else "different"


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"start": PartialDate("2022-03-09")}, "same"),
        ({"start": PartialDate("2022-03-09"), "participants": ("p-a", "p-c")}, "unsure"),
        ({"participants": ("p-a", "p-c", "p-d")}, "same"),
        ({"start": None, "participants": ("p-a", "p-c")}, "different"),
    ],
)
def test_a_meeting_with_another_counterpart_is_another_one(changes: dict[str, Any], found: str) -> None:
    assert verdict(MEETING, **changes) == found


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("한미일 외교차관 협의", "한일 외교차관 회담"), "different"),
        (("한미일 외교차관 협의", "제9차 한·미·일 외교차관 협의"), "same"),
        (("한미일 외교차관 협의", "외교차관 협의"), "same"),
    ],
)
def test_talks_of_other_countries_are_other_talks(names: tuple[str, str], found: str) -> None:
    assert verdict(dataclasses.replace(MEETING, name=names[0], language="ko"), name=names[1]) == found


def test_in_one_year_two_cities_are_two_seminars_and_on_one_day_a_slip() -> None:
    planned = dataclasses.replace(MEETING, type="seminar", name="export control seminar", participants=())
    in_a_year = dataclasses.replace(planned, start=PartialDate("2022"), main=False)
    assert verdict(in_a_year) == "same"
    assert verdict(in_a_year, place="Tobol") == "different"
    assert verdict(planned, place="Tobol") == "same"


def test_of_a_city_and_its_country_nothing_is_said() -> None:
    assert verdict(MEETING, place="Казахстане") == "same"
    reasons = judge(prepared("g-1", [MEETING]), prepared("g-2", [dataclasses.replace(MEETING, key="g-2", place="카자흐스탄")]))
    assert reasons is not None
    assert "place" not in " ".join(reasons.reasons)


def test_a_lecture_and_a_meeting_on_the_day_after_are_two() -> None:
    lecture = dataclasses.replace(MEETING, type="other", name="lecture “Uranium and Memory”")
    assert verdict(lecture, type="meeting", name="встретилась с профессором", start=PartialDate("2022-03-09")) == "different"


@pytest.mark.parametrize(
    "name", ["встреча", "телефонный разговор", "부대행사", "side event", "telephone conversation", "круглый стол"]
)
def test_the_word_for_its_kind_is_no_name(name: str) -> None:
    assert not occasion_words(name)


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Курчатове", "Kurchatov", True),
        ("Улан-Баторе", "Ulaanbaatar", True),
        ("Karatal", "Каратале", True),
        ("쿠르차토프", "Курчатов, Казахстан", True),
        ("Seoul", "Busan", False),
        ("Астане", "Алматы", False),
        ("Karatal", "Karatau", False),
    ],
)
def test_a_place_is_one_in_another_script_and_case(a: str, b: str, one: bool) -> None:
    assert one_place(a, b) == one


def test_countries_are_told_from_cities() -> None:
    assert all(map(is_country, ["카자흐스탄", "Казахстане", "Republic of Korea"]))
    assert not any(map(is_country, ["Astana", "Сеуле", "서울", "Karatal"]))


def test_an_envoy_who_meets_two_hosts_in_two_days_was_at_two_meetings() -> None:
    host = dataclasses.replace(MEETING, participants=("p-host", "p-guest", "p-envoy"), name="meeting of the delegation")
    assert verdict(host, participants=("p-other", "p-envoy"), start=PartialDate("2022-03-09")) == "unsure"


def test_of_a_weekday_without_a_year_the_nearest_day_counts() -> None:
    week = PartialDate.one_of(*(PartialDate.of(None, 3, day) for day in range(1, 8)))
    assert days_apart(week, PartialDate("2022-03-08")) == 1
    assert days_apart(week, PartialDate("2022-03-04")) == 0
