from __future__ import annotations

import pytest
from tests.made.records import gathering, report, source

from onrecord.review.conflicts import Case, find_conflicts


def found(sentence, start, language="en", **fields):
    page = source("page", language=language)
    return find_conflicts(Case((gathering(report(page, stated={"start": (start, sentence)}, **fields)),)))


def test_a_weekday_on_which_the_date_does_not_fall_is_a_contradiction():
    (conflict,) = found("They met on Tuesday, [April 3, 2019], in Almaty.", "2019-04-03")
    assert (conflict.kind, conflict.severity) == ("weekday", "high")
    assert conflict.reason == "The text names a Tuesday, but 3 April 2019 is a Wednesday."
    assert [side.value for side in conflict.sides] == ["2019-04-03", "Tuesday"]


def test_a_year_that_is_not_printed_may_be_the_wrong_one():
    (conflict,) = found("They met on Tuesday, [April 3], in Almaty.", "2019-04-03")
    assert conflict.severity == "medium"
    assert conflict.reason.endswith("unless another year than 2019 is meant.")


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("They met on Wednesday, [April 3].", "en"),
        ("They met on [April 3]. On Tuesday they left.", "en"),
        ("The sun, [April 3], shone.", "en"),
        ("They met on [April 3].", "en"),
        ("Встреча прошла в среду, [3 апреля].", "ru"),
        ("회의는 [4월 3일](수) 열렸다.", "ko"),
    ],
)
def test_a_weekday_that_fits_or_is_not_beside_the_date_is_none(sentence, language):
    assert not found(sentence, "2019-04-03", language)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Встреча прошла во вторник, [3 апреля].", "ru"),
        ("회의는 [4월 3일](화) 열렸다.", "ko"),
        ("[Tue., April 3], in the hall", "en"),
        ("on TUESDAY ([April 3])", "en"),
        ("on [April 3] (Tue.)", "en"),
    ],
)
def test_weekdays_are_read_in_three_languages_before_inside_and_behind_the_date(sentence, language):
    assert [conflict.kind for conflict in found(sentence, "2019-04-03", language)] == ["weekday"]


def test_a_date_worked_out_from_the_weekday_cannot_contradict_it():
    assert not found("They met on [Tuesday].", "2019-04-03", start_basis="weekday")


def test_a_date_that_words_without_a_number_give_was_worked_out_from_the_weekday():
    assert not found("Three days of talks ended on [Saturday].", "2018-11-15")


def test_the_weekday_of_the_last_day_is_none():
    assert not found("Three days of talks ended on Saturday, [November 17].", "2018-11-15", end="2018-11-17")
