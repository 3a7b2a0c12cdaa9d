"""Who did what at a Russian gathering, told by a verb with its object, by a function, by a pronoun or by an office alone."""

from __future__ import annotations

import pytest

import onrecord

LEAD = "5 мая 2022 года в Астане прошёл круглый стол «Уроки отказа». "


def roles(text: str, published: str = "2022-05-06") -> set[tuple[str, str]]:
    """Who has which role at the first gathering of a text."""
    found = onrecord.extract_text(text, language="ru", published=published)
    return {
        (getattr(p.who, "name", "=" + str(getattr(p.who, "words", ""))), p.role) for p in found.gatherings[0].participations
    }


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("Обязанности ведущей исполняла доцент Алма Тасова.", "Алма Тасова", "moderator"),
        ("Роль посредника взял на себя Тимур Акимов.", "Тимур Акимов", "moderator"),
        ("Слово для приветствия было предоставлено депутату Ермеку Саитову.", "Ермеку Саитову", "opening"),
        ("К участникам с напутствием обратился академик Ораз Исабеков.", "Ораз Исабеков", "opening"),
        ("Экспертами дискуссии стали: физик Юрий Ланской и историк Анна Ким.", "Анна Ким", "speaker"),
        ("Гостей сопровождал начальник отдела Виктор Чен.", "Виктор Чен", "participant"),
        ("Казахстан представлял профессор Мурат Абиш.", "Мурат Абиш", "participant"),
        ("Центр стратегических исследований представлял на нём директор Хайри Усмон.", "Хайри Усмон", "participant"),
        ("В казахстанскую делегацию входят Арсен Дани и Жанна Мухамед.", "Арсен Дани", "participant"),
        ("Модератор пленарной сессии – доктор наук Гаухар Ержан.", "Гаухар Ержан", "moderator"),
        ("Занятия вели инструкторы Дэвид Окой и Мари Лефевр.", "Дэвид Окой", "speaker"),
        ("Обсуждение прошло под сопредседательством Павла Осоки.", "Павла Осоки", "moderator"),
        ("Вторую панель, посвящённую праву, провёл доцент Данияр Омаров.", "Данияр Омаров", "moderator"),
    ],
)
def test_a_verb_with_what_stands_beside_it_tells_a_role(sentence: str, name: str, role: str):
    assert (name, role) in roles(LEAD + sentence)


def test_a_pronoun_has_the_role_of_whom_it_means():
    found = roles(LEAD + "С докладом выступил историк Марат Есенов. Он и вёл заключительное заседание.")
    assert {("Марат Есенов", "speaker"), ("Марат Есенов", "moderator")} <= found


def test_words_of_welcome_that_are_taken_are_no_paper():
    found = roles(LEAD + "Вступительное слово взяла директор института Сауле Ким.")
    assert ("Сауле Ким", "opening") in found
    assert ("Сауле Ким", "speaker") not in found


def test_a_body_in_whose_house_somebody_speaks_is_no_speaker():
    found = roles(LEAD + "Гостья выступила с докладом в Академии дипломатии.")
    assert ("Академии дипломатии", "speaker") not in found


def test_who_is_only_quoted_in_an_answer_did_not_speak_there():
    page = (
        "Стенограмма брифинга официального представителя министерства А. Б. Саровой\n\nБишкек, 17 октября 2019 года\n\n"
        "А. Б. Сарова: Добрый день, коллеги. Посол Пэк Ён Су сообщил нам, что Сеул направит двух наблюдателей.\n\n"
        "Вопрос: Когда они приедут в Бишкек?\n\nА. Б. Сарова: Мы ожидаем их в конце октября, об этом объявим отдельно."
    )
    assert {name[:11] for name, role in roles(page, "2019-10-17") if role == "speaker"} == {"А. Б. Сарова"[:11]}


def test_the_headings_of_a_page_say_who_speaks():
    page = (
        "Приглашаем на вебинар «Топливо и доверие»\n\n10 сентября Институт дипломатии проведёт вебинар «Топливо и доверие».\n\n"
        "Кто выступит\n\nАнна Берг, директор Центра проверки\nКанат Оспанов, физик\n\nНаш адрес прежний."
    )
    assert {("Анна Берг", "speaker"), ("Канат Оспанов", "speaker")} <= roles(page, "2020-09-02")


def test_what_is_set_against_a_part_is_another():
    text = LEAD + "Модератором была Алма Тасова, а доклад прочитал Тимур Акимов. Его дополнил Ермек Саитов."
    assert {(name, role) for name, role in roles(text) if role == "moderator"} == {("Алма Тасова", "moderator")}
    both = LEAD + "Модератором была Алма Тасова, а также Тимур Акимов."
    assert ("Тимур Акимов", "moderator") in roles(both)


def test_in_whose_house_something_is_told_is_no_host():
    text = LEAD + "Стороны обсудили проверки, сообщили в Министерстве энергетики Казахстана."
    assert "host" not in {role for _, role in roles(text)}


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("В Астане прошла конференция «Безъядерная зона в Северо-Восточной Азии».", "Астане"),
        ("На острове Чеджу прошла конференция «Безъядерная зона в Северо-Восточной Азии».", "Чеджу"),
        ("Конференция о безъядерной зоне в Центральной Азии прошла в Семее.", "Семее"),
    ],
)
def test_a_continent_or_what_a_name_holds_is_no_place(title, place):
    (one,) = onrecord.extract_text(f"5 мая 2022 года. {title}", language="ru").gatherings
    assert one.place == place


def test_a_korean_name_begins_behind_the_name_of_the_house():
    text = "С докладом выступил научный сотрудник Института мира Чеджу Ча Мин Хо. Встречу модерировала профессор Анна Берг."
    found = onrecord.extract_text(text, language="ru")
    assert [one.name for one in found.persons] == ["Ча Мин Хо", "Анна Берг"]
    assert [one.title for one in found.positions] == ["научный сотрудник", "профессор"]


@pytest.mark.parametrize(
    "words", ["в нём не участвовал", "не выступил", "не подписал декларацию", "не приехал", "не смог принять участие в нём"]
)
def test_what_is_denied_tells_no_role(words):
    assert all(name != "Павел Громов" for name, _ in roles(f"{LEAD}Павел Громов {words}."))


def test_a_clause_behind_a_comma_whose_verb_stands_before_its_subject_tells_of_somebody_else():
    told = roles(f"{LEAD}Его вела Жанар Абиш, стихи прочитал поэт Серик Турагул.")
    assert ("Жанар Абиш", "moderator") in told
    assert ("Серик Турагул", "moderator") not in told
    assert ("Кадзуо Сода", "moderator") not in roles(f"{LEAD}Вечер вёл Марат Айт, гостем стал писатель Кадзуо Сода.")


def test_a_group_whose_people_are_named_behind_it_is_no_participant_beside_them():
    told = roles(f"{LEAD}На нём присутствовали сенаторы Нурия Есим и Виктор Ким.")
    assert {("Нурия Есим", "participant"), ("Виктор Ким", "participant")} <= told
    assert "=сенаторы" not in {name for name, _ in told}
