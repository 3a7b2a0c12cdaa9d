"""Agency items with dashes of two hyphens, speeches, hearings and earlier occasions told on the way."""

import pytest
from tests.made.told import roles

from onrecord import extract_text
from onrecord.model import Extract


def read(text: str, published: str | None = None) -> Extract:
    return extract_text(text, language="ru", published=published)


def test_two_hyphens_are_a_dash_and_the_town_of_a_dateline_says_nothing():
    found = read(
        "Сеул, 5 марта (Хангук Тудей) -- Президент Тан Сон Мин призвал соседей вернуться за стол переговоров "
        "и пообещал экономическую помощь всем странам.\n\n"
        "«Мы готовы обсуждать любой вопрос без условий», -- сказал он."
    )
    assert [p.name for p in found.persons] == ["Тан Сон Мин"]
    assert [o.name for o in found.organizations] == ["Хангук Тудей"]
    told = [(s.speaker_name, s.content) for s in found.statements]
    assert ("Тан Сон Мин", ("соседей вернуться за стол переговоров",)) in told
    assert ("Тан Сон Мин", ("Мы готовы обсуждать любой вопрос без условий",)) in told


def test_a_speech_is_given_by_whom_its_title_names_on_the_day_at_its_head():
    found = read(
        "Выступление посла Республики Казахстан Жандоса Абиша на открытии форума «Дорога мира»\n\n"
        "(Сеул, 29 августа 2022 года)\n\nДорогие друзья! Мы верим, что этот форум принесёт пользу. "
        "Как сказал министр Тлек Садатов, «слабые отказываются от оружия из страха»."
    )
    (forum,) = found.gatherings
    assert str(forum.start) == "2022-08-29"
    assert ("Жандоса Абиша", "speaker") in roles(forum)
    assert [s.speaker_name for s in found.statements] == ["Тлек Садатов"]


def test_what_was_long_before_is_told_on_the_way():
    found = read(
        "11 апреля 2024 года в Пекине прошёл третий раунд двусторонних консультаций.\n\n"
        "Сакен Тулебай рассказал о встрече послов, которая состоялась в Астане 27–28 августа 2023 года. "
        "Он отметил важность скорейшего вступления договора в силу.\n\n"
        "На полях консультаций С.Тулебай встретился с директором Ассоциации мира Ван Хайянь.\n\n"
        "Следующий раунд пройдет в 2025 году в Астане. Новый раунд санкций начнется в мае 2024 года."
    ).gatherings
    assert [(g.type, str(g.start)) for g in found] == [
        ("talks", "2024-04-11"),
        ("meeting", "2023-08-27"),
        ("meeting", "2024-04-11"),
        ("talks", "2025"),
    ]
    assert found[0].name == "третий раунд двусторонних консультаций"
    assert ("Сакен Тулебай", "speaker") in roles(found[0])


def test_a_committee_holds_a_sitting_and_its_deputy_asks():
    found = read(
        "Нур-Султан. 12 июня 2019 года. Вчера Комитет по международным делам Мажилиса провёл расширенное заседание. "
        "Председательствовал на нём депутат Мухтар Есенбай. Договор, по его словам, подписали 70 государств.\n\n"
        "Депутат Ирина Самохина поинтересовалась, не осложнит ли это отношения с соседями.",
        "2019-06-12",
    )
    (sitting,) = found.gatherings
    assert sitting.place == "Нур-Султан"
    assert {("Комитет по международным делам Мажилиса", "organizer"), ("Мухтар Есенбай", "moderator")} <= roles(sitting)
    assert ("Ирина Самохина", ("не осложнит ли это отношения с соседями",)) in [
        (s.speaker_name, s.content) for s in found.statements
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "В зале выступил посол Ван Джун Ги. Его встретил декан Марат Гайсин.\n\n"
            "«Дипломатия у нас начинается с географии», – так начал лекцию господин посол.",
            "Ван Джун Ги",
        ),
        ("Пё Ин Сук поблагодарила белорусскую сторону за столь тёплый приём и сообщила, что приедет.", "Пё Ин Сук"),
    ],
)
def test_who_speaks(text: str, speaker: str):
    assert [s.speaker_name for s in read(text).statements] == [speaker]


def test_a_body_ends_before_a_verb():
    found = read("Центр «Тенгри» совместно с Женевским институтом разоружения приглашает на вебинар.")
    assert "Женевским институтом разоружения" in {o.name for o in found.organizations}


def test_a_charge_d_affaires_is_present():
    found = read(
        "20 октября в Минске прошла церемония подписания меморандума в присутствии временного поверенного в делах "
        "Республики Корея в Беларуси Но Тхэ Гю."
    )
    assert ("Но Тхэ Гю", "participant") in roles(found.gatherings[0])
    assert [p.title for p in found.positions] == ["временного поверенного в делах Республики Корея в Беларуси"]
