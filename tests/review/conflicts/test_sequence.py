from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from tests.made.records import ONE, TWO, date, evidence, gathering, position, report, role, source

from onrecord.model.recorded import MilestoneRecord
from onrecord.review.conflicts import Case, sequence

KOREAN = source("horu-ilbo", published="2018-06-15", language="ko")
RUSSIAN = source("stepnaya-gazeta", published="2018-06-15", language="ru")


def step(kind: Any, what: str, day: str, of: Any, sentence: str = "", **fields: Any) -> MilestoneRecord:
    proof = evidence(sentence or f"[{what}] {kind} {day}.", of)
    return MilestoneRecord(f"m-{of.id}-{kind}-{day}", kind, what, date(day), fields.get("actor"), proof.wording, proof)


def of_steps(*steps: MilestoneRecord) -> list[Any]:
    return list(sequence.find(Case(milestones=steps)))


def of_report(sentence: str, day: str, of: Any, **fields: Any) -> list[Any]:
    return list(sequence.find(Case((gathering(report(of, stated={"start": (day, sentence)}, **fields)),))))


def test_a_page_that_tells_as_past_what_is_to_come_is_a_contradiction() -> None:
    (conflict,) = of_report("The meeting was held on [20 June 2018].", "2018-06-20", ONE, status="planned")
    assert (conflict.kind, conflict.severity) == ("sequence", "medium")
    assert conflict.reason == "A page of 14 June 2018 tells as past what it dates to 20 June 2018."
    assert [side.value for side in conflict.sides] == ["2018-06-20", "2018-06-14"]


@pytest.mark.parametrize(
    ("sentence", "of"),
    [("회의가 [6월 20일] 열렸다.", KOREAN), ("Круглый стол прошел [20 июня].", RUSSIAN)],
)
def test_it_is_read_in_korean_and_russian(sentence: str, of: Any) -> None:
    (conflict,) = of_report(sentence, "2018-06-20", of, start_basis="page date")
    assert conflict.severity == "low"


@pytest.mark.parametrize(
    ("sentence", "day", "of"),
    [
        ("The meeting will be held on [20 June 2018].", "2018-06-20", ONE),
        ("The meeting was held on [15 June 2018].", "2018-06-15", ONE),
        ("The meeting was held in [June 2018].", "2018-06", ONE),
        ("회의가 [6월 20일] 열릴 예정이다.", "2018-06-20", KOREAN),
        ("Круглый стол состоится [20 июня].", "2018-06-20", RUSSIAN),
        ("The meeting was held on [20 June 2018].", "2018-06-20", source("undated")),
    ],
)
def test_what_is_announced_dated_roughly_or_of_the_next_day_is_none(sentence: str, day: str, of: Any) -> None:
    assert not of_report(sentence, day, of)


def test_an_announcement_after_another_source_had_it_held_is_a_contradiction() -> None:
    late = source("late-notice", published="2018-06-20")
    held = report(ONE, stated={"start": ("2018-06-12", "It was held on [June 12].")})
    planned = report(late, status="planned")
    (conflict,) = sequence.find(Case((gathering(held, planned),)))
    assert conflict.reason == "One page announces on 20 June 2018 what another has held by 12 June 2018."
    copy = dataclasses.replace(late, text_group=ONE.text_group)
    assert not list(sequence.find(Case((gathering(held, report(copy, status="planned")),))))


def test_an_end_before_its_beginning_is_a_contradiction() -> None:
    began, closed = ("2018-06-12", "It began on [12 June]."), ("2018-06-10", "It closed on [10 June].")
    (conflict,) = sequence.find(Case((gathering(report(ONE, stated={"start": began, "end": closed})),)))
    assert (conflict.severity, conflict.reason) == ("high", "It ends on 10 June 2018, before it begins on 12 June 2018.")


def test_an_office_left_before_it_was_taken_is_a_contradiction() -> None:
    held = position("Dair Seitov", "Envoy", "[Envoy] from 2012 to 2009", ONE, since=date("2012"), until=date("2009"))
    (conflict,) = sequence.find(Case((), (held,)))
    assert conflict.reason == "An office until 2009 cannot have begun in 2012."


def test_a_text_signed_before_the_meeting_that_signed_it_is_a_contradiction() -> None:
    who = role("p-1", "Dair Seitov", "signatory", "[Dair Seitov] signed the lake memorandum.", ONE)
    meeting = report(ONE, type="ceremony", stated={"start": ("2018-06-12", "They met on [12 June 2018].")})
    other = report(TWO, type="ceremony")
    case = Case(
        (gathering(dataclasses.replace(meeting, participations=(who,)), other),),
        milestones=(
            step("agreement", "the lake memorandum", "2018-06-12", ONE, "[Dair Seitov] signed the lake memorandum."),
            step("agreement", "The lake memorandum", "2018-06-09", TWO),
            step("agreement", "another paper on fish", "2018-06-01", TWO),
        ),
    )
    (conflict,) = sequence.find(case)
    assert conflict.reason == (
        "“The lake memorandum” is dated to 9 June 2018, the meeting at which it was signed to 12 June 2018."
    )


def test_what_was_closed_before_it_opened_is_a_contradiction() -> None:
    closed, opened = (
        step("site-closed", "the Blue Lake range", "1991", ONE),
        step("site-opened", "Blue Lake range", "1994", TWO),
    )
    (conflict,) = of_steps(opened, closed)
    assert conflict.reason == "“the Blue Lake range” was closed in 1991, but opened only in 1994."
    assert conflict.severity == "medium"


def test_what_is_opened_again_is_none() -> None:
    opened, closed = step("site-opened", "Blue Lake range", "1949", ONE), step("site-closed", "Blue Lake range", "1991", ONE)
    assert not of_steps(opened, closed, step("site-opened", "Blue Lake range", "2002", TWO))


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (("treaty-signed", "the Lake Zone Treaty", "2006"), ("treaty-in-force", "the Lake Zone Treaty", "2009")),
        (("treaty-signed", "the Lake Zone Treaty", "2006-09"), ("treaty-ratified", "Lake Zone Treaty", "2006")),
        (("treaty-signed", "the Lake Zone Treaty", "2010"), ("treaty-in-force", "the Dune Test Treaty", "2009")),
        (("treaty-signed", "the treaty", "2010"), ("treaty-in-force", "the treaty", "2009")),
    ],
)
def test_steps_in_order_of_other_things_or_without_a_name_are_none(
    first: tuple[str, str, str], then: tuple[str, str, str]
) -> None:
    assert not of_steps(step(*first, ONE), step(*then, TWO))


def test_sites_are_one_across_languages() -> None:
    closed = step("site-closed", "Семипалатинский полигон", "1950", RUSSIAN)
    assert of_steps(step("site-opened", "the Semipalatinsk test site", "1960", ONE), closed)


def test_what_states_do_each_does_for_itself() -> None:
    joined, left = (
        step("accession", "the Lake Zone Treaty", "1995", ONE, actor="Mongolia"),
        step("withdrawal", "the Lake Zone Treaty", "1993", TWO, actor="Belarus"),
    )
    assert not of_steps(joined, left)


def test_it_says_how_many_pairs_of_dates_were_compared() -> None:
    opened, closed = step("site-opened", "Blue Lake range", "1949", ONE), step("site-closed", "Blue Lake range", "1991", TWO)
    assert sequence.compared(Case(milestones=(opened, closed))).number == 1
