from __future__ import annotations

import itertools
from typing import Any

import pytest
from tests.made.records import date, position, source

from onrecord.model import PartialDate
from onrecord.review.tenure import of_office, tenure

_names = (f"page-{n}" for n in itertools.count())


def stated(as_of: str | None, status: str = "current", **terms: str) -> Any:
    page = source(next(_names), published=as_of)
    days = {name: date(value) for name, value in terms.items()}
    return position("Dair Seitov", "Deputy Minister", "[Deputy Minister] Seitov came.", page, status=status, **days)


def held(day: str, *office: Any) -> str | None:
    found = tenure(office, PartialDate(day))
    return found.held if found else None


@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        ("2017-01-01", "possibly"),
        ("2018-05-01", "certainly"),
        ("2019-04-03", "certainly"),
        ("2020-06-01", "certainly"),
        ("2020-12-01", "possibly"),
        ("2022-01-01", "no"),
        ("2020", "certainly"),
    ],
)
def test_between_two_sources_it_is_certain_outside_possible_and_after_leaving_not(day: str, verdict: str):
    assert held(day, stated("2018-05-01"), stated("2020-06-01"), stated("2021-03-01", "former")) == verdict


def test_since_and_until_of_any_source_bound_the_office():
    office = (stated("2020-01-10", since="2019-04"), stated("2023-01-01", "former", until="2021-02"))
    assert [held(day, *office) for day in ("2019-03-31", "2019-04-15", "2019-05-01", "2021-01-01", "2021-03-01")] == [
        "no",
        "possibly",
        "certainly",
        "certainly",
        "no",
    ]


def test_an_office_taken_up_again_is_held_again():
    office = (stated("2015-01-01"), stated("2016-01-01", "former"), stated("2018-01-01"), stated("2019-01-01"))
    assert [held(day, *office) for day in ("2017-01-01", "2018-06-01")] == ["no", "certainly"]


def test_the_statements_that_decide_come_first():
    first, second, third = stated("2018-01-01"), stated("2019-01-01"), stated("2021-01-01")
    found = tenure((first, second, third), PartialDate("2020-01-01"))
    assert found.positions == (second, third, first)
    assert found.reason == "stated in office before and after"


def test_sources_without_dates_say_nothing():
    assert held("2019", stated(None)) is None
    assert tenure((stated("2019"),), PartialDate("XXXX-05-05")) is None


def test_an_office_is_found_by_its_telling_words():
    deputy = position("A", "Vice Minister of Foreign Affairs", "[Vice Minister] A", source("x"), country="Kazakhstan")
    other = position("B", "Minister of Energy", "[Minister] B", source("y"), country="Kazakhstan")
    assert of_office((deputy, other), "deputy foreign minister") == (deputy,)
    assert of_office((deputy, other), "minister", country="Kazakhstan") == (deputy, other)
    assert of_office((deputy, other), "minister", country="Japan") == ()


def test_who_works_for_a_body_named_for_an_office_does_not_hold_it():
    clerk = position("A", "Deputy Director", "[Deputy Director] A", source("x"), organization="Fund of the First President")
    holder = position("B", "차관", "[차관] B", source("y", language="ko"), organization="외교부")
    assert of_office((clerk, holder), "president") == ()
    assert of_office((clerk, holder), "deputy foreign minister") == (holder,)
    assert of_office((clerk, holder), "") == (clerk, holder)
