"""Offices that a clause tells of somebody, on sentences of our own about invented people."""

import pytest

from onrecord import extract_text


def offices(text: str) -> list[tuple[str, str, str | None, str]]:
    found = extract_text(text, language="ko", published="2021-10-20").positions
    return [(p.person.name, p.title, p.organization.name if p.organization else None, p.status) for p in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("민도경 교수는 주제네바대표부 차석대사를 지냈다.", ("민도경", "차석대사", "주제네바대표부", "former")),
        (
            "민도경 교수는 주한 카자흐스탄 대사관에서 참사관으로 일했다.",
            ("민도경", "참사관", "주한 카자흐스탄 대사관", "former"),
        ),
        ("민도경 교수는 지금 한빛평화재단 이사도 맡고 있다.", ("민도경", "이사", "한빛평화재단", "current")),
        ("민도경 교수는 지난해 한빛평화재단 이사장으로 선출됐다.", ("민도경", "이사장", "한빛평화재단", "current")),
        ("한빛평화재단 제5대 이사장에 민도경 교수가 선임됐다.", ("민도경", "이사장", "한빛평화재단", "current")),
        ("재단은 새 이사장으로 민도경 교수를 임명했다.", ("민도경", "이사장", None, "current")),
        ("한빛평화재단 이사장이자 시인인 민도경 교수가 왔다.", ("민도경", "이사장", "한빛평화재단", "current")),
        ("단장은 석가람 새벽연구원 부원장이 맡았다.", ("석가람", "단장", None, "current")),
        ("석가람 부원장을 단장으로 열 명이 함께했다.", ("석가람", "단장", None, "current")),
        ("통역을 맡은 디나라 세이토바 씨가 말했다.", ("디나라 세이토바", "통역", None, "current")),
        ("당시 외교부 장관이던 세리크 잔도소프 씨가 왔다.", ("세리크 잔도소프", "장관", "외교부", "former")),
        ("전 카자흐스탄 하원의원인 로자 카시모바가 왔다.", ("로자 카시모바", "하원의원", None, "former")),
        ("아이다 토코노바 씨는 의사다.", ("아이다 토코노바", "의사", None, "current")),
        ("아이다 토코노바 씨는 의사로 30년을 일했다.", ("아이다 토코노바", "의사", None, "former")),
        ("그때 위원장은 민도경 교수였습니다. 석가람 교수가 조직위원장이셨습니다.", ("석가람", "조직위원장", None, "current")),
        ("전임 이사장이던 고(故) 세리크 잔도소프 선생이 세웠다.", ("세리크 잔도소프", "이사장", None, "former")),
        ("재단은 민도경 교수를 회장에 선출했다.", ("민도경", "회장", None, "current")),
        ("사무총장에는 석가람 교수가 임명됐다.", ("석가람", "사무총장", None, "current")),
        ("공동대표는 민도경 교수와 석가람 변호사가 맡는다.", ("민도경", "공동대표", None, "current")),
        ("공동대표는 민도경 교수와 석가람 변호사가 맡는다.", ("석가람", "공동대표", None, "current")),
        ("그 자리에 민도경 주제네바 대사가 왔다.", ("민도경", "주제네바 대사", None, "current")),
    ],
)
def test_a_verb_gives_an_office_to_its_subject_or_to_whom_it_describes(text, expected):
    assert expected in offices(text)


def test_lines_of_a_life_belong_to_the_person_of_the_line_before():
    text = "굴나라 이브라예바 교수는\n· 1998~2004 누리대 전임강사\n· 2010~ 누리대 부총장"
    assert ("굴나라 이브라예바", "전임강사", "누리대", "former") in offices(text)
    assert ("굴나라 이브라예바", "부총장", "누리대", "current") in offices(text)


@pytest.mark.parametrize("text", ["민도경 교수가 좌장을 맡았다.", "의장은 회의를 열었다.", "민도경 교수는 대사와 만났다."])
def test_a_role_at_a_gathering_or_somebody_elses_office_is_none(text):
    assert {title for _, title, _, _ in offices(text)} <= {"교수"}
