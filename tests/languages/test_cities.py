"""A city is one under its names, in three scripts, and in every case of Russian."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.cities import city_keys, names_place, one_city, same_city
from onrecord.languages.places import by_name

ONE = [
    ("Astana", "Nur-Sultan"),
    ("Astana", "Астане"),
    ("АСТАНА", "Астане"),
    ("Нур-Султане", "누르술탄"),
    ("Семее", "Semipalatinsk"),
    ("Усть-Каменогорске", "Oskemen"),
    ("Алма-Ате", "Almaty, Kazakhstan"),
    ("Сеуле", "서울"),
    ("Ташкента", "Tashkent"),
    ("Женеве", "Geneva"),
    ("Нижнем Новгороде", "Нижний Новгород"),
]
TWO = [("Астане", "Алматы"), ("Курчатове", "Семее"), ("Сеуле", "Пусане"), ("Ким", "Кимы"), ("Семипалатинске", "Семёнове")]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_names_and_cases_of_one_city(one, other):
    assert one_city(one, other)
    assert one_city(other, one)
    assert city_keys(one) & city_keys(other)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_cities(one, other):
    assert not one_city(one, other)
    assert not same_city(one, other)
    assert not city_keys(one) & city_keys(other)


@given(st.sampled_from(sorted(by_name("ru"))))
def test_a_city_is_itself_in_capitals(name):
    assert one_city(name, name.upper())


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_words_can_be_asked(one, other):
    assert one_city(one, other) == one_city(other, one)


def test_words_name_a_place_by_a_part_of_it_or_by_another_name_of_the_city():
    assert names_place("almaty", ["Abai Hall, Almaty"])
    assert names_place("Astana", [None, "아스타나"])
    assert names_place("Nur-Sultan", ["Абай-холл", "Астане"])
    assert not names_place("Astana", ["Almaty", None])
