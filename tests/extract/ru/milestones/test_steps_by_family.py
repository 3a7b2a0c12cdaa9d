"""Dated steps told by a noun that took place, by verbs of either aspect, and offices that are taken, held and left."""

from __future__ import annotations

import pytest

from onrecord import extract_text


def steps(text: str) -> list[tuple[str, str]]:
    return [(m.kind, m.date.edtf) for m in extract_text(text, language="ru", published="2024-03-13").milestones]


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Пуск баллистической ракеты состоялся 28 ноября 2017 года.", "missile-launch", "2017-11-28"),
        ("8 сентября 2006 года состоялось подписание Степного договора.", "treaty-signed", "2006-09-08"),
        ("Ратификация договора Казахстаном состоялась 12 марта 2019 года.", "treaty-ratified", "2019-03-12"),
        ("Вступление договора в силу состоялось 21 марта 2009 года.", "treaty-in-force", "2009-03-21"),
        ("Уничтожение шахт завершилось в 1996 году.", "weapons-dismantled", "1996"),
        ("В 1947 году был создан Степной полигон.", "site-opened", "1947"),
        ("В 1991 году полигон прекратил работу.", "site-closed", "1991"),
        ("Россия денонсировала договор 2 августа 2019 года.", "withdrawal", "2019-08-02"),
        ("Казахстан стал участником ДНЯО 14 февраля 1994 года.", "accession", "1994-02-14"),
        ("Движение «Степь» возникло в 1989 году.", "organization-founded", "1989"),
        ("Олег Саврасов стал послом в 2019 году.", "office-taken", "2019"),
        ("Олег Саврасов работает директором с 2019 года.", "office-taken", "2019"),
        ("Олег Саврасов ушёл в отставку в 2021 году.", "office-left", "2021"),
        ("Олег Саврасов руководил институтом до 2019 года.", "office-left", "2019"),
    ],
)
def test_a_step_is_told_by_its_noun_or_any_verb_for_it(text: str, kind: str, date: str):
    assert steps(text) == [(kind, date)]


@pytest.mark.parametrize(
    "text",
    [
        "Россия отозвала ратификацию договора 2 ноября 2023 года.",
        "Олег Саврасов стал модератором форума в 2019 году.",
        "Олег Саврасов работал в институте в 2019 году.",
        "Основной реактор стоит у реки с 1999 года.",
    ],
)
def test_what_is_undone_or_no_office_is_no_step(text: str):
    assert steps(text) == []


def test_a_bank_that_opens_is_one_step():
    assert steps("Банк топлива «Степь» открыт 29 августа 2017 года.") == [("facility-opened", "2017-08-29")]


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("29 августа 1949 года. Взорвано первое советское атомное устройство.", ("nuclear-test", "1949-08-29")),
        ("1991, 29 августа. Полигон закрыт указом главы республики.", ("site-closed", "1991-08-29")),
        ("1992, 23 мая. Казахстан и Украина подписывают в Лиссабоне протокол к договору.", ("treaty-signed", "1992-05-23")),
        (
            "1994, ноябрь. Из Усть-Каменогорска в США вывезено 600 килограммов высокообогащенного урана.",
            ("material-removed", "1994-11"),
        ),
    ],
)
def test_the_date_at_the_head_of_a_chronicles_line_is_that_of_its_steps(line: str, step: tuple[str, str]):
    assert step in steps(f"Хроника\n\n{line}")


def test_a_date_inside_a_sentence_is_no_head_of_its_line():
    assert steps("29 августа 1949 года в степи было тихо. Полигон закрыт указом главы республики.") == []
