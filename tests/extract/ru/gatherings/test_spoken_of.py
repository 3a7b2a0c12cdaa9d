"""Occasions that are only prepared or hoped for, parts of one that has a number, and what is done on a visit."""

import pytest
from tests.made.told import roles

from onrecord import extract_text
from onrecord.model import Extract


def read(text: str, published: str | None = "2022-06-06") -> Extract:
    return extract_text(text, language="ru", published=published)


@pytest.mark.parametrize("words", ["подготовку к переговорам на высшем уровне", "возобновление шестисторонних переговоров"])
def test_what_is_only_prepared_or_hoped_for_is_no_occasion(words: str):
    found = read(f"15 мая в Астане прошел семинар по верификации. Посол Ли Чжин Хо отметил {words}.").gatherings
    assert [g.type for g in found] == ["seminar"]


def test_a_session_with_its_number_and_title_is_a_part_of_the_occasion():
    found = read(
        "26 ноября в Томске состоялся круглый стол «Безъядерный мир».\n\n"
        "Первая сессия «История отказов» (модератор – доцент Анна Беляева) открылась докладом Ильи Громова «Шесть бомб».\n\n"
        "Вторую сессию, «Полуостров», модерировал Чан Ду Хо."
    )
    assert [g.type for g in found.gatherings] == ["roundtable"]
    people = {("Анна Беляева", "moderator"), ("Ильи Громова", "speaker"), ("Чан Ду Хо", "moderator")}
    assert people <= roles(found.gatherings[0])
    assert not any(p.title == "модератор" for p in found.positions)


def test_on_a_visit_the_visitor_takes_part_in_meetings_and_a_lecture_has_its_house():
    found = read(
        "Сеул, 6 июня 2022 г. – В ходе визита в Республику Корея заместитель министра энергетики Казахстана Алмаз Бектуров "
        "провел ряд двусторонних встреч.\n\n"
        "Затем заместитель министра встретился с первым заместителем министра обороны Ким Тэ Соном.\n\n"
        "В Корейской горной академии А. Бектуров прочитал лекцию на тему «Степь и атом»."
    ).gatherings
    met = next(g for g in found if g.type == "meeting")
    assert {("Алмаз Бектуров", "participant"), ("Ким Тэ Соном", "participant")} <= roles(met)
    talk = next(g for g in found if g.type == "other")
    assert {("Корейской горной академии", "host"), ("Алмаз Бектуров", "speaker")} <= roles(talk)
    assert str(talk.start) == "2022-06-06"
    assert talk.place == "Сеул"


def test_two_genitives_that_are_joined_stay_in_the_name():
    found = read("8 июня посол примет участие в Чеджуском форуме мира и процветания.").gatherings
    assert found[0].name == "Чеджуском форуме мира и процветания"
