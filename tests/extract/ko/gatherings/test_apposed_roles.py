"""Roles that stand beside a name, on sentences of our own about invented people."""

import pytest

from onrecord import extract_text
from onrecord.model import Phrase


def roles(text: str) -> set[tuple[str, str]]:
    found = extract_text(text, language="ko", published="2021-10-20").gatherings
    return {(p.who.words if isinstance(p.who, Phrase) else p.who.name, p.role) for g in found for p in g.participations}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("14일 서울에서 열린 포럼에서 좌장을 맡은 민도경 누리대 교수가 결과를 정리했다.", "민도경", "moderator"),
        ("14일 서울에서 열린 포럼에서 토론자로 나선 민도경 교수는 자료를 나눠 줬다.", "민도경", "speaker"),
        ("14일 서울에서 열린 포럼에 참석한 민도경 교수는 자료를 나눠 줬다.", "민도경", "participant"),
        ("14일 서울에서 달빛재단 주최, 누리평화연구원 주관으로 포럼이 열렸다.", "달빛재단", "organizer"),
        ("강연자로 초청된 민도경 박사는 14일 서울에서 열린 강연회에서 지도를 펼쳤다.", "민도경", "speaker"),
        ("14일 서울에서 달빛재단 주최로 포럼이 열렸다.", "달빛재단", "organizer"),
        ("14일 서울에서 달빛재단과 누리평화연구원 공동 주최로 포럼이 열렸다.", "달빛재단", "organizer"),
        ("14일 서울에서 포럼이 열렸다. 발제자인 아셀 카림 박사와 민도경 소장이 단상에 앉았다.", "민도경", "speaker"),
        ("14일 서울에서 포럼이 열렸다. 강사는 소설가 아셀 카림바예바다.", "아셀 카림바예바", "speaker"),
        ("14일 서울에서 포럼이 열렸다. 강사는 초원연구소 민도경 소장이다.", "민도경", "speaker"),
        ("14일 서울에서 총회가 열렸다. 한국 수석대표인 민도경 차관은 자료를 폈다.", "민도경", "participant"),
        ("14일 서울에서 포럼이 열렸다. 포럼을 준비한 달빛재단은 책을 나눠 줬다.", "달빛재단", "organizer"),
        ("14일 서울에서 포럼이 열렸다. 포럼을 공동으로 주최한 달빛재단은 책을 나눠 줬다.", "달빛재단", "organizer"),
        ("14일 서울에서 달빛재단 주최 평화포럼이 열렸다.", "달빛재단", "organizer"),
        ("14일 서울에서 달빛재단과의 공동 주최로 포럼이 열렸다.", "달빛재단", "organizer"),
        ("누리대는 14일 서울에서 민도경 교수를 초청해 평화 특강을 열었다.", "민도경", "speaker"),
        ("누리대는 14일 서울에서 강연회를 열고 민도경 교수를 강사로 모셨다.", "민도경", "speaker"),
        ("12일 방문단은 세메이를 방문했다. 안내를 맡은 민도경 달빛재단 팀장은 지도를 펼쳤다.", "민도경", "host"),
    ],
)
def test_a_role_beside_a_name_is_given_to_it(text, name, role):
    assert (name, role) in roles(text)


def test_what_somebody_else_does_in_the_clause_is_not_the_part_of_him_behind_it():
    text = "14일 서울에서 열린 포럼에서 탁서린 원장이 사회를 맡은 뒤 민도경 교수가 자료를 나눠 줬다."
    assert ("민도경", "moderator") not in roles(text)


def test_who_works_together_organizes_together():
    text = "달빛재단이 누리평화연구원과 손잡고 마련한 포럼이 14일 서울에서 열렸다."
    assert {("달빛재단", "organizer"), ("누리평화연구원", "organizer")} <= roles(text)


def test_a_forum_that_arranges_a_meeting_is_a_body():
    text = "탁서린 원장은 14일 서울에서 국회 한빛평화포럼이 마련한 간담회에 참석했다."
    assert ("국회 한빛평화포럼", "organizer") in roles(text)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("14일 서울에서 포럼이 열렸다. 앞줄 왼쪽부터 민도경 교수, 길새암 누리대 총장.", "길새암", "participant"),
        ("민도경 총리의 14일 공식 방문을 계기로 회담이 열렸다.", "민도경", "participant"),
        ("14일 서울에서 포럼이 열렸다. 토론에서는 ▲민도경 누리대 교수 ▲길새암 변호사가 의견을 나눴다.", "길새암", "speaker"),
        ("○ 14일 서울에서 포럼이 열렸다.\n○ 좌장은 민도경 누리대 교수가 맡았다.", "민도경", "moderator"),
        ("민도경 장관은 20일 하노이에서 열리는 포럼 참석차 베트남을 방문한다.", "민도경", "participant"),
    ],
)
def test_captions_visits_and_lists_tell_who_is_there(text, name, role):
    assert (name, role) in roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "민도경 장관은 14일 제3차 협력 포럼 참석차 한국을 방문한 ‘아셀 카림(Asel KARIM)’ 몽골 차관과 면담을 가졌다.",
        "민도경 장관은 14일 제3차 협력 포럼 참석차 방한 중인 아셀 카림 몽골 차관과 면담을 가졌다.",
    ],
)
def test_whom_a_journey_describes_is_on_it_and_not_the_subject_of_the_sentence(text):
    found = extract_text(text, language="ko", published="2021-10-20").gatherings
    parts = {g.type: {getattr(p.who, "name", "") for p in g.participations} for g in found}
    assert parts["meeting"] == {"민도경", "아셀 카림"}
    assert parts["forum"] == {"아셀 카림"}
    assert parts["visit"] == {"아셀 카림"}


def test_a_visit_through_which_something_has_come_about_is_that_of_who_is_named():
    text = "올해 3월 민도경 대통령의 몽골 국빈방문을 통해 협력이 도약하였다. 국빈방문은 성공적이었다."
    found = extract_text(text, language="ko", published="2021-10-20").gatherings
    assert [{getattr(p.who, "name", "") for p in g.participations} for g in found] == [{"민도경"}]
