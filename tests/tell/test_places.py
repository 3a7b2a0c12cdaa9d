"""Places whose sources write another script are told in the language of the reader, beside the words of the source."""

from __future__ import annotations

import pytest

from onrecord.model import PartialDate
from onrecord.tell.places import place_named


@pytest.mark.parametrize(
    ("place", "date", "told"),
    [
        ("Busan", None, "Busan"),
        ("Kurchatov, Kazakhstan", None, "Kurchatov, Kazakhstan"),
        ("Genève", None, "Genève"),
        ("부산", None, "Busan (부산)"),
        ("Алматы", None, "Almaty (Алматы)"),
        ("아스타나", "2018-05-14", "Astana (아스타나)"),
        ("Нур-Султан", "2020-05-14", "Nur-Sultan (Нур-Султан)"),
        ("카자흐스탄", None, "Kazakhstan (카자흐스탄)"),
        ("호숫가 회의실", None, "호숫가 회의실"),
    ],
)
def test_a_place_is_told_in_english_as_it_was_called_on_the_day(place: str, date: str | None, told: str) -> None:
    assert place_named(place, PartialDate(date) if date else None) == told


@pytest.mark.parametrize(
    ("language", "place", "told"),
    [
        ("ko", "Astana", "아스타나 (Astana)"),
        ("ko", "아스타나", "아스타나"),
        ("ru", "Seoul", "Сеул (Seoul)"),
        ("ru", "Астане", "Астана"),
        ("ru", "a lakeside hall", "a lakeside hall"),
    ],
)
def test_a_place_is_told_in_the_language_of_the_reader(language: str, place: str, told: str) -> None:
    assert place_named(place, None, language) == told
