"""What looks like the name of a body and is none, and names that go on where they did not."""

from __future__ import annotations

import pytest

from onrecord import extract_text


def bodies(text: str) -> set[str]:
    """The names of the organizations of a Russian text, with their aliases."""
    return {name for one in extract_text(text, language="ru").organizations for name in one.names}


@pytest.mark.parametrize(
    ("text", "no_body"),
    [
        ("Цены выросли по всей Российской Федерации.", "Российской Федерации"),
        ("Они приехали из бывшего Советского Союза.", "Советского Союза"),
        ("Правозащитные организации выступают за запрет испытаний.", "Правозащитные организации"),
        ("В 2010 году прошел конкурс The BOBs, сообщил Иван Петров.", "The BOBs"),
        ("Произошло отделение приборно-агрегатного отсека (ПАО). Позднее ПАО сгорел.", "ПАО"),
        ("Ее «запустили в эксплуатацию» в мае.", "запустили в эксплуатацию"),
    ],
)
def test_states_kinds_and_works_are_no_bodies(text: str, no_body: str):
    assert not any(no_body in name for name in bodies(text))


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Об этом заявила пресс-служба Сарсенова.", "пресс-служба Сарсенова"),
        ("В 2009 году администрация президента Сарсенова смягчила ограничения.", "администрация президента Сарсенова"),
        ("Гонку выиграла команда Ламборти.", "команда Ламборти"),
        ("Рабочая группа, включающая ГУ МЧС России по Павлодару, начала работу.", "ГУ МЧС России по Павлодару"),
        ("Они выступили перед комитетом ООН против пыток в Женеве.", "комитетом ООН против пыток"),
        ("Концерн «Алмаз» ответил антимонопольной комиссии Европейского союза.", "антимонопольной комиссии Европейского союза"),
        (
            "В митинге участвовал «Координационный совет пострадавших вкладчиков».",
            "Координационный совет пострадавших вкладчиков",
        ),
        ("Выборы не состоятся, сообщает stepnews.kz.", "stepnews.kz"),
    ],
)
def test_a_body_is_named_by_all_its_words(text: str, body: str):
    assert body in bodies(text)


def test_an_office_inside_the_name_of_a_body_is_still_that_of_its_holder():
    found = extract_text("В 2009 году администрация президента Сарсенова смягчила ограничения.", language="ru")
    assert [(p.person.name, p.title) for p in found.positions] == [("Сарсенова", "президента")]


def test_governments_of_two_countries_are_two_bodies():
    found = bodies("Правительство Китая объявило о запрете. Правительство Эритреи промолчало.")
    assert {"Правительство Китая", "Правительство Эритреи"} <= found
    text = "Правительство Китая объявило о запрете. Правительство Эритреи промолчало."
    assert not any(len(one.names) > 1 for one in extract_text(text, language="ru").organizations)


def test_the_part_of_a_body_is_not_the_body():
    found = extract_text("Состоялось заседание президентского совета ФИДЕ. ФИДЕ проведет выборы.", language="ru").organizations
    assert [one.name for one in found] == ["президентского совета ФИДЕ", "ФИДЕ"]
