"""Bodies meant by their kind, in roles and in offices; bodies with Kazakh kinds; authorities in small letters."""

from __future__ import annotations

import pytest

from onrecord import extract_text
from onrecord.model import Extract, Organization


def read(text: str) -> Extract:
    return extract_text(text, language="ru", published="2023-05-05")


def bodies(extract: Extract) -> set[str]:
    return {name for body in extract.organizations for name in body.names}


def roles(extract: Extract) -> set[tuple[str, str]]:
    return {
        (part.who.name, part.role)
        for gathering in extract.gatherings
        for part in gathering.participations
        if isinstance(part.who, Organization)
    }


def test_our_fund_organizes_what_it_held():
    found = read("Фонд «Тихая степь»\n\nНовости\n\n2 мая 2023 года в Алматы наш фонд провёл семинар вместе с ОБСЕ.")
    assert {("Фонд «Тихая степь»", "organizer"), ("ОБСЕ", "organizer")} <= roles(found)


def test_a_kazakh_kind_is_the_fund_that_a_russian_sentence_means():
    found = read("«Тыныш дала» қоры\n\nСеминар прошёл в Семее\n\n2 мая 2023 года в Семее наш фонд провёл семинар по проверке.")
    assert ("«Тыныш дала» қоры", "organizer") in roles(found)


def test_an_office_of_the_fund_is_one_of_the_fund_named_before():
    found = read(
        "«Тыныш дала» қоры\n\n2 мая 2023 года в Семее прошёл семинар. Его вёл исполнительный директор фонда Данияр Абай."
    )
    assert [(p.title, p.organization.name if p.organization else None) for p in found.positions] == [
        ("исполнительный директор", "«Тыныш дала» қоры")
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Об этом сказал депутат областного маслихата Айдос Серик.", "областного маслихата"),
        ("Открыл вечер директор областного краеведческого музея Сабит Орманов.", "областного краеведческого музея"),
        ("Собеседница работает в интернет-журнале «Граница».", "интернет-журнале «Граница»"),
        ("КАРАГАНДА. 4 мая 2023 г. «Дала-пресс»\n\nВ городе прошёл митинг.", "«Дала-пресс»"),
        ("Вечер готовил районный совет ветеранов.", "районный совет ветеранов"),
        ("Выступил представитель Управления ООН по вопросам разоружения Карл Линд.", "Управления ООН по вопросам разоружения"),
        (
            "В МИД приняли посла. Министерство иностранных дел Республики Таджикистан ответило.",
            "Министерство иностранных дел Республики Таджикистан",
        ),
        (
            "Сообщило Посольство Республики Корея в Республике Узбекистан.",
            "Посольство Республики Корея в Республике Узбекистан",
        ),
    ],
)
def test_a_body_is_named_whole(text: str, name: str):
    assert name in bodies(read(text))


def test_a_kind_in_small_letters_alone_names_no_body():
    assert bodies(read("В городе открыли новый суд, рядом стоит старая библиотека и областной музей.")) == set()


def test_words_in_guillemets_with_a_small_letter_are_no_name():
    assert bodies(read("Академик Тлеген Нурмагамбетов назвал сеть «слухом планеты».")) == set()
