"""Dated steps in Korean: verbs in the passive, terms of office, entries of a chronicle; sentences of our own."""

from __future__ import annotations

import pytest

from onrecord import extract_text


def steps(text: str) -> list[tuple[str, str]]:
    return [(step.kind, str(step.date)) for step in extract_text(text, language="ko").milestones]


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("마지막 핵탄두는 1996년 6월 1일 러시아로 옮겨졌다.", ("weapons-removed", "1996-06-01")),
        ("1994년 11월 고농축우라늄이 미국으로 반출됐다.", ("material-removed", "1994-11")),
        ("2000년 7월 29일에는 마지막 갱도가 폭파됐다.", ("site-closed", "2000-07-29")),
        ("두 도시는 2015년 4월 6일 자매결연 협정을 맺었다.", ("agreement", "2015-04-06")),
        ("원자로는 2020년 12월 1일 가동에 들어갔다.", ("facility-opened", "2020-12-01")),
        ("핵연료은행은 2020년 12월 1일 문을 열었다.", ("facility-opened", "2020-12-01")),
        ("핵실험장은 1947년 8월 21일 문을 열었다.", ("site-opened", "1947-08-21")),
        ("협정은 2020년 12월 1일 효력이 발생했다.", ("treaty-in-force", "2020-12-01")),
        ("의회는 2020년 12월 1일 조약 비준동의안을 가결했다.", ("treaty-ratified", "2020-12-01")),
        ("총회는 2020년 12월 1일 결의안을 통과시켰다.", ("resolution-adopted", "2020-12-01")),
        ("탁서린 이사장은 1993년 달빛평화재단을 세웠다.", ("organization-founded", "1993")),
        ("1993년에 세워진 달빛평화재단은 학생을 돕는다.", ("organization-founded", "1993")),
        ("탁서린 교수는 2020년 12월 1일 이사장에 올랐다.", ("office-taken", "2020-12-01")),
        ("탁서린 교수는 2020년 12월 1일 이사장이 됐다.", ("office-taken", "2020-12-01")),
        ("탁서린 대사는 2020년 12월 1일 신임장을 제정했다.", ("office-taken", "2020-12-01")),
        ("탁서린 대사는 2020년 12월 1일 임기를 마쳤다.", ("office-left", "2020-12-01")),
        ("1999년 9월 마지막 미사일 발사대가 철거됐다.", ("weapons-dismantled", "1999-09")),
        ("재단은 2020년 12월 1일 탁서린 교수를 새 이사로 선임했다.", ("office-taken", "2020-12-01")),
    ],
)
def test_a_step_is_told_in_the_active_and_the_passive(text, step):
    assert step in steps(text)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("탁서린 교수는 2015년부터 2018년까지 차석대사를 지냈다.", [("office-taken", "2015"), ("office-left", "2018")]),
        ("탁서린 교수는 2007년부터 이듬해까지 차석대표를 지냈다.", [("office-taken", "2007"), ("office-left", "2008")]),
        ("탁서린 교수는 2015년부터 5년간 동북아 연구부장을 지냈다.", [("office-taken", "2015")]),
        ("탁서린 교수는 2015년부터 누리재단 이사장을 맡고 있다.", [("office-taken", "2015")]),
        ("탁서린 교수는 2015년부터 누리재단 이사장으로 일하고 있다.", [("office-taken", "2015")]),
        ("탁서린 교수는 2015년 누리재단 초대 이사장을 맡았다.", [("office-taken", "2015")]),
        ("탁서린 부장은 2015년까지 누리재단 이사장을 지냈다.", [("office-left", "2015")]),
        ("탁서린 씨는 1994년부터 2003년까지 누리연구소에서 근무하며 책을 썼다.", []),
    ],
)
def test_the_ends_of_a_term_of_office_are_steps(text, ends):
    assert steps(text) == ends


@pytest.mark.parametrize(
    "text", ["두 나라는 2015년 4월 협정에 서명하지 않았다.", "그 나라는 2003년 5월 조약에 가입하지 못했다."]
)
def test_what_is_denied_is_no_step(text):
    assert steps(text) == []


@pytest.mark.parametrize(
    ("entry", "step"),
    [
        ("· 1991. 8. 29. 세미팔라틴스크 핵실험장 폐쇄", ("site-closed", "1991-08-29")),
        ("○ 2002. 5. 14. 카자흐스탄, CTBT 비준", ("treaty-ratified", "2002-05-14")),
        ("- 2006년 10월 9일 북한, 1차 핵실험", ("nuclear-test", "2006-10-09")),
        ("△ 2018. 4. 20. 핵실험과 시험발사 중지 결정", ("moratorium", "2018-04-20")),
    ],
)
def test_an_entry_of_a_chronicle_ends_with_the_noun_of_its_step(entry, step):
    assert steps(f"연표는 다음과 같다.\n\n{entry}\n") == [step]


@pytest.mark.parametrize("line", ["· 1991. 8. 29. 세미팔라틴스크 방문", "2002년 5월 14일 비준 촉구 집회에 시민들이 모였다."])
def test_a_dated_line_about_something_else_is_no_step(line):
    assert steps(f"연표는 다음과 같다.\n\n{line}\n") == []


@pytest.mark.parametrize(
    ("text", "kind", "what", "date"),
    [
        (
            "위원회는 2000년 7월 폭파된 누리 산악단지의 갱도를 지금도 점검한다.",
            "site-closed",
            "누리 산악단지의 갱도",
            "2000-07",
        ),
        ("그는 1991년 8월 문을 닫은 누리 핵실험장을 예로 들었다.", "site-closed", "누리 핵실험장", "1991-08"),
        ("지난달 30일 있었던 탄도미사일 발사는 결의 위반이다.", "missile-launch", "탄도미사일 발사", "2021-09-30"),
        ("의회는 2019년 8월 29일 핵무기금지조약 비준서를 기탁했다.", "treaty-ratified", "핵무기금지조약 비준서", "2019-08-29"),
        ("2015년 문을 연 누리연구소는 문서를 모은다.", "organization-founded", "누리연구소", "2015"),
        ("누리재단은 전직 장교들이 2015년 하늬시에서 세웠다.", "organization-founded", "누리재단", "2015"),
        ("탁서린 씨는 2015년 반핵 단체 ‘언덕의 사람들’을 만들었다.", "organization-founded", "언덕의 사람들", "2015"),
        ("2015년 하늬시에서 결성된 반핵운동 ‘언덕의 사람들’의 집회였다.", "organization-founded", "언덕의 사람들", "2015"),
        ("두메국은 2015년 12월 피해자 지원법을 제정했다.", "decree", "피해자 지원법", "2015-12"),
        ("양측은 2015년 3월 27일 공동성명을 냈다.", "agreement", "공동성명", "2015-03-27"),
        ("두메국은 2015년 5월 24일 하늬 핵실험장의 갱도를 폭파하였다.", "site-closed", "하늬 핵실험장의 갱도", "2015-05-24"),
        ("2015년 7월 가동을 시작한 하늬 원자로는 전기를 만든다.", "facility-opened", "하늬 원자로", "2015-07"),
        ("두 나라는 2015년 9월 8일 중거리핵전력(INF) 조약을 맺었다.", "treaty-signed", "중거리핵전력(INF) 조약", "2015-09-08"),
        ("북한은 2015년 10월에도 SLBM을 시험발사한 바 있다.", "missile-launch", "SLBM", "2015-10"),
        ("총회는 2015년 12월 2일 8월 29일을 기념일로 정하는 결의를 채택했다.", "resolution-adopted", "결의", "2015-12-02"),
    ],
)
def test_a_verb_tells_the_step_of_the_noun_before_or_behind_it(text, kind, what, date):
    found = extract_text(text, language="ko", published="2021-10-31").milestones
    assert [(m.kind, m.what, str(m.date)) for m in found] == [(kind, what, date)]


@pytest.mark.parametrize(
    "text",
    [
        "양측은 2021년 10월 14일 다음 회의를 서울에서 열기로 합의했다.",
        "29일은 누리 핵실험장 폐쇄 27주년이 되는 날이었다.",
        "소장은 2021년 1월 취임 이후 대학과 맺은 첫 협약이라고 말했다.",
    ],
)
def test_what_only_names_a_step_is_none(text):
    found = extract_text(text, language="ko", published="2021-10-31").milestones
    assert not [m for m in found if m.kind in ("agreement", "nuclear-test")]


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("연구소는 조약이 발효된 2009년 3월 21일을 창립 기념일로 삼았다.", "treaty-in-force", "2009-03-21"),
        ("초원은 1949년 8월 29일 첫 핵실험이 실시된 곳이다.", "nuclear-test", "1949-08-29"),
        ("2017년 9월 6차 핵실험 뒤에는 아무도 물을 조사하지 않았다.", "nuclear-test", "2017-09"),
        ("그는 1994년 12월 5일 체결된 부다페스트 각서를 비판했다.", "agreement", "1994-12-05"),
    ],
)
def test_a_day_behind_its_verb_a_numbered_test_and_an_old_memorandum_are_steps(text, kind, date):
    found = extract_text(text, language="ko", published="2022-08-26").milestones
    assert [(m.kind, str(m.date)) for m in found] == [(kind, date)]


@pytest.mark.parametrize(
    "text",
    ["2017년 9월 6차 핵실험 준비가 시작되었다는 관측이 나왔다.", "그는 2017년 9월 첫 핵실험장 방문을 떠올렸다."],
)
def test_a_test_that_is_only_prepared_or_a_test_site_is_no_test(text):
    assert [m.kind for m in extract_text(text, language="ko", published="2022-08-26").milestones] == []


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("29일은 세미팔라틴스크 핵실험장 폐쇄 27주년이 되는 날이었다.", ("site-closed", "1991-08-29")),
        ("포럼은 중앙아시아 비핵지대 조약 서명 17주년을 맞아 마련됐다.", ("treaty-signed", "2001")),
    ],
)
def test_an_anniversary_dates_its_step(text, step):
    assert step in [
        (found.kind, str(found.date)) for found in extract_text(text, language="ko", published="2018-08-30").milestones
    ]


def test_what_is_asked_for_is_no_step():
    text = "두 기관은 2022년 10월 28일 회의를 열었다. 그는 2022년 10월 28일 “양해각서부터 체결하라”고 말했다."
    assert steps(text) == []


def test_a_jubilee_of_a_leap_day_has_no_day():
    text = "2024년 2월 29일은 세미팔라틴스크 핵실험장 폐쇄 27주년이 되는 날이었다."
    assert steps(text) == []


def test_a_clause_begins_behind_the_whole_ending_of_the_one_before():
    said = "“글로 남기지 못했기 때문입니다. 북한은 2008년 6월 27일 영변 냉각탑을 폭파했지만, 창고는 남겼습니다.”"
    (step,) = extract_text(f"대담\n\n탁서린 위원은 이렇게 말했다. {said} 그는 웃었다.\n", language="ko").milestones
    assert step.text.startswith("북한은")


def test_a_ceremony_for_a_closed_site_opens_no_site():
    assert ("site-opened", "2021-08-28") not in steps(
        "호숫가 핵실험장 폐쇄 30주년 추모식이 2021년 8월 28일 추모비 앞에서 열렸다."
    )
    assert ("site-opened", "1949-08") in steps("1949년 8월 호숫가 핵실험장이 열렸다.")


@pytest.mark.parametrize(
    "text",
    [
        "탁서린 교수는 2020년 12월 1일 단상에 올랐다.",
        "탁서린 교수는 2020년 12월 1일 화제가 됐다.",
        "달빛평화재단은 2020년 12월 1일 지도를 만들었다.",
    ],
)
def test_verbs_of_many_uses_tell_no_step_without_an_office_or_a_body(text):
    assert steps(text) == []


def test_a_bare_word_for_what_was_signed_speaks_of_what_is_named_elsewhere():
    text = "두 기관은 2020년 12월 1일 원전안전 협력약정을 체결했다. 두 원장은 12월 1일 약정서에 서명했다."
    assert steps(text) == [("agreement", "2020-12-01")]
