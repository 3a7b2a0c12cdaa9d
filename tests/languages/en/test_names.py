from __future__ import annotations

import pytest

from onrecord.languages.en import names


@pytest.mark.parametrize(
    "name", [("Hwang", "Bo-ram"), ("Bo-ram", "Hwang"), ("Hwang", "Bo", "Ram"), ("HWANG", "Boram"), ("Namgung", "Ha-na")]
)
def test_korean_names_are_known_in_either_order(name):
    assert names.is_korean(name)


@pytest.mark.parametrize("name", [("Hwang",), ("Green", "Party"), ("Lee", "Kuan", "Yew", "School"), ("Jan", "Kowalczykowski")])
def test_other_words_are_no_korean_names(name):
    assert not names.is_korean(name)


def test_usual_spellings_of_one_name_sound_alike():
    assert names.sounded("Ergashxo‘jayev") == names.sounded("Ergashkhodjaev")
    assert names.sounded("Belkin") != names.sounded("Belkina")


def test_initials_and_forms_of_address_are_told_from_names():
    assert names.is_initial("K.")
    assert names.is_initial("Sh.")
    assert not names.is_initial("Ok")
    assert names.is_honorific("Mr.")
    assert not names.is_honorific("mr.")
    assert names.full_given_name("Joe") == "joseph"
