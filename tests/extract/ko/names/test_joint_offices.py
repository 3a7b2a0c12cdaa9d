"""Two offices of one person that 겸 joins."""

import pytest

from onrecord import extract_text


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("예르잔 탁타로프(Yerzhan Taktarov) 카자흐스탄 부총리 겸 외교부 장관은 참석했다.", {"부총리", "장관"}),
        ("민도경 달빛재단 이사장 겸 누리대 교수는 참석했다.", {"이사장", "교수"}),
    ],
)
def test_both_offices_are_held(text, titles):
    found = extract_text(text, language="ko", published="2021-10-20").positions
    assert {p.title for p in found} == titles
    assert len({p.person.name for p in found}) == 1
