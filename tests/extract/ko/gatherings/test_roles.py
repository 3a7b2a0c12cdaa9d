"""Who does what at a Korean gathering, on sentences of our own about invented people."""

from __future__ import annotations

import pytest

from onrecord import extract_text
from onrecord.model import Phrase

LEAD = "누리평화재단은 14일 서울에서 ‘초원의 길’ 세미나를 개최했다. "


def roles(text: str, number: int = 0) -> set[tuple[str, str]]:
    gathering = extract_text(LEAD + text, language="ko", published="2021-10-20").gatherings[number]
    return {(p.who.words if isinstance(p.who, Phrase) else p.who.name, p.role) for p in gathering.participations}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("세미나에는 민도경 교수와 도하람 대사를 비롯하여 학자 30명이 참석했다.", "민도경", "participant"),
        ("세미나에는 민도경 교수와 도하람 대사를 포함해 시민과 학자 30명이 참석했다.", "시민과 학자", "participant"),
        ("민도경 교수가 조약의 역사에 대해, 도하람 연구원이 검증의 길에 대해 각각 발표했다.", "민도경", "speaker"),
        ("토론자로는 민도경 교수와 도하람 연구원이 함께했다.", "도하람", "speaker"),
        ("민도경 교수의 사회로, 도하람 누리대 교수, 석바람 하람대 교수 등이 토론한다.", "도하람", "speaker"),
        ("민도경 교수, 도하람 연구원, 석바람 대사가 ‘검증의 길’을 주제로 토론을 진행했다.", "민도경", "speaker"),
        ("민도경 교수의 발제와 도하람 연구원, 석바람 대사의 토론이 진행됐다.", "도하람", "speaker"),
        ("이후 가온외교부 민도경 국장의 축사와 누리협회 도하람 회장의 건배 제의 등이 이어졌다.", "도하람", "speaker"),
        ("세미나는 민도경 위원장의 추념사, 도하람 이사장의 헌사 등의 순서로 진행됐다.", "민도경", "speaker"),
        ("세미나는 민도경 위원장의 추념사, 도하람 이사장의 헌사 등의 순서로 진행됐다.", "도하람", "speaker"),
        ("도하람 장관이 기조연설을 진행했습니다.", "도하람", "speaker"),
        ("도하람 회장이 개회를 맡고 민도경 교수가 축사를 맡았다.", "도하람", "opening"),
        ("첫 세션은 민도경 교수의 사회 아래 도하람 연구원이 발표했다.", "민도경", "moderator"),
        ("각 세션의 의장은 민도경 교수, 도하람 연구원이 차례로 맡았다.", "도하람", "moderator"),
        ("몽골 대표단은 민도경 교수가 이끌었다.", "민도경", "participant"),
        ("세미나는 민도경 교수의 개회 선언과 도하람 대사의 축하 메시지로 막을 열었다.", "민도경", "opening"),
        ("세미나는 민도경 교수의 개회 선언과 도하람 대사의 축하 메시지로 막을 열었다.", "도하람", "opening"),
        ("민도경 교수가 먼저 발언대에 올랐다.", "민도경", "speaker"),
        ("지정토론은 민도경 교수가 담당했다.", "민도경", "speaker"),
        ("강의는 소설가 민도경 씨가 했다.", "민도경", "speaker"),
        ("지정토론에는 민도경 교수, 도하람 연구원이 참여했다.", "민도경", "speaker"),
        ("민도경 교수를 좌장으로 도하람 연구원이 발표를 진행했다.", "민도경", "moderator"),
        ("민도경 교수를 좌장으로 도하람 연구원이 발표를 진행했다.", "도하람", "speaker"),
        ("도하람 대사는 영상으로 축하의 뜻을 전했다.", "도하람", "opening"),
        ("첫 강의를 맡은 민도경 교수는 지도를 펼쳤다.", "민도경", "speaker"),
        ("도하람 대사도 자리를 빛냈다.", "도하람", "participant"),
        ("도하람 대사도 세미나에 참석하였다.", "도하람", "participant"),
        ("도하람 대사·민도경 교수가 참석했다.", "도하람", "participant"),
        ("도하람 대사·민도경 교수가 참석했다.", "민도경", "participant"),
        ("민도경 교수가 연사로 초청됐다.", "민도경", "speaker"),
        ("민도경 교수의 주제발표에 이어 토론이 진행됐다.", "민도경", "speaker"),
        ("민도경 교수가 시를 낭송했다.", "민도경", "speaker"),
        ("민도경 교수가 모더레이터를 맡았다.", "민도경", "moderator"),
        ("도하람 대사가 개회를 선언했다.", "도하람", "opening"),
        ("세미나는 새벽평화재단에서 후원하였다.", "새벽평화재단", "organizer"),
        ("달빛재단은 이날 세미나를 성황리에 마쳤다.", "달빛재단", "organizer"),
    ],
)
def test_wordings_of_roles(text: str, name: str, role: str) -> None:
    assert (name, role) in roles(text)


def test_who_presents_under_a_moderator_moderates_nothing() -> None:
    assert ("도하람", "moderator") not in roles("민도경 교수를 좌장으로 도하람 연구원이 발표를 진행했다.")


def test_an_office_alone_acts_for_whom_it_was_named_with() -> None:
    told = roles("도하람 대사는 환영사를 했다. 대사는 이어 기조연설을 했다.")
    assert {("도하람", "opening"), ("도하람", "speaker")} <= told


def test_whom_somebody_only_speaks_of_does_nothing_there() -> None:
    text = "민도경 교수는 내달 열리는 회의에 유해린 대통령이 참석할 예정이라고 전했다."
    assert not [role for name, role in roles(text) if name == "유해린"]


def test_talks_given_at_an_event_are_no_events() -> None:
    text = LEAD + "15일에는 민도경 교수가 ‘검증의 길’을 주제로 강연했다. 도하람 대사는 폐회식에서 상을 주었다."
    found = extract_text(text, language="ko", published="2021-10-20").gatherings
    assert [g.type for g in found if "강연" in g.name] == []


def test_who_says_whom_he_met_met_him() -> None:
    text = "민도경 위원장은 25일 빈에서 도하람 청장과 만나 약정을 맺었다고 26일 밝혔다."
    (gathering,) = extract_text(text, language="ko", published="2021-10-26").gatherings
    assert {p.who.name for p in gathering.participations if p.role == "participant"} == {"민도경", "도하람"}


def test_a_sentence_without_a_verb_sets_the_scene() -> None:
    text = (
        "2025년 8월 30일, 서울 용산구 누리박물관. 민도경 회장과 도하람 대표가 나란히 앉았다. "
        "시민들이 함께 마련한 ‘두 도시의 증언’ 행사였다."
    )
    (gathering,) = extract_text(text, language="ko").gatherings
    assert (str(gathering.start), gathering.place) == ("2025-08-30", "서울")


@pytest.mark.parametrize(
    "words",
    [
        "참석하지 않았다",
        "참석하지 못했다",
        "발표하지 않았다",
        "서명하지 않기로 했다",
        "참석할 수 없었다",
        "참석을 거부했다",
        "토론회 참석을 취소했다",
        "발표할 예정이었으나 오지 못했다",
        "초청받았으나 오지 못했다",
    ],
)
def test_what_is_denied_tells_no_role(words):
    assert all(name != "채은별" for name, _ in roles(f"채은별 시장은 {words}."))


def test_who_somebody_stood_in_for_was_not_there():
    assert all(name != "채은별" for name, _ in roles("채은별 시장 대신 김가람 국장이 발표했다."))


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("누리평화연구원과 한국의 하람평화재단이 함께 연 이번 세미나는 15일까지 이어진다.", "하람평화재단", "organizer"),
        ("지정토론에서는 민도경 교수, 도하람 연구원이 머리를 맞댔다.", "도하람", "speaker"),
        ("세미나에는 민도경 교수가 동석했다.", "민도경", "participant"),
        ("세미나에는 교수 5명과 학생 등 모두 50여 명이 참석했다.", "교수 5명과 학생", "participant"),
    ],
)
def test_a_role_is_told_in_other_words_too(text, name, role):
    assert (name, role) in roles(text)


def test_who_leads_a_regime_chairs_no_occasion():
    assert ("민도경", "moderator") not in roles("세미나에서 민도경 차관은 비확산 체제를 이끌어 온 나라에 경의를 표했다.")


def test_those_who_came_stand_before_what_they_came_to():
    found = extract_text("14일 군축 전문가 40여 명이 참가한 ‘누리 회의’가 알마티에서 개막했다.", language="ko").gatherings[0]
    assert (found.attendance, [p.who.words for p in found.participations]) == (40, ["군축 전문가"])


def test_somebody_meets_a_group():
    text = "표고운 대사는 14일 서울에서 현지 대학생들과 간담회를 가졌다."
    found = extract_text(text, language="ko", published="2021-10-20").gatherings[0]
    assert {p.who.words for p in found.participations if isinstance(p.who, Phrase)} == {"현지 대학생들"}


@pytest.mark.parametrize(
    "held", ["제2차 전략대화를 가졌다", "실무 협상을 벌였다", "실무 협상을 이어 갔다", "정책대화를 진행했다"]
)
def test_who_has_talks_with_somebody_takes_part(held: str) -> None:
    text = f"민도경 외교부 차관은 13일 서울에서 아셀 카림 카자흐스탄 외교부 차관과 {held}."
    gathering = extract_text(text, language="ko", published="2021-10-20").gatherings[0]
    told = {(p.who.name, p.role) for p in gathering.participations if not isinstance(p.who, Phrase)}
    assert told == {("민도경", "participant"), ("아셀 카림", "participant")}


def test_countries_in_a_row_and_bodies_that_describe_somebody_take_no_part() -> None:
    text = "한미는 13일 서울에서 실무 회담을 가졌다. 회담에는 민도경 국방부 국장과 합참 관계관이 참석했다."
    gathering = extract_text(text, language="ko", published="2021-10-20").gatherings[0]
    assert {p.who.name for p in gathering.participations if not isinstance(p.who, Phrase)} == {"민도경"}


def test_who_only_speaks_of_talks_takes_no_part() -> None:
    text = "몽골 정상회담은 13일 서울에서 열렸다. 국방부는 회담과 관련해 논평을 냈다."
    gathering = extract_text(text, language="ko", published="2021-10-20").gatherings[0]
    assert not gathering.participations


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("민도경 청장은 특별이사회를 소집했다.", ("민도경", "moderator")),
        ("달빛추모사업회 민도경 회장은 눈물을 닦았다.", ("민도경", "speaker")),
    ],
)
def test_words_inside_other_words_tell_no_role(text: str, part: tuple[str, str]) -> None:
    assert part not in roles(text)


def test_a_body_that_runs_something_holds_it() -> None:
    text = "달빛재단은 14일 서울에서 공개강좌를 진행했다."
    (gathering,) = extract_text(text, language="ko", published="2021-10-20").gatherings
    assert [p.role for p in gathering.participations] == ["organizer"]


@pytest.mark.parametrize(
    "line",
    [
        "【서울=누리뉴스】 도하람 기자 = ",
        "[서울=누리뉴스] 도하람 기자 = ",
        "[누리일보=도하람 기자] ",
        "(서울=누리뉴스) 도하람 기자 = ",
    ],
)
def test_who_reports_takes_no_part(line: str) -> None:
    text = f"{line}민도경 장관은 14일 아셀 카림 대사와 면담을 가졌다."
    (gathering,) = extract_text(text, language="ko", published="2021-10-20").gatherings
    assert {p.who.name for p in gathering.participations if not isinstance(p.who, Phrase)} == {"민도경", "아셀 카림"}


def test_those_who_travel_with_somebody_are_on_his_visit() -> None:
    text = "민도경 의장이 14일 몽골을 방문했다. 이번 방문에는 도하람 의원과 유라온 의원, 채은별 비서실장이 수행했다."
    gathering = extract_text(text, language="ko", published="2021-10-20").gatherings[0]
    assert {"도하람", "유라온", "채은별"} <= {getattr(p.who, "name", "") for p in gathering.participations}


def test_a_minister_called_daesin_is_not_replaced_by_another() -> None:
    text = "오다와라 겐지 외무대신은 14일 서울에서 민도경 장관과 회담하였다."
    (gathering,) = extract_text(text, language="ko", published="2021-10-20").gatherings
    assert "오다와라 겐지" in {getattr(p.who, "name", "") for p in gathering.participations}


def test_what_is_prepared_for_talks_organizes_none() -> None:
    text = "민도경 부상은 협상에 돌파구를 마련하기 위해 14일 바쿠에서 아셀 카림 차관보와 회동을 가졌다."
    gatherings = extract_text(text, language="ko", published="2021-10-20").gatherings
    assert not [p for g in gatherings for p in g.participations if p.role == "organizer"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("하람재단(이사장 민도경)은 비핵화를 논의하고 공감대를 넓히기 위해 15일 서울에서 포럼을 개최한다.", "하람재단"),
        ("하람재단은 15일 가온컨벤션센터(GCC)에서 포럼을 개최한다.", "하람재단"),
        ("[새벽뉴스 도하람 기자] 민도경 의원은 15일 서울에서 포럼을 개최한다.", "민도경"),
        ("【새벽신문】민도경 의원은 15일 서울에서 포럼을 개최한다.", "민도경"),
        ("하람대는 15일 민도경 대사를 초청해 두 번째 특강을 가졌다.", "하람대"),
    ],
)
def test_neither_a_house_nor_who_reports_organizes_and_a_body_holds_a_lecture(text: str, who: str):
    found = extract_text(text, language="ko", published="2021-10-20").gatherings[0].participations
    assert [p.who.name for p in found if p.role == "organizer" and not isinstance(p.who, Phrase)] == [who]
    assert not [p for p in found if p.role == "speaker" and p.who.name != "민도경"]


def test_who_visits_a_school_and_lectures_there_is_the_subject_of_both():
    assert ("도하람", "speaker") in roles("도하람 대사가 20일 하람대를 방문해 ‘검증의 길’이라는 주제로 특강을 했다.", 2)
