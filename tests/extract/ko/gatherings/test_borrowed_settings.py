"""Days and places that occasions take from what is told beside them."""

import pytest

from onrecord import extract_text


def starts(text: str) -> dict[str, str | None]:
    found = extract_text(text, language="ko", published="2021-10-20").gatherings
    return {g.type: g.start.edtf if g.start else None for g in found}


def test_the_main_occasion_is_of_the_day_of_the_lead():
    text = "지난 14일 저녁, 한빛강당의 불이 모두 켜졌습니다. 누리평화연구원이 마련한 토론회에 시민 80명이 참석했습니다."
    assert starts(text) == {"seminar": "2021-10-14"}


@pytest.mark.parametrize("link", ["포럼에 이어", "포럼에 앞서", "포럼을 마친 뒤"])
def test_what_follows_another_occasion_is_of_its_day(link):
    text = f"누리평화연구원은 14일 서울에서 포럼을 열었다. 탁서린 원장은 {link} 달빛재단 회원들과 간담회를 가졌다."
    assert starts(text)["meeting"] == "2021-10-14"


def test_the_same_day_is_that_of_the_occasion_before_and_no_day_of_history():
    text = (
        "누리평화연구원은 14일 서울에서 포럼을 열었다. 민도경 교수는 지난해 8월 26일 폐막한 제10차 평가회의를 되돌아봤다.\n\n"
        "탁서린 원장은 같은 날 아침 민도경 교수와 비공개 면담을 가졌다."
    )
    assert starts(text)["meeting"] == "2021-10-14"


def test_a_day_in_what_somebody_says_is_not_that_of_where_he_says_it():
    text = "포럼에서 탁서린 원장은 오는 25일 부산에서 회원들을 다시 만나겠다고 말했다. 누리평화연구원이 포럼을 주최했다."
    assert starts(text).get("forum") is None


@pytest.mark.parametrize(("told", "day"), [("방문 첫날", "2021-10-13"), ("방문 마지막 날", "2021-10-15")])
def test_the_first_and_the_last_day_are_of_what_lasts_several(told, day):
    text = f"탁서린 원장은 13일부터 15일까지 몽골을 방문했다. 탁 원장은 {told} 초원연구소에서 민도경 소장과 면담했다."
    assert starts(text) == {"visit": "2021-10-13", "meeting": day}
