"""What looks like the name of a person and is none, and forms of one name that are joined."""

from __future__ import annotations

import pytest

from onrecord import extract_text


def people(text: str) -> list[set[str]]:
    return [set(one.names) for one in extract_text(text, language="ru", published="2021-10-20").persons]


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("Делегация Корейского института мира посетила Курчатов", "Курчатов"),
        ("В Доме дружбы Талдыкоргана прошла встреча.", "Талдыкоргана"),
        ("10.00–11.30 Сессия I. Исторический выбор", "I. Исторический"),
        ("11.30–12.00 Кофе-брейк", "Кофе-брейк"),
    ],
)
def test_what_names_nobody(text: str, none: str):
    assert not any(none in names for names in people(text))


def test_two_oblique_forms_of_a_korean_name_are_one():
    text = "Посол Марат Сеитов говорил с Чон Ый Ёном. Визит Чон Ый Ёна намечен на май."
    assert {"Чон Ый Ёном", "Чон Ый Ёна"} in people(text)


def test_an_initial_is_no_longer_than_the_name_in_full():
    found = extract_text("Визит посла Мухтара Сеитова. М. Сеитов рад.", language="ru").persons
    assert [one.name for one in found] == ["Мухтара Сеитова"]
