"""Groups, houses, days and roles of Russian gatherings told in less usual words."""

from __future__ import annotations

import pytest
from tests.made.told import roles

from onrecord import extract_text
from onrecord.model import Extract, Gathering

FORUM = "5 мая 2023 года прошел форум по безопасности. "


def read(text: str) -> Extract:
    return extract_text(text, language="ru", published="2023-05-10")


def main(text: str) -> Gathering:
    return next(g for g in read(text).gatherings if g.main)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В форуме участвовали депутаты парламента и сотрудники посольства.", {("депутаты парламента", "participant")}),
        ("В форуме участвовали ветераны и гости из Японии и Кореи.", {("ветераны и гости из Японии и Кореи", "participant")}),
        ("Форум собрал 64 специалиста из пяти стран.", {("специалиста из пяти стран", "participant")}),
        ("Модерировать обсуждение было поручено Анне Сергеевой.", {("Анне Сергеевой", "moderator")}),
        ("Роль ведущей досталась Анне Сергеевой.", {("Анне Сергеевой", "moderator")}),
        ("Открывая его, Олег Петров обратился к гостям.", {("Олег Петров", "opening")}),
        ("Она зачитала приветствие, поступившее от Олега Петрова.", {("Олега Петрова", "opening")}),
        ("Содокладчиком стала Анна Сергеева.", {("Анна Сергеева", "speaker")}),
        ("Форум прошел с участием Олега Петрова.", {("Олега Петрова", "participant")}),
    ],
)
def test_a_role_is_read(text: str, expected: set[tuple[str, str]]):
    assert expected <= roles(main(FORUM + text))


@pytest.mark.parametrize(
    "text",
    ["Депутаты парламента рассмотрят закон осенью.", "В докладе названы сотрудники посольства.", "Роль музея досталась школе."],
)
def test_who_is_only_named_took_no_part(text: str):
    assert roles(main(FORUM + text)) == set()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("5 мая в здании областной филармонии прошел форум по безопасности.", "областной филармонии"),
        ("5 мая форум по безопасности прошел на площадке Дома дружбы.", "Дома дружбы"),
        ("5 мая в отеле «Степной» прошел форум по безопасности.", "отеле «Степной»"),
        ("5 мая в здании филармонии в Астане прошел форум по безопасности.", "Астане"),
        ("5 мая прошел форум по безопасности на тему мира в доме и семье.", None),
        ("После форума в Доме дружбы гости уехали. Форум прошел 5 мая.", None),
    ],
)
def test_a_house_is_the_place_where_no_town_is_told(text: str, place: str | None):
    assert main(text).place == place


def test_the_day_of_a_dateline_and_the_last_day_hold_for_what_follows():
    text = "Выставка\n\nПусан, 27 апреля. – В библиотеке состоялось открытие выставки «Парк».\n\nВыставка продлится до 15 мая."
    found = main(text)
    assert (str(found.start), str(found.end)) == ("2023-04-27", "2023-05-15")


def test_a_reception_in_the_passive_has_host_and_guest():
    text = "4 мая 2023 года посол Олег Петров был принят министром Азаматом Куловым."
    assert roles(main(text)) >= {("Олег Петров", "participant"), ("Азаматом Куловым", "host")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Делегациями был подписан Протокол о сотрудничестве на 2023–2025 годы. Встреча прошла 4 мая 2023 года.", None),
        ("В июне 2023 года институты намерены подписать меморандум о взаимопонимании.", ("agreement", "2023-06")),
        ("27 октября 1992 года в Сеуле начало работу Посольство Казахстана.", ("organization-founded", "1992-10-27")),
    ],
)
def test_a_step_has_its_own_date(text: str, expected: tuple[str, str] | None):
    found = [(m.kind, str(m.date)) for m in read(text).milestones]
    assert (expected in found) if expected else all(not date.startswith("2025") for _, date in found)
