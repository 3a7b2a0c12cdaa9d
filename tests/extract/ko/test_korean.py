"""Korean facts, on sentences of our own about invented people."""

import pytest

from onrecord import extract_text
from onrecord.model import Extract, Phrase


def read(text: str, published: str | None = "2021-10-20") -> Extract:
    return extract_text(text, language="ko", published=published)


def offices(extract: Extract) -> list[tuple[str, str, str | None, str]]:
    return [(p.person.name, p.title, p.organization.name if p.organization else None, p.status) for p in extract.positions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("탁서린 한빛평화재단 이사장은 회의를 열었다.", ("탁서린", "이사장", "한빛평화재단", "current")),
        ("민도경 전 주카자흐스탄 대사가 참석했다.", ("민도경", "주카자흐스탄 대사", None, "former")),
        ("누를란 아흐메토프 카자흐스탄 외교부 차관이 왔다.", ("누를란 아흐메토프", "차관", "카자흐스탄 외교부", "current")),
        ("주오스트리아 대사관 석다인 참사관이 왔다.", ("석다인", "참사관", "주오스트리아 대사관", "current")),
        ("독고서준 새벽연구원장이 좌장을 맡았다.", ("독고서준", "원장", "새벽연구원", "current")),
        ("최가람 새벽연구원 핵정책실장은 발표했다.", ("최가람", "핵정책실장", "새벽연구원", "current")),
        ("이화린 누리대학교 국제대학원장이 왔다.", ("이화린", "국제대학원장", "누리대학교", "current")),
        ("새 주한 카자흐스탄 대사 마디나 오스파노바를 만났다.", ("마디나 오스파노바", "주한 카자흐스탄 대사", None, "current")),
        ("데이비드 마셜(David Marshall) 前 미국 국무부 부대표", ("데이비드 마셜", "부대표", "미국 국무부", "former")),
        ("신임 달빛연구소장 예르란 아비셰프가 왔다.", ("예르란 아비셰프", "소장", "달빛연구소", "current")),
        ("구름찬·나해온·도결 의원이 왔다.", ("나해온", "의원", None, "current")),
        ("시의원 설가람·탁이든이 왔다.", ("탁이든", "시의원", None, "current")),
        ("위다온(늘품바다 활동가)이 왔다.", ("위다온", "활동가", "늘품바다", "current")),
        ("클라라 베르그만 (고운재단 대표)", ("클라라 베르그만", "대표", "고운재단", "current")),
        ("시인 사공늘봄 씨가 왔다.", ("사공늘봄", "시인", None, "current")),
        ("함서목 대사님도 자리했다.", ("함서목", "대사", None, "current")),
        ("동석한 남편 바흐트 이브라예프 전 누리핵센터 부소장이 왔다.", ("바흐트 이브라예프", "부소장", "누리핵센터", "former")),
    ],
)
def test_office_body_and_status_are_read_from_one_phrase(text, expected):
    assert expected in offices(read(text))


def test_a_surname_before_an_office_is_the_person_named_before():
    extract = read("변가온 새벽연구원 선임연구위원이 발표했다. 변 위원은 검증이 가장 오래 걸린다고 설명했다.")
    assert extract.persons[0].name == "변가온"
    assert "변" in extract.persons[0].aliases
    assert extract.statements[0].speaker_name == "변가온"


def test_chinese_characters_in_brackets_are_another_name():
    assert read("옥정후(玉政厚) 원장이 왔다.").persons[0].names == ("옥정후", "玉政厚")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("다리가 자키예바 의원이 말했다.", "다리가 자키예바"),
        ("아이다 토코노바 국장이 왔다.", "아이다 토코노바"),
        ("모리타 준 교수가 왔다.", "모리타 준"),
        ("위가온 국회부의장을 예방했다.", "위가온"),
        ("다니야르 압디카리모프 동카자흐스탄주 부지사가 왔다.", "다니야르 압디카리모프"),
    ],
)
def test_names_that_the_analyser_reads_as_other_words_are_kept_whole(text, name):
    assert [person.name for person in read(text).persons] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "ㅇ 아울러 양측은 만났다.",
        "그는 세메이에서 태어난 의사다.",
        "장 소 : 서울 누리호텔",
        "한·미·일·중·러 5개국이 왔다.",
        "핵군축과 중견국 외교",
    ],
)
def test_connectives_verbs_labels_and_countries_are_no_persons(text):
    assert read(text).persons == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("환경단체 ‘푸른맥박’의 두보라 활동가가 왔다.", "푸른맥박"),
        ("(알마티=새벽뉴스) 노유나 기자 = 회의가 열렸다.", "새벽뉴스"),
        ("대통령 직속 국가핵센터가 문을 열었다.", "국가핵센터"),
        ("두루안보정책연구소가 밝혔다.", "두루안보정책연구소"),
        ("국회 한-카자흐스탄 의원친선협회 회장", "국회 한-카자흐스탄 의원친선협회"),
        ("국회 비핵평화포럼이 토론회를 열었다.", "국회 비핵평화포럼"),
        ("달빛평화재단 한국사무소가 문을 열었다.", "달빛평화재단 한국사무소"),
        ("카자흐스탄 비상사태부가 밝혔다.", "카자흐스탄 비상사태부"),
    ],
)
def test_bodies_are_named_in_full(text, name):
    assert name in [body.name for body in read(text).organizations]


def test_a_blank_does_not_part_one_body_into_two():
    found = read("세메이의과대학을 찾았다. 세메이 의과대학은 작다.").organizations
    assert [set(body.names) for body in found] == [{"세메이의과대학", "세메이 의과대학"}]


def test_a_latin_spelling_in_brackets_is_another_name():
    extract = read("사울레 누르페이소바(Saule Nurpeisova) 소장이 왔다. 누르페이소바 소장은 웃었다.")
    assert set(extract.persons[0].names) == {"사울레 누르페이소바", "Saule Nurpeisova", "누르페이소바"}


def test_an_abbreviation_in_brackets_names_the_body_from_then_on():
    extract = read("국제원자력기구(IAEA)는 회의를 열었다. IAEA는 결과를 밝혔다.")
    assert extract.organizations[0].names == ("국제원자력기구", "IAEA")
    assert len(extract.organizations[0].mentions) == 3


def said(extract: Extract) -> list[tuple[str | None, tuple[str, ...], bool, str]]:
    return [(s.speaker_name, s.content, s.direct, s.cue) for s in extract.statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "탁서린 한빛재단 이사장은 “오늘의 회의는 긴 길의 첫걸음이다”라고 말했다.",
            ("탁서린", ("오늘의 회의는 긴 길의 첫걸음이다",), True, "말했다"),
        ),
        (
            "탁서린 한빛재단 이사장은 내년에도 같은 회의를 열겠다고 밝혔다.",
            ("탁서린", ("내년에도 같은 회의를 열겠다",), False, "밝혔다"),
        ),
        (
            "탁서린 이사장은 결의의 철저하고 조속한 이행을 촉구하였다.",
            ("탁서린", ("결의의 철저하고 조속한 이행",), False, "촉구하였다"),
        ),
        (
            "양측은 내년에 두 번째 공동 회의를 열기로 합의했다.",
            ("양측", ("내년에 두 번째 공동 회의를 열기",), False, "합의했다"),
        ),
        (
            "참가자들은 검증 절차에 더 많은 시간이 필요하다는 데 의견을 같이했다.",
            ("참가자들", ("검증 절차에 더 많은 시간이 필요하다",), False, "의견을 같이했다"),
        ),
        (
            "새벽연구원에 따르면 이 사업에는 모두 열두 나라가 참여한다.",
            ("새벽연구원", ("이 사업에는 모두 열두 나라가 참여한다",), False, "따르면"),
        ),
    ],
)
def test_who_said_what_is_read_to_the_letter(text, expected):
    assert expected in said(read(text))


def test_two_quotations_of_one_sentence_are_one_statement():
    extract = read("탁서린 이사장은 “우리는 서로에게서 배우고 있다”며 “앞으로도 계속 함께 배울 것이다”라고 말했다.")
    assert [s.content for s in extract.statements] == [("우리는 서로에게서 배우고 있다", "앞으로도 계속 함께 배울 것이다")]


def test_a_dropped_speaker_is_the_one_before():
    extract = read("탁서린 이사장은 회의의 뜻이 매우 크다고 말했다. 또한 다음 회의를 서울에서 열고 싶다고 덧붙였다.")
    assert [s.speaker_name for s in extract.statements] == ["탁서린", "탁서린"]


def test_less_than_four_words_are_no_statement():
    assert not read("탁서린 이사장은 “좋은 날이다”라고 말했다.").statements


EVENT = (
    "한빛평화재단은 지난 10월 14일 카자흐스탄 알마티에서 ‘2021 핵 역사 원탁회의’를 개최했다. "
    "이번 회의에는 양국 전문가 40여 명이 참석했다. 탁서린 재단 이사장이 개회사를 했다. "
    "민도경 해담대학교 석좌교수가 좌장을 맡았고, 변가온 새벽연구원 연구위원이 발표했다."
)


def test_a_gathering_has_name_date_place_attendance_and_roles():
    gathering = read(EVENT).gatherings[0]
    assert (gathering.type, gathering.name) == ("roundtable", "2021 핵 역사 원탁회의")
    assert (str(gathering.start), gathering.place, gathering.attendance) == ("2021-10-14", "알마티", 40)
    roles = {(p.who.words if isinstance(p.who, Phrase) else p.who.name, p.role) for p in gathering.participations}
    assert roles >= {
        ("한빛평화재단", "organizer"),
        ("탁서린", "opening"),
        ("민도경", "moderator"),
        ("변가온", "speaker"),
        ("양국 전문가", "participant"),
    }


def test_a_department_behind_its_ministry_belongs_to_the_office():
    assert ("굴심 자파로바", "국제안보국장", "카자흐스탄 외교부", "current") in offices(
        read("굴심 자파로바 카자흐스탄 외교부 국제안보국장이 왔다.")
    )


def test_who_reports_from_a_dateline_takes_no_part():
    text = "(서울=누리뉴스) 채은별 기자 = 한빛평화재단은 14일 서울에서 ‘새 길’ 포럼을 개최했다."
    assert {p.who.name for p in read(text).gatherings[0].participations} == {"한빛평화재단"}


def test_an_employer_takes_no_part_himself():
    roles = {p.who.name for p in read(EVENT).gatherings[0].participations if not isinstance(p.who, Phrase)}
    assert not roles & {"해담대학교", "새벽연구원"}


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("카자흐스탄은 1991년 8월 29일 세미팔라틴스크 핵실험장을 폐쇄했다.", "site-closed", "1991-08-29"),
        ("카자흐스탄은 1995년 4월 마지막 핵탄두를 러시아로 넘겼다.", "weapons-removed", "1995-04"),
        ("이 조약은 2009년 3월 21일 발효됐다.", "treaty-in-force", "2009-03-21"),
        ("새벽연구소는 2003년에 설립되었다.", "organization-founded", "2003"),
    ],
)
def test_dated_steps_are_milestones(text, kind, date):
    assert (kind, date) in [(m.kind, str(m.date)) for m in read(text).milestones]


def test_the_same_text_gives_the_same_facts():
    assert read(EVENT) == read(EVENT)


def test_an_abbreviation_between_name_and_office_is_the_body_that_it_stands_for():
    text = "달라전략연구소(DISS)가 회의를 열었다. 사울레 누르페이조바 DISS 핵정책국장이 발표했다."
    assert ("사울레 누르페이조바", "핵정책국장", "달라전략연구소", "current") in offices(read(text))


def test_a_surname_that_means_current_is_a_surname_where_its_bearer_was_named_with_that_office():
    found = extract_text("현도진 초원연구소 소장이 왔다. 질의응답은 현 소장이 이끌었다.", language="ko")
    (person,) = found.persons
    assert (person.name, person.aliases) == ("현도진", ("현",))


def test_the_same_word_means_current_where_nobody_of_that_surname_was_named():
    found = extract_text("국다빈 초원연구소 소장이 왔다. 현 소장은 작년에 취임했다.", language="ko")
    assert [(p.name, p.aliases) for p in found.persons] == [("국다빈", ())]


def test_an_office_before_a_name_and_one_behind_it_are_two():
    found = extract_text("방사선의학 전문의 민도경 달빛병원 과장은 건강 조사를 먼저 시작하자고 말했다.", language="ko")
    assert {(p.person.name, p.title) for p in found.positions} == {("민도경", "과장"), ("민도경", "전문의")}


def test_offices_that_and_joins_before_a_verb_of_holding_are_all_held():
    found = extract_text("민도경 대사를 만났다. 그는 외교부 군축국장과 주오스트리아 대사를 거친 군축통이다.", language="ko")
    assert {(p.title, p.status) for p in found.positions if p.status == "former"} == {
        ("군축국장", "former"),
        ("주오스트리아 대사", "former"),
    }


def test_a_mayor_holds_the_office_without_the_name_of_the_city():
    found = extract_text("민도경 경주시장은 손님들을 맞았다.", language="ko")
    assert [p.title for p in found.positions] == ["시장"]


def test_an_institute_behind_its_university_is_one_body():
    found = extract_text("한빛대학교 평화기록연구소와 달빛재단은 지난 14일 국회 외교위원회를 찾았다.", language="ko")
    assert {"한빛대학교 평화기록연구소", "국회 외교위원회"} <= {o.name for o in found.organizations}


def test_a_line_of_credits_names_persons():
    found = extract_text("강좌가 막을 내렸습니다.\n\n편집 민도경 · 디자인 탁서린", language="ko")
    assert {p.name for p in found.persons} == {"민도경", "탁서린"}


def test_a_japanese_name_keeps_its_short_given_name():
    found = extract_text("하세가와 유 학예사와 모리시타 다이고(森下大悟) 일본 외무성 국장이 왔다.", language="ko")
    assert {p.name for p in found.persons} == {"하세가와 유", "모리시타 다이고"}


def test_a_welcome_that_somebody_gives_is_no_office():
    found = extract_text("환영사를 맡은 민도경 총장은 학생들을 격려했다.", language="ko")
    assert [p.title for p in found.positions] == ["총장"]


def test_an_ambassador_to_the_united_nations_keeps_the_whole_title():
    found = extract_text("민도경 유엔 주재 카자흐스탄 대사는 연대를 호소했다.", language="ko")
    assert [p.title for p in found.positions] == ["유엔 주재 카자흐스탄 대사"]


@pytest.mark.parametrize(
    ("text", "named", "office"),
    [
        ("전 몽골 외교장관인 바트볼드 에르덴이 기조강연을 했다.", "바트볼드 에르덴", ("외교장관", "몽골", "former")),
        ("누리연구원 원장인 탁서린은 회의를 열었다.", "탁서린", ("원장", None, "current")),
    ],
)
def test_an_office_in_front_says_who_somebody_is(text, named, office):
    found = read(text)
    assert [person.name for person in found.persons] == [named]
    assert [(one.title, one.country, one.status) for one in found.positions] == [office]


@pytest.mark.parametrize("text", ["의장국인 카자흐스탄이 회의를 열었다.", "회원인 나라들이 모였다."])
def test_what_is_no_office_names_nobody(text):
    assert read(text).persons == ()
