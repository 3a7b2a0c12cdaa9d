"""Occasions of kinds that native writers tell in many ways: hearings, evenings of memory, briefings, talks told by a verb."""

from __future__ import annotations

import pytest

from onrecord import extract_text
from onrecord.model import Extract, Phrase


def read(text: str, published: str | None = "2023-05-05") -> Extract:
    return extract_text(text, language="ru", published=published)


def told(extract: Extract) -> list[tuple[str, str | None, str | None]]:
    return [(g.type, str(g.start) if g.start else None, g.place) for g in extract.gatherings]


def roles(extract: Extract, number: int = 0) -> set[tuple[str, str]]:
    return {
        (part.who.words if isinstance(part.who, Phrase) else part.who.name, part.role)
        for part in extract.gatherings[number].participations
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("3 мая 2023 года в Астане прошли общественные слушания по новой станции.", "other"),
        ("3 мая 2023 года в Астане состоялся вечер памяти академика Саина Жолдаса.", "other"),
        ("3 мая 2023 года в Астане прошла летняя школа по верификации.", "other"),
        ("3 мая 2023 года в Астане прошло торжественное собрание сотрудников.", "ceremony"),
    ],
)
def test_a_term_of_two_words_or_in_the_plural_is_an_occasion(text: str, kind: str):
    assert told(read(text)) == [(kind, "2023-05-03", "Астане")]


def test_a_verb_of_talking_tells_an_occasion_of_its_kind():
    found = read("3 мая 2023 года в Алматы министр Тимур Абенов переговорил с директором фонда Анной Беловой.")
    assert told(found) == [("talks", "2023-05-03", "Алматы")]
    assert roles(found) == {("Тимур Абенов", "participant"), ("Анной Беловой", "participant")}


def test_a_meeting_with_the_staff_of_a_body_later_that_day_is_an_occasion_of_its_own():
    found = read(
        "3 мая 2023 года в Курчатове прошёл семинар «Опыт и доверие».\n\n"
        "Во второй половине дня министр Тимур Абенов встретился с коллективом Института геофизики."
    )
    assert told(found) == [("seminar", "2023-05-03", "Курчатове"), ("meeting", "2023-05-03", "Курчатове")]


def test_the_next_sentence_dates_an_occasion_by_a_pronoun():
    found = read("В этом году фонд готовит конференцию по урановому наследию. Она пройдёт 20 июня в Душанбе.")
    assert told(found) == [("conference", "2023-06-20", "Душанбе")]


def test_a_transcript_bears_the_day_of_its_head_line():
    found = read(
        "Стенограмма брифинга пресс-секретаря Лейлы Асановой\n\nДушанбе, 7 февраля 2022 года\n\n"
        "Л. Асанова: Добрый день. Завтра министр Фарход Расулов примет посла Хан Мин Су.\n\n"
        "Вопрос: Состоится ли визит в Сеул?\n\nЛ. Асанова: Пока такой визит не запланирован.",
        None,
    )
    assert told(found)[0] == ("briefing", "2022-02-07", "Душанбе")


def test_a_last_day_told_in_another_paragraph_does_not_cost_the_occasion():
    found = read(
        "2 мая 2023 года в Ташкенте открылась фотовыставка «Лица степи».\n\nЭкспозиция, которая продлится до 25 мая, бесплатна."
    )
    assert [(str(g.start), str(g.end)) for g in found.gatherings] == [("2023-05-02", "2023-05-25")]


def test_what_ended_years_before_is_not_the_last_day_of_an_occasion():
    found = read(
        "2 мая 2023 года в Ташкенте состоялся круглый стол «Лица степи».\n\n"
        "Е. Усенов напомнил участникам круглого стола, что вывоз груза из страны завершился весной 1995 года."
    )
    assert [(str(g.start), g.end) for g in found.gatherings] == [("2023-05-02", None)]


def test_the_day_on_which_a_session_ends_makes_no_second_one():
    found = read("2 мая 2023 года в Вене начала работу 12-я сессия Генеральной конференции МАГАТЭ.\n\nСессия завершится 6 мая.")
    assert [(g.name, str(g.start), str(g.end)) for g in found.gatherings] == [
        ("12-я сессия Генеральной конференции МАГАТЭ", "2023-05-02", "2023-05-06")
    ]


def test_a_day_in_the_sentence_in_which_people_come_together_is_that_of_the_lecture():
    found = read(
        "Лекция профессора Игоря Сомова вызвала спор. Во вторник, 2 мая, в Павлодаре на неё собрались около 90 студентов."
    )
    assert told(found) == [("other", "2023-05-02", "Павлодаре")]


def test_a_village_that_no_table_knows_is_where_its_house_of_culture_is():
    found = read("2 мая 2023 года в Доме культуры села Каракол прошла встреча ветеранов с директором музея Анной Беловой.")
    assert told(found) == [("meeting", "2023-05-02", "Каракол")]


def test_a_town_in_what_hearings_are_about_is_not_where_they_are_held():
    found = read(
        "Бишкек, 2 мая 2023. /Ала-Арча Пресс/. Комитет по экологии провёл слушания о рекультивации отвалов в Майлуу-Суу.", None
    )
    assert told(found) == [("other", "2023-05-02", "Бишкек")]
    assert "Ала-Арча Пресс" in {o.name for o in found.organizations}


def test_a_delegation_visits_a_part_of_a_body():
    found = read("4 мая 2023 года делегация посетила мастерские Института в Зайберсдорфе.")
    assert told(found) == [("visit", "2023-05-04", "Зайберсдорфе")]


def test_another_group_behind_the_one_that_is_counted_is_not_counted():
    found = read("2 мая 2023 года в Астане прошёл форум. В форуме приняли участие 35 депутатов, представители фондов.")
    assert ("депутатов", "participant") in roles(found)


def test_a_house_visited_on_a_tour_of_several_days_is_a_visit_of_its_own():
    found = read(
        "2–4 мая 2023 года министр Тимур Абенов находился с рабочим визитом в Ташкенте.\n\n"
        "3 мая узбекская сторона показала архив. 4 мая делегация посетила Институт сейсмологии."
    )
    assert [(g.type, str(g.start), str(g.end)) for g in found.gatherings] == [
        ("visit", "2023-05-02", "2023-05-04"),
        ("visit", "2023-05-04", "None"),
    ]


def test_a_day_counted_in_a_visit_dates_the_talks():
    found = read(
        "2–3 мая 2023 года министр Тимур Абенов находился с визитом в Ташкенте.\n\n"
        "Во второй день визита состоялись переговоры министров. Тимур Абенов отметил, что стороны доверяют друг другу."
    )
    assert [(g.type, str(g.start)) for g in found.gatherings] == [("visit", "2023-05-02"), ("talks", "2023-05-03")]
    assert ("Тимур Абенов", "speaker") in roles(found, 1)


def test_who_received_in_the_passive_is_the_host():
    found = read(
        "4 мая 2023 года в Сеуле Тимур Абенов был принят спикером Национального собрания Республики Корея Ом Тхэ Ёном."
    )
    assert {("Тимур Абенов", "participant"), ("Ом Тхэ Ёном", "host")} <= roles(found)
    assert {p.title for p in found.positions} == {"спикером"}


def test_a_part_of_the_noun_means_the_occasion_again():
    found = read("В Семее 4 мая прошёл митинг-реквием. Митинг вёл директор музея Сабит Орманов.")
    assert told(found) == [("ceremony", "2023-05-04", "Семее")]
    assert ("Сабит Орманов", "moderator") in roles(found)


def test_what_comes_of_a_seminar_on_a_day_of_its_own_makes_no_second_one():
    found = read("3 мая 2023 года в Алматы прошёл семинар «Шаги доверия». Рекомендации семинара 20 июня представят в Вене.")
    assert told(found) == [("seminar", "2023-05-03", "Алматы")]


def test_a_season_school_is_an_occasion_and_no_body_and_is_where_its_classes_are():
    found = read("Фонд «Тихая степь» проводит с 15 по 20 мая 2023 года летнюю школу «Язык контроля». Занятия пройдут в Алматы.")
    assert told(found) == [("other", "2023-05-15", "Алматы")]
    assert [o.name for o in found.organizations] == ["Фонд «Тихая степь»"]


def test_a_week_that_lies_in_one_month_tells_the_month():
    found = read("На прошлой неделе Анна Белова выступила в Семее на конференции «Опыт и память».", "2021-04-15")
    assert told(found) == [("conference", "2021-04", "Семее")]
    open_month = read("На прошлой неделе Анна Белова выступила в Семее на конференции «Опыт и память».", "2021-04-06")
    assert told(open_month) == [("conference", None, "Семее")]


def test_a_working_visit_is_no_office():
    found = read("Министр Тимур Абенов находился с рабочим визитом в Сеуле по приглашению своего коллеги Юн Бён Хо.")
    assert {p.title for p in found.positions} == {"Министр"}


def test_a_summit_may_be_called_a_forum():
    (found,) = extract_text(
        "Из новостей\n\nШанхай, 20 мая 2014 года. Саммит открыл председатель Ли Дэхуа. "
        "Казахстан на форуме представлял президент Павел Осока.",
        language="ru",
    ).gatherings
    assert (found.type, found.place) == ("summit", "Шанхай")


def test_the_adjective_that_places_a_house_is_no_part_of_its_name():
    (found,) = extract_text("Заседание клуба прошло 6 июня 2019 года в столичном Доме учёных.", language="ru").gatherings
    assert found.place == "Доме учёных"
