"""Attributions behind как and a dash, in a house, with listeners before a colon, and whose words a source is."""

from __future__ import annotations

import pytest

from onrecord import extract_text
from onrecord.model import Phrase


def said(text: str) -> list[tuple[str, str]]:
    return [
        ((s.speaker.words if isinstance(s.speaker, Phrase) else s.speaker.name) if s.speaker else "", " // ".join(s.content))
        for s in extract_text(text, language="ru").statements
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Полигон уже никогда не откроют снова, как заявил Олег Саврасов.",
        "Полигон уже никогда не откроют снова, как ранее отметил Олег Саврасов.",
        "Полигон уже никогда не откроют снова, – уверен Олег Саврасов.",
        "Олег Саврасов напомнил собравшимся: полигон уже никогда не откроют снова.",
        "Олег Саврасов пришёл к выводу, что полигон уже никогда не откроют снова.",
        "Олег Саврасов рад, что полигон уже никогда не откроют снова.",
    ],
)
def test_a_report_has_the_words_beside_it(text: str):
    [(who, words)] = said(text)
    assert (who, words.lower()) == ("Олег Саврасов", "полигон уже никогда не откроют снова")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Со слов Олега Саврасова, полигон уже никогда не откроют снова.", "Олега Саврасова"),
        ("Согласно заявлению посольства, полигон уже никогда не откроют снова.", "посольства"),
        ("Полигон уже никогда не откроют снова, сообщили в посольстве.", "посольстве"),
    ],
)
def test_a_source_is_told_by_a_noun_or_a_house(text: str, who: str):
    assert [who for who, _ in said(text)] == [who]


def test_words_around_an_attribution_with_as_are_one_statement():
    assert said("Полигон, как отметил Олег Саврасов, уже никогда не откроют.") == [
        ("Олег Саврасов", "Полигон // уже никогда не откроют")
    ]


def test_what_somebody_reports_of_another_is_a_statement_of_each():
    found = said("Министр заявил, что переговоры начнутся уже в мае, как сообщил Иван Лютиков.")
    assert found == [
        ("Иван Лютиков", "Министр заявил, что переговоры начнутся уже в мае"),
        ("Министр", "переговоры начнутся уже в мае"),
    ]


def test_as_behind_after_that_leads_to_no_report():
    assert said("Работа института началась после того, как Иван Лютиков объявил о новом проекте.") == []


def test_what_somebody_holds_to_be_necessary_is_his_view():
    assert said("Иван Лютиков считает необходимым пересмотреть старый договор.") == [
        ("Иван Лютиков", "необходимым пересмотреть старый договор")
    ]


def test_such_words_before_a_pronoun_are_whose_the_quotation_is():
    text = "Посол Олег Саврасов выступил с речью. «Мы закрыли полигон по воле народа», – такими словами он завершил речь."
    assert said(text) == [("Олег Саврасов", "Мы закрыли полигон по воле народа")]


@pytest.mark.parametrize(
    "text",
    [
        "О том, что полигон уже никогда не откроют снова, заявил Олег Саврасов.",
        "Полигон уже никогда не откроют снова – об этом заявил в Астане Олег Саврасов.",
        "В обращении министра Олега Саврасова говорится, что полигон уже никогда не откроют снова.",
    ],
)
def test_words_that_point_at_a_clause_say_whose_it_is(text: str):
    [(who, words)] = said(text)
    assert who.startswith("Олег")
    assert words.lower() == "полигон уже никогда не откроют снова"


def test_a_gerund_shares_its_subject_and_no_noun_behind_it():
    found = said("Олег Саврасов отметил пользу архива для истории, подчеркнув роль молодых учёных института.")
    assert found[-1] == ("Олег Саврасов", "роль молодых учёных института")


def test_a_verb_that_opens_a_sentence_has_the_speaker_of_the_one_before():
    found = said("Министр Олег Саврасов сказал: «Полигон уже никогда не откроют». И добавил: «Архив открыт для всех учёных».")
    assert found[-1] == ("Олег Саврасов", "Архив открыт для всех учёных")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Олег Саврасов призвал к постоянному мониторингу полигона.", "к постоянному мониторингу полигона"),
        ("Олег Саврасов настаивает на необходимости нового договора.", "на необходимости нового договора"),
    ],
)
def test_a_call_or_demand_has_its_object_behind_a_preposition(text: str, words: str):
    assert said(text) == [("Олег Саврасов", words)]
