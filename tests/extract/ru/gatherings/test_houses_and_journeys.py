"""Where an occasion is when only its house tells, what one visit leads to, and which one is only spoken of."""

import pytest
from tests.made.told import roles

from onrecord import extract_text
from onrecord.model import Gathering


def gatherings(text: str, published: str | None = "2021-10-20") -> tuple[Gathering, ...]:
    return extract_text(text, language="ru", published=published).gatherings


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("5 октября в МИД Кыргызстана состоялись консультации по вопросам урана.", "МИД Кыргызстана"),
        ("5 октября в Центре Тихой степи прошёл семинар по вопросам урана.", "Центре Тихой степи"),
        ("5 октября в столичном кинотеатре «Вираж» состоялся показ фильма «Соль».", "кинотеатре «Вираж»"),
        ("5 октября в актовом зале состоялась конференция студентов.", "None"),
        ("5 октября под Ташкентом прошли переговоры рабочих групп.", "Ташкентом"),
        ("6 ноября участники посетят Институт песка в посёлке Долонск.", "Долонск"),
        ("5 октября в библиотеке города Тихореченска прошёл семинар.", "Тихореченска"),
        ("5 октября в Доме дружбы ректор обсудил с акимом города Семей вопросы урана на встрече.", "Доме дружбы"),
        ("5 октября вступил в силу Семипалатинский протокол, о нём прошёл семинар в Ташкенте.", "Ташкенте"),
    ],
)
def test_the_house_is_the_place_where_no_town_is_told(text: str, place: str):
    assert [str(g.place) for g in gatherings(text)] == [place]


def test_a_town_that_another_verb_takes_is_not_that_of_a_lecture():
    found = gatherings(
        "Душанбе. 20 октября. Степь-Информ – Завтра гость выступит с лекцией в Академии права, "
        "после чего посетит мемориал в Худжанде."
    )
    assert {(g.type, str(g.place)) for g in found} >= {("visit", "Худжанде")}
    assert all(str(g.place) != "Худжанде" for g in found if g.type == "other")


def test_whom_one_meets_on_a_counted_day_of_a_visit_is_met_on_that_day():
    found = gatherings(
        "БИШКЕК, 20 октября 2021 года /Дала/. Посланник Ким Ын Хо прибыл в Бишкек с двухдневным рабочим визитом.\n\n"
        "Во второй день его ждала встреча с ректором Анарой Тилековой.",
        None,
    )
    assert [(g.type, str(g.start)) for g in found] == [("visit", "2021-10-20"), ("meeting", "2021-10-21")]


@pytest.mark.parametrize(
    "text",
    [
        "20 октября в Ташкенте прошёл семинар. Профессор Ли Чун Мин рассказал о переговорах с соседями.",
        "20 октября в Ташкенте прошёл семинар. На нём выступил спецпредставитель по переговорам Ли Чун Мин.",
    ],
)
def test_what_somebody_only_tells_about_is_no_occasion(text: str):
    assert [g.type for g in gatherings(text)] == ["seminar"]


def test_who_is_only_asked_to_take_part_took_no_part():
    found = gatherings("Министр Олжас Бекенов пригласил их принять участие в ноябрьской конференции в Ташкенте.")
    assert [(g.type, str(g.start), g.participations) for g in found] == [("conference", "2021-11", ())]


def test_the_next_one_is_told_by_its_adjective_alone():
    found = gatherings(
        "19 октября в Ташкенте прошла II Летняя школа «Тихий шаг». Следующую решено провести в 2022 году в Оше.\n\n"
        "Ректор объявил, что четвёртая школа пройдёт в Нарыне летом 2024 года."
    )
    assert [(str(g.start), str(g.place)) for g in found] == [("2021-10-19", "Ташкенте"), ("2022", "Оше"), ("2024", "Нарыне")]


def test_an_object_before_its_verb_is_the_guest():
    found = gatherings(
        "19 октября состоялись консультации. Делегацию возглавлял посол Республики Корея Ли Чун Мин.\n\n"
        "По завершении консультаций главу корейской миссии принял министр Олжас Бекенов."
    )
    assert {("Олжас Бекенов", "host"), ("Ли Чун Мин", "participant")} <= roles(found[1])


def test_who_leads_a_talk_is_told_by_a_clause_behind_the_guest():
    found = gatherings("19 октября в Оше состоялась беседа с режиссёром, которую вёл критик Олег Цай.")
    assert ("Олег Цай", "moderator") in roles(found[0])


def test_who_prepared_an_exhibition_organizes_it():
    found = gatherings("19 октября в Оше открылась выставка «Свет», подготовленная Фондом «Тихая степь» вместе с Музеем соли.")
    assert {("Фондом «Тихая степь»", "organizer"), ("Музеем соли", "organizer")} <= roles(found[0])


def test_people_without_a_name_seen_on_a_visit_are_no_meeting_apart():
    found = gatherings("19 октября министр Олжас Бекенов побывал в Оше и пообщался со студентами.")
    assert [g.type for g in found] == ["visit"]


def test_a_day_behind_words_in_guillemets_for_the_fringes_is_that_of_the_meeting():
    found = gatherings("Достигнута договорённость о встрече министров «на полях» заседания Совета юристов в Оше в мае с.г.")
    assert ("meeting", "2021-05", "Оше") in {(g.type, str(g.start), str(g.place)) for g in found}


def test_who_receives_visitors_there_is_host():
    found = gatherings("19 октября в Оше прошла школа «Тихий шаг», студенты посетили Нарын. Там их принял ректор Олег Цай.")
    assert any(("Олег Цай", "host") in roles(g) for g in found)
