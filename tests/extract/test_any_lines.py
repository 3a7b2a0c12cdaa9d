"""No arrangement of the lines of pages breaks the extraction: pages are cut, mixed and badly decoded on their way."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import extract_text

PAGES = Path(__file__).parents[1] / "quality"
SETS = ("en/own", "en/fourth", "en/eleventh", "ko/own", "ko/tenth", "ru/own", "ru/tenth")
LINES = [
    line
    for name in SETS
    for page in sorted((PAGES / name / "pages").glob("*.txt"))
    for line in page.read_text("utf-8").split("\n")
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=10), st.data())
def test_lines_of_any_pages_in_any_order_are_read(lines: list[str], data: st.DataObject):
    text = "\n".join(lines)
    cut = data.draw(st.integers(0, min(len(text), 40)))
    found = extract_text(text[cut:])
    assert all(one.span.of(found.document.text) for one in found.positions)


@pytest.mark.parametrize(
    "text",
    [
        "Panellists\nSuk Tae-rim,",
        "Readout of Secretary Adil Serkebayev of Kazakhstan\n한국 비확산 전문가단, 세미팔라틴스크 옛 핵실험장 방문\n\n"
        "They lead the U.S. delegation to a preparatory meeting in Vienna on October 20 and 21.",
    ],
)
def test_what_once_broke_it_is_read(text: str):
    assert extract_text(text).document.text


@pytest.mark.parametrize(
    "text",
    [
        "Talks on water\n\nThe ministers met in Lunde on February 29.",
        "회의는 2월 29일 열렸다.",
        "Встреча прошла 29 февраля в Астане.",
    ],
)
def test_a_leap_day_without_its_year_is_read_on_a_page_of_a_year_without_one(text: str):
    assert extract_text(text, published="2022-05-05").document.text == text
