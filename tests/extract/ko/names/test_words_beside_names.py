"""Words beside a Korean name that are no part of it, and bodies called after an office."""

import pytest

from onrecord import extract_text
from onrecord.model import Person


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("이번 행사의 주빈 김효연 외교부 차관보는 축사를 했다.", "김효연", "차관보"),
        ("외교부 아시아아프리카국 무카신 국장이 축사를 했다.", "무카신", "국장"),
        ("토머스 그린 미 국무부 차관보가 방한했다.", "토머스 그린", "차관보"),
        ("토머스 그린 미국 국무부 동아태 차관보가 방한했다.", "토머스 그린", "동아태 차관보"),
        ("유라온 한반도평화 교섭본부장이 방미했다.", "유라온", "한반도평화 교섭본부장"),
        ("오가와 외무대신은 9일 방한했다.", "오가와", "외무대신"),
        ("이고르 로만 초대 대통령 재단 부대표이사가 방한했다.", "이고르 로만", "부대표이사"),
        ("민도경<사진 왼쪽> 가온대 교수는 축사를 했다.", "민도경", "교수"),
        ("[동포누리 민도경 기자] 축제가 열렸다.", "민도경", "기자"),
        ("카심-예를란 누르자노프 대통령이 연설했다.", "카심-예를란 누르자노프", "대통령"),
        ("고려인협회 오가이 세르게이 회장이 축사를 했다.", "오가이 세르게이", "회장"),
        ("도하람 누리경찰서장이 참석했다.", "도하람", "서장"),
        ("민도경 외교부 유라시아중동국장이 발표했다.", "민도경", "유라시아중동국장"),
    ],
)
def test_a_name_begins_behind_what_leads_to_it_and_ends_before_what_follows(text: str, name: str, title: str):
    found = extract_text(text, language="ko")
    assert [(p.person.name, p.title) for p in found.positions] == [(name, title)]
    assert [person.name for person in found.persons] == [name]


def test_a_side_of_talks_is_no_part_of_a_name():
    found = extract_text("협상의 북한측 수석대표인 백두성 실장이 방한했다.", language="ko")
    assert [(p.person.name, p.title) for p in found.positions] == [("백두성", "수석대표"), ("백두성", "실장")]
    assert [person.name for person in found.persons] == ["백두성"]


def test_a_name_ends_where_a_former_office_begins():
    found = extract_text("호르스트 텔만 전 서독 총리 외교안보보좌관이 기조연설을 했다.", language="ko")
    assert [person.name for person in found.persons] == ["호르스트 텔만"]


@pytest.mark.parametrize("text", ["외교부는 한미, 한일 협의를 가졌다.", "외교부는 외교단, 언론인이 참석했다고 밝혔다."])
def test_countries_in_one_word_and_the_corps_are_nobody(text: str):
    found = extract_text(text, language="ko")
    assert [body.name for body in found.organizations] == ["외교부"]
    assert not found.persons


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("카자흐스탄 초대 대통령 재단은 포럼을 열었다.", "카자흐스탄 초대 대통령 재단"),
        ("초대 대통령 기념관은 포럼을 열었다.", "초대 대통령 기념관"),
    ],
)
def test_a_body_is_called_after_an_office(text: str, body: str):
    assert [one.name for one in extract_text(text, language="ko").organizations] == [body]


def test_a_hyphen_joins_two_surnames_and_no_countries():
    found = extract_text("한-카자흐스탄 포럼에서 딜노라 카리모바-유수포바 위원장이 축사를 했다.", language="ko")
    assert [person.name for person in found.persons] == ["딜노라 카리모바-유수포바"]


def test_a_surname_with_an_office_is_whoever_holds_that_office():
    text = "김 로만 상원의원과 김다온 대사가 참석했다. 김 대사는 “두 나라의 협력이 앞으로도 중요하다”고 말했다."
    (said,) = extract_text(text, language="ko").statements
    assert isinstance(said.speaker, Person)
    assert said.speaker.name == "김다온"


@pytest.mark.parametrize(
    "text",
    [
        "독립운동가 추모식이 열렸다.",
        "북핵시대 한반도의 길을 묻는다.",
        "한미동맹은 중요하다.",
        "기해년을 맞아 새해 희망을 나눴다.",
    ],
)
def test_ceremonies_times_and_alliances_are_nobody(text: str):
    found = extract_text(text, language="ko")
    assert not found.persons
    assert not found.organizations


def test_a_town_that_ends_as_a_particle_is_nobody():
    assert not extract_text("캠프는 카프차가이 호숫가에서 열렸다.", language="ko").persons


def test_the_body_of_a_head_in_a_list_that_goes_on_is_kept():
    (held,) = extract_text("세미나에는 민도경 나래정책연구원장 등 학자들이 참석했다.", language="ko").positions
    assert held.organization is not None
    assert held.organization.name == "나래정책연구원"
