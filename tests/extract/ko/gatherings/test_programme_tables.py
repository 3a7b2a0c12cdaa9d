"""Programmes written as tables with bars, with invented people and institutes."""

from __future__ import annotations

import pytest

from onrecord import extract_text
from onrecord.model import Phrase

PAGE = """초원평화재단 국제포럼 「기억과 검증」

일시: 2026년 9월 10일(목) 10:00
장소: 대전 누리홀

{head}
{rows}
"""


def roles(rows: str, head: str = "시간 | 내용 | 발표자") -> set[tuple[str, str]]:
    page = extract_text(PAGE.format(head=head, rows=rows), language="ko")
    return {
        (p.who.words if isinstance(p.who, Phrase) else p.who.name, p.role) for g in page.gatherings for p in g.participations
    }


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("10:30~11:10 | 기조강연 「초원의 서른 해」 | 카나트 누를란 박사", ("카나트 누를란", "speaker")),
        ("- 발표 1. 강가의 마을들 | 로자 아브드라흐마노바 온새미센터 연구실장", ("로자 아브드라흐마노바", "speaker")),
        ("13:00~14:00 | 주제 발표 2 - 검증의 조건 | 변가윤 해담대 교수", ("변가윤", "speaker")),
        ("15:50~17:20 | 청년 원탁 | 진행 : 여다온 초원평화재단 팀장", ("여다온", "moderator")),
        ("10:00~10:10 | 개회사 | 탁서린 초원평화재단 이사장", ("탁서린", "opening")),
        ("14:00~15:00 | 검증의 역사 | 진모아 해담대 교수", ("진모아", "speaker")),
    ],
)
def test_a_cell_or_the_head_of_its_column_tells_the_role(row, expected):
    assert expected in roles(row)


def test_each_column_of_people_has_its_own_role():
    found = roles("검증의 역사 | 진모아 해담대 교수 | 변가윤 해담대 교수", head="주제 | 발표자 | 토론자")
    assert {("진모아", "speaker"), ("변가윤", "speaker")} <= found
    led = roles("제1세션 | 진모아 해담대 교수 | 변가윤 해담대 교수", head="구분 | 좌장 | 발표자")
    assert {("진모아", "moderator"), ("변가윤", "speaker")} <= led


def test_the_line_of_an_author_names_no_part():
    page = "초원의 가을\n\n누리새벽신문 | 사회 | 입력 2026.09.04 18:20 | 선우담 기자\n\n지난 2일 춘천에서 평화포럼이 열렸다.\n"
    (forum,) = extract_text(page, language="ko").gatherings
    assert "선우담" not in {getattr(p.who, "name", "") for p in forum.participations}
