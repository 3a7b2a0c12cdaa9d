"""Who took a dated step, in Russian; sentences of our own about invented people."""

from __future__ import annotations

import pytest

from onrecord import extract_text


def taken(text: str) -> list[tuple[str, str | None]]:
    return [(step.kind, step.actor) for step in extract_text(text, language="ru").milestones]


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Казахстан присоединился к ДНЯО 14 февраля 1994 года.", ("accession", "Казахстан")),
        ("Договор был ратифицирован Узбекистаном 2 апреля 2007 года.", ("treaty-ratified", "Узбекистан")),
        (
            "21 сентября 2022 года министры Кыргызстана и Кореи подписали меморандум о сотрудничестве.",
            ("agreement", "министры Кыргызстана и Кореи"),
        ),
        (
            "3 октября 2023 года Гульмира Сабырова и Санжар Абдикалыков подписали протокол о намерениях.",
            ("agreement", "Гульмира Сабырова и Санжар Абдикалыков"),
        ),
        ("КНДР провела ядерное испытание 9 октября 2006 года.", ("nuclear-test", "КНДР")),
    ],
)
def test_a_step_is_that_of_the_subject_or_the_agent_of_its_verb(text, step):
    assert step in taken(text)


@pytest.mark.parametrize(
    "text",
    [
        "Семипалатинский полигон был закрыт 29 августа 1991 года.",
        "Договор о зоне подписан 8 сентября 2006 года и вступил в силу 21 марта 2009 года.",
        "Банк МАГАТЭ открылся в Усть-Каменогорске 29 августа 2017 года.",
        "Центр «Тыныш дала» основан в 1992 году.",
    ],
)
def test_what_befalls_a_thing_has_no_taker(text):
    assert taken(text)
    assert {who for _, who in taken(text)} == {None}


def test_a_noun_tells_whose_step_it_is():
    assert ("nuclear-test", "КНДР") in taken(
        "Это было после первого ядерного испытания КНДР, проведенного 9 октября 2006 года."
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Сабит Кожаметов в декабре 2018 года был избран депутатом.", "office-taken"),
        ("Дилбар Ходжаева, до 2019 года возглавлявшая отдел разоружения МИД, стала экспертом.", "office-left"),
        ("С 2015 года институт возглавляет академик Сабит Кожаметов.", "office-taken"),
        ("Сабит Кожаметов возглавлял комбинат до 2001 года.", "office-left"),
    ],
)
def test_an_office_is_taken_by_its_holder(text, kind):
    ((found, who),) = taken(text)
    assert found == kind
    assert who in ("Сабит Кожаметов", "Дилбар Ходжаева")


def test_the_office_that_is_given_is_named():
    (step,) = extract_text("Сабит Кожаметов в декабре 2018 года был избран депутатом Сената.", language="ru").milestones
    assert step.what == "депутатом Сената"


def test_the_agency_of_a_dateline_signs_nothing():
    text = "КУРЧАТОВ. 3 октября 2023. АЛА-АҚПАРАТ – Центр «Иртыш» и Институт права подписали меморандум о сотрудничестве."
    assert all("АҚПАРАТ" not in (who or "") for _, who in taken(text))
