"""Names that are kept apart or joined: ministries of two republics, towns and persons, names in Kazakh and Russian."""

import pytest

from onrecord import extract_text


def bodies(text: str) -> list[set[str]]:
    return [{o.name, *o.aliases} for o in extract_text(text, language="ru").organizations]


def persons(text: str) -> list[set[str]]:
    return [{p.name, *p.aliases} for p in extract_text(text, language="ru").persons]


def test_the_ministries_of_two_republics_and_a_department_of_one_are_three():
    found = bodies(
        "В МИД РК прошли казахстанско-корейские консультации. Выступили директор Департамента права МИД РК Айдар Сеитов "
        "и директор отдела МИД Республики Корея Пак Чун Хо."
    )
    assert {"МИД РК"} in found
    assert {"Департамента права МИД РК"} in found
    assert {"МИД Республики Корея"} in found or {"отдела МИД Республики Корея"} in found


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Прибыл спецпредставитель МИД Республики Корея по вопросам мира Пак Чун Хо.", "МИД Республики Корея"),
        ("Доклад прочитала Анна Кох (ИВМС РАН).", "ИВМС РАН"),
        ("Доклад подготовил Институт мировой истории при КазНУ.", "Институт мировой истории при КазНУ"),
        ("Он избран депутатом Жогорку Кенеша Кыргызской Республики.", "Жогорку Кенеша Кыргызской Республики"),
        ("Победила команда аспирантки Дины Сеитовой.", None),
        ("Стороны поддержали инициативу «Степной диалог».", None),
    ],
)
def test_how_far_the_name_of_a_body_reaches(text: str, body: str | None):
    assert [next(iter(names)) for names in bodies(text)] == ([body] if body else [])


@pytest.mark.parametrize("text", ["Он понимает боль Семея.", "Договор носит имя Семипалатинска.", "Д-р Анна Кох выступила."])
def test_towns_and_honorifics_are_no_persons(text: str):
    assert persons(text) in ([], [{"Анна Кох"}])


def test_one_name_in_kazakh_and_in_russian():
    found = persons("Ректор Бауыржан Мұратұлы Қалиев выступил. Ректора Бауржана Муратовича Калиева поздравили.")
    assert len(found) == 1


def test_who_is_of_a_house_named_after_somebody():
    found = persons("Выступила глава Фонда имени Роберта Бауэра Анна Кох.")
    assert found == [{"Анна Кох"}]


def test_a_life_goes_on_with_he():
    found = extract_text("Посол Ю Чан Мин прибыл в Астану. Ранее он занимал пост генерального консула в Алматы.", language="ru")
    assert [(p.person.name, p.title, p.status) for p in found.positions][1:] == [
        ("Ю Чан Мин", "генерального консула", "former")
    ]


def test_an_office_behind_brackets_that_tell_whence_somebody_comes():
    found = extract_text("Лекторы:\n\nАнна Кох (Кыргызстан), эксперт Агентства тихой степи", language="ru")
    assert [(p.title, p.organization.name if p.organization else None) for p in found.positions] == [
        ("эксперт", "Агентства тихой степи")
    ]
