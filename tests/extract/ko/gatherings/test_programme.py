"""Programmes and announcements by labelled lines, with invented people and institutes."""

from __future__ import annotations

import pytest

from onrecord import extract_text
from onrecord.model import Person, Phrase

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


BY_PARTS = """2026 추계 학술회의 “초원의 길” 프로그램

▶ 일 시: 2026년 11월 12일(목) 09:30~17:30
▶ 장 소: 광주 초원대학교 국제관
▶ 주 최: 누리평화학회, 초원대학교 평화연구원

09:30-09:50  개회식
   환영사 봉이든(초원대학교 총장)

10:00-12:00  제1부 | 지나간 길
   발표: 굴샤라 옴바예바(달빛연구소) “남은 기록”
         하이너 브란트(뮌헨달빛연구소) “떠난 것”
   토론: 위슬찬(누리대), 육새봄(달빛평화포럼 연구위원)
"""


def test_a_programme_by_parts_with_lists_and_lines_below_their_label():
    extract = extract_text(BY_PARTS, language="ko")
    (gathering,) = extract.gatherings
    named = {(p.who.words if isinstance(p.who, Phrase) else p.who.name, p.role) for p in gathering.participations}
    assert {
        ("봉이든", "opening"),
        ("하이너 브란트", "speaker"),
        ("위슬찬", "speaker"),
        ("육새봄", "speaker"),
        ("초원대학교 평화연구원", "organizer"),
    } <= named
    assert "최" not in {person.name for person in extract.persons}


COURSE = """제3회 비핵평화 강좌 안내

- 기간: 2025년 3월 4일 ~ 4월 8일
- 주최: 누리평화시민연대

1강 (3/4) 핵무기란 무엇인가 - 강도민 (전 원자력위원장)
2강 (3/11) 초원의 증언 - 카리나 쿠유코바 (화가)
3강 (3/18) 이야기 마당 - 사회 김누리 (방송인)
"""


def test_lines_of_lectures_name_who_gives_them_at_their_end():
    gathering = extract_text(COURSE, language="ko").gatherings[0]
    named = {(p.who.words if isinstance(p.who, Phrase) else p.who.name, p.role) for p in gathering.participations}
    assert {("강도민", "speaker"), ("카리나 쿠유코바", "speaker"), ("김누리", "moderator")} <= named


ANNOUNCED = """누리평화연구원 초원포럼 세미나 안내

▣ 일시: 2021. 8. 27(금) 14:00-16:30
▣ 주최: 누리평화연구원

14:00-14:10 개회 및 인사말씀 : 도하람 누리평화연구원 원장
14:20-15:20 발제
  ① 결단의 정치 / 다스탄 옐레우케노프 (초원대학교 교수)
  ② 길 위의 물질 / 이소영 (달빛대학교 교수)
15:20-16:20 패널토론 (모더레이터: 고봉준 해솔대 교수)
"""


def test_an_announcement_of_one_seminar_with_numbered_talks():
    (gathering,) = extract_text(ANNOUNCED, language="ko").gatherings
    named = {(p.who.words if isinstance(p.who, Phrase) else p.who.name, p.role) for p in gathering.participations}
    assert {
        ("도하람", "opening"),
        ("다스탄 옐레우케노프", "speaker"),
        ("이소영", "speaker"),
        ("고봉준", "moderator"),
    } <= named


def test_a_label_on_a_line_of_its_own_is_that_of_the_names_below():
    text = (
        "14일 서울에서 누리세미나가 열린다.\n14:20  인사말\n       류한별 (한빛연구원 원장)\n       길새암 (누리재단 이사장)\n"
    )
    parts = extract_text(text, language="ko", published="2021-10-20").gatherings[0].participations
    assert {(p.who.name, p.role) for p in parts if isinstance(p.who, Person)} == {("류한별", "opening"), ("길새암", "opening")}


def test_english_labels_are_labels():
    text = "14일 부산에서 누리포럼이 열렸다.\n세션 1: 억제 (Chair: 양새길 누리대 교수)"
    parts = extract_text(text, language="ko", published="2021-10-20").gatherings[0].participations
    assert {(p.who.name, p.role) for p in parts if isinstance(p.who, Person)} == {("양새길", "moderator")}


def test_dashes_part_labels_from_names_and_hours_stand_in_brackets():
    text = (
        "14일 부산에서 누리포럼이 열렸다.\n○ 개회식(10:00) : 개회사 - 석가온 회장 / 축사 - 이오늘 부산광역시장\n"
        "○ 기조강연(10:20) : 길새암 누리대 교수"
    )
    parts = extract_text(text, language="ko", published="2021-10-20").gatherings[0].participations
    told = {(p.who.name, p.role) for p in parts if isinstance(p.who, Person)}
    assert told == {("석가온", "opening"), ("이오늘", "opening"), ("길새암", "speaker")}


SIDES = """제4차 한-몽골 정책협의회가 5월 7일 울란바토르에서 개최되었다.

우리측 참석자: 탁서린 아시아국장(수석대표), 진모아 서기관
몽골측: 바야르 에르덴 외교부 국장
"""


def test_the_label_of_a_side_tells_who_was_there() -> None:
    (gathering,) = extract_text(SIDES, language="ko", published="2024-05-08").gatherings
    told = {(p.who.name, p.role) for p in gathering.participations if isinstance(p.who, Person)}
    assert told == {("탁서린", "participant"), ("진모아", "participant"), ("바야르 에르덴", "participant")}


def test_labels_before_a_sign_of_equality_stand_in_one_line() -> None:
    page = "5월 7일 서울에서 제3회 초원평화음악회\n▷주최=누리재단 ▷후원=외교부·한빛일보"
    (gathering,) = extract_text(page, language="ko", published="2024-05-01").gatherings
    assert {(p.who.name, p.role) for p in gathering.participations if not isinstance(p.who, Phrase)} == {
        ("누리재단", "organizer"),
        ("외교부", "organizer"),
        ("한빛일보", "organizer"),
    }


TIMETABLE = """초원 청년캠프 일정표
2026년 7월 20일 ~ 7월 22일 / 강릉 청소년수련관

13:00 여는 강의 - 강사: 탁서린
14:30 주제발표 ‘폐쇄 이후 35년’ 진모아 교수
"""


def test_a_timetable_is_of_the_occasion_in_its_title_and_of_the_day_and_place_below() -> None:
    (gathering,) = extract_text(TIMETABLE, language="ko").gatherings
    assert (str(gathering.start), str(gathering.end), gathering.place) == ("2026-07-20", "2026-07-22", "강릉")
    assert {(p.who.name, p.role) for p in gathering.participations if isinstance(p.who, Person)} == {
        ("탁서린", "speaker"),
        ("진모아", "speaker"),
    }


BOXES = """제5회 초원포럼
2026년 6월 23일 | 대전 누리홀
[개회] 탁서린 초원재단 이사장 / 진모아 교수
[참석자]
사회: 변가윤 (해담대학교 교수)
"""


def test_labels_in_boxes_tell_roles_and_a_list_with_its_own_labels_tells_no_other() -> None:
    (gathering,) = extract_text(BOXES, language="ko").gatherings
    assert {(p.who.name, p.role) for p in gathering.participations if isinstance(p.who, Person)} == {
        ("탁서린", "opening"),
        ("진모아", "opening"),
        ("변가윤", "moderator"),
    }
