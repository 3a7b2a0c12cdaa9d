"""Bodies and towns in the nominative, what does not agree with the noun left as it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.ru import base_forms, model


@pytest.mark.parametrize(
    ("written", "base"),
    [
        ("Институтом евразийской безопасности", "Институт евразийской безопасности"),
        ("Ташкентском институте региональных исследований", "Ташкентский институт региональных исследований"),
        ("Посольства Республики Корея в РК", "Посольство Республики Корея в РК"),
        ("Фонда «Степной мир»", "Фонд «Степной мир»"),
        ("Сибирской горной академии", "Сибирская горная академия"),
        ("Дипломатической академией при МИД РК", "Дипломатическая академия при МИД РК"),
        ("научно-исследовательского института", "научно-исследовательский институт"),
        ("Фондами мира", "Фонды мира"),
    ],
)
def test_a_body_is_turned_with_the_adjectives_that_agree_with_it(written: str, base: str):
    assert base_forms.body(written) == base


@pytest.mark.parametrize(
    "name",
    [
        "МИД РК",
        "МАГАТЭ",
        "«Иртыша»",
        "Молодежная сеть",
        "АО «Недра»",
        "Посольство Республики Корея",
        "Ерлан Сарбаев",
        "Ministry",
        "외교부",
    ],
)
def test_what_stands_in_the_nominative_or_is_no_kind_of_body_stays(name: str):
    assert base_forms.body(name) == name


@pytest.mark.parametrize(
    ("written", "base"),
    [("Астане", "Астана"), ("АСТАНА", "Астана"), ("Курчатове", "Курчатов"), ("Tokyo", "Tokyo"), ("Доме", "Доме")],
)
def test_a_town_is_shown_as_the_table_of_cities_has_it(written: str, base: str):
    assert base_forms.town(written) == base


@given(st.text(alphabet="абвгдежзиклмнопрстуфхцчшьыэюяАИКМОСФ «»-", max_size=40))
def test_the_base_form_of_a_base_form_is_itself_and_keeps_the_number_of_words(name: str):
    base = base_forms.body(name)
    assert len(base.split()) == len(name.split())
    assert base_forms.body(base) == base


@pytest.mark.parametrize(
    ("written", "base"),
    [
        ("Яной Ковач", "Яна Ковач"),
        ("Ш. Р. Назаровой", "Ш. Р. Назарова"),
        ("Фарходом Сангиновым", "Фарход Сангинов"),
        ("Темирланом Аубакировым", "Темирлан Аубакиров"),
        ("Марии Лунд", "Мария Лунд"),
        ("Павла Иванова", "Павел Иванов"),
        ("Анатолию Цою", "Анатолий Цой"),
        ("Динары Сатпаевой", "Динара Сатпаева"),
        ("Лим Гю Хваном", "Лим Гю Хван"),
        ("Ян Сын Ёлем", "Ян Сын Ёль"),
        ("О Сынуном", "О Сынун"),
        ("Соль Гён Мином", "Соль Гён Мин"),
    ],
)
def test_a_person_is_turned_where_a_word_cannot_be_in_the_nominative(written: str, base: str):
    assert base_forms.person(written) == base


@pytest.mark.parametrize("name", ["Айлар Тоскар", "Ганвик Сперлид", "Дорис Велкис", "Аль Велкис", "Вик Тоскар"])
def test_names_that_end_in_no_case_ending_stay(name: str):
    assert base_forms.person(name) == name


@pytest.mark.parametrize(
    "word", ["Анна", "Анной", "Иванов", "Иванова", "Тоскаром", "Вельдин", "Сенова", "стол", "Лен-Мар", "А"]
)
def test_the_nominative_of_a_name_is_told_without_making_its_forms(word: str):
    readings = model.name_readings(word)
    assert model.may_name_in_nominative(word) == any(r.case == "nomn" for r in readings)
    assert all(r.known == model.is_in_dictionary(word) for r in readings)


@pytest.mark.parametrize(
    "name",
    [
        "Кристиана Хауге",
        "Альберт Марке",
        "Ерлана Байтасова",
        "Ерлан Байтасов",
        "Ли Сон А",
        "О Се Ван",
        "Пак Гын Хе",
        "Хо Ин Сон",
        "Никита Белых",
        "Илья Ким",
        "Ольга Валерьевна Ступина",
        "Park Ji-hoon",
        "어진목",
    ],
)
def test_a_person_whose_name_may_be_in_the_nominative_stays(name: str):
    assert base_forms.person(name) == name


@given(st.text(alphabet="абвгдежзиклмнопрстуфхцчшьыэюяАИКМОСФ. -", max_size=40))
def test_a_person_turned_has_as_many_words_and_none_beside_the_letters(name: str):
    base = base_forms.person(name)
    assert len(base.split()) == len(name.split())
