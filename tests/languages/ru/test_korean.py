from __future__ import annotations

import pytest

from onrecord.languages.ru import korean


@pytest.mark.parametrize(
    ("word", "number"), [("Хван", 1), ("Хваном", 2), ("Ёль", 1), ("ЁЛЕМ", 2), ("Гю", 1), ("А", 1), ("", 0)]
)
def test_each_vowel_is_a_syllable(word: str, number: int):
    assert korean.syllables(word) == number


def test_a_surname_is_known_as_it_is_written():
    assert korean.is_surname("Хван")
    assert not korean.is_surname("Хваном")
