"""Visits with several stops, lists of those who took part, and who is meant by a nationality."""

from tests.made.told import roles

from onrecord import extract_text
from onrecord.model import Extract


def read(text: str, published: str | None = None) -> Extract:
    return extract_text(text, language="ru", published=published)


def said(found: Extract) -> list[tuple[str | None, str]]:
    return [(s.speaker_name, s.content[0]) for s in found.statements]


def test_a_meeting_of_the_first_day_is_one_of_its_own_and_the_way_home_is_no_visit():
    found = read(
        "О визите узбекской делегации в Корею\n\n"
        "10–12 мая 2023 года делегация во главе с заместителем министра Баходиром Саттаровым посетила Сеул.\n\n"
        "В первый день визита состоялась встреча с вице-министром иностранных дел Кореи Ко Тэ Соном.\n\n"
        "12 мая делегация вылетела в Ташкент."
    )
    assert [(g.type, str(g.start)) for g in found.gatherings] == [("visit", "2023-05-10"), ("meeting", "2023-05-10")]
    assert ("Ко Тэ Соном", "participant") in roles(found.gatherings[1])


def test_a_nationality_tells_which_of_two_is_meant():
    found = read(
        "На переговорах заместитель министра Баходир Саттаров встретился с заместителем министра Мин Гён А. "
        "Узбекский дипломат подчеркнул, что диалог не имеет альтернативы."
    )
    assert said(found)[-1] == ("Баходир Саттаров", "диалог не имеет альтернативы")
    found = read(
        "На форуме выступили директор центра Чхве Мин Гю и доцент Лейла Музапарова. Л. Музапарова убеждена, что без доверия "
        "никто не разоружится. По мнению южнокорейского эксперта, соседи изучают чужой пример."
    )
    assert said(found)[-1] == ("Чхве Мин Гю", "соседи изучают чужой пример")


def test_a_list_of_participants_tells_who_was_there_and_who_was_in_the_chair():
    found = read(
        "Список участников\nВторого консультативного совещания по контролю\nТашкент, 3–4 июня 2021 г.\n\n"
        "Республика Казахстан\n1. Нургуль Айдарова – руководитель делегации, директор департамента\n"
        "2. Тимур Раисов – атташе\n\nРеспублика Узбекистан\n3. Дильшод Каримбеков – начальник отдела, председатель совещания\n"
    )
    (meeting,) = found.gatherings
    there = {"Нургуль Айдарова", "Тимур Раисов", "Дильшод Каримбеков"}
    assert {who for who, role in roles(meeting) if role == "participant"} == there
    assert ("Дильшод Каримбеков", "moderator") in roles(meeting)
    assert [p.title for p in found.positions] == ["директор", "атташе", "начальник отдела"]


def test_whose_words_somebody_likes_to_repeat():
    found = read("Мой друг, профессор О Чин Хо, любит повторять: «Слабому шаг назад не прощают».")
    assert said(found) == [("О Чин Хо", "Слабому шаг назад не прощают")]


def test_the_question_of_a_correspondent_gives_no_office_to_whom_it_was_asked():
    found = read(
        "В ответ на вопрос корреспондента ТАСС официальный представитель МИД Кореи Пэ Чжи Ён заявила, что даты пока нет."
    )
    assert [p.title for p in found.positions] == ["официальный представитель"]


def test_a_call_has_no_town_and_another_body_that_sat_did_not_hold_it():
    found = read(
        "СЕУЛ, 5 апреля. /ТАСС/. Министр Лим Дон Ук провел телефонный разговор с министром Виктором Лугиным. "
        "Совет Безопасности ООН провел в марте экстренное заседание.",
        published="2023-04-05",
    )
    call = next(g for g in found.gatherings if g.type == "call")
    assert call.place is None
    assert {role for _, role in roles(call)} == {"participant"}


def test_what_somebody_thought_in_an_answer_is_a_part_of_it():
    found = read(
        "«Тишина степи»\n\nНаш собеседник – посол Ингрид Хольм.\n\n— Что вас поразило?\n\n"
        "— Тишина. Я стояла у воронки и думала о том, что здесь прогремело много взрывов.\n"
    )
    assert len([s for s in found.statements if "взрывов" in " ".join(s.content)]) == 1


def test_he_is_of_whom_a_relative_clause_told_last():
    found = read(
        "В поездке акима сопровождали директор краеведческого музея Бахыт Оразова и врач Сергей Лунёв, который прочитал "
        "лекцию. «Коллеги задавали вопросы два часа», – рассказал он."
    )
    assert said(found) == [("Сергей Лунёв", "Коллеги задавали вопросы два часа")]
    assert ("Бахыт Оразова", "директор краеведческого музея") in [(p.person.name, p.title) for p in found.positions]


def test_an_office_behind_what_somebody_lived_through_is_found():
    found = read(
        "Наш собеседник – Леонид Строганов, инженер, участник ликвидации шахт, ныне советник Национального центра истории."
    )
    assert [p.title for p in found.positions] == ["инженер", "советник"]


def test_a_book_is_presented_in_the_house_that_is_named_on_the_day_of_the_report():
    found = read(
        "Сеул, 29 августа 2023 года — Сегодня в Национальной библиотеке Кореи при поддержке Посольства Казахстана презентовали "
        "книгу «Степь памяти». Открывая презентацию, посол Жанна Тургын напомнила, что полигон был закрыт навсегда."
    )
    (shown,) = found.gatherings
    assert (shown.name, str(shown.start)) == ("презентовали книгу «Степь памяти»", "2023-08-29")
    assert {("Посольства Казахстана", "organizer"), ("Национальной библиотеке Кореи", "host")} <= set(roles(shown))


def test_who_holds_talks_by_an_office_alone_met_whom_a_body_in_guillemets_names():
    found = read(
        "Заместитель министра Марат Ескендир 25 ноября 2024 года принял Посла Кореи Чон Сок Хвана. "
        "Накануне посол провёл переговоры с председателем правления АО «Урановый концерн» Аскаром Бектемировым."
    )
    talks = next(g for g in found.gatherings if g.type == "talks")
    assert str(talks.start) == "2024-11-24"
    assert {who for who, role in roles(talks) if role == "participant"} == {"Чон Сок Хвана", "Аскаром Бектемировым"}


def test_a_house_that_a_delegation_is_shown_is_a_stop_of_its_visit():
    found = read(
        "О визите делегации Узбекистана в Корею\n\n"
        "14–17 мая 2024 года делегация во главе с заместителем министра Шерзодом Юнусом посетила Сеул.\n\n"
        "16 мая делегация ознакомилась с деятельностью Корейского института ядерной безопасности."
    )
    assert [(g.type, str(g.start)) for g in found.gatherings] == [("visit", "2024-05-14"), ("visit", "2024-05-16")]


def test_a_decree_on_an_appointment_gives_the_office():
    found = read(
        "Президент подписал указ о назначении Дмитрия Вязова постоянным представителем при международных организациях."
    )
    assert [(p.person.name, p.title) for p in found.positions] == [
        ("Дмитрия Вязова", "постоянным представителем при международных организациях")
    ]


def test_what_is_told_to_an_agency_is_said_at_no_occasion():
    found = read(
        "1 июня 2024 года в Вене состоялась встреча посла Дмитрия Вязова с директором Рафаэлем Оливера.\n\n"
        '"Это опытный переговорщик и знаток региона", - сказал РИА Новости директор центра Павел Гурьев.'
    )
    (meeting,) = found.gatherings
    assert "Павел Гурьев" not in {who for who, _ in roles(meeting)}


def test_bodies_that_invite_to_a_seminar_hold_it_and_their_titles_name_nobody():
    found = read("Фонд «Ак Жол – Диалог» и Фонд Юбера Ланга приглашают экспертов и журналистов на семинар 6 октября 2022 года.")
    assert found.persons == ()
    (seminar,) = found.gatherings
    assert {role for _, role in roles(seminar)} == {"organizer"}


def test_under_whom_an_institute_stands_is_no_body():
    found = read("Институт стратегических исследований при Президенте РК провёл 5 мая 2023 года в Астане круглый стол.")
    assert [o.name for o in found.organizations if "Президент" in o.name and "Институт" not in o.name] == []


def test_those_who_met_in_one_office_signed_what_its_plural_signed():
    found = read(
        "18 апреля 2023 года министр иностранных дел Казахстана Айбек Нурмаш встретился в Астане с министром иностранных дел "
        "Кореи Пэк Ин Чжуном. По итогам встречи министры подписали план консультаций."
    )
    (meeting,) = found.gatherings
    assert {who for who, role in roles(meeting) if role == "signatory"} == {"Айбек Нурмаш", "Пэк Ин Чжуном"}


def test_the_signing_of_the_next_day_is_a_ceremony():
    found = read(
        "5–7 августа 2018 года делегация города посетила Хиросиму.\n\n"
        "7 августа состоялось подписание меморандума о партнёрстве. Подписи под ним поставили Ерлан Сатов и Кадзуо Мацунага.",
        published="2018-08-13",
    )
    assert [(g.type, str(g.start)) for g in found.gatherings] == [("visit", "2018-08-05"), ("ceremony", "2018-08-07")]


def test_talks_in_a_house_are_with_whom_the_words_behind_it_name():
    found = read("15 мая 2024 года Ш. Юнус провёл переговоры в Министерстве объединения с заместителем министра Мин Гён А.")
    (talks,) = found.gatherings
    assert ("Мин Гён А", "participant") in roles(talks)


def test_the_moderator_is_told_by_the_words_before_his_office():
    found = read(
        "29 мая 2023 года в Сеуле прошла встреча читателей. Модератор встречи, доцент университета Илья Ким, предложил "
        "перевести книгу на японский язык."
    )
    assert ("Илья Ким", "moderator") in roles(found.gatherings[0])
