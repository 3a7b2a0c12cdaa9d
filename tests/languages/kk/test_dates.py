"""Kazakh months in both alphabets and in any case, on Kazakh pages that are read with the Russian rules."""

from __future__ import annotations

import pytest

from onrecord.languages.ru.dates import find_dates
from onrecord.model import PartialDate

PAGE = PartialDate("2022-05-16")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2020 жылғы 11 ақпанда Алматыда кездесу өтті", "2020-02-11"),
        ("29 тамызда Семейде еске алу шарасы өтті", "2022-08-29"),
        ("Тіркелу 25 мамырға дейін жүргізіледі", "2022-05-25"),
        ("1991 жылдың 29 тамызынан бастап", "1991-08-29"),
        ("2021 жылғы желтоқсанның соңында", "2021-12"),
        ("2023 jylğy 5 säuirde Astanada", "2023-04-05"),
        ("2019 zhylghy 3 qyrkuiekte", "2019-09-03"),
        ("2021 ж. 5 қазан", "2021-10-05"),
        ("5 қазан 2021 ж.", "2021-10-05"),
    ],
)
def test_a_date_with_a_kazakh_month_is_read(text: str, date: str):
    assert [str(one.date) for one in find_dates(text, PAGE)] == [date]


def test_several_days_end_with_the_last():
    (one,) = find_dates("12–13 наурызда форум өтті", PAGE)
    assert (str(one.date), str(one.end)) == ("2022-03-12", "2022-03-13")


@pytest.mark.parametrize("text", ["Қазан қаласында", "город Казань", "Назарбаев 11 ақша берді"])
def test_a_month_without_day_and_year_and_other_words_are_no_dates(text: str):
    assert find_dates(text, PAGE) == []
