"""Occasions whose kind only a label before the headline tells, on pages of our own."""

import pytest

from onrecord import extract_text

LINES = "일시: 2026년 9월 8일\n방식: 줌(Zoom)\n주최: 하람평화재단\n\n개회사: 문가온 하람평화재단 이사장"


@pytest.mark.parametrize(
    ("label", "type"),
    [("[웨비나 안내]", "webinar"), ("[공개 강연]", "other"), ("【토론회 개최 안내】", "seminar"), ("[포럼]", "forum")],
)
def test_a_label_before_the_headline_tells_what_the_page_is_about(label, type):
    found = extract_text(f"{label} 조약 이후 스무 해, 우리에게 남은 물음\n\n{LINES}", language="ko").gatherings
    assert [(g.type, g.name, str(g.start)) for g in found] == [(type, "조약 이후 스무 해, 우리에게 남은 물음", "2026-09-08")]
    assert {(p.who.name, p.role) for p in found[0].participations} == {("하람평화재단", "organizer"), ("문가온", "opening")}


def test_a_headline_that_names_an_occasion_itself_needs_no_label():
    found = extract_text(f"[안내] 제3회 하람 평화포럼\n\n{LINES}", language="ko").gatherings
    assert [g.name for g in found] == ["제3회 하람 평화포럼"]


def test_no_lines_of_a_programme_no_occasion():
    assert not extract_text("[웨비나 후기] 조약 이후 스무 해\n\n우리는 오래 생각했다.", language="ko").gatherings
