"""Who was there since a Korean page tells what they did, where nothing else tells their role."""

from __future__ import annotations

import pytest
from tests.made.told import roles

from onrecord import extract_text

LEAD = "늘솔평화재단은 2022년 6월 7일 서울에서 핵실험 피해자 지원 토론회를 개최했다.\n\n"


def there(sentence: str) -> set[tuple[str, str]]:
    """Return who had which role at the discussion of a page that goes on with a sentence."""
    return roles(extract_text(LEAD + sentence).gatherings[0])


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("둘째 날 모의 협상은 외교관 출신인 채은별 교수가 지도했다.", ("채은별", "speaker")),
        ("채은별 한빛연구소 소장은 영상 메시지를 보내 연대의 뜻을 전했다.", ("채은별", "speaker")),
        ("채은별 시장은 종을 세 번 울렸다.", ("채은별", "participant")),
    ],
)
def test_who_acts_where_an_occasion_is_told_was_there(sentence, expected):
    assert expected in there(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "1994년 채은별 소장은 이 연구소를 세웠다.",
        "채은별 시장은 참석하지 않았다.",
        "채은별 시장은 종을 울릴 계획이다.",
        "채은별 소장이 쓴 책도 놓여 있었다.",
    ],
)
def test_who_did_something_elsewhere_or_did_not_was_not_there(sentence):
    assert all(name != "채은별" for name, _ in there(sentence))
