"""Roles told in the passive, by nouns of an address or a house, and groups that a noun or a predicate tells."""

from __future__ import annotations

import pytest

from onrecord import extract_text
from onrecord.model import Phrase


def roles(words: str) -> set[tuple[str, str]]:
    extract = extract_text(f"12 марта 2024 года в Астане прошёл форум. {words}", language="ru", published="2024-03-13")
    return {
        (part.who.words if isinstance(part.who, Phrase) else part.who.name, part.role)
        for part in extract.gatherings[0].participations
    }


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Форум открылся приветственным словом посла Олега Саврасова.", "opening"),
        ("Во вступительном слове посол Олег Саврасов говорил о памяти.", "opening"),
        ("Темой доклада Олега Саврасова стала безопасность региона.", "speaker"),
        ("Перед участниками выступил политолог Олег Саврасов.", "speaker"),
        ("Форум прошёл под модерацией политолога Олега Саврасова.", "moderator"),
    ],
)
def test_words_beside_a_name_tell_its_role(words: str, role: str):
    assert role in {told for who, told in roles(words) if who.startswith("Олег")}


def test_who_speaks_before_participants_is_none_of_them():
    assert roles("Перед участниками выступил политолог Олег Саврасов.") == {("Олег Саврасов", "speaker")}


def test_a_house_that_received_an_event_is_its_host():
    assert ("Институт мира", "host") in roles("Институт мира принял форум второй раз.")


@pytest.mark.parametrize(
    ("words", "group"),
    [
        ("Форум шёл с участием дипломатов и учёных.", "дипломатов и учёных"),
        ("Участниками форума стали ветераны полигона.", "ветераны полигона"),
    ],
)
def test_a_group_takes_part_by_a_noun_or_a_predicate(words: str, group: str):
    assert (group, "participant") in roles(words)


def test_who_is_to_sign_has_not_signed():
    assert roles("Институт мира подпишет с Фондом Кореи соглашение.") == set()


def test_every_noun_for_an_occasion_can_be_opened():
    extract = extract_text(
        "12 марта 2024 года в Астане прошли научные чтения. Чтения открыл ректор Олег Саврасов.",
        language="ru",
        published="2024-03-13",
    )
    assert [part.role for part in extract.gatherings[0].participations] == ["opening"]
