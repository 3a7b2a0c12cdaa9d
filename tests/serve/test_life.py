"""The drawing of somebody's offices over time."""

from __future__ import annotations

import pytest

from onrecord.model import PartialDate
from onrecord.serve.life import LETTER, life


@pytest.mark.parametrize(
    "words", ["rector", "заместитель министра иностранных дел, Казахстан", "Ambassador " * 7, "차관, 외교부"]
)
@pytest.mark.parametrize(
    ("first", "last"), [("2020", "2020"), ("2021-02", "2025"), ("2023-11", "2025-01"), ("2025-05", "2025-06")]
)
def test_what_is_written_at_a_bar_stays_in_the_drawing(words: str, first: str, last: str):
    others = [("miller", PartialDate("2020"), PartialDate("2020")), ("pilot", PartialDate("2025"), PartialDate("2025"))]
    drawn = life([(words, PartialDate(first), PartialDate(last)), *others], "en")
    bar, long = drawn.bars[0], len(words) * LETTER
    left, right = (bar.at - long, bar.at) if bar.anchor == "end" else (bar.at, bar.at + long)
    assert -1 <= left <= right <= drawn.width
