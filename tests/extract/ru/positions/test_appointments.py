"""Verbs like стать and быть give an office, but who moderates a session has a role there and no office."""

import pytest

from onrecord import extract_text


def offices(text: str) -> list[tuple[str, str]]:
    extraction = extract_text(text, language="ru")
    return [(position.person.name, position.title) for position in extraction.positions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Директором института стал Марат Сейткали.", [("Марат Сейткали", "Директором")]),
        ("Марат Сейткали был назначен послом Казахстана.", [("Марат Сейткали", "послом")]),
        ("Модератором первой сессии стал Марат Сейткали.", []),
        ("Модератором первой сессии стал профессор Марат Сейткали.", [("Марат Сейткали", "профессор")]),
    ],
)
def test_offices_are_given_and_roles_are_not(text: str, expected: list[tuple[str, str]]) -> None:
    assert offices(text) == expected


def test_who_is_appointed_by_a_decree_has_no_office_of_who_appoints():
    text = (
        "Указом Главы государства от 5 мая 2022 года Аслан Жумадилов назначен Чрезвычайным и Полномочным Послом "
        "Республики Казахстан в Республике Корея."
    )
    found = extract_text(text, language="ru").positions
    assert [one.title for one in found] == ["Чрезвычайным и Полномочным Послом Республики Казахстан в Республике Корея"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Указом главы государства Жумадилов Аслан Кайратович назначен директором Института степи, "
            "он освобожден от должности чрезвычайного и полномочного посла Республики Казахстан в Норвегии.",
            {("директором", "current"), ("чрезвычайного и полномочного посла Республики Казахстан в Норвегии", "former")},
        ),
        (
            "Указом Президента Аслан Жумадилов назначен Послом Норвегии в Соединенных Штатах Америки.",
            {("Послом Норвегии в Соединенных Штатах Америки", "current")},
        ),
        ("Президент освободил Аслана Жумадилова от должности ректора.", {("ректора", "former")}),
        ("Премьер назначил Аслана Жумадилова главой МИД Норвегии.", {("главой", "current")}),
        ("Аслан Жумадилов вернулся в Осло и назначен на пост помощника министра.", {("помощника министра", "current")}),
    ],
)
def test_a_decree_gives_and_takes_offices_of_whom_it_is_about(text: str, expected: set[tuple[str, str]]) -> None:
    found = extract_text(text, language="ru").positions
    assert {(one.title, one.status) for one in found if "Жумадилов" in one.person.name} == expected


def test_an_address_behind_a_comma_parts_no_office_from_its_name() -> None:
    found = offices("Состоялся прием Чрезвычайного и Полномочного Посла Норвегии в РК, г-на Ларса Берга, который уезжает.")
    assert found == [("Ларса Берга", "Чрезвычайного и Полномочного Посла Норвегии в РК")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Пришли художник Карим Сапаров, автор книги «Степь ждала нас» Анна Берг.",
            [("Карим Сапаров", "художник"), ("Анна Берг", "автор книги «Степь ждала нас»")],
        ),
        (
            "Приехали советник посольства Ларс Берг, первый секретарь посольства, торговый атташе Пак Ён Мин.",
            [("Ларс Берг", "советник"), ("Пак Ён Мин", "первый секретарь"), ("Пак Ён Мин", "торговый атташе")],
        ),
        (
            "Генеральный секретарь Организации Объединенных Наций Ларс Берг выступил.",
            [("Ларс Берг", "Генеральный секретарь")],
        ),
        ("Выступил госсек США Ларс Берг.", [("Ларс Берг", "госсек")]),
        ('Выступил посол проекта "Степь" Ларс Берг.', [("Ларс Берг", 'посол проекта "Степь"')]),
    ],
)
def test_each_office_is_that_of_the_name_behind_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(offices(text)) == sorted(expected)
