"""Proper nouns without an office, on sentences of our own about invented people."""

import pytest

from onrecord import extract_text


def named(text: str, kind: str) -> set[str]:
    return {entity.name for entity in getattr(extract_text(text, language="ko"), kind)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("경찰은 김모(33)씨를 조사했다.", "김모"),
        ("A씨는 아무 말도 하지 않았다.", "A"),
        ("배우 김서연이 무대에 올랐다.", "김서연"),
        ("박씨는 고개를 저었다.", "박"),
        ("윤 의원은 자리를 떴다.", "윤"),
    ],
)
def test_a_person_is_named_without_office_as_news_do(text, name):
    assert name in named(text, "persons")


def test_a_surname_with_an_honorific_is_the_person_named_in_full():
    extract = extract_text("김서연 씨가 무대에 올랐다. 김씨는 노래를 불렀다.", language="ko")
    assert [(p.name, set(p.names)) for p in extract.persons] == [("김서연", {"김서연", "김"})]


@pytest.mark.parametrize(
    "text", ["해군은 훈련을 마쳤다.", "육군과 공군이 왔다.", "우리 모두 함께했다.", "이 도시는 그 도시가 아니다."]
)
def test_what_only_looks_like_a_name_is_no_person(text):
    assert not named(text, "persons")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("서울 서초구 양재동에서 불이 났다.", "서울 서초구 양재동"),
        ("팔달산에 눈이 내렸다.", "팔달산"),
        ("카자흐스탄 알마티에서 만났다.", "알마티"),
    ],
)
def test_a_place_is_named_with_its_districts_and_apart_from_its_country(text, name):
    assert name in named(text, "places")


@pytest.mark.parametrize(("text", "name"), [("해경이 수색에 나섰다.", "해경"), ("보건복지부는 지침을 바꿨다.", "보건복지부")])
def test_an_authority_is_a_body(text, name):
    assert name in named(text, "organizations")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("두 나라는 핵확산금지조약(NPT)에 서명했다.", "organizations"),
        ("한국 정부가 뜻을 밝혔다.", "organizations"),
        ("북한은 시험장을 닫았다.", "organizations"),
        ("서명식에는 많은 사람이 왔다.", "persons"),
    ],
)
def test_countries_governments_treaties_and_ceremonies_are_neither_bodies_nor_persons(text, kind):
    assert not named(text, kind)


def test_bodies_that_dots_join_are_each_one():
    text = "달빛경찰청·누리지방검찰청·한결보건소·누리과학수사연구원이 함께 조사했다."
    assert {"누리지방검찰청", "누리과학수사연구원"} <= named(text, "organizations")
    assert not any("·" in name for name in named(text, "organizations"))


def test_works_and_programmes_are_no_bodies_by_their_ending_alone():
    assert named("주민들은 산마루 송전탑 공사와 저녁 방송에 반대했다.", "organizations") == set()


def test_a_posting_is_nobody():
    assert named("그는 2009년부터 3년간 주오스트리아 대사를 지냈다.", "persons") == set()


def test_a_department_keeps_its_last_syllable():
    extract = extract_text("탁서린 한결대학교 북한학과 조교수는 고개를 끄덕였다.", language="ko")
    assert [(p.person.name, p.title) for p in extract.positions] == [("탁서린", "북한학과 조교수")]


@pytest.mark.parametrize(
    "text", ["누리핵물리연구소의 탁서린 소장이 방문단을 맞았다.", "방문단은 누리핵물리연구소를 찾아 탁서린 소장과 만났다."]
)
def test_who_is_named_behind_his_body_heads_it(text):
    (one,) = extract_text(text, language="ko").positions
    assert (one.person.name, one.title, one.organization and one.organization.name) == ("탁서린", "소장", "누리핵물리연구소")


@pytest.mark.parametrize(
    "words",
    ["강의는 하정란 안전조치실장과 금노을 연구원이 맡았다.", "하정란 대사는 11월 15일 금노을 외교위원장을 이임 예방하였다."],
)
def test_what_an_office_is_of_and_leaving_it_are_nobody(words):
    assert {p.name for p in extract_text(words, language="ko").persons} == {"하정란", "금노을"}
