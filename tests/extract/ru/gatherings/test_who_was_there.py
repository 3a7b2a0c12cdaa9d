"""Who took part in an occasion and who only spoke to the press; which days and plans are those of an occasion."""

from __future__ import annotations

import pytest
from tests.made.told import roles

from onrecord import extract_text
from onrecord.model import Gathering


def held(text: str) -> list[Gathering]:
    return list(extract_text(text, language="ru", published="2021-10-20").gatherings)


def test_who_speaks_to_a_paper_is_no_speaker_at_the_forum():
    text = (
        "18 октября 2021 года в Оше прошёл форум «Степь». На нём выступил Марат Сеитов.\n\n"
        "Политолог Дарья Ким в комментарии агентству назвала форум запоздалым, но нужным разговором."
    )
    assert ("Дарья Ким", "speaker") not in roles(held(text)[0])


def test_a_guest_without_a_name_took_part():
    text = "19 октября 2021 года президент Батболд Ганзориг встретился с генеральным секретарём организации."
    assert ("генеральным секретарём организации", "participant") in roles(held(text)[0])


def test_who_was_received_in_the_passive():
    text = (
        "18 октября 2021 года в Астане прошли консультации о мире.\n\n"
        "По завершении консультаций Хон Сан У был принят заместителем министра Айдосом Бековым."
    )
    assert any({("Айдосом Бековым", "host"), ("Хон Сан У", "participant")} <= roles(one) for one in held(text))


def test_what_somebody_proposes_to_hold_is_no_occasion():
    text = (
        "19 октября 2021 года Марат Сеитов встретился с Дарьей Ким. "
        "Марат Сеитов предложил провести в Оше в июне 2022 года конференцию юристов."
    )
    assert [one.type for one in held(text)] == ["meeting"]


def test_the_day_of_a_decree_is_no_day_of_the_occasion():
    text = (
        "18 октября 2021 года в Оше прошёл круглый стол «Тридцать лет тишины».\n\n"
        "Открывая круглый стол, посол Марат Сеитов рассказал о значении Указа от 29 августа 1991 года о закрытии полигона."
    )
    assert [str(one.start) for one in held(text)] == ["2021-10-18"]


def test_members_of_a_body_took_part_and_not_the_body():
    text = "18 октября 2021 года в Оше прошёл форум. В нём приняли участие послы Японии, США и Кореи, депутаты Мажилиса."
    told = roles(held(text)[0])
    assert {("послы Японии, США и Кореи", "participant"), ("депутаты Мажилиса", "participant")} <= told
    assert ("Мажилиса", "participant") not in told


def test_who_brings_the_news_organizes_nothing():
    text = (
        "18 октября 2021 года в Оше прошёл форум «Степь». Его организаторами стали фонд «Мир» и центр «Ясность», "
        "передаёт корреспондент агентства «Алатау»."
    )
    assert {who for who, role in roles(held(text)[0]) if role == "organizer"} == {"фонд «Мир»", "центр «Ясность»"}


def test_a_line_with_day_town_and_house_is_the_programmes():
    text = (
        "Программа международной конференции\n\n«Тридцать лет тишины»\n\n16 декабря 2021 г., Алматы, гостиница «Степь»\n\n"
        "10.00–10.30 Открытие конференции\nПриветственные слова:\nМарат Сеитов – ректор\nАнна Вебер – глава фонда\n"
    )
    assert [(str(one.start), one.place) for one in held(text)][:1] == [("2021-12-16", "Алматы")]


def test_a_guest_of_honour_took_part_and_a_visited_town_is_the_place():
    text = "18 октября 2021 года в Оше прошла встреча школьников. Почётным гостем встречи стала Ингрид Солхейм."
    assert ("Ингрид Солхейм", "participant") in roles(held(text)[0])
    assert [one.place for one in held("Делегация из Оша посетит Хиросиму в мае 2022 года.")] == ["Хиросиму"]


def test_who_organized_what_is_named_in_marks():
    text = "18 октября 2021 года семинар «Без гонки» организовали центр «Ясность» и фонд «Мир» при поддержке общества «Мост»."
    told = {who for who, role in roles(held(text)[0]) if role == "organizer"}
    assert told == {"центр «Ясность»", "фонд «Мир»", "общества «Мост»"}


def test_the_years_of_an_office_are_no_day_of_the_occasion():
    text = (
        "18 октября 2021 года в Оше прошло заседание клуба. Гостем заседания стал Марат Сеитов, "
        "в 1994–1999 годах занимавший пост советника."
    )
    assert [str(one.start) for one in held(text)] == ["2021-10-18"]
    assert ("Марат Сеитов", "participant") in roles(held(text)[0])


def test_who_cuts_the_ribbon_is_there():
    text = "18 октября 2021 года в Оше открылась выставка «Атом». Ленту перерезали ректор Еркин Кубаев и посол Анна Вебер."
    assert {("Еркин Кубаев", "participant"), ("Анна Вебер", "participant")} <= roles(held(text)[0])


@pytest.mark.parametrize("told", ["К вебинару подключились 240 человек.", "К трансляции присоединились более 240 участников."])
def test_those_who_join_a_broadcast_are_counted(told: str):
    (webinar,) = extract_text(
        f"10 ноября прошел вебинар «Голоса степи». {told}", language="ru", published="2023-11-14"
    ).gatherings
    assert webinar.attendance == 240
