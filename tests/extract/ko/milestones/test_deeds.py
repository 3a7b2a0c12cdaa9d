"""Korean steps told by the noun of the deed; sentences of our own about invented people and places."""

from __future__ import annotations

import pytest

from onrecord import extract_text


def steps(text: str) -> list[tuple[str, str, str]]:
    return [(step.kind, step.what, str(step.date)) for step in extract_text(text, language="ko").milestones]


@pytest.mark.parametrize(
    ("text", "kind", "what", "date"),
    [
        ("2015년 10월 2일 미사일 발사 이후 긴장이 높아졌다.", "missile-launch", "미사일", "2015-10-02"),
        ("2015년 8월 29일 하늬 핵실험장 폐쇄는 시민의 힘이었다.", "site-closed", "하늬 핵실험장", "2015-08-29"),
        ("그는 2015년 핵물질 반출 작전을 설명했다.", "material-removed", "핵물질", "2015"),
        ("두메국의 2015년 2월 NPT 가입은 세계를 놀라게 했다.", "accession", "NPT", "2015-02"),
        ("2015년 7월 14일 하늬 원자로 폐쇄 때 현장에 있었다.", "facility-shut", "하늬 원자로", "2015-07-14"),
        ("2015년 11월 핵탄두의 반출이 끝났다.", "weapons-removed", "핵탄두", "2015-11"),
        ("두메국의 CTBT 비준은 2015년 5월 14일에 이뤄졌다.", "treaty-ratified", "두메국의 CTBT", "2015-05-14"),
        ("2015년 7월 핵연료은행 준공식이 열렸다.", "facility-opened", "핵연료은행", "2015-07"),
        ("2015년 6월 11일 누리학회 창립총회가 하늬시에서 열렸다.", "organization-founded", "누리학회", "2015-06-11"),
        ("누리재단은 2015년 설립 이후 책 열 권을 냈다.", "organization-founded", "누리재단", "2015"),
        ("탁서린 이사장은 2015년 3월 취임 이후 회의를 세 번 열었다.", "office-taken", "이사장", "2015-03"),
        ("두메국의 2015년 8월 29일 핵실험에 세계가 놀랐다.", "nuclear-test", "핵실험", "2015-08-29"),
        ("하늬 핵실험장은 2015년 8월 29일 첫 실험 이후 40년 동안 쓰였다.", "nuclear-test", "첫 실험", "2015-08-29"),
    ],
)
def test_the_noun_of_a_deed_tells_the_step_of_the_day_beside_it(text, kind, what, date):
    assert steps(text) == [(kind, what, date)]


@pytest.mark.parametrize(
    "text",
    [
        "2015년 5월 CTBT 비준 촉구 집회에 시민들이 모였다.",
        "시민들은 2015년 5월 핵실험장 폐쇄를 요구했다.",
        "두메국은 1949년부터 40년간 핵실험을 했다.",
        "하늬에서는 1991년 8월까지 456차례의 핵실험이 이뤄졌다.",
    ],
)
def test_what_is_wished_for_or_went_on_for_years_is_no_step(text):
    assert steps(text) == []
