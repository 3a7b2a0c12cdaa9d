"""Whom sentences without a subject are about."""

import pytest

from onrecord import extract_text


def parts(text: str) -> dict[str, set[tuple[str, str]]]:
    found = extract_text(text, language="ko", published="2021-10-20").gatherings
    return {g.type: {(getattr(p.who, "name", str(p.who)), p.role) for p in g.participations} for g in found}


def test_the_items_of_a_list_go_on_with_whom_the_first_is_about():
    text = "1. 탁서린 원장은 10월 11일 세메이를 방문하였습니다.\n2. 13일에는 한빛대학교를 찾아 특강을 하였습니다."
    assert ("탁서린", "speaker") in parts(text)["other"]


def test_a_pronoun_is_whom_the_text_is_about():
    text = "탁서린 원장은 서울에 도착했다. 그는 14일 부산에서 열린 포럼에 참석했다."
    assert ("탁서린", "participant") in parts(text)["forum"]


def test_a_sentence_with_a_subject_of_its_own_is_not_about_whom_was_told_before():
    text = "탁서린 원장은 책을 냈다. 14일 부산에서 열린 포럼에는 시민들이 참석했다."
    assert ("탁서린", "participant") not in parts(text)["forum"]


def test_a_pronoun_goes_on_with_whoever_acted_last():
    text = "탁서린(68) 전 국제기구(IAO) 사찰관이 한국을 찾았다.\n\n그는 14일 대전에서 누리학회가 연 학술대회에서 강연을 했다."
    assert ("탁서린", "speaker") in parts(text)["conference"]


@pytest.mark.parametrize(
    "text",
    [
        "민도경 차관이 14일 몽골을 방문해 루슬란 젤디바예프 차관보와 회담했다.",
        "도하람 대변인은 민도경 차관이 14일 몽골을 방문해 루슬란 젤디바예프 차관보와 회담했다고 설명했다.",
        "민도경 차관이 25일 몽골을 방문해 루슬란 젤디바예프 차관보와 회담할 예정이라고 도하람 대변인이 말했다.",
        "국방부는 민도경 차관이 25일 몽골을 방문해 루슬란 젤디바예프 차관보와 회담할 것이라고 확인했다.",
    ],
)
def test_who_acts_in_one_clause_acts_in_the_next_one_also_where_another_reports_it(text):
    found = extract_text(text, language="ko", published="2021-10-20").gatherings
    parts = {(g.type, getattr(p.who, "name", "")) for g in found for p in g.participations if p.role == "participant"}
    assert {("visit", "민도경"), ("talks", "민도경"), ("talks", "루슬란 젤디바예프")} <= parts
    assert not {who for _, who in parts} & {"도하람", "국방부"}


def test_who_acts_in_one_clause_leaves_the_next_one_to_its_own_subject():
    text = "민도경 차관이 14일 세미나를 열었고 회의장에는 시민 200명이 참석했다."
    (found,) = extract_text(text, language="ko", published="2021-10-20").gatherings
    assert {p.role for p in found.participations if getattr(p.who, "name", "") == "민도경"} == {"organizer"}


def test_what_two_who_met_say_of_a_visit_puts_them_on_none():
    text = (
        "민도경 장관은 14일 루슬란 젤디바예프 장관과 회담했다. "
        "양 장관은 올해 도하람 대통령의 몽골 방문을 통해 협력이 도약하였다고 평가하였다."
    )
    found = extract_text(text, language="ko", published="2021-10-20").gatherings
    assert not {"민도경", "루슬란 젤디바예프"} & {getattr(p.who, "name", "") for g in found[1:] for p in g.participations}
