"""When and where an occasion says itself that it is, on sentences of our own."""

import pytest

from onrecord import extract_text
from onrecord.model import Gathering


def gatherings(text: str, published: str | None = "2026-10-09") -> list[Gathering]:
    return list(extract_text(text, language="ko", published=published).gatherings)


def told(gathering: Gathering) -> tuple[str | None, str | None]:
    return gathering.start.edtf if gathering.start else None, gathering.place


def test_the_day_on_which_something_is_reported_is_no_day_of_an_occasion():
    text = "누리재단은 다음 달 6∼8일 서울에서 국제회의를 연다. 9일 누리재단에 따르면 이번 회의에는 학자 40명이 참석한다."
    assert [told(g) for g in gatherings(text)] == [("2026-11-06", "서울")]


def test_what_is_next_takes_day_and_place_from_behind_it():
    text = "양측은 12일 서울에서 열린 회의에서 공조하기로 했으며, 차기 협의회를 2027년 아스타나에서 개최하기로 합의했다."
    assert told(gatherings(text, "2026-10-13")[-1]) == ("2027", "아스타나")


def test_what_is_due_does_not_take_the_place_of_the_clause_before():
    text = "두 기관은 3일 대전에서 제5차 회의를 가졌으며 다음 회의를 내년 4월 부산에서 열기로 했다."
    assert [told(g) for g in gatherings(text)] == [("2026-10-03", "대전"), ("2027-04", "부산")]


def test_a_talk_before_another_day_keeps_its_own():
    text = "누리재단 이사장은 3일 표고운 대사와 면담을 갖고 11월 말 세메이에서 열릴 추모행사에 대표단을 보내 달라고 했다."
    assert told(gatherings(text)[0])[0] == "2026-10-03"


@pytest.mark.parametrize("marks", ["‘’", "「」", "''"])
def test_a_title_tells_no_place(marks):
    text = f"학술대회 {marks[0]}세메이에서 합천까지{marks[1]}가 지난 5일 나래대 백송기념관에서 열렸다."
    assert [told(g)[1] for g in gatherings(text)] == ["나래대 백송기념관"]


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("나래회관 제3세미나실", "나래회관"),
        ("누리대학교 국제회관 2층", "누리대학교 국제회관"),
        ("누리청사 원장 접견실", "누리청사"),
        ("누리대학교 국제관", "누리대학교"),
        ("나래박물관", "나래박물관"),
        ("본관 대회의실", "본관 대회의실"),
        ("대강당", "대강당"),
    ],
)
def test_a_house_is_the_place_without_its_hall(where, place):
    assert [told(g)[1] for g in gatherings(f"누리연구원은 지난 5일 {where}에서 포럼을 열었다.")] == [place]


def test_the_town_in_which_a_house_lies_is_the_place():
    assert told(gatherings("모레나 사무차장은 지난 5일 부산 소재 누리안전원을 시찰했다.")[0])[1] == "부산"


def test_the_city_is_the_place_where_its_district_is_named_too():
    assert told(gatherings("누리연구원은 지난 5일 서울 강남구 은하호텔에서 포럼을 열었다.")[0])[1] == "서울"


def test_the_present_tense_of_news_tells_what_is_to_come():
    text = "모레나 사무차장은 12일 서울에서 편도윤 위원장과 면담하고, 14일에는 부산에서 열리는 심포지엄에서 기조연설을 한다."
    assert [told(g) for g in gatherings(text)] == [("2026-10-12", "서울"), ("2026-10-14", "부산")]


def test_a_bare_day_in_the_past_tense_is_of_the_month_before_where_it_lies_ahead_of_the_page():
    assert told(gatherings("탁서린 원장은 12일 서울에서 열린 포럼에 참석했다.")[0])[0] == "2026-09-12"


def test_a_headline_has_the_nearer_day():
    assert told(gatherings("누리연구원, 12일 서울서 포럼\n\n탁서린 원장이 축사를 한다.")[0]) == ("2026-10-12", "서울")


def test_a_headline_and_the_first_sentence_tell_of_one_event_by_two_words():
    lead = "누리재단은 지난 5일 알마티연구소와 온라인 세미나를 개최했다. 이번 웨비나에는 학생 120명이 접속했다."
    text = f"누리재단, 알마티서 ‘비핵화의 길’ 웨비나\n\n{lead}"
    found = gatherings(text)
    assert [(g.start.edtf if g.start else None) for g in found] == ["2026-10-05"]


def test_an_occasion_before_which_another_one_is_does_not_take_its_place():
    text = "군수는 지난 6일 추도식을 열었다. 다카하시 회장은 추도식에 앞서 5일 군청에서 군수와 간담회를 가졌다."
    assert [told(g) for g in gatherings(text, "2026-08-07")] == [("2026-08-06", None), ("2026-08-05", "군청")]


def test_meeting_in_person_is_no_meeting():
    text = "웨비나는 지난 5일 열렸다. 재단은 내년 봄 알마티에서 후속 포럼을 대면으로 열 계획이다."
    assert "대면" not in [g.name for g in gatherings(text)]


def test_a_label_in_brackets_is_no_occasion():
    assert (
        gatherings("[행사] 제12회 도담 평화강좌\n\n일시: 2026년 4월 23일\n장소: 서울 종로구")[0].name == "제12회 도담 평화강좌"
    )


def test_a_label_of_a_date_may_be_of_two_syllables():
    text = "핵 없는 동북아 학술회의\n\n■ 일자: 2026. 10. 30.(금) ~ 31.(토)\n■ 장소: 제주 새별호텔"
    found = gatherings(text)[0]
    assert (told(found), found.end and found.end.edtf) == (("2026-10-30", "제주"), "2026-10-31")


def test_what_somebody_says_of_an_occasion_has_no_day_of_the_one_where_he_says_it():
    text = "벨로우소프 차관은 지난 5일 모스크바에서 열린 국제회의에서 핵 문제를 풀려면 6자회담의 틀을 되살려야 한다고 주장했다."
    assert told(gatherings(text)[0]) == ("2026-10-05", "모스크바")
    assert all(g.start is None for g in gatherings(text)[1:])


def test_who_is_named_in_the_title_of_an_event_has_no_role_there():
    text = "가온재단은 지난 5일 서울에서 ‘누리연구원 30년과 한반도’ 포럼을 개최하였다."
    assert [p.who.name for p in gatherings(text)[0].participations if hasattr(p.who, "name")] == ["가온재단"]


def test_a_government_alone_in_its_sentence_is_an_organizer():
    text = "우리 정부는 지난 5일 타슈켄트에서 제3차 군축회의를 개최하였다."
    assert [p.role for p in gatherings(text)[0].participations] == ["organizer"]


def test_a_sponsor_is_an_organizer():
    text = "지난 5일 서울에서 열린 포럼은 외교부가 후원하고 한누리교류재단이 협찬하였다."
    assert {p.role for p in gatherings(text)[0].participations} == {"organizer"}
    assert len(gatherings(text)[0].participations) == 2


def test_what_is_reported_in_the_present_tense_is_to_come():
    text = "아바예프 부의장이 18일부터 나흘간 한국을 공식 방문한다고 국회사무처가 16일 전했다."
    found = gatherings(text, "2026-11-16")[0]
    assert (told(found)[0], found.end and found.end.edtf) == ("2026-11-18", "2026-11-21")


def test_the_hour_before_a_venue_is_no_part_of_it():
    text = "아바예프 부의장은 19일 국회를 방문하고 같은 날 오후 국회 의원회관에서 열리는 창립총회에서 강연을 한다."
    assert told(gatherings(text, "2026-11-16")[-1])[1] == "국회 의원회관"


def test_a_town_to_which_somebody_moves_on_is_the_place():
    text = "주누스 작가는 11일 서울로 이동해 청운대학교에서 특강을 한다."
    assert told(gatherings(text)[0])[1] == "서울"


def test_a_forum_that_is_founded_or_led_is_a_body():
    text = "아바예프 부의장은 지난 5일 국회에서 열린 ‘핵 없는 한반도 의원포럼’ 창립총회에 갔다. 의원포럼의 공동대표는 웃었다."
    assert [g.name for g in gatherings(text)] == ["‘핵 없는 한반도 의원포럼’ 창립총회"]


def test_talks_of_countries_are_no_body():
    text = "차우림 국장은 지난 5일 도쿄에서 제2차 한·카자흐스탄·일본 비확산 협의회를 개최하였다."
    assert extract_text(text, language="ko", published="2026-10-09").organizations == ()


def test_lines_of_a_timetable_may_part_the_role_from_the_name_by_a_dash():
    text = "여름 평화포럼\n\n14:00 여는 말 – 나윤재 (재단 이사장)\n14:20 발표 1 – 고선우 (교수)\n\n주관 두레평화재단"
    found = gatherings(text)[0].participations
    assert {(p.who.name, p.role) for p in found if hasattr(p.who, "name")} == {
        ("나윤재", "opening"),
        ("고선우", "speaker"),
        ("두레평화재단", "organizer"),
    }


def test_a_body_where_a_speaker_works_does_not_speak():
    text = "지난 5일 빈에서 열린 회의는 주오스트리아 한국대사관 겸 대표부의 봉가람 참사관이 주재했다."
    assert {p.who.name for p in gatherings(text)[0].participations if hasattr(p.who, "name")} == {"봉가람"}


def test_taking_part_in_a_movement_is_no_part_in_the_occasion_of_the_page():
    text = "누리재단은 지난 5일 서울에서 증언대회를 열었다. 시인 올자스 무라트는 반핵운동에 참여하며 시를 썼다."
    assert {p.who.name for p in gatherings(text)[0].participations if hasattr(p.who, "name")} == {"누리재단"}


def test_looking_at_what_is_on_show_is_no_exhibition():
    text = "세 나라 대표는 지난 5일 히로시마 기념자료관을 방문하여 전시를 관람하였다."
    assert [g.type for g in gatherings(text)] == ["visit"]


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("누리협의회는 2006년 출범 이후 해마다 열렸다 (제12차 협의회 : 2025.3.18. 서울).", ("2025-03-18", "서울")),
        ("대표단은 누리재단과의 전문가 간담회(9.1., 파주)에 참석했다.", ("2026-09-01", "파주")),
        ("누리대는 10월 6일과 7일 이틀에 걸쳐 대전에서 토론회를 개최했다.", ("2026-10-06", "대전")),
        ("세메이와 히로시마의 아픔을 돌아보는 토론회가 8일 나래회관에서 열렸다.", ("2026-10-08", "나래회관")),
        ("토론회는 8일 서울 정동의 나래회관에서 열렸다.", ("2026-10-08", "서울")),
        ("표고운 의장은 8일 아스타나를 공식 방문해 위가람 의장과 회담했다.", ("2026-10-08", "아스타나")),
    ],
)
def test_where_and_when_it_is_said_beside_it(text, setting):
    assert told(gatherings(text)[-1]) == setting


def test_a_lecture_given_on_a_journey_is_one_of_its_own():
    text = "표고운 대사는 8일 위가람 주지사를 예방하고, 나래대에서 ‘핵 없는 세계’를 주제로 강연하였다."
    assert [g.type for g in gatherings(text)] == ["meeting", "other"]


@pytest.mark.parametrize(
    ("text", "first", "following"),
    [
        (
            "양측은 20일 도쿄에서 열린 회담에서 차기 회담을 4월 서울에서 열기로 합의했다.",
            ("2026-03-20", "도쿄"),
            ("2026-04", "서울"),
        ),
        (
            "양측은 20일 도쿄에서 전략대화를 열고 제4차 대화를 2027년 서울에서 갖기로 했다.",
            ("2026-03-20", "도쿄"),
            ("2027", "서울"),
        ),
        (
            "양측은 17일 도쿄에서 핵협상을 마쳤다. 양측은 오는 24일 로마에서 다시 만나기로 했다.",
            ("2026-03-17", "도쿄"),
            ("2026-03-24", "로마"),
        ),
        (
            "양측은 다음 달 2일 서울에서 후속 협의를 하기로 했다. 회담은 21일 도쿄에서 열렸다.",
            ("2026-04-02", "서울"),
            ("2026-03-21", "도쿄"),
        ),
    ],
)
def test_what_is_agreed_for_later_and_what_was_held_have_their_own_days(text, first, following):
    assert [told(g) for g in gatherings(text, "2026-03-23")] == [first, following]


def test_what_was_held_is_not_planned_because_the_next_one_is():
    text = "양측은 20일 도쿄에서 회담을 갖고 차기 회담을 4월 서울에서 열기로 합의했다."
    assert [g.status for g in gatherings(text, "2026-03-23")] == ["held", "planned"]


def test_the_next_one_without_a_day_takes_none_of_the_clause_before():
    text = "양측은 20일 도쿄에서 회담을 갖고 차기 회담을 조속히 열기로 합의했다."
    assert [told(g) for g in gatherings(text, "2026-03-23")] == [("2026-03-20", "도쿄")]


def test_a_city_alone_in_brackets_is_the_place():
    assert told(gatherings("2.4.(수) 차관, 한-몽골 정책협의회 (울란바토르)", "2026-02-02")[0]) == ("2026-02-04", "울란바토르")


def test_a_visit_that_is_not_planned_is_none():
    text = "대변인은 12일 브리핑에서 장관이 다음 달 하노이를 방문할 계획이 없다고 밝혔다."
    assert [g.type for g in gatherings(text, "2026-02-13")] == ["briefing"]


def test_the_day_of_a_report_is_not_that_of_the_occasion_which_it_tells():
    text = "누리재단은 지난 1일 대전에서 세미나를 열었다고 9일 밝혔다. 이날 행사에서는 학자 40명이 의견을 나눴다."
    assert [told(g) for g in gatherings(text)] == [("2026-10-01", "대전")]


def test_what_was_held_is_not_of_the_year_of_the_one_to_come():
    text = "제3차 실무회의는 2027년 3월 알마티에서 열린다. 제2차 회의는 10월 3일 서울에서 개최됐다."
    assert [told(g) for g in gatherings(text)] == [("2027-03", "알마티"), ("2026-10-03", "서울")]
