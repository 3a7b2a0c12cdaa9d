"""A dateline is no part of what is said or told."""

from __future__ import annotations

import pytest

from onrecord import extract_text
from onrecord.languages.datelines import dateline_end

HEADS = [
    "LUNDE, June 9 (Birk Press) - ",
    "LUNDE, Norland, June 9 (Birk Press) -- ",
    "LUNDE – ",
    "NEW LUNDE, July 8, 2021 (Birk News) — ",
    "Lunde, June 9 (Birk Press) – ",
    "LUNDE. June 9. BIRK PRESS – ",
    "LUNDE. June 9. BIRKPRESS ",
    "NEW LUNDE. BIRKPRESS ",
    "LUNDE D.C. BIRKPRESS ",
    "ЛУНДЕ. 14 марта. СТЕПЬ-ПРЕСС – ",
    "ЛУНДЕ, 14 марта 2021 года – ",
    "(룬데=비르크통신) 홍길동 기자 = ",
    "[룬데=비르크뉴스] 홍길동 기자 = ",
]


@pytest.mark.parametrize("head", HEADS)
def test_a_dateline_ends_where_the_report_begins(head: str):
    begin = {"룬": "외교부는 밝혔다.", "Л": "Министр сообщил о встрече."}.get(head.strip("([")[0], "The talks went on.")
    assert dateline_end(head + begin) == len(head)


@pytest.mark.parametrize(
    "text",
    [
        "Norland is ready – The minister said so.",
        "UNESCO, which sits in Paris, – and this is new – agreed.",
        "The BIRK - Lunde road was closed.",
        "LUNDE is a town.",
        "(가나다) 외교부는 밝혔다.",
        "On May 19–20, a delegation visited Lunde.",
        "МАГАТЭ сообщило о поездке – первой за год.",
    ],
)
def test_other_paragraphs_have_none(text: str):
    assert dateline_end(text) == 0


def test_the_content_of_a_statement_and_the_clause_of_a_milestone_begin_behind_it():
    head = "LUNDE, June 9 (Birk Press) - "
    text = (
        f"Archives of the north\n\n{head}Norland is ready to open its archives to researchers, "
        "Minister Anna Berg told a seminar in Lunde on Friday.\n\n"
        f"{head}Norland ratified the Test Ban Treaty in 1998."
    )
    found = extract_text(text, language="en", published="2022-06-15")
    assert [s.content for s in found.statements] == [("Norland is ready to open its archives to researchers",)]
    assert [m.text[:8] for m in found.milestones] == ["Norland "]


def test_agency_and_reporter_took_part_in_nothing_and_what_is_due_lies_ahead():
    text = (
        "룬데 장관 회담\n\n(룬데=비르크통신) 오지민 기자 = "
        "류민경 외교부 장관은 11일 룬데에서 안나 베르그 노르란트 외교장관과 회담했다.\n\n"
        "류 장관은 12일 비르크연구소 소장이 주최하는 오찬에서 전문가들과 만날 예정이다."
    )
    found = extract_text(text, language="ko", published="2022-05-11")
    names = {part.who.name for g in found.gatherings for part in g.participations if hasattr(part.who, "name")}
    assert not names & {"비르크통신", "오지민"}
    assert {str(g.start) for g in found.gatherings if g.type == "meeting"} <= {"2022-05-12"}
    assert found.gatherings


def test_the_place_of_a_dateline_says_nothing():
    report = "The ambassador of Norland, Jan Novak, told pupils on Thursday that the talks had gone on for years."
    text = f"Steps of disarmament\n\nLUNDE -- {report}"
    assert [s.speaker_name for s in extract_text(text, language="en").statements] == ["Jan Novak"]
