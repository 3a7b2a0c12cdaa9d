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
