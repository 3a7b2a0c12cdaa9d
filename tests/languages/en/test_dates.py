from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.en.dates import find_dates
from onrecord.model import PartialDate

THURSDAY = PartialDate("2021-07-08")


def one(text, anchor=THURSDAY, direction=None):
    found = find_dates(text, anchor, direction=direction)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("from Feb.28, 2023 to Mar.3, 2023", "2023-02-28"),
        ("April 3, 2019", "2019-04-03"),
        ("3 April 2019", "2019-04-03"),
        ("3rd of April, 2019", "2019-04-03"),
        ("03.04.2019", "2019-04-03"),
        ("2019-04-03", "2019-04-03"),
        ("2019.04.03", "2019-04-03"),
        ("13/4/2019", "2019-04-13"),
        ("3/4/2019", "[2019-03-04,2019-04-03]"),
        ("MAY 16, 2017", "2017-05-16"),
        ("in April 2019", "2019-04"),
        ("the spring of 2019", "2019"),
        ("in 2000", "2000"),
        ("by 2010, when", "2010"),
        ("a 1994 agreement", "1994"),
    ],
)
def test_complete_dates_need_no_anchor(text, edtf):
    assert str(one(text, None).date) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("today", "2021-07-08"),
        ("ten years ago this month", "2011-07"),
        ("yesterday", "2021-07-07"),
        ("on Tuesday", "2021-07-06"),
        ("said Thursday", "2021-07-08"),
        ("last Thursday", "2021-07-01"),
        ("next Friday", "[2021-07-09,2021-07-16]"),
        ("last week", "[2021-06,2021-07]"),
        ("next week", "2021-07"),
        ("last month", "2021-06"),
        ("last year", "2020"),
        ("later this year", "2021"),
        ("next spring", "2022"),
        ("last spring", "2021"),
        ("last October", "2020-10"),
        ("in March", "2021-03"),
        ("the May summit", "2021-05"),
        ("three days ago", "2021-07-05"),
        ("two years ago", "2019"),
        ("thirty years ago", "1991~"),
        ("twenty years ago yesterday", "2001-07-07"),
    ],
)
def test_relative_dates_are_no_more_precise_than_their_words(text, edtf):
    found = one(text)
    assert str(found.date) == edtf
    assert found.basis == "page date"


def test_tense_decides_on_which_side_of_the_page_a_date_lies():
    assert str(one("in March", direction="past").date) == "2021-03"
    assert str(one("in March", direction="future").date) == "2022-03"
    assert str(one("on Monday", direction="future").date) == "2021-07-12"


def test_a_day_near_the_page_date_is_that_day_whatever_the_tense():
    assert str(one("a July 20 symposium", direction="past").date) == "2021-07-20"


def test_without_a_page_date_the_year_stays_open_and_a_weekday_says_nothing():
    assert str(one("Nov. 25", None).date) == "XXXX-11-25"
    assert one("Nov. 25", None).basis == "open"
    assert one("on Tuesday", None).date is None
    assert str(one("yesterday", PartialDate("XXXX-11-20")).date) == "XXXX-11-19"


def test_where_the_page_tells_its_day_and_no_year_a_weekday_is_in_the_week_before_or_behind_it():
    found = one("They met on Saturday.", PartialDate("XXXX-03-02"), "past")
    assert (str(found.date.alternatives[0]), str(found.date.alternatives[-1])) == ("XXXX-02-25", "XXXX-03-02")
    assert one("They will meet on Saturday.", PartialDate("XXXX-03-02"), "future").date.agrees(PartialDate("2021-03-06"))


def test_a_year_in_the_same_sentence_completes_a_day():
    first, second = find_dates("In 1962, on October 22, the blockade began.", THURSDAY)
    assert (str(first.date), str(second.date), second.basis) == ("1962", "1962-10-22", "sentence")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("October 24-25, 2018", "2018-10-24", "2018-10-25"),
        ("from August 27 to 31", "2021-08-27", "2021-08-31"),
        ("on 7-8 March", "2021-03-07", "2021-03-08"),
        ("28 February – 2 March 2020", "2020-02-28", "2020-03-02"),
        ("from December 30 to January 2, 2020", "2019-12-30", "2020-01-02"),
        ("between 1988 and 1990", "1988", "1990"),
        ("from 1998 to 2002", "1998", "2002"),
        ("in 2017-2018", "2017", "2018"),
        ("from October 1997 to May 1998", "1997-10", "1998-05"),
    ],
)
def test_periods_have_two_ends(text, start, end):
    found = one(text)
    assert (str(found.date), str(found.end)) == (start, end)


def test_days_are_counted_from_the_date_mentioned_before():
    text = "It opened on May 1. Two days later it closed, and the next day nobody came. The same year it was sold."
    assert [str(m.date) for m in find_dates(text, THURSDAY)] == ["2021-05-01", "2021-05-03", "2021-05-04", "2021"]


def test_a_stated_weekday_is_kept_so_that_a_contradiction_shows():
    right, wrong = one("Thursday, 21 October 2021"), one("on April 21 (Mon.), 2023")
    assert (right.weekday, right.contradicts_weekday) == (3, False)
    assert (wrong.weekday, str(wrong.date), wrong.contradicts_weekday) == (0, "2023-04-21", True)


@pytest.mark.parametrize(
    "text", ["456 tests", "in 2000 villages", "you may go", "Theresa May said", "No. 1430/2019", "at 13:40", "30 February 2019"]
)
def test_what_is_no_date_is_left_alone(text):
    assert find_dates(text, THURSDAY) == []


def test_a_decade_is_recognised_without_a_claim():
    assert [(m.date, m.basis) for m in find_dates("in the 1990s", THURSDAY)] == [(None, "decade")]


@given(
    st.dates(dt.date(1600, 1, 1), dt.date(2099, 12, 31)),
    st.sampled_from(["%B %d, %Y", "%d %B %Y", "%Y-%m-%d", "%d.%m.%Y", "%b %d, %Y"]),
)
def test_every_written_day_is_read_back(day, form):
    text = f"It began on {day.strftime(form)} in the capital."
    found = one(text)
    assert found.date == PartialDate.from_date(day)
    assert text[found.span.start : found.span.end].strip() == day.strftime(form)


@given(st.text(alphabet="0123456789 -–./,MayJune()thest", max_size=40))
def test_any_text_gives_mentions_in_order_without_overlaps(text):
    found = find_dates(text, THURSDAY)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in found)


def test_a_part_of_a_text_is_read_as_if_nothing_stood_around_it():
    text = "The forum of 3 May 2019 was followed by a second one two days later, and a third on 9 May 2021."
    later = text.index("two days")
    assert [m.span.of(text) for m in find_dates(text, None, within=(later, len(text)))] == ["two days later", "9 May 2021"]
    assert [m.date for m in find_dates(text, None, within=(later, later + 20))] == [None]
    assert find_dates(text, None)[1].date == PartialDate("2019-05-05")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It opened inMay 5, 2019, said the host.", "May 5, 2019"),
        ("IN MAY 5 envoys met on the same day.", "the same day"),
        ("He came back the previous day.", "the previous day"),
        ("They met in the midtwenties.", "the midtwenties"),
        ("In the mid-twenties they met.", "the mid-twenties"),
    ],
)
def test_a_date_is_found_by_its_words_whatever_stands_near(text: str, words: str):
    found = [mention.span.of(text) for mention in find_dates(text, PartialDate("2019-05-05"))]
    assert words in found


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The first test was on Aug. 29, 1949. The site was closed on the same day of 1991.", "1991-08-29"),
        ("It was signed on 3 March 1998. On the same date in 2008 it was renewed.", "2008-03-03"),
        ("It was signed on 29 February 1996. On the same day in 2001 it ended.", "2001-02"),
        ("It was signed on 3 March 1998. On the same day in Almaty they met.", "1998-03-03"),
    ],
)
def test_the_same_day_of_another_year_is_that_years(text, edtf):
    assert find_dates(text, THURSDAY)[-1].date == PartialDate(edtf)
