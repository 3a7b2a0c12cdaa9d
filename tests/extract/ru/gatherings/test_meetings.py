"""Meetings and who takes part in them, in the forms of programmes, readouts and captions; by sentences of our own."""

import pytest

from onrecord import extract_text
from onrecord.model import Extract


def read(text: str, published: str | None = "2021-10-20") -> Extract:
    return extract_text(text, language="ru", published=published)


def roles(extract: Extract) -> set[tuple[str, str]]:
    names = {e.id: e.name for e in (*extract.persons, *extract.organizations)}
    return {(names.get(getattr(p.who, "id", ""), str(p.who)), p.role) for g in extract.gatherings for p in g.participations}


def test_a_verb_tells_a_meeting_with_its_host_and_guest():
    extract = read("12 октября 2021 года в Астане Ивана Петрова принял министр Марат Оспанов.")
    (found,) = extract.gatherings
    assert (found.type, str(found.start), found.place) == ("meeting", "2021-10-12", "Астане")
    assert {("Марат Оспанов", "host"), ("Ивана Петрова", "participant")} <= roles(extract)


def test_talks_are_held_by_those_whom_their_words_name():
    extract = read("Министр Марат Оспанов 5 мая 2021 года провел переговоры со своим коллегой Иваном Петровым в Алматы.")
    assert {("Марат Оспанов", "participant"), ("Иваном Петровым", "participant")} <= roles(extract)


def test_a_programme_gives_roles_by_its_headings():
    extract = read(
        "Фонд «Луч» приглашает 3 ноября 2021 года в Семей на форум «Вода и мир».\n\n"
        "Организаторы:\n• Фонд «Луч»;\n• Горный институт мира.\n\n"
        "10:00 Приветственное слово:\n– Асель Маратова, директор Фонда «Луч»;\n– посол Республики Корея Пак Чон Ук.\n\n"
        "10:20 Модератор – Хон Мин Су, журналист\n\nСпикеры: профессор Ан Со Ён; Лидия Марковна Штерн, врач."
    )
    found = roles(extract)
    assert {("Горный институт мира", "organizer"), ("Асель Маратова", "opening"), ("Пак Чон Ук", "opening")} <= found
    assert {("Хон Мин Су", "moderator"), ("Ан Со Ён", "speaker"), ("Лидия Марковна Штерн", "speaker")} <= found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6 мая 2021 года в Алматы прошел форум «Вода». Форум вел Ерлан Сагинов.", ("Ерлан Сагинов", "moderator")),
        (
            "6 мая 2021 года в Алматы прошел форум «Вода». Его провели Горный институт и фонд «Луч».",
            ("Горный институт", "organizer"),
        ),
        (
            "6 мая 2021 года в Алматы прошли переговоры. Делегацию Узбекистана возглавил Иван Петров.",
            ("Иван Петров", "participant"),
        ),
    ],
)
def test_words_behind_which_a_role_stands(text, expected):
    assert expected in roles(read(text))


def test_a_title_that_goes_on_behind_a_colon_is_the_same_occasion():
    extract = read(
        "Форум «Память рек»: программа\n\nФонд «Луч» проводит 3 ноября 2021 года форум «Память рек: от слов к делу»."
    )
    (found,) = extract.gatherings
    assert str(found.start) == "2021-11-03"


def test_a_title_may_stand_behind_its_theme():
    (found,) = read("Третьего апреля 2019 года в Семее прошел круглый стол на тему «Опыт и память».").gatherings
    assert found.name == "круглый стол на тему «Опыт и память»"
    assert str(found.start) == "2019-04-03"


def test_who_acted_as_organizer_is_no_speaker_for_the_verb():
    extract = read("6 мая 2021 года в Алматы прошел форум «Вода». Его организаторами выступили Горный институт и фонд «Луч».")
    assert {role for _, role in roles(extract)} == {"organizer"}


def test_what_is_said_behind_the_mention_of_a_coming_meeting_was_said_at_the_one_that_the_page_tells_of():
    extract = read(
        "Сегодня министр Марат Оспанов провел телефонный разговор с послом Иваном Петровым.\n\n"
        "Стороны обсудили подготовку консультаций по экологии, которые пройдут в Алматы 17 ноября 2021 года. "
        "М. Оспанов подчеркнул, что вода должна быть чистой."
    )
    call = next(one for one in extract.gatherings if one.type == "call")
    assert [one.gathering for one in extract.statements] == [call.id]
    assert {one.status for one in extract.gatherings} == {"held", "planned"}


@pytest.mark.parametrize("lead", ["", "Астана, 9 октября 2021 года – "])
@pytest.mark.parametrize(
    ("guest", "name"),
    [
        ("Чрезвычайного и Полномочного Посла Республики Корея в Казахстане Ли Сын Уна", "Ли Сын Уна"),
        ("Посла Республики Корея О Сын Уна", "О Сын Уна"),
        ("посла Японии Акиру Мацубару", "Акиру Мацубару"),
        ("директора института Петра Рогова", "Петра Рогова"),
    ],
)
def test_who_receives_stands_before_the_verb_and_the_guest_behind_it(lead: str, guest: str, name: str):
    extract = read(f"{lead}Заместитель Министра иностранных дел РК Тимур Кажыгалиев принял {guest}.")
    (found,) = extract.gatherings
    assert {("Тимур Кажыгалиев", "host"), (name, "participant")} <= roles(extract)
    assert found.name.startswith("Заместитель")
    assert found.name.endswith(name)


def test_whoever_holds_a_meeting_with_somebody_takes_part_in_it_and_runs_none():
    extract = read("Замминистра Казахстана Тимур Кажыгалиев провел в Астане встречу с послом Южной Кореи О Сынуном.")
    assert {("Тимур Кажыгалиев", "participant"), ("О Сынуном", "participant")} == roles(extract)


def test_a_korean_name_in_another_case_is_one_person_as_is_one_in_kazakh_letters():
    extract = read("Тимур Қажығалиев принял посла О Сын Уна. О Сын Ун поблагодарил за прием. Тимур Кажигалиев пожелал удачи.")
    assert [set(p.names) for p in extract.persons] == [{"Тимур Қажығалиев", "Тимур Кажигалиев"}, {"О Сын Уна", "О Сын Ун"}]


@pytest.mark.parametrize(("words", "number"), [("около ста", 100), ("более двухсот", 200), ("около 150", 150)])
def test_a_crowd_may_be_counted_in_words(words: str, number: int):
    (found,) = read(f"5 мая в Алматы открылся форум «Вода и мир». В форуме участвуют {words} ученых из шести стран.").gatherings
    assert found.attendance == number


def test_whom_a_pronoun_tells_was_received_as_well():
    text = "Замминистра Чхве Рён Ок прибыла в Москву 21 октября 2019 года. 22 октября её принял первый замминистра Павел Осока."
    assert {("Павел Осока", "host"), ("Чхве Рён Ок", "participant")} <= roles(read(text))


def test_two_who_hold_talks_take_part_in_them_and_who_comments_from_afar_does_not():
    text = (
        "Без прорыва\n\nЖенева, 12 июля 2022 г. Переговоры провели заместители министров Павел Осока и Ирма Лунд. "
        "Эксперт Олаф Брун заявил, что прорыва никто не ждёт."
    )
    assert roles(read(text)) == {("Павел Осока", "participant"), ("Ирма Лунд", "participant")}
