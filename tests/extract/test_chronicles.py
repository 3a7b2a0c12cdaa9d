"""Years on lines of their own, under which the days of a chronicle stand."""

from __future__ import annotations

import pytest

from onrecord import extract_text
from onrecord.extract.chronicles import year_above

KOREAN = "[연표] 핵협상\n\n1993년\n3월 12일 북한, 영변에서 사찰 중단.\n\n2006년\n10월 9일 풍계리에서 제1차 핵실험.\n"
RUSSIAN = (
    "Хроника\n\n1949 год\n29 августа. Взорвано первое атомное устройство.\n\n1991\n29 августа. Полигон закрыт указом главы.\n"
)


@pytest.mark.parametrize("published", [None, "2020-03-02"])
@pytest.mark.parametrize(
    ("text", "language", "step"),
    [
        (KOREAN, "ko", ("nuclear-test", "2006-10-09")),
        (RUSSIAN, "ru", ("nuclear-test", "1949-08-29")),
        (RUSSIAN, "ru", ("site-closed", "1991-08-29")),
    ],
)
def test_a_step_has_the_year_above_its_line(text: str, language: str, step: tuple[str, str], published: str | None):
    found = extract_text(text, language=language, published=published).milestones
    assert step in [(m.kind, m.date.edtf) for m in found]


@pytest.mark.parametrize("published", [None, "2024-05-01"])
def test_a_day_that_its_year_does_not_have_dates_nothing(published: str | None):
    found = extract_text(RUSSIAN.replace("29 августа. Полигон", "29 февраля. Полигон"), language="ru", published=published)
    assert [(m.kind, m.date.edtf) for m in found.milestones] == [("nuclear-test", "1949-08-29")]


def test_one_year_on_a_line_is_no_chronicle():
    text = "2006년\n10월 9일 풍계리에서 제1차 핵실험.\n"
    assert year_above(text, len(text)) is None


def test_above_the_first_year_there_is_none():
    assert year_above(KOREAN, 3) is None
    assert year_above(KOREAN, KOREAN.index("영변")) == 1993
