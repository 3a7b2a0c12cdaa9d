"""Occasions told one behind another on one day, and what the lines of a programme tell."""

from __future__ import annotations

from onrecord import extract_text
from onrecord.model import Extract, Phrase


def read(text: str) -> Extract:
    return extract_text(text, language="ru", published="2023-05-05")


def roles(extract: Extract, number: int = 0) -> set[tuple[str, str]]:
    """Who has which role at an occasion, by its place in the extract."""
    return {
        (part.who.words if isinstance(part.who, Phrase) else part.who.name, part.role)
        for part in extract.gatherings[number].participations
    }


def test_a_discussion_behind_a_lecture_is_an_occasion_of_its_own():
    found = read(
        "4 мая 2023 года в университете прошла открытая лекция «Цена доверия» профессора Ерлана Сарбаева.\n\n"
        "После лекции прошла дискуссия, в которой участвовали ректор Анна Белова и консул Хан Мин Су."
    )
    assert [(g.type, str(g.start)) for g in found.gatherings] == [("other", "2023-05-04"), ("dialogue", "2023-05-04")]
    assert roles(found, 1) == {("Анна Белова", "participant"), ("Хан Мин Су", "participant")}


def test_meetings_told_one_by_one_take_the_place_of_the_words_for_all_of_them():
    found = read(
        "4 мая в Женеве министр Азамат Кулов провел двусторонние встречи с рядом коллег.\n\n"
        "В ходе беседы с министром Рю Мин Сиком стороны обсудили визит.\n\n"
        "Состоялась также встреча с директором института Эммой Линдстрём."
    )
    assert [(g.type, str(g.start), g.place) for g in found.gatherings] == [("meeting", "2023-05-04", "Женеве")] * 2
    assert ("Азамат Кулов", "participant") in roles(found, 0) & roles(found, 1)
    assert not roles(found, 0) & {("Эммой Линдстрём", "participant")}


def test_what_is_said_behind_the_announcement_of_a_meeting_is_said_at_the_one_that_was_held():
    found = read(
        "4 мая в Женеве прошли переговоры министра Азамата Кулова с министром Рю Мин Сиком. Стороны готовят "
        "форум 9 октября 2023 года в Сеуле. Азамат Кулов подчеркнул, что форум откроет новые возможности для региона."
    )
    assert ("Азамат Кулов", "speaker") in roles(found, 0)


def test_the_plan_of_consultations_is_no_occasion():
    found = read("4 мая 2023 года в Женеве министры подписали План консультаций на 2023–2024 годы.")
    assert not any(g.type == "talks" for g in found.gatherings)


def test_the_town_of_an_office_is_not_the_place_of_the_occasion():
    found = read("4 мая 2023 года прошел семинар, в котором участвовал генеральный консул Кореи во Владивостоке Хан Мин Су.")
    assert found.gatherings[0].place is None


PROGRAMME = """Международная конференция «Доверие и развитие»

Павлодар, 16–17 ноября 2023 года

Организаторы: Павлодарский университет; Фонд мирных инициатив
Информационный партнер – газета «Прииртышье»

10:00–10:30 Открытие. С приветствиями выступят:
Аманбек Шойынов – ректор университета
Хироси Танигава, советник Фонда мирных инициатив

10:30–13:00 Пленарное заседание
Председательствует проф. Р. К. Мусаева
1) «Договор глазами переговорщика», посол Марат Ескараев
2) «Пятеро против бомбы», Эмма Линдхольм, Северный институт мира

14:00–16:30 Секция «Архивы полигона»
Модераторы: Бибинур Касым, Виталий Штайн

16:00 Подписание соглашения между Павлодарским университетом и Фондом мирных инициатив
"""


def test_the_lines_of_a_programme_tell_who_opens_chairs_speaks_and_signs():
    found = roles(read(PROGRAMME))
    assert {(name, role) for name, role in found if role in ("opening", "moderator", "speaker")} == {
        ("Аманбек Шойынов", "opening"),
        ("Хироси Танигава", "opening"),
        ("Р. К. Мусаева", "moderator"),
        ("Бибинур Касым", "moderator"),
        ("Виталий Штайн", "moderator"),
        ("Марат Ескараев", "speaker"),
        ("Эмма Линдхольм", "speaker"),
    }
    assert {("Павлодарский университет", "organizer"), ("Фонд мирных инициатив", "signatory")} <= found


def test_an_office_stands_behind_a_body_without_a_comma():
    found = read("С лекцией выступил директор Центра безопасности Университета Сэбёк профессор Хан Мин Су.")
    assert [p.title for p in found.positions] == ["директор", "профессор"]
    assert [o.name for o in found.organizations] == ["Центра безопасности Университета Сэбёк"]


def test_who_was_in_office_before_is_told_by_what_he_is_now():
    found = read("Выступил посол в Сеуле, ныне профессор Университета Сэбёк Турсун Айдаров.")
    assert [(p.title, p.status) for p in found.positions] == [("посол в Сеуле", "former"), ("профессор", "current")]


def test_a_name_is_one_in_russian_and_kazakh_letters():
    found = read("На форуме выступил аким Нуртас Бекболатов. Позже аким Нұртас Бекболатов ответил на вопросы.")
    assert [p.names for p in found.persons] == [("Нуртас Бекболатов", "Нұртас Бекболатов")]


def test_the_second_of_a_series_is_not_the_first_one():
    found = read(
        "Первый «Озёрный диалог» прошёл в Кулане\n\n"
        "13–14 апреля 2023 года фонд «Жар» провел первый «Озёрный диалог по безопасности». Диалог открыл ректор Асан Тлеуов. "
        "Второй диалог намечен на октябрь 2024 года в Алматы."
    )
    first, second = sorted(found.gatherings, key=lambda one: str(one.start))
    assert (str(first.start), str(first.end), second.status) == ("2023-04-13", "2023-04-14", "planned")
    assert ("Асан Тлеуов", "opening") in roles(found, found.gatherings.index(first))


def test_a_later_one_of_a_series_lends_its_town_to_none_before_it():
    found = read(
        "14 апреля 2023 года в Кулане завершился шестой семинар по архивам, организованный фондом «Жар». Семинар открыл ректор "
        "Асан Тлеуов. Седьмой семинар пройдет в Алматы."
    )
    assert found.gatherings[0].place == "Кулане"


def test_a_signing_told_by_its_noun_is_a_ceremony():
    found = read(
        "19 апреля 2023 года в Алматы состоялось подписание меморандума между Центром «Ульба» и Институтом Намсан.\n\n"
        "Документ подписали директор Асан Тлеуов и президент Рю Мин Сик. Ежегодно 15 преподавателей будут проходить обучение."
    )
    (ceremony,) = found.gatherings
    assert (ceremony.type, str(ceremony.start), ceremony.place, ceremony.attendance) == (
        "ceremony",
        "2023-04-19",
        "Алматы",
        None,
    )
    assert {("Асан Тлеуов", "signatory"), ("Рю Мин Сик", "signatory")} <= roles(found)


def test_who_hold_consultations_take_part_in_them():
    found = read("Министр Азамат Кулов и советник Рю Мин Сик провели 4 мая в Осаке девятый раунд двусторонних консультаций.")
    assert roles(found) == {("Азамат Кулов", "participant"), ("Рю Мин Сик", "participant")}


def test_the_participants_behind_the_moderator_moderate_nothing():
    found = read(
        "4 мая 2023 года в Алматы прошёл форум. Модератором сессии был профессор Азамат Кулов, участниками – доктор Рю Мин Сик."
    )
    assert ("Азамат Кулов", "moderator") in roles(found)
    assert ("Рю Мин Сик", "moderator") not in roles(found)
