"""What is still to come and what was held on one page; items of news with a day each; days that are none."""

from __future__ import annotations

import pytest
from tests.made.told import roles

from onrecord import extract_text
from onrecord.model import Extract


def read(text: str, published: str | None = None) -> Extract:
    return extract_text(text, language="ru", published=published)


@pytest.mark.parametrize(
    "text",
    [
        "Круглый стол по вопросам разоружения состоится в Душанбе 20 мая.",
        "Фонд готовит форум по верификации, который пройдёт в Душанбе 20 мая.",
    ],
)
def test_without_a_day_of_the_page_the_tense_tells_what_is_planned(text: str):
    assert [g.status for g in read(text).gatherings] == ["planned"]


def test_a_meeting_told_in_the_past_is_the_main_one_before_what_it_prepares():
    found = read(
        "АСТАНА. 14 марта. СТЕПЬ-ИНФОРМ – Министр Ерлан Тасбулатов принял в Астане делегацию во главе с Ли Чжин Хо.\n\n"
        "В ходе беседы стороны обсудили подготовку к круглому столу по урану, который состоится в Сеуле 20 мая.\n\n"
        "Во встрече участвовал посол Республики Корея в Казахстане Пак Сун Ён."
    ).gatherings
    assert [(g.type, g.status, g.main) for g in found] == [("meeting", "held", True), ("roundtable", "planned", False)]
    assert ("Пак Сун Ён", "participant") in roles(found[0])
    assert "ИНФОРМ" not in found[0].name


def test_items_of_news_that_begin_with_a_day_are_occasions_of_their_own():
    found = read(
        "Новости посольства\n\n30.10.2023 Посол Леонид Вереск встретился с ректором Университета Сохэ Кан Джи Воном.\n\n"
        "26.10.2023 В Пусане открылась фотовыставка «Голоса степи». Организатор – Пусанский музей мира.\n\n"
        "19.10.2023 Советник посольства Ольга Ренц приняла участие в семинаре по экспортному контролю."
    ).gatherings
    assert [(g.type, str(g.start)) for g in found] == [
        ("meeting", "2023-10-30"),
        ("exhibition", "2023-10-26"),
        ("seminar", "2023-10-19"),
    ]
    assert found[0].name.startswith("Посол")


def test_who_is_met_on_a_visit_is_met_on_an_occasion_of_its_own():
    found = read(
        "С 10 по 12 июля группа депутатов во главе с Юн Мён Хи находилась с рабочим визитом в Казахстане.\n\n"
        "В Астане парламентарии провели встречу с заместителем председателя Мажилиса Асхатом Бердыбаевым.",
        "2018-07-13",
    ).gatherings
    assert (found[0].type, str(found[0].start)) == ("visit", "2018-07-10")
    assert ("Асхатом Бердыбаевым", "participant") in roles(found[1])


def test_the_eve_of_a_day_is_no_day():
    found = read(
        "Накануне Международного дня мира фонд «Степь» провёл вебинар «Уроки полигона». Накануне прошёл и семинар.",
        "2021-08-27",
    )
    assert [str(g.start) for g in found.gatherings if g.type == "webinar"] == ["None"]


def test_a_label_inside_a_line_tells_the_place():
    found = read(
        "Приглашаем на круглый стол «Есть ли выход?», который пройдёт 25 ноября 2023 года.\n\n"
        "Начало в 15:00. Место проведения: Бишкек, Дом дружбы. Формат: смешанный."
    )
    assert [g.place for g in found.gatherings] == ["Бишкек"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("3 мая 2023 года в Астане прошёл форум. В числе спикеров были Марат Жолдасов и Светлана Рубцова.", "speaker"),
        ("3 мая 2023 года в Астане пройдёт форум. Ожидаются выступления Марата Жолдасова, Светланы Рубцовой.", "speaker"),
        (
            "3 мая 2023 года в Астане прошёл форум. Видеообращение участникам направили Марат Жолдасов и Светлана Рубцова.",
            "opening",
        ),
    ],
)
def test_words_for_speaking_give_their_role_to_all_behind_them(text: str, role: str):
    assert [r for _, r in sorted(roles(read(text, "2023-05-05").gatherings[0]))] == [role, role]


def test_a_mark_on_a_letter_changes_no_role():
    found = read("На семинаре, который провёл Лундский университет 3 мая 2023 года в Лунде, говорили о доверии.", "2023-05-05")
    assert ("Лундский университет", "organizer") in roles(found.gatherings[0])


def test_straight_quotation_marks_hold_several_sentences():
    found = read('"Партия отправлена в сентябре. Теперь на площадке нет урана", - сказал министр Виктор Хольм.')
    assert [(s.speaker_name, s.content, s.direct) for s in found.statements] == [
        ("Виктор Хольм", ("Партия отправлена в сентябре. Теперь на площадке нет урана",), True)
    ]


def test_a_name_that_loses_a_vowel_in_its_cases_is_one_person():
    found = read("Лекцию бывшего министра Павла Гронского открыл декан. Павел Гронский рассказал о реакторе.")
    assert [p.name for p in found.persons] == ["Павел Гронский"]


def test_lines_of_a_chronicle_begin_with_their_year():
    found = read(
        "Хроника\n\n1962 – на полигоне Сухой Брод проведено первое ядерное испытание.\n\n"
        "19 октября 1990 года состоялось последнее испытание.\n\n1992 – Монголия подписала Лиссабонский протокол.\n\n"
        "13 декабря 1993 года парламент ратифицировал Договор о нераспространении ядерного оружия."
    )
    assert [(m.kind, str(m.date), m.what) for m in found.milestones] == [
        ("nuclear-test", "1962", "первое ядерное испытание"),
        ("nuclear-test", "1990-10-19", "последнее испытание"),
        ("treaty-signed", "1992", "Лиссабонский протокол"),
        ("treaty-ratified", "1993-12-13", "Договор о нераспространении ядерного оружия"),
    ]


def test_the_name_of_an_occasion_tells_no_step():
    found = read("Форум «Молодёжь за мир без ядерного оружия» завершился 8 сентября 2022 года в Ташкенте.")
    assert found.milestones == ()


def test_what_was_only_agreed_on_is_planned():
    found = read(
        "7 июля 2023 года в Сеуле прошли переговоры. Стороны осудили пуск, который сосед осуществил 5 июля, "
        "и договорились провести консультации в Ташкенте осенью.",
        "2023-07-08",
    ).gatherings
    assert [(str(g.start), g.place, g.status) for g in found] == [
        ("2023-07-07", "Сеуле", "held"),
        ("2023", "Ташкенте", "planned"),
    ]


def test_the_next_day_counts_from_the_day_of_an_occasion_and_not_from_that_of_an_aside():
    found = read(
        "7 июля 2023 года в Сеуле прошли переговоры. Стороны осудили пуск, который сосед осуществил 5 июля. "
        "На следующий день в Сеуле открылась выставка «Голоса степи».",
        "2023-07-08",
    ).gatherings
    assert [str(g.start) for g in found if g.type == "exhibition"] == ["2023-07-08"]


def test_who_holds_a_conference_of_officials_is_its_moderator_and_a_body_its_organizer():
    found = read("Совещание прошло 3 мая 2023 года в Астане. Его провёл министр Арман Жуматай.", "2023-05-05")
    assert roles(found.gatherings[0]) == {("Арман Жуматай", "moderator")}


def test_lines_behind_words_of_welcome_in_a_timetable_tell_who_opens():
    found = read(
        "Вебинар «Прозрачность и проверка»\n\nДата: 14 сентября 2021 года\n\n11:00 Приветственное слово\n"
        "Айнура Сыдыкова, директор Центра ядерной политики\nТомас Рюг, глава Фонда открытых данных"
    )
    assert roles(found.gatherings[0]) == {("Айнура Сыдыкова", "opening"), ("Томас Рюг", "opening")}


@pytest.mark.parametrize(("verb", "count"), [("сообщила", 1), ("обсудила", 0)])
def test_words_for_who_told_this_are_about_the_sentence_before(verb: str, count: int):
    found = read(f"Реактор в Лунде остановлен на две недели. Об этом в пятницу {verb} директор станции Анна Белова.")
    assert [(s.speaker_name, s.content, s.rule) for s in found.statements] == count * [
        ("Анна Белова", ("Реактор в Лунде остановлен на две недели",), "about-this")
    ]


@pytest.mark.parametrize(
    "words",
    [
        "обсудили подготовку визита министра в Сеул",
        "обсудили предстоящий визит министра в Сеул",
        "договорились о визите министра в Сеул",
    ],
)
def test_what_is_only_prepared_is_planned_and_not_on_the_day_of_the_talks(words: str):
    found = read(f"Астана, 11 января 2024 года. Стороны {words}.", published="2024-01-11").gatherings
    assert [(g.type, g.status, g.start) for g in found] == [("visit", "planned", None)]


def test_the_next_meeting_that_is_agreed_on_is_planned_on_its_own_day():
    found = read(
        "Сеул и Пхеньян решили встретиться ещё раз\n\nСеул, 16 октября 2018 года. По итогам встречи в Пханмунджоме 15 октября "
        "стороны договорились провести следующую встречу 22 ноября в Кэсоне."
    ).gatherings
    told = [(g.start and g.start.edtf, g.place, g.status) for g in found]
    assert told == [("2018-10-15", "Пханмунджоме", "held"), ("2018-11-22", "Кэсоне", "planned")]


def test_who_only_signed_is_no_signatory_of_what_was_agreed_on():
    found = read(
        "Учёные договорились о семинаре\n\nТэджон, 10 апреля 2023 г. Директор Павел Осока и вице-президент Им Чэ Док подписали "
        "меморандум. Стороны условились провести в октябре в Курчатове совместный семинар."
    ).gatherings
    assert {g.type: {role for _, role in roles(g)} for g in found} == {"seminar": set(), "ceremony": {"signatory"}}


@pytest.mark.parametrize("told", ["который пройдет 22 марта 2024 года", "который будет работать 22 марта 2024 года"])
def test_the_day_on_which_an_occasion_is_to_be_is_not_its_last(told: str):
    found = read(f"Посол пригласил сенаторов на Сеульский форум парламентов, {told}.", published="2023-11-14").gatherings
    assert [(g.start and g.start.edtf, g.end, g.status) for g in found] == [("2024-03-22", None, "planned")]


def test_nobody_speaks_at_an_occasion_to_come():
    found = read(
        "Министр Ерлан Сатов встретился 14 ноября с послом Пё Дон Хёком. "
        "Посол заявил, что Сеульский форум парламентов пройдет 22 марта 2024 года.",
        published="2023-11-15",
    )
    assert [(g.id, g.status) for g in found.gatherings] == [("g1", "held"), ("g2", "planned")]
    assert [s.gathering for s in found.statements] == ["g1"]
