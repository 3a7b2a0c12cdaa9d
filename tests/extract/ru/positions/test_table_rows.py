"""Offices in rows of tables, of participles, before a colon, and one title before several names."""

from __future__ import annotations

import pytest

from onrecord import extract_text
from onrecord.model import Extract


def read(text: str) -> Extract:
    return extract_text(text, language="ru", published="2023-05-05")


def offices(text: str) -> list[tuple[str, str, str | None, str]]:
    found = read(text).positions
    return [(p.person.name, p.title, p.organization.name if p.organization else None, p.status) for p in found]


TABLE = """Семинар по проверке прошел в Астане 3 мая 2023 года.

СПИСОК УЧАСТНИКОВ

№ | Ф.И.О. | Организация | Должность

1 | Сергеева Анна Ивановна | Уральский институт мира | аспирант

2 | Лим Хе Сон | Университет Ханын | младший научный сотрудник

3 | Петров Олег Львович | Томский центр измерений | –"""


def test_a_row_of_a_table_gives_office_and_body():
    assert offices(TABLE) == [
        ("Сергеева Анна Ивановна", "аспирант", "Уральский институт мира", "current"),
        ("Лим Хе Сон", "младший научный сотрудник", "Университет Ханын", "current"),
    ]


def test_those_of_a_table_have_the_role_of_its_heading():
    (gathering,) = read(TABLE).gatherings
    assert [(p.who.name, p.role) for p in gathering.participations] == [
        ("Сергеева Анна Ивановна", "participant"),
        ("Лим Хе Сон", "participant"),
        ("Петров Олег Львович", "participant"),
    ]


def test_a_cell_with_a_label_tells_the_role_of_its_row():
    text = "Семинар прошел в Астане 3 мая 2023 года.\n\nМодератор | Анна Сергеева\n\nДокладчик | Олег Петров"
    (gathering,) = read(text).gatherings
    assert {(p.who.name, p.role) for p in gathering.participations} == {
        ("Анна Сергеева", "moderator"),
        ("Олег Петров", "speaker"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Анна Сергеева, возглавляющая группу дружбы, открыла встречу.",
            [("Анна Сергеева", "возглавляющая группу дружбы", None, "current")],
        ),
        (
            "На встрече выступил Олег Петров, руководивший в девяностые годы отделом проверки.",
            [("Олег Петров", "руководивший в девяностые годы отделом проверки", None, "former")],
        ),
        (
            "В Астану приехал Посол Республики Корея г-н Лим Хе Сон.",
            [("Лим Хе Сон", "Посол", None, "current")],
        ),
        (
            "Выступил Чрезвычайный и Полномочный Посол Казахстана Олег Петров.",
            [("Олег Петров", "Чрезвычайный и Полномочный Посол", None, "current")],
        ),
        (
            "Выступил посол Казахстана в Республике Корея Олег Петров.",
            [("Олег Петров", "посол Казахстана в Республике Корея", None, "current")],
        ),
        (
            "На встречу приехали двое аспирантов академии: Анна Сергеева и Олег Петров.",
            [("Анна Сергеева", "аспирантов", None, "current"), ("Олег Петров", "аспирантов", None, "current")],
        ),
        (
            "Ответственный секретарь оргкомитета: Анна Сергеева",
            [("Анна Сергеева", "Ответственный секретарь оргкомитета", None, "current")],
        ),
        (
            "Мы говорим с руководительницей музея, доктором исторических наук Анной Сергеевой.",
            [
                ("Анной Сергеевой", "руководительницей", None, "current"),
                ("Анной Сергеевой", "доктором исторических наук", None, "current"),
            ],
        ),
    ],
)
def test_an_office_is_read(text: str, expected: list[tuple[str, str, str | None, str]]):
    assert offices(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Возглавляемая Олегом Петровым группа открыла встречу.",
        "Анна Сергеева, возглавлявшая узбекскую делегацию на переговорах, вернулась домой.",
        "Модератор: Анна Сергеева",
        "Автор: Олег Петров",
        "В город прибыла делегация во главе с Олегом Петровым.",
        "О школе рассказал ветеран Олег Петров.",
    ],
)
def test_what_is_no_office_is_left(text: str):
    assert offices(text) == []
