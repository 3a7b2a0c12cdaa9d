from __future__ import annotations

import pytest

from onrecord.model import PartialDate
from onrecord.review.wording import counted, listed, spoken


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2019-04-03", "3 April 2019"),
        ("2019-04", "April 2019"),
        ("2019", "2019"),
        ("XXXX-11-25", "25 November, year not stated"),
        ("2020-11-25?", "25 November 2020 (inferred)"),
        ("[2019-11-25,2020-11-25]", "25 November 2019 or 25 November 2020"),
    ],
)
def test_a_date_in_words_says_no_more_than_the_date(edtf, words):
    assert spoken(PartialDate(edtf)) == words


def test_lists_and_numbers_read_as_english():
    assert [listed("abc"), listed("ab"), listed("a"), listed("")] == ["a, b and c", "a and b", "a", ""]
    assert [counted(1, "page"), counted(1200, "page"), counted(2, "body", "bodies")] == ["1 page", "1,200 pages", "2 bodies"]


def test_a_day_of_a_week_is_told_by_its_ends():
    week = PartialDate.one_of(*(PartialDate.of(None, 11, day) for day in range(6, 13)))
    assert spoken(week) == "a day from 6 November, year not stated, to 12 November, year not stated"
