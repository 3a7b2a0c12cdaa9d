"""Programmes and announcements by labelled lines, with invented people and institutes."""

from __future__ import annotations

import pytest

from onrecord import extract_text
from onrecord.model import Phrase

PAGE = """제5회 비확산 학술회의 「초원의 길」

일시: 2024년 6월 14일(금) 10:00 ~ 17:00
장소: 서울 해담대학교 국제관
주최: 초원전략연구소
후원: 한빛평화재단

10:00-10:20  개회사  탁서린 (초원전략연구소 소장)
10:20-12:00  제1세션
사회: 변가윤 (해담대학교 교수)
발표 1: 아이누르 셰르하노바(Ainur Sherkhanova, 이르티시대학교 부교수)
토론: 진모아 (한빛평화재단 연구위원)
"""


def roles() -> set[tuple[str, str]]:
    (gathering,) = extract_text(PAGE, language="ko").gatherings
    named = ((p.who.words if isinstance(p.who, Phrase) else p.who.name, p.role) for p in gathering.participations)
    return set(named)


@pytest.mark.parametrize(
    "part",
    [
        ("초원전략연구소", "organizer"),
        ("한빛평화재단", "organizer"),
        ("탁서린", "opening"),
        ("변가윤", "moderator"),
        ("아이누르 셰르하노바", "speaker"),
        ("진모아", "speaker"),
    ],
)
def test_a_label_tells_the_role_of_whom_its_line_names(part):
    assert part in roles()


def test_an_employer_in_brackets_has_no_role():
    assert not {who for who, _ in roles()} & {"해담대학교", "이르티시대학교"}


def test_day_and_city_come_from_their_lines():
    (gathering,) = extract_text(PAGE, language="ko").gatherings
    assert (str(gathering.start), gathering.place) == ("2024-06-14", "서울")


@pytest.mark.parametrize(
    "line", ["좌장: 편도윤 (해담대학교 교수)", "발제 2: 남궁설(이르티시대 교수)", "17:30-18:00  폐회사  남궁설"]
)
def test_a_label_marks_the_name_behind_it(line):
    (person,) = extract_text(f"일정은 다음과 같다.\n\n{line}\n", language="ko").persons
    assert person.name in ("편도윤", "남궁설")


def test_a_label_marks_no_body():
    assert not extract_text("일정은 다음과 같다.\n\n진행: 사무국\n", language="ko").persons


TABLE = """2019 서울 핵안보 실무자 회의

◎ 기간: 2019. 10. 24.(목)~25.(금)
◎ 장소: 서울 온누리호텔
◎ 주최: 초원전략연구소

10:00 개회식
 - 축사: 국회의원 석규원
세션 1
사회 도나은 해담대학교 교수
발표 ① 아이누르 셰르하노바(이르티시대학교 부교수)
 - 의장: 탁서린 소장

참가자 명단 (가나다순)
변가윤 해담대학교 교수
진모아 한빛평화재단 연구위원

알림: 제2차 회의는 2020년 10월 부산에서 개최될 예정입니다.
"""


def test_a_programme_with_round_bullets_and_labels_set_apart_by_a_blank_is_read():
    first, second = extract_text(TABLE, language="ko").gatherings
    told = {(p.who.words if isinstance(p.who, Phrase) else p.who.name, p.role) for p in first.participations}
    assert {("초원전략연구소", "organizer"), ("석규원", "opening"), ("도나은", "moderator"), ("탁서린", "moderator")} <= told
    assert {("아이누르 셰르하노바", "speaker"), ("변가윤", "participant"), ("진모아", "participant")} <= told
    assert (str(first.start), str(first.end), first.place) == ("2019-10-24", "2019-10-25", "서울")
    assert (str(second.start), second.place) == ("2020-10", "부산")


def test_a_line_that_begins_with_the_word_of_a_role_and_no_name_is_none_of_a_programme():
    text = PAGE + "\n발표 문화를 연구하는 교수 국다빈\n"
    (gathering,) = extract_text(text, language="ko").gatherings
    told = {(p.who.name, p.role) for p in gathering.participations if not isinstance(p.who, Phrase)}
    assert ("국다빈", "speaker") not in told
