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
