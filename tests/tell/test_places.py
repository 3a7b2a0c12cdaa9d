"""Places whose sources write another script are told in English, beside the source's own words."""

from __future__ import annotations

import pytest

from onrecord.model import PartialDate
from onrecord.tell.places import place_in_english


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
    assert place_in_english(place, PartialDate(date) if date else None) == told
