"""Who speaks in Russian where an office, a pronoun or a noun stands for a name."""

from __future__ import annotations

import pytest

import onrecord

MEETING = (
    "21 февраля 2024 года министр иностранных дел РК Ерболат Дауренов встретился в Сеуле с премьер-министром Республики Корея "
    "Хван Сын Юпом. В беседе участвовал генерал-майор Сабит Орманов. "
)


def said(text: str) -> list[tuple[str | None, str]]:
    found = onrecord.extract_text(text, language="ru", published="2024-02-22")
    return [(s.speaker_name, " … ".join(s.content)) for s in found.statements]


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("Глава корейского правительства", "Хван Сын Юпом"),
        ("Казахстанский министр", "Ерболат Дауренов"),
        ("Генерал", "Сабит Орманов"),
        ("Глава казахстанского МИД", "Ерболат Дауренов"),
    ],
)
def test_an_office_means_who_holds_it(subject: str, name: str):
    ((speaker, _),) = said(MEETING + f"{subject} отметил, что опыт отказа от оружия уникален.")
    assert speaker == name


def test_the_subject_of_the_clause_is_not_the_speaker():
    ((speaker, _),) = said(
        "Открывая игру, декан факультета Ардак Молдабаева заметила, что главное умение дипломата – слушать паузы."
    )
    assert speaker == "Ардак Молдабаева"


def test_whom_somebody_asks_is_not_the_speaker():
    speakers = {
        s
        for s, _ in said(
            "Министр Ерболат Дауренов изложил планы реформы и попросил корейских специалистов помочь с обучением сотрудников."
        )
    }
    assert speakers == {"Ерболат Дауренов"}


def test_a_verb_of_any_meaning_beside_a_colon_reports_a_quotation():
    ((speaker, words),) = said("Бригадой руководил Стив Браннер. Стив повторял: «Бетон не врёт, врут бумаги».")
    assert (speaker, words) == ("Стив Браннер", "Бетон не врёт, врут бумаги")


def test_a_verb_behind_the_clause_goes_on_with_the_same_speaker():
    found = said("Посол Ким Сан Ву заверил, что Сеул всегда готов помочь, и пригласил казахстанских учёных в Тэджон.")
    assert found == [("Ким Сан Ву", "Сеул всегда готов помочь"), ("Ким Сан Ву", "казахстанских учёных в Тэджон")]


def test_a_question_tells_nothing_of_whom_it_asks():
    page = (
        "Интервью\n\nФизик Аскар Жумадилов работает в Алматы.\n\n– Вы уверены, что опыт применим и в Корее?\n\n"
        "– Нет. Горы похожи, а документы нет.\n\n– О чём вы будете говорить завтра?\n\n– О тишине, которую мы слушаем."
    )
    assert {speaker for speaker, _ in said(page)} == {"Аскар Жумадилов"}


def test_the_title_of_an_interview_is_what_the_other_said():
    page = (
        "«Мы закрывали шахту за шахтой»\n\nФизик Аскар Жумадилов работает в Алматы.\n\n– С чего всё началось?\n\n"
        "– С лопаты и старого грузовика.\n\n– А чем закончилось?\n\n– Мы взорвали устье и пошли обедать."
    )
    assert said(page)[0] == ("Аскар Жумадилов", "Мы закрывали шахту за шахтой")
