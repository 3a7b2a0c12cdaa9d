"""Gatherings in Korean pages, on sentences of our own about invented people."""

import pytest
from tests.made.told import roles

from onrecord import extract_text
from onrecord.model import Gathering, Phrase


def gatherings(text: str, published: str | None = "2021-10-20") -> list[Gathering]:
    return list(extract_text(text, language="ko", published=published).gatherings)


@pytest.mark.parametrize(
    ("word", "type"),
    [
        ("라운드테이블", "roundtable"), ("원탁회의", "roundtable"), ("포럼", "forum"), ("웨비나", "webinar"),
        ("세미나", "seminar"), ("토론회", "seminar"), ("국제회의", "conference"), ("학술회의", "conference"),
        ("워크숍", "workshop"), ("심포지엄", "symposium"),
        ("간담회", "meeting"), ("면담", "meeting"), ("접견", "meeting"), ("회담", "talks"), ("실무협상", "talks"),
        ("정상회담", "summit"), ("통화", "call"), ("전화 협의", "call"), ("방문", "visit"), ("총회", "session"),
        ("기자회견", "briefing"), ("서명식", "ceremony"), ("특별전", "exhibition"), ("특강", "other"),
    ],
)  # fmt: skip
def test_each_word_for_a_gathering_has_its_type(word, type):
    text = f"탁서린 누리평화연구원 원장은 지난 14일 서울에서 제2차 한빛 {word}에 참석했다."
    assert [g.type for g in gatherings(text)] == [type]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("누리평화연구원이 주최한 포럼이 14일 서울에서 열렸다.", "누리평화연구원", "organizer"),
        ("누리평화연구원과 달빛재단이 공동 주최한 포럼이 14일 서울에서 열렸다.", "달빛재단", "organizer"),
        ("달빛재단이 주관한 포럼이 14일 서울에서 열렸다.", "달빛재단", "organizer"),
        ("누리평화연구원은 14일 서울에서 포럼을 열었다.", "누리평화연구원", "organizer"),
        ("14일 서울에서 열린 포럼은 달빛재단의 후원으로 이루어졌다.", "달빛재단", "organizer"),
        ("14일 서울에서 열린 포럼에서 민도경 교수가 사회를 맡았다.", "민도경", "moderator"),
        ("14일 서울에서 열린 포럼에서 민도경 교수가 좌장을 맡았다.", "민도경", "moderator"),
        ("14일 서울에서 열린 포럼에서 민도경 교수가 발제를 맡았다.", "민도경", "speaker"),
        ("14일 서울에서 열린 포럼에서 민도경 교수가 토론자로 참여했다.", "민도경", "speaker"),
        ("14일 서울에서 열린 포럼에서 민도경 교수가 기조연설을 했다.", "민도경", "speaker"),
        ("14일 서울에서 열린 포럼에서 민도경 교수가 축사를 했다.", "민도경", "opening"),
        ("14일 서울에서 열린 포럼에서 민도경 교수가 개회사를 했다.", "민도경", "opening"),
        ("14일 서울에서 열린 포럼에서 민도경 교수가 환영사를 했다.", "민도경", "opening"),
        ("14일 서울에서 열린 포럼에 민도경 교수가 참석했다.", "민도경", "participant"),
        ("14일 서울에서 열린 서명식에서 민도경 교수가 협약서에 서명했다.", "민도경", "signatory"),
    ],
)
def test_each_word_for_a_role_gives_it(text, name, role):
    assert (name, role) in roles(gatherings(text)[0])


def test_what_a_sentence_is_about_takes_part_and_is_not_who_hosts_in_the_clause_inside():
    text = "연하준 외교부 차관은 12일 민도경 누리평화연구원 원장이 주최하는 오찬에서 전문가들과 만날 예정이다."
    told = roles(gatherings(text, "2021-10-11")[0])
    assert ("민도경", "organizer") in told
    assert ("연하준", "participant") in told
    assert ("연하준", "organizer") not in told


def test_each_of_two_meetings_in_a_sentence_has_its_own_people():
    text = (
        "연하준 외교부 국장은 6월 8일 서울에서 간볼드 뭉흐바트 몽골 외교부 국장과 오찬 협의를 가진 데 이어, "
        "6월 9일 아르만 베크투로프 카자흐스탄 외교부 대사와 유선 협의를 가졌다."
    )
    first, second = gatherings(text)
    assert ("간볼드 뭉흐바트", "participant") in roles(first)
    assert ("아르만 베크투로프", "participant") in roles(second)
    assert ("아르만 베크투로프", "participant") not in roles(first)
    assert (second.type, second.place) == ("call", None)


def test_labels_in_brackets_behind_a_gathering_are_of_that_one():
    text = "서주안 단장은 7일 서울에서 열린 제5차 「한빛 대화」(주최: 누리평화연구원, 후원: 달빛재단)에 참석하여 축사를 하였다."
    (found,) = gatherings(text)
    assert roles(found) >= {("누리평화연구원", "organizer"), ("달빛재단", "organizer"), ("서주안", "opening")}
    assert ("서주안", "organizer") not in roles(found)
    assert found.name == "제5차 「한빛 대화」"


def test_a_report_with_headings_labels_and_spaced_words_is_read():
    text = (
        "한빛포럼 제12차 정책간담회 결과\n\n"
        "가. 일 시: 2021. 5. 24.(월) 07:30\n나. 장소: 누리회관 제2회의실\n다. 주관: 달빛재단\n\n"
        "2. 참석자\n ○ 정부: 외교부 국장 엄별하\n ○ 민간: 성이든(달빛재단 대표)\n\n"
        "3. 발언\n - 성이든 대표(개회사): 조약을 요구하는 곳도 의회임.\n"
    )
    found = gatherings(text, None)[0]
    assert (found.start.edtf if found.start else None, found.place) == ("2021-05-24", "누리회관")
    assert roles(found) >= {
        ("달빛재단", "organizer"), ("엄별하", "participant"), ("성이든", "participant"), ("성이든", "opening"),
    }  # fmt: skip


def test_what_is_only_asked_for_or_a_newspapers_own_talk_is_no_gathering():
    text = (
        "누리 포럼이 14일 서울에서 열렸다. 자키예바 의원은 의원단의 세메이 방문을 요청했다. "
        "민도경 교수는 누리통신과의 통화에서 웃었다."
    )
    assert [g.type for g in gatherings(text)] == ["forum"]


def test_a_title_in_quotation_marks_belongs_to_the_name():
    assert gatherings("14일 서울에서 세미나 ‘폭파 이후’가 열렸다.")[0].name == "세미나 ‘폭파 이후’"


def test_the_opening_ceremony_of_an_event_is_part_of_it():
    text = (
        "제2회 누리 포럼이 지난 14일부터 이틀 동안 서울에서 열렸다. "
        "개막식에서 민도경 대표는 “침묵은 또 하나의 낙진이라고 봅니다”라고 말했다."
    )
    (found,) = gatherings(text)
    assert found.end is not None
    assert (found.end.edtf, ("민도경", "speaker") in roles(found)) == ("2021-10-15", True)


def test_who_did_not_meet_does_not_speak_at_the_meeting():
    text = (
        "봉하결 장관은 14일 서울에서 예르란 사트파예프 장관과 회담을 가졌다. "
        "노아라 대변인은 “검증도 없는 요란한 외교라고 봅니다”라고 말했다."
    )
    assert "노아라" not in {name for name, _ in roles(gatherings(text)[0])}


def test_the_two_who_met_sign():
    text = "봉하결 장관은 14일 서울에서 예르란 사트파예프 장관과 회담을 가졌다. 두 장관은 양해각서에 서명했다."
    assert roles(gatherings(text)[0]) >= {("봉하결", "signatory"), ("예르란 사트파예프", "signatory")}


def test_a_guest_is_on_a_visit():
    text = "봉하결 장관은 14일 서울에서 방한 중인 예르란 사트파예프 장관과 회담을 가졌다."
    visits = [g for g in gatherings(text) if g.type == "visit"]
    assert all(visit.start is None for visit in visits)


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("이번 포럼에는 30여 명이 참석했다.", 30),
        ("이날 행사에는 180여명이 접속했다.", 180),
        ("포럼에는 1,200명이 참가했다.", 1200),
        ("참가자는 모두 39명이었다.", 39),
    ],
)
def test_numbers_of_attendants_are_read(sentence, count):
    found = gatherings(
        f"누리 포럼이 14일 서울에서 열렸다. 이번 포럼에는 {sentence}"
        if "참가자" not in sentence
        else f"누리 포럼이 14일 서울에서 열렸다. {sentence}"
    )
    assert found[0].attendance == count


def test_what_is_quoted_tells_no_role():
    text = "누리평화포럼이 14일 서울에서 열렸다. 탁서린 원장은 포럼에서 “서명은 이미 먼 길을 열었다”고 말했다."
    assert {role for who, role in roles(gatherings(text)[0]) if who == "탁서린"} == {"speaker"}


@pytest.mark.parametrize(
    ("part", "role"), [("환영사", "opening"), ("축사", "opening"), ("기조연설", "speaker"), ("발표", "speaker")]
)
def test_a_part_of_the_programme_is_that_of_whom_it_is_named_after(part, role):
    text = f"14일 서울에서 누리평화포럼이 열렸다. 포럼에서는 탁서린 원장의 {part}가 이어졌다."
    assert roles(gatherings(text)[0]) == {("탁서린", role)}


def test_a_session_is_moderated_by_whom_its_chair_is_named_after():
    text = "14일 서울에서 누리평화포럼이 열렸다. 포럼은 탁서린 한결대학교 교수의 사회로 진행됐다."
    assert ("탁서린", "moderator") in roles(gatherings(text)[0])


def test_a_day_that_is_marked_has_no_host():
    text = "달빛재단은 창립 30주년을 맞아 14일 서울에서 누리평화포럼을 열었다."
    assert roles(gatherings(text)[0]) == {("달빛재단", "organizer")}


def test_a_visit_to_a_body_to_meet_its_head_is_one_meeting():
    (one,) = gatherings("탁서린 원장은 14일 누리핵물리연구소를 방문하여 도가람 소장을 면담했다.")
    assert (one.type, roles(one)) == ("meeting", {("탁서린", "participant"), ("도가람", "participant")})


def test_a_lecture_at_a_conference_is_no_gathering_of_its_own():
    (one,) = gatherings("탁서린 원장은 오는 26일 서울에서 열리는 누리학회 학술회의에서 기조강연을 할 예정이다.")
    assert one.type == "conference"


def test_the_title_of_a_talk_names_no_gathering():
    found = gatherings("탁서린 원장은 14일 한결대학교에서 ‘6자회담의 기록’을 주제로 특강을 했다.")
    assert [one.type for one in found] == ["other"]


def test_lines_under_an_occasion_with_its_day_belong_to_it():
    text = (
        "달빛재단은 8월 25일부터 9월 3일까지 서울에서 사진전을 엽니다.\n\n"
        "○ 개막식 - 8월 25일 오후 4시\n  인사말: 탁서린 달빛재단 이사장\n\n"
        "○ 작가와의 대담 - 8월 29일 오후 2시\n  진행: 도가람 한결대학교 교수\n"
    )
    found = {one.type: one for one in gatherings(text, "2021-08-11")}
    assert ("탁서린", "opening") in roles(found["ceremony"])
    assert roles(found["other"]) == {("도가람", "moderator")}
    assert [str(found[kind].start) for kind in ("exhibition", "ceremony", "other")] == [
        "2021-08-25",
        "2021-08-25",
        "2021-08-29",
    ]


def test_each_of_two_gatherings_of_a_sentence_has_its_own_year():
    text = "양측은 2026년 평가회의를 앞두고 공조하기로 하였으며, 차기 협의회를 내년 중 서울에서 개최하기로 합의하였다."
    assert [(one.type, str(one.start), one.place) for one in gatherings(text)] == [
        ("conference", "2026", None),
        ("talks", "2022", "서울"),
    ]


@pytest.mark.parametrize(
    ("printed", "number"),
    [("1,200여 명", 1200), ("3만5천 명", 35_000), ("백이십여 명", 120), ("쉰여섯 명", 56), ("2천 명", 2000)],
)
def test_attendance_is_read_in_korean_form(printed, number):
    (one,) = gatherings(f"누리평화포럼이 14일 서울에서 열렸다. 포럼에는 시민 {printed}이 참석했다.")
    assert one.attendance == number


def test_several_dozens_are_no_number_of_attendants():
    (one,) = gatherings("누리평화포럼이 14일 서울에서 열렸다. 포럼에는 시민 수십 명이 참석했다.")
    assert one.attendance is None


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("14일 서울에서 열린 포럼에 민도경 교수가 모습을 드러냈다.", "민도경", "participant"),
        ("14일 서울에서 열린 포럼에서 민도경 교수가 개막 연설을 했다.", "민도경", "opening"),
        ("14일 서울에서 열린 포럼은 민도경 교수의 사회로 두 시간 이어졌다.", "민도경", "moderator"),
        (
            "민도경 통일부 차관은 14일 서울에서 아르만 베크투로프 카자흐스탄 부총리의 예방을 받았다.",
            "아르만 베크투로프",
            "participant",
        ),
        (
            "누리평화연구원의 포럼이 14일 서울에서 열렸다. 제1강연은 민도경 교수가, 제2강연은 국다빈 교수가 맡았다.",
            "민도경",
            "speaker",
        ),
        ("누리평화연구원은 다음 달 12일 서울에서 두 번째 포럼을 열 계획이다.", "누리평화연구원", "organizer"),
    ],
)
def test_further_wordings_of_a_role_give_it(text, name, role):
    assert (name, role) in roles(gatherings(text)[0])


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("14일 서울에서 열린 포럼에서 민도경 교수는 청년들의 참여를 당부했다.", ("민도경", "participant")),
        ("민도경 교수는 14일 서울에서 열린 강연회에 참석했다.", ("민도경", "speaker")),
        ("14일 서울에서 포럼이 열렸다. 민도경 교수는 1994년 체결된 각서를 비판했다.", ("민도경", "signatory")),
        ("민도경 교수는 14일 서울에서 열린 포럼을 마치고 누리평화연구원을 둘러봤다.", ("누리평화연구원", "participant")),
    ],
)
def test_words_that_only_look_like_a_role_give_none(text, wrong):
    assert all(wrong not in roles(gathering) for gathering in gatherings(text))


def test_a_year_behind_the_noun_belongs_to_the_name():
    (found,) = gatherings("한반도 평화포럼 2021 「두 개의 길」이 14일 서울에서 개최되었다.")
    assert found.name == "한반도 평화포럼 2021 「두 개의 길」"


def test_what_lies_ahead_is_dated_ahead_and_a_past_day_is_not():
    (ahead,) = gatherings("두 나라가 8월 서울에서 고위급 회담을 열기로 했다.", "2021-10-20")
    assert str(ahead.start) == "2022-08"
    (past,) = gatherings("두 나라가 8월 서울에서 고위급 회담을 열었다.", "2021-10-20")
    assert str(past.start) == "2021-08"


def test_a_month_behind_the_year_of_the_next_occasion_dates_it():
    (found,) = gatherings("누리평화연구원은 내년 포럼을 5월 서울에서 열겠다고 예고했다.")
    assert str(found.start) == "2022-05"


def test_a_day_until_which_an_occasion_goes_on_is_its_last():
    (found,) = gatherings("민도경 교수가 14일 서울에서 열린 워크숍에 참석했다. 워크숍은 15일까지 계속된다.")
    assert (str(found.start), str(found.end)) == ("2021-10-14", "2021-10-15")


def test_what_is_talked_about_at_a_call_is_no_other_meeting():
    text = "민도경 통일부 차관은 14일 서울에서 아르만 베크투로프 부총리의 예방을 받고, 교류 방안을 협의하였다."
    assert len(gatherings(text)) == 1
    two = "민도경 통일부 차관은 14일 서울에서 아르만 베크투로프 부총리를 면담하고, 15일 부산에서 국다빈 시장과 협의를 가졌다."
    assert len(gatherings(two)) == 2


def test_the_government_of_a_city_organizes_as_words_of_the_text():
    (found,) = gatherings("달빛재단이 주최하고 부산시와 제주특별자치도가 후원한 포럼이 14일 서울에서 열렸다.")
    assert {("달빛재단", "organizer"), ("부산시", "organizer"), ("제주특별자치도", "organizer")} <= roles(found)


def test_a_city_that_is_only_where_it_is_organizes_nothing():
    (found,) = gatherings("달빛재단이 부산시에서 주최한 포럼에 민도경 교수가 참석했다.")
    assert ("부산시", "organizer") not in roles(found)


def test_a_kind_of_body_alone_is_the_body_of_that_kind_named_last():
    found = gatherings(
        "달빛재단은 14일 서울에서 포럼을 열었다. 민도경 교수가 발표했다.\n\n"
        "재단은 내년 5월 부산에서 두 번째 포럼을 열 계획이다."
    )
    assert ("달빛재단", "organizer") in roles(found[-1])


def test_the_next_day_counts_from_the_day_told_in_the_paragraph_before():
    text = "민도경 교수는 14일 서울에서 열린 포럼에 참석했다. 조약은 2009년 3월 21일 발효되었다.\n\n"
    found = gatherings(text + "다음 날 민도경 교수는 부산에서 국다빈 시장과 환담했다.")
    assert str(found[-1].start) == "2021-10-15"


def test_an_address_told_before_its_reported_words_is_a_role():
    text = "한빛 포럼이 14일 서울에서 열렸다. "
    text += "민도경 교수는 축사에서 두 나라가 눈치를 보지 않고 스스로 정했다는 점이 특별하다고 밝혔다."
    assert ("민도경", "opening") in roles(gatherings(text)[0])


def test_a_talk_with_somebody_else_on_the_same_day_is_another_one():
    found = gatherings(
        "탁서린 외교부 본부장은 19일 오전 마크 홀든 미국 국무부 특별대표와 통화를 갖고 정세를 협의하였다.\n\n"
        "한편 탁 본부장은 같은 날 저녁 리웨이(李偉) 중국 외교부 특별대표와도 통화를 갖고 긴밀한 소통을 이어 가자고 하였다."
    )
    assert [(g.type, g.start.edtf) for g in found] == [("call", "2021-10-19"), ("call", "2021-10-19")]
    assert ("리웨이", "participant") not in roles(found[0])
    assert ("마크 홀든", "participant") not in roles(found[1])


def test_parts_of_an_event_are_no_events_of_their_own():
    found = gatherings(
        "달빛재단은 지난 14일 전주에서 국제포럼을 열었다. 기조강연에서 도하람 누리연구원 원장은 기록이 "
        "먼저 남아야 한다고 강조했다. "
        "본회의에서는 민도경 한빛대 교수가 발표를 맡았다."
    )
    assert [g.type for g in found] == ["forum"]
    assert {("도하람", "speaker"), ("민도경", "speaker")} <= roles(found[0])


def test_labelled_lines_belong_to_the_occasion_of_the_heading_above_them():
    found = gatherings(
        "가을 학술 행사 안내\n\n1. 제9차 기록학 콜로키움\n ○ 일시: 2021. 11. 5.(금) 15:00\n ○ 장소: "
        "본관 201호\n ○ 발표: 민도경 교수\n\n"
        "2. 국제 워크숍 「기록과 검증」\n ○ 일시: 2021. 11. 18.(목)\n ○ 장소: 대구 문화원\n ○ 사회: 탁서린 원장\n"
    )
    told = {g.type: (g.start.edtf, g.place.name if hasattr(g.place, "name") else g.place, roles(g)) for g in found}
    assert told["seminar"] == ("2021-11-05", "본관 201호", {("민도경", "speaker")})
    assert told["workshop"] == ("2021-11-18", "대구", {("탁서린", "moderator")})


def test_the_dateline_tells_where_the_main_occasion_is_that_names_no_place():
    found = gatherings(
        "[베를린=온빛뉴스] 도하람 특파원\n\n연구기관 하벨핵정책연구소가 14일 연 '검증의 다음 계단' "
        "토론회에서 민도경 한빛대 교수가 발표했다."
    )
    assert [(g.name, g.start.edtf, g.place.name if hasattr(g.place, "name") else g.place) for g in found] == [
        ("'검증의 다음 계단' 토론회", "2021-10-14", "베를린")
    ]
    assert ("하벨핵정책연구소", "organizer") in roles(found[0])


def test_each_lecture_of_a_course_is_an_occasion_with_its_own_day():
    found = gatherings(
        "달빛재단의 공개강좌 ‘기록과 평화’가 10월 14일 막을 내렸다.\n\n"
        "제1강(10월 7일)은 민도경 한빛대 교수가 맡아 강의했다.\n\n제2강의 강사는 탁서린 누리연구원 "
        "원장이었다. 제2강은 10월 14일 열렸다."
    )
    lectures = {g.name: (g.start.edtf, roles(g)) for g in found if "강" in g.name and g.name.startswith("제")}
    assert lectures["제1강"] == ("2021-10-07", {("민도경", "speaker")})
    assert ("탁서린", "speaker") in lectures["제2강"][1]


def test_what_a_heading_calls_the_next_lecture_is_not_the_one_before():
    found = gatherings(
        "■ 지난 강연 — 제4강 (2021년 10월 6일)\n\n제4강의 강사는 도하람 교수였습니다.\n\n"
        "■ 다음 강연 — 제5강\n\n때: 2021년 11월 3일(수)\n곳: 전주 도서관\n강사: 민도경 교수\n"
    )
    assert [g.start.edtf for g in found] == ["2021-10-06", "2021-11-03"]
    assert ("민도경", "speaker") in roles(found[1])
    assert ("민도경", "speaker") not in roles(found[0])


def test_whom_a_sentence_names_at_its_end_has_the_role_of_its_beginning():
    found = gatherings(
        "달빛재단은 지난 14일 서울에서 포럼을 열었다. 개회사를 한 분은 도하람 누리연구원 원장이었습니다. "
        "토론을 이끈 이는 민도경 한빛대 교수였습니다."
    )
    assert {("도하람", "opening"), ("민도경", "moderator")} <= roles(found[0])


def test_a_forum_with_its_chairman_in_brackets_is_a_body():
    found = gatherings("한빛평화포럼(이사장 도하람)과 달빛재단이 공동 주최한 국제심포지엄이 지난 14일 경주에서 열렸다.")
    assert [(g.type, g.place) for g in found] == [("symposium", "경주")]
    assert {("한빛평화포럼", "organizer"), ("달빛재단", "organizer")} <= roles(found[0])


def test_a_scene_without_a_verb_tells_where_the_occasion_is():
    found = gatherings(
        "지난 2일 오후 전주 달빛시민회관 소극장. 도하람 교사가 이야기를 시작하자 객석이 조용해졌다.\n\n"
        "이날 행사는 누리연구원이 마련했다.",
        "2021-10-05",
    )
    assert [(g.start.edtf, g.place) for g in found] == [("2021-10-02", "전주")]


def test_about_how_many_came_is_not_who_came():
    found = gatherings("지난 14일 서울에서 열린 포럼에는 여섯 나라에서 온 학자 등 약 120명이 함께했다.")
    assert found[0].attendance == 120
    assert not any(who in ("약", "등 약") for who, _ in roles(found[0]))


def test_who_came_from_a_place_did_not_meet_there():
    found = gatherings("세메이에서 온 도하람 교수가 지난 14일 포럼에서 발표했다.")
    assert [g.place for g in found] == [None]


def test_a_day_right_behind_an_occasion_is_its_own():
    found = gatherings("검증을 논의하는 국제회의가 14일 빈에서 열렸다.")
    assert [(g.type, g.start.edtf, g.place) for g in found] == [("conference", "2021-10-14", "빈")]


def test_the_day_and_place_of_what_is_to_be_held_are_not_those_of_the_talk_before_it():
    found = gatherings(
        "도하람 차석대사는 지난 14일 빈에서 민도경 대사와 면담을 갖고 12월 말 세메이에서 열릴 추모행사에 초청했다."
    )
    assert [(g.type, g.start.edtf, g.place) for g in found][:1] == [("meeting", "2021-10-14", "빈")]


def test_how_long_something_lasts_is_no_part_of_its_venue():
    found = gatherings("누리연구원은 지난 7일부터 양일간 평생교육관 대강당에서 학생포럼을 열었다.")
    assert [g.place for g in found] == ["평생교육관 대강당"]


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("세미나 사회는 오가람 원장이 맡았다.", ("moderator", "오가람")),
        ("세미나의 기조강연은 오가람 원장이 맡았다.", ("speaker", "오가람")),
        ("기조강연은 볼라트 누르갈리 전 대사가 맡았다.", ("speaker", "볼라트 누르갈리")),
    ],
)
def test_a_part_is_told_behind_the_kind_of_its_occasion(sentence, part):
    page = f"비확산 세미나 열려\n\n2025.10.21\n\n누리연구원은 20일 서울에서 비확산 세미나를 열었다. {sentence}"
    (one,) = extract_text(page, language="ko").gatherings
    assert part in {(p.role, p.who.name) for p in one.participations}


def test_a_part_is_of_the_occasion_whose_kind_stands_with_it():
    page = (
        "외교부 소식\n\n2025.10.21\n\n정도현 차관은 21일 서울에서 아이벡 누르란 부총리와 면담했다.\n\n"
        "누르란 부총리는 22일 누리연구원이 주최하는 ‘들판의 교훈’ 세미나에 참석한다. 세미나 사회는 오가람 원장이 맡는다."
    )
    talk, seminar = extract_text(page, language="ko").gatherings
    assert "오가람" not in {p.who.name for p in talk.participations}
    assert ("moderator", "오가람") in {(p.role, p.who.name) for p in seminar.participations}


def test_a_day_in_a_clause_that_tells_of_the_past_is_not_ahead():
    text = "정 차관은 12일 서울에서 열린 회의에 참석했고 25일 부산에서 열릴 회의에도 참석할 예정이다."
    assert [(str(g.start), g.place) for g in gatherings(text)] == [("2021-10-12", "서울"), ("2021-10-25", "부산")]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("누리재단은 14일 서울에서 한별평화상 시상식을 열었다.", "unknown"),
        ("누리재단은 14일 갈 길을 보여줌으로써 눈길을 끈 세미나를 열었다.", "unknown"),
        ("누리재단은 14일 화상으로 세미나를 열었다.", "online"),
        ("누리재단은 14일 ‘줌’으로 세미나를 열었다.", "online"),
    ],
)
def test_what_is_online_is_told_by_a_word_and_not_by_its_letters(text, form):
    assert [g.format for g in gatherings(text)] == [form]


def test_a_numbered_session_is_part_of_the_conference():
    text = (
        "초원연구소는 2026년 9월 3일 대전에서 제4회 비확산 학술회의를 개최하였다. "
        "제1회의(의장: 변가윤 해담대 교수)에서는 진모아 교수가 검증의 역사를 발표하였다. 제2회의 의장은 탁서린 교수가 맡았다."
    )
    extract = extract_text(text, language="ko")
    (one,) = extract.gatherings
    found = {(getattr(p.who, "name", ""), p.role) for p in one.participations}
    assert {("변가윤", "moderator"), ("진모아", "speaker"), ("탁서린", "moderator")} <= found
    assert "의장" not in {position.title for position in extract.positions}


def test_a_written_briefing_is_no_occasion():
    text = "통화 관련 서면 브리핑\n\n2026년 8월 11일\n\n국도형 장관은 오늘 아스카르 누를란 장관과 전화 통화를 가졌습니다."
    assert [g.type for g in extract_text(text, language="ko").gatherings] == ["call"]


def test_a_body_in_the_title_of_a_document_signs_nothing():
    text = "국도형 외교부 차관은 2026년 8월 11일 샤흐노자 유수포바 차관과 회담을 갖고 「외교부 간 협력 계획서」에 서명하였다."
    (talks,) = extract_text(text, language="ko").gatherings
    assert "외교부" not in {getattr(p.who, "name", "") for p in talks.participations}


def test_who_answers_an_interview_was_where_he_says_he_was():
    text = (
        "[인터뷰] 아이다 토크타로바 초원의료재단 대표\n\n2026.07.01\n\n― 한국에는 언제 오셨습니까?\n"
        "“2023년 4월 합천에서 은하람 회장을 만났습니다. 작년 5월에는 광주에서 열린 국제의료포럼에 참석했습니다.”\n"
    )
    met, forum = extract_text(text, language="ko").gatherings
    assert {getattr(p.who, "name", "") for p in met.participations} == {"아이다 토크타로바", "은하람"}
    assert [getattr(p.who, "name", "") for p in forum.participations] == ["아이다 토크타로바"]


def test_a_body_that_assesses_a_call_is_not_on_it():
    text = (
        "안이준 대통령은 2026년 8월 11일 사켄 올자바예프 카자흐스탄 대통령과 통화했다. "
        "한편 국가안보실은 이번 통화가 두 나라의 협력을 한층 굳건히 하는 계기가 됐다고 평가했다."
    )
    (call,) = extract_text(text, language="ko").gatherings
    assert "국가안보실" not in {getattr(p.who, "name", "") for p in call.participations}


def parts_of(text: str, published: str | None = None) -> dict[str, set[tuple[str, str]]]:
    found = extract_text(text, language="ko", published=published).gatherings
    return {
        g.name: {(p.who.words if isinstance(p.who, Phrase) else p.who.name, p.role) for p in g.participations} for g in found
    }


def test_a_signing_ceremony_has_the_day_and_the_place_of_the_signing():
    text = (
        "해담대 평화연구소는 지난달 29일 교내 본관 소회의실에서 온빛재단과 업무협약을 맺었다.\n\n"
        "협약식에는 탁서린 총장과 변가윤 이사장이 참석했다."
    )
    (ceremony,) = extract_text(text, language="ko", published="2026-11-04").gatherings
    assert (str(ceremony.start), ceremony.place) == ("2026-10-29", "본관 소회의실")


def test_one_label_tells_the_day_and_the_place():
    text = "2026 초원포럼 결과\n\n ○ 일시/장소: 2026. 6. 18.(목)~19.(금) / 인천 누리홀\n ○ 주최: 온빛재단\n"
    (forum,) = extract_text(text, language="ko").gatherings
    assert (str(forum.start), str(forum.end), forum.place) == ("2026-06-18", "2026-06-19", "인천")


def test_seats_are_no_attendance():
    text = "제3회 초원포럼\n\n일시: 2026. 6. 18.(목)\n장소: 인천 누리홀\n인원: 선착순 40명 참가\n"
    (forum,) = extract_text(text, language="ko").gatherings
    assert forum.attendance is None


def test_a_forum_that_acts_is_no_occasion():
    text = (
        "국회 초원평화포럼, 의원단과 간담회\n\n국회 초원평화포럼(대표의원 성하울)은 2026년 5월 13일 국회 의원회관에서 "
        "카자흐스탄 의원단과 간담회를 개최했다."
    )
    assert [g.type for g in extract_text(text, language="ko").gatherings] == ["meeting"]


def test_a_special_lecture_is_part_of_the_conference():
    text = (
        "‘2026 청년 평화학교’ 국제포럼이 2026년 8월 18일 제주에서 열렸다.\n\n둘째 날에는 특별강연이 마련됐다. "
        "강연자로 초청된 소피 라쿠르 선임연구원은 조약의 발효가 더 늦어져서는 안 된다고 호소했다."
    )
    (parts,) = parts_of(text).values()
    assert ("소피 라쿠르", "speaker") in parts


def test_who_presides_over_a_meeting_moderates_it():
    (parts,) = parts_of("심우담 차관은 2026년 10월 7일 알마티에서 동포 간담회를 주재하였다.").values()
    assert ("심우담", "moderator") in parts


def test_who_is_shown_around_is_no_host():
    (parts,) = parts_of(
        "차무진 특사는 2026년 7월 21일 국립핵센터를 방문해 에를란 바티르베코프 센터장의 안내로 원자로를 둘러봤다."
    ).values()
    assert ("에를란 바티르베코프", "host") in parts
    assert ("차무진", "host") not in parts


def test_those_who_shake_hands_in_a_caption_are_there():
    text = "16일 서울 한빛호텔에서 열린 기념 리셉션에서 누르갈리 아르스타노프 대사와 마지원 제2차관이 악수하고 있다. 2026.12.16"
    (parts,) = parts_of(text).values()
    assert {("누르갈리 아르스타노프", "participant"), ("마지원", "participant")} <= parts
    assert str(extract_text(text, language="ko").gatherings[0].start) == "2026-12-16"


def test_the_opening_before_another_is_his_who_gave_it():
    text = "초원포럼이 2026년 4월 17일 전주에서 열렸다. 배인서 회장의 개회사에 이어 해담대학교 안로운 총장이 환영사를 했다."
    (parts,) = parts_of(text).values()
    assert {("배인서", "opening"), ("안로운", "opening")} <= parts


def test_since_a_meeting_is_not_at_it():
    text = (
        "옥승훈 장관은 2026년 7월 8일 바트바야르 엥흐볼드 장관과 전화 통화를 가졌다. "
        "양 장관은 지난 4월 울란바토르 회담 이후 석 달 만에 의견을 나누었다."
    )
    assert ("옥승훈", "speaker") not in parts_of(text, "2026-07-09").get("울란바토르 회담", set())


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("내년 5월 뉴욕에서 열리는 조약 준비위원회를 앞두고 있다.", "session"),
        ("지난 7월 27일 고성에서 평화학교 ‘길을 걷다’가 열렸습니다.", "other"),
        ("14일 부산에서 ‘2021 Hanbit Nuclear Forum’을 개최했다.", "forum"),
        ("14일 부산에 새 학교를 열었다.", None),
    ],
)
def test_what_a_verb_tells_to_be_held_is_an_occasion(text, type):
    assert [g.type for g in gatherings(text)] == ([type] if type else [])


def test_items_of_a_column_tell_of_different_meetings():
    text = (
        "▲ 구해솔 의원은 14일 국회에서 간담회를 연다.\n▲ 김이든 대사는 13일 바쿠에서 라민 가라예프 차관을 만나 협력을 논의했다."
    )
    assert len(gatherings(text)) == 2


def test_the_reason_of_an_occasion_is_not_the_main_one():
    text = "홍빛나라 대통령의 5일 국빈방문을 계기로 아스타나에서 정상회담을 가졌다."
    assert [(g.type, g.main) for g in gatherings(text)] == [("summit", True), ("visit", False)]


def test_the_place_of_another_occasion_of_the_sentence_is_not_taken():
    text = "그는 14일 정부서울청사에서 천새벽 장관을 예방하고, 18일에는 학생들과 간담회를 한다."
    assert [(g.type, g.place) for g in gatherings(text)] == [("meeting", "정부서울청사"), ("meeting", None)]


def test_whom_somebody_meets_too_is_met_on_another_occasion():
    text = (
        "로만 바실렌코프 차관이 14일 조가람 대사와 면담했다.\n\n조 대사는 15일 예르란 카린바예프 소장과도 만나 협력을 협의했다."
    )
    assert len(gatherings(text)) == 2


def test_an_ambassador_who_resides_somewhere_leads_nothing():
    text = "로만 바실렌코프 차관이 14일 카자흐스탄 주재 한국 대사 조가람과 면담했다."
    assert {p.role for g in gatherings(text) for p in g.participations} == {"participant"}


def test_the_day_of_what_has_happened_is_not_that_of_the_talks_about_it():
    text = "길새암 실장은 20일 로버트 그린 보좌관과 통화하고, 어제 있었던 발사에 대한 방안을 협의했다."
    assert [str(g.start) for g in gatherings(text)] == ["2021-10-20"]


def test_a_weak_noun_that_says_whose_it_is_names_an_occasion_of_the_day_before():
    text = "나도현 차관은 10월 19일 누리시에서 구니에다 차관과 회담을 갖고, 전날 열린 한미일 외교차관 협의의 성과를 평가하였다."
    assert [str(one.start) for one in gatherings(text)] == ["2021-10-19", "2021-10-18"]
