"""Roles and offices of several who share one verb, on sentences of our own about invented people."""

import pytest

from onrecord import extract_text

SEMINAR = "2026년 3월 14일 서울에서 세미나가 열렸다. "


def roles(text: str) -> dict[str, str]:
    found = extract_text(text, language="ko").gatherings[0].participations
    return {getattr(p.who, "name", str(p.who)): p.role for p in found}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "사회는 민도경 교수가, 발제는 길새암 박사와 한구슬 소장이, 토론은 국나리 변호사가 각각 맡았다.",
            {"민도경": "moderator", "길새암": "speaker", "한구슬": "speaker", "국나리": "speaker"},
        ),
        (
            "좌장은 민도경 누리대 교수가, 발표자로는 길새암 박사와 한구슬 소장이 나섰다.",
            {"민도경": "moderator", "길새암": "speaker", "한구슬": "speaker"},
        ),
        ("의장은 심연두 학생이, 기조연설은 국나리 연구원이 맡았습니다.", {"심연두": "moderator", "국나리": "speaker"}),
    ],
)
def test_each_clause_gives_its_own_role(text, told):
    assert roles(SEMINAR + text) == told


def test_each_clause_gives_its_own_office():
    found = extract_text("공동대표는 민도경 교수가, 사무총장은 길새암 변호사가 맡는다.", language="ko").positions
    offices = {(p.person.name, p.title) for p in found}
    assert {("민도경", "공동대표"), ("길새암", "사무총장")} <= offices
    assert ("길새암", "공동대표") not in offices
