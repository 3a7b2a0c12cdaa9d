from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.made.records import date, gathering, report, source

from onrecord.model import PartialDate
from onrecord.review.conflicts import Case, dates
from onrecord.review.conflicts.dates import within

A, B, C = (source(name, published=f"2018-06-1{i}") for i, name in enumerate("abc", 4))


def said(of, start, **fields):
    return report(of, stated={"start": (start, f"It met on [{start}].")}, **fields)


def found(*reports):
    return tuple(dates.find(Case((gathering(*reports),))))


def test_two_days_for_one_occasion_are_a_severe_contradiction_with_both_sentences():
    (conflict,) = found(said(A, "2018-06-12"), said(B, "2018-06-13"))
    assert (conflict.kind, conflict.severity) == ("date", "high")
    assert conflict.reason == "Sources date one occasion to 12 June 2018 and 13 June 2018."
    assert [side.evidence.wording for side in conflict.sides] == ["2018-06-12", "2018-06-13"]


def test_a_day_without_its_year_contradicts_another_day():
    (conflict,) = found(said(A, "2019-11-19"), said(B, "XXXX-11-20"))
    assert conflict.severity == "medium"
    assert "20 November, year not stated" in conflict.reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2018-06-12", "2018-06"),
        ("2018-06-12", "XXXX-06-12"),
        ("2018", "2018-06-12"),
        ("[2017-06-12,2018-06-12]", "2018-06-12"),
    ],
)
def test_a_less_precise_date_contradicts_nothing_that_it_holds(one, other):
    assert not found(said(A, one), said(B, other))


def test_a_day_inside_the_period_of_another_source_is_no_contradiction():
    assert not found(said(A, "2018-06-12", end="2018-06-14"), said(B, "2018-06-13"))
    assert found(said(A, "2018-06-12", end="2018-06-14"), said(B, "2018-06-15"))


def test_two_periods_with_another_first_day_are_a_contradiction():
    (apart,) = found(said(A, "2018-06-12", end="2018-06-13"), said(B, "2018-06-13", end="2018-06-14"))
    (within,) = found(said(A, "2018-06-12", end="2018-06-14"), said(B, "XXXX-06-13", end="XXXX-06-14"))
    assert (apart.severity, within.severity) == ("high", "low")
    (open_year,) = found(said(A, "2018-06-12", end="2018-06-13"), said(B, "XXXX-06-13", end="XXXX-06-14"))
    assert open_year.severity == "medium"
    assert not found(said(A, "2018-06-12", end="2018-06-14"), said(B, "2018-06-12", end="2018-06-14"))


def test_copies_of_one_text_are_one_voice():
    copy = source("copy", group="a")
    assert not found(said(A, "2018-06-12"), said(copy, "2018-06-13"))


def test_a_source_that_gives_two_dates_is_not_contradicted_by_one_of_them():
    assert not found(said(A, "2018-06-12"), said(A, "2018-06-13"), said(B, "2018-06-13"))


def test_a_source_that_nobody_contradicts_is_not_a_side():
    (conflict,) = found(said(A, "2018-06-12"), said(B, "2018-06"), said(C, "2018-06-13"))
    assert [side.evidence.source.id for side in conflict.sides] == ["a", "c"]


def test_an_announced_date_weighs_less_than_a_reported_one():
    (conflict,) = found(said(A, "2018-06-12", status="planned"), said(B, "2018-06-13"))
    assert conflict.severity == "low"


def test_29_february_without_a_year_is_looked_for_in_leap_years_alone():
    assert not within(PartialDate("XXXX-02-29"), PartialDate("2018-01-01"), PartialDate("2018-12-31"))
    assert within(PartialDate("XXXX-02-29"), PartialDate("2020-01-01"), PartialDate("2020-12-31"))


days = st.dates(min_value=date("1990-01-01").as_date(), max_value=date("2030-12-31").as_date())  # type: ignore[arg-type]  # both are days


@given(days, days, days)
def test_a_day_is_within_a_period_exactly_when_the_calendar_says_so(day, first, last):
    first, last = sorted((first, last))
    inside = within(*(PartialDate.from_date(one) for one in (day, first, last)))
    assert inside == (first <= day <= last)


@given(days, days)
def test_contradiction_does_not_depend_on_the_order_of_the_sources(one, other):
    there = found(said(A, one.isoformat()), said(B, other.isoformat()))
    back = found(said(B, other.isoformat()), said(A, one.isoformat()))
    assert bool(there) == bool(back) == (one != other)
    assert [c.reason for c in there] == [c.reason for c in back]
