from __future__ import annotations

import dataclasses

import pytest
from tests.made.records import position, source

from onrecord.review.conflicts import Case, find_conflicts

EARLY, SAME, LATE = (
    source(name, published=day) for name, day in (("a", "2019-04-03"), ("b", "2019-04-04"), ("c", "2019-04-20"))
)
MILL = {"organization": "Mill Institute", "organization_key": "o-mill"}


def held(title, of, **fields):
    return position("Dair Seitov", title, f"[{title}] Dair Seitov came.", of, **fields)


def found(*positions):
    return find_conflicts(Case(positions=positions))


def test_two_ranks_in_one_body_at_one_time_are_a_contradiction():
    (conflict,) = found(held("deputy director", EARLY, **MILL), held("research director", SAME, **MILL))
    assert (conflict.kind, conflict.severity, conflict.title) == ("office", "low", "Dair Seitov")
    assert [side.value for side in conflict.sides] == ["deputy director", "research director"]


def test_an_office_held_and_left_on_one_day_is_a_contradiction():
    (conflict,) = found(held("director", EARLY, **MILL), held("director", SAME, status="former", **MILL))
    assert conflict.severity == "medium"
    assert "former" in conflict.reason


def test_an_office_may_be_left_between_two_dates():
    assert not found(held("director", EARLY, **MILL), held("director", LATE, status="former", **MILL))


def test_an_office_held_after_it_was_left_is_a_contradiction():
    assert found(held("director", LATE, **MILL), held("director", EARLY, status="former", **MILL))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Foreign Minister", "Minister of Foreign Affairs"),
        ("Deputy Director", "Vice Director"),
        ("director", "executive director"),
        ("chairman", "chairperson"),
    ],
)
def test_two_wordings_of_one_office_are_none(one, other):
    assert not found(held(one, EARLY, **MILL), held(other, SAME, **MILL))


def test_offices_in_two_bodies_are_none():
    lake = {"organization": "Lake Society", "organization_key": "o-lake"}
    assert not found(held("deputy director", EARLY, **MILL), held("research director", SAME, **lake))


def test_offices_years_apart_are_none():
    old = source("old", published="2012-01-01")
    assert not found(held("deputy director", old, **MILL), held("research director", EARLY, **MILL))


def test_titles_of_one_source_do_not_contradict_each_other():
    assert not found(held("deputy director", EARLY, **MILL), held("research director", EARLY, **MILL))


def test_a_deputy_is_another_office_in_any_two_languages():
    russian = dataclasses.replace(SAME, language="ru")
    (conflict,) = found(held("Deputy Director", EARLY, **MILL), held("директор", russian, **MILL))
    assert (conflict.kind, conflict.severity) == ("office", "low")
    state = {"country": "Kazakhstan"}
    assert found(
        held("First Deputy Foreign Minister", EARLY, **state), held("заместитель министра иностранных дел", russian, **state)
    )


def test_a_korean_vice_minister_may_be_the_first_one():
    korean = dataclasses.replace(SAME, language="ko")
    assert not found(held("First Vice Foreign Minister", EARLY, country="Japan"), held("외교차관", korean, country="Japan"))


def test_a_first_deputy_and_a_deputy_are_two_offices_in_two_languages() -> None:
    russian = source("e", language="ru", published="2019-04-03")
    first = held("Первый заместитель министра иностранных дел", russian, country="Казахстан")
    (conflict,) = found(first, held("Deputy Minister of Foreign Affairs", SAME, country="Kazakhstan"))
    assert (conflict.kind, conflict.severity) == ("office", "low")
    assert not found(first, held("Deputy Minister of Foreign Affairs", SAME, country="Kyrgyzstan"))


def test_a_minister_and_a_deputy_minister_are_two_offices_where_one_source_leaves_the_country_out() -> None:
    russian = source("e", language="ru", published="2019-04-03")
    whole = held("министр чрезвычайных ситуаций", russian)
    assert found(whole, held("Deputy Minister of Emergency Situations", SAME, country="Kyrgyzstan"))
    assert not found(whole, held("Minister for Emergency Situations", SAME, country="Kyrgyzstan"))
