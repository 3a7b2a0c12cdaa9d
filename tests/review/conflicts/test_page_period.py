from __future__ import annotations

from tests.made.records import gathering, period, report, source

from onrecord.review.conflicts import Case, find_conflicts

PAGE = source("page", published="2018-06-30")


def found(*facts, **fields):
    told = report(PAGE, stated={"start": ("2018-06-12", "On [June 12], they met.")}, page_facts=facts, **fields)
    return find_conflicts(Case((gathering(told),)))


def test_a_period_that_does_not_hold_the_day_in_the_text_is_a_contradiction_of_the_page_with_itself():
    (conflict,) = found(period("2018-06-30", "2018-06-30"))
    assert (conflict.kind, conflict.severity) == ("page-period", "high")
    assert conflict.reason == "The page gives 30 June 2018 as the event's period, its text 12 June 2018."
    assert [side.value for side in conflict.sides] == ["2018-06-30", "2018-06-12"]
    assert conflict.sides[0].evidence.sentence == "Period 2018-06-30 - 2018-06-30"


def test_a_period_that_is_the_day_of_registration_may_be_the_sites_default():
    (conflict,) = found(period("2018-06-30", "2018-06-30"), period("2018-06-30", "2018-06-30", "registered", "Registered"))
    assert conflict.severity == "medium"
    assert "the day on which the page was registered" in conflict.reason


def test_a_period_that_holds_the_day_is_none():
    assert not found(period("2018-06-11", "2018-06-13"))


def test_a_period_belongs_to_the_occasion_that_the_page_is_about():
    assert not found(period("2018-06-30", "2018-06-30"), main=False)
