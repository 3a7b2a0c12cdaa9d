"""Conferences that two have with each other, on sentences of our own about invented people."""

import pytest

from onrecord import extract_text

DEPUTIES = "문가람 외교부 제2차관은 9월 7일 사밧 올자예프 카자흐스탄 외교부 차관"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (f"{DEPUTIES}과 화상회의를 갖고, 한반도 정세에 관해 협의하였다.", "call"),
        (f"{DEPUTIES}과 제3차 차관회의를 개최하여 한반도 정세에 관해 논의했다.", "talks"),
    ],
)
def test_who_has_a_conference_with_somebody_meets_him(words, kind):
    (found,) = extract_text(words, language="ko", published="2022-09-08").gatherings
    assert found.type == kind
    assert {(p.who.name, p.role) for p in found.participations} == {("문가람", "participant"), ("사밧 올자예프", "participant")}


def test_bodies_that_hold_a_conference_together_organize_it():
    words = "새벽평화재단은 9월 7일 서울에서 하늘연구소와 학술회의를 개최했다."
    (found,) = extract_text(words, language="ko", published="2022-09-08").gatherings
    assert {(p.who.name, p.role) for p in found.participations} == {("새벽평화재단", "organizer"), ("하늘연구소", "organizer")}


def test_what_was_done_after_an_invitation_was_done_where_they_met():
    words = (
        "표슬기 대사는 9월 5일 박나루 위원장을 예방하였다. "
        "표 대사는 2023년 3월 21일 서울에서 열리는 새벽포럼에 박 위원장을 초청하였다. "
        "라일라 오스파노바 의원이 배석하였다."
    )
    met, forum = extract_text(words, language="ko", published="2022-09-08").gatherings
    assert "라일라 오스파노바" in {p.who.name for p in met.participations}
    assert forum.participations == ()


def test_the_conference_of_a_headline_is_what_the_text_says_that_somebody_had():
    told = f"{DEPUTIES}과 화상회의를 갖고, 한반도 정세에 관해 협의하였다."
    page = f"외교부 보도자료\n2022. 9. 8.\n\n한-카자흐 차관급 화상회의 개최\n\n□ {told}"
    (found,) = extract_text(page, language="ko").gatherings
    assert (found.type, found.name) == ("call", "한-카자흐 차관급 화상회의")
    assert {p.who.name for p in found.participations} == {"문가람", "사밧 올자예프"}


def test_a_caption_tells_of_nobodys_visit():
    page = "문가람 대사는 9월 7일 도하람 총장을 면담하였다.\n\n(사진 1) 가온대학교를 방문한 문가람 대사(왼쪽)와 도하람 총장"
    found = extract_text(page, language="ko", published="2022-09-08").gatherings
    assert not [p for g in found if g.type == "visit" for p in g.participations]
