"""Who was there since a Russian page tells what they did, where nothing else tells their role."""

from __future__ import annotations

import pytest
from tests.made import told

from onrecord import extract_text

LEAD = "7 июня 2022 года в Алматы прошёл круглый стол «Память полигона», организованный институтом «Арман».\n\n"


def roles(sentence: str) -> set[tuple[str, str]]:
    """Return who had which role at the round table of a page that goes on with a sentence."""
    (one, *_) = extract_text(LEAD + sentence).gatherings
    return told.roles(one)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Депутат Ирина Самойлова поинтересовалась, хватит ли на это средств.", ("Ирина Самойлова", "speaker")),
        ("Идею архива поддержал историк Павел Громов.", ("Павел Громов", "speaker")),
        ("Партию фортепиано исполнила пианистка Ирина Самойлова.", ("Ирина Самойлова", "participant")),
        ("Приветственное слово акима области зачитал его советник Павел Громов.", ("Павел Громов", "opening")),
    ],
)
def test_who_acts_where_an_occasion_is_told_was_there(sentence, expected):
    assert expected in roles(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "В 1994 году музей при институте основал физик Павел Громов.",
        "Фотографии и текст подготовил Павел Громов.",
        "Политолог Павел Громов на круглый стол в этот раз не приехал.",
        "В интервью газете «Заря» политолог Павел Громов назвал эту встречу запоздалой.",
    ],
)
def test_who_did_something_elsewhere_or_stayed_away_was_not_there(sentence):
    assert all(name != "Павел Громов" for name, _ in roles(sentence))
