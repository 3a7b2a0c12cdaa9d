"""Years of days that are written without one."""

import pytest

from onrecord import extract_text


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("2월 11-12일 부산에서 ‘2026 Hanbit Nuclear Dialogue’를 개최했다.", "2026-02-11"),
        ("일시: 2026년 3월 4일\n장소: 부산\n누리포럼이 3월 4일 부산에서 열렸다.", "2026-03-04"),
        ("누리포럼이 3월 4일 부산에서 열렸다.", "XXXX-03-04"),
    ],
)
def test_a_day_without_its_year_takes_that_of_the_name_or_the_label(text, start):
    found = extract_text(text, language="ko").gatherings
    assert [str(g.start) for g in found] == [start]


def test_a_day_takes_the_year_of_the_magazine_in_which_it_stands():
    found = extract_text("월간 누리 2026년 7월호\n\n누리포럼이 5월 4일 부산에서 열렸다.", language="ko").gatherings
    assert [str(g.start) for g in found] == ["2026-05-04"]


def test_the_last_day_of_a_period_has_the_year_of_the_first():
    found = extract_text("제5회 누리포럼\n기간 : 2026. 10. 22.(목) ~ 10. 23.(금)\n장소 : 광주", language="ko").gatherings
    assert [(str(g.start), str(g.end)) for g in found] == [("2026-10-22", "2026-10-23")]
