"""What captions and notes tell: who is in the picture, and the place and day that stand alone behind it."""

from __future__ import annotations

import pytest
from tests.made.told import roles

from onrecord import extract_text
from onrecord.model import Extract

HEAD = "Из архива института\n\n"


def read(text: str) -> Extract:
    return extract_text(HEAD + text, language="ru")


@pytest.mark.parametrize(
    ("text", "where", "when", "who"),
    [
        (
            "Министр Павел Осока и профессор Мин Чжи Су во время круглого стола. Алматы, 12 июня 2024 года. Фото: архив.",
            "Алматы",
            "2024-06-12",
            {"Павел Осока", "Мин Чжи Су"},
        ),
        (
            "Перед началом переговоров: Павел Осока и координатор Ирма Лунд. Вена, гостиница «Корона», 29 ноября 2021 года",
            "гостиница «Корона»",
            "2021-11-29",
            {"Павел Осока", "Ирма Лунд"},
        ),
        (
            "Кадр из зала: Ирма Лунд ведёт панель на Форуме мира в Чеджу. Рядом с ней – министр Павел Осока. 30 мая 2019 года.",
            "Чеджу",
            "2019-05-30",
            {"Павел Осока"},
        ),
        (
            "На снимке: слева – Павел Осока и Ирма Лунд на семинаре в Караганде, 3 мая 2018 года.",
            "Караганде",
            "2018-05-03",
            {"Павел Осока", "Ирма Лунд"},
        ),
    ],
)
def test_a_note_behind_a_caption_tells_where_and_when_and_who_is_in_it_took_part(
    text: str, where: str, when: str, who: set[str]
):
    (found,) = read(text).gatherings
    assert (found.place, found.start and found.start.edtf) == (where, when)
    assert {name for name, role in roles(found) if role == "participant"} == who


def test_a_town_between_commas_before_the_day_is_where_an_occasion_was():
    (found,) = read("Слушатели внимают докладу. Конференция врачей, Женева, 1 октября 1990 года.").gatherings
    assert (found.place, found.start and found.start.edtf) == ("Женева", "1990-10-01")


def test_who_is_named_in_a_sentence_without_a_note_is_in_no_picture():
    text = "В Семее прошёл 5 мая 2021 года круглый стол. Автор книги о круглом столе – Павел Осока."
    assert "participant" not in {role for found in read(text).gatherings for _, role in roles(found)}
