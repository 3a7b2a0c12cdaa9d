from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.ru.dates import find_dates
from onrecord.model import PartialDate

PAGE = PartialDate("2021-10-20")  # a Wednesday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("закрыт 29 августа 1991 года", "1991-08-29"),
        ("в апреле 1995 года", "1995-04"),
        ("осенью 1995 года", "1995"),
        ("основан в 2003 году", "2003"),
        ("14 октября в Сеуле", "2021-10-14"),
        ("пройдет 3 декабря", "2021-12-03"),
        ("сегодня в Астане", "2021-10-20"),
        ("вчера встретились", "2021-10-19"),
        ("во вторник прибыл", "2021-10-19"),
        ("в минувшую пятницу", "2021-10-15"),
        ("в прошлом году", "2020"),
        ("16.03.2023", "2023-03-16"),
        ("2019-04-03", "2019-04-03"),
        ("третьего апреля прошел форум", "2021-04-03"),
        ("двадцать первого мая 2019 года", "2019-05-21"),
        ("тридцать первого декабря 2020 года", "2020-12-31"),
        ("в минувший вторник", "2021-10-19"),
        ("1949, 29 августа. Взорвано устройство", "1949-08-29"),
        ("1994, ноябрь. Вывезен уран", "1994-11"),
    ],
)
def test_a_date_is_completed_from_the_page_and_no_more_precise_than_its_text(text, expected):
    assert str(find_dates(text, PAGE)[0].date) == expected


def test_a_period_has_an_end():
    (mention,) = find_dates("форум пройдет 12–13 марта 2024 года", PAGE)
    assert (str(mention.date), str(mention.end)) == ("2024-03-12", "2024-03-13")


def test_a_weekday_before_a_date_is_one_date_with_it():
    (mention,) = find_dates("в минувшую пятницу, 15 октября, прошел семинар", PAGE)
    assert (str(mention.date), mention.weekday) == ("2021-10-15", 4)


def test_the_day_before_counts_from_the_date_named_before():
    first, second = find_dates("4 октября открылся форум. Накануне делегация посетила музей.", PAGE)
    assert (str(first.date), str(second.date)) == ("2021-10-04", "2021-10-03")


def test_without_the_date_of_the_page_the_year_stays_open():
    assert [str(m.date) for m in find_dates("3 апреля в Сеуле", None)] == ["XXXX-04-03"]
    assert [m.date for m in find_dates("в минувшую среду", None)] == [None]


@pytest.mark.parametrize("text", ["Май Ли выступила", "45 участников", "пункт 12.3", "маяк"])
def test_what_is_no_date_is_none(text):
    assert not find_dates(text, PAGE)


@given(st.text(alphabet="0123456789.–- годамртпелявнусивчрнщк", max_size=40))
def test_any_text_gives_ordered_mentions_inside_it(text):
    mentions = find_dates(text, PAGE)
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in mentions)
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))
