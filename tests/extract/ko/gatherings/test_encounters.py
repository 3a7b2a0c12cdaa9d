"""Meetings and visits that a verb alone tells, on sentences of our own about invented people."""

import pytest

from onrecord import extract_text
from onrecord.model import Gathering


def only(text: str) -> Gathering:
    (found,) = extract_text(text, language="ko", published="2021-10-20").gatherings
    return found


def who(found: Gathering) -> set[tuple[str, str]]:
    return {(getattr(part.who, "name", ""), part.role) for part in found.participations}


@pytest.mark.parametrize(
    "text",
    [
        "민도경 장관은 14일 바쿠에서 루슬란 젤디바예프 장관과 만났다.",
        "민도경 장관은 14일 바쿠에서 루슬란 젤디바예프 장관과 따로 만나 광산을 논의했다.",
        "민도경 장관은 14일 루슬란 젤디바예프 장관과 화상으로 만나 광산을 논의했다.",
        "민도경 장관이 14일 바쿠에서 루슬란 젤디바예프 장관과 만난다.",
        "민도경 장관과 루슬란 젤디바예프 장관은 14일 바쿠에서 만났다.",
        "민도경 장관과 루슬란 젤디바예프 장관이 14일 바쿠에서 마주 앉았다.",
        "민도경 장관은 14일 바쿠에서 루슬란 젤디바예프 장관과 머리를 맞댔다.",
        "민도경 장관은 14일 바쿠에서 루슬란 젤디바예프 장관과 저녁을 함께했다.",
    ],
)
def test_two_who_meet_are_at_a_meeting(text):
    found = only(text)
    assert found.type == "meeting"
    assert str(found.start) == "2021-10-14"
    assert {("민도경", "participant"), ("루슬란 젤디바예프", "participant")} <= who(found)


@pytest.mark.parametrize(
    "text",
    [
        "민도경 장관과 루슬란 젤디바예프 장관의 만남은 14일 바쿠에서 이뤄졌다.",
        "민도경 장관은 14일 루슬란 젤디바예프 장관과의 만남에서 지도를 폈다.",
        "한·몽골 외교장관은 14일 바쿠에서 만나 광산을 논의했다.",
        "양국 장관이 14일 바쿠에서 만났다.",
    ],
)
def test_a_noun_of_meeting_and_the_office_of_both_tell_one_too(text):
    assert only(text).type == "meeting"


@pytest.mark.parametrize(
    "text",
    [
        "민도경 대사는 14일 세메이를 찾았다.",
        "민도경 대사는 14일 하늘누리박물관을 둘러봤다.",
        "민도경 대사는 14일 아스타나에 도착했다.",
    ],
)
def test_who_goes_to_a_place_is_on_a_visit(text):
    found = only(text)
    assert found.type == "visit"
    assert ("민도경", "participant") in who(found)


@pytest.mark.parametrize(
    "text",
    [
        "민도경 대사는 14일 해법을 찾았다.",
        "민도경 대사는 14일 행사장을 찾았다.",
        "14일 많은 시민이 세메이를 찾았다.",
        "민도경 장관은 14일 시민과 만났다.",
        "민도경 장관과 루슬란 젤디바예프 장관은 손을 씻고 시민을 만났다.",
    ],
)
def test_what_is_found_and_whom_nobody_names_make_no_occasion(text):
    assert extract_text(text, language="ko", published="2021-10-20").gatherings == ()


def test_going_to_a_house_to_meet_somebody_is_the_meeting():
    assert only("민도경 대사는 14일 누리기록관을 찾아 우가람 관장과 만났다.").type == "meeting"


def test_two_who_mark_an_anniversary_do_not_meet():
    text = "양 장관은 수교 30주년(2020.10월)을 맞이하여 협력을 평가하였다."
    assert not extract_text(text, language="ko", published="2021-10-20").gatherings
