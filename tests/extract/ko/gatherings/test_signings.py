"""The signing of an agreement that a sentence tells by its verb, and talks in general that are no occasion."""

from __future__ import annotations

import pytest

from onrecord import extract_text
from onrecord.model import Extract, Phrase


def read(text: str) -> Extract:
    return extract_text(text, language="ko", published="2019-06-03")


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        (
            "에르티스대와 새터국제교류재단은 2019년 5월 22일 본교 대강당에서 핵군축 교육 협약을 맺었다.",
            "핵군축 교육 협약을 맺었다",
            "2019-05-22",
        ),
        (
            "새터국제교류재단은 지난 5월 21일 파블로다르에서 에르티스대학교와 업무협약(MOU)을 체결했다고 23일 밝혔다.",
            "업무협약(MOU)을 체결했다",
            "2019-05-21",
        ),
        ("새터국제교류재단과 에르티스대학교는 5월 21일 양해각서에 서명하였다.", "양해각서에 서명하였다", "2019-05-21"),
    ],
)
def test_a_signing_told_by_its_verb_is_an_occasion_of_those_who_signed(text: str, name: str, day: str):
    (found,) = read(text).gatherings
    assert (found.type, found.name, str(found.start)) == ("ceremony", name, day)
    signed = {p.who.words if isinstance(p.who, Phrase) else p.who.name for p in found.participations if p.role == "signatory"}
    assert "새터국제교류재단" in signed
    assert signed & {"에르티스대", "에르티스대학교"}


@pytest.mark.parametrize(
    "text",
    [
        "새터국제교류재단은 내년에 에르티스대학교와 업무협약을 체결하기로 했다.",
        "새터국제교류재단은 5월 21일 파블로다르에서 포럼을 열고 에르티스대학교와 업무협약을 체결했다.",
    ],
)
def test_what_is_to_be_signed_or_is_signed_at_another_occasion_is_no_ceremony_of_its_own(text: str):
    assert "ceremony" not in {found.type for found in read(text).gatherings}


def test_talks_in_a_headlines_quotation_are_no_occasion_before_the_one_that_is_told():
    found = read("“증언이 협상의 언어 돼야”…시민단체 웨비나\n\n누리평화연구원은 2일 ‘핵 없는 이웃’ 웨비나를 열었다.").gatherings
    assert [(g.type, g.main) for g in found] == [("webinar", True)]


def test_a_title_whose_last_word_stands_before_the_noun_is_whole():
    found = read("「핵 없는 이웃의 역할」 웨비나 개최 결과\n\n누리평화연구원은 5월 2일 웨비나를 개최하였습니다.").gatherings
    assert found[0].name == "「핵 없는 이웃의 역할」 웨비나"


def test_who_signed_is_told_with_the_signing_as_the_subject_and_the_word_for_it_is_no_number():
    found = read(
        "한빛재단과 호숫가대학은 2019년 5월 21일 양해각서에 서명하였습니다.\n\n"
        "2. 서명은 표민호 한빛재단 이사장과 아르만 틀레우바예프 총장이 하였으며, 유효기간은 3년입니다.\n\n"
        "3. 서명식에는 관계자 25명이 참석하였습니다."
    )
    (ceremony,) = found.gatherings
    told = {(part.who.name, part.role) for part in ceremony.participations if not isinstance(part.who, Phrase)}
    assert {("표민호", "signatory"), ("아르만 틀레우바예프", "signatory")} <= told
    assert ceremony.attendance == 25
