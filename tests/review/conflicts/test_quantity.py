from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from tests.made.records import ONE, TWO, source, statement

from onrecord.review.conflicts import Case, quantity

RUSSIAN = source("stepnaya-gazeta", published="2018-06-16", language="ru")


def said(sentence: str, of: Any) -> Any:
    return statement("Dair Seitov", sentence, f"[{sentence}]", of)


def found(*sentences: tuple[str, Any]) -> list[Any]:
    return list(quantity.find(Case(statements=tuple(said(*one) for one in sentences))))


def test_different_numbers_of_one_thing_are_a_contradiction() -> None:
    (conflict,) = found(("Mongolia inherited 120 nuclear warheads.", ONE), ("Mongolia inherited 150 nuclear warheads.", TWO))
    assert (conflict.kind, conflict.severity, conflict.title) == ("quantity", "high", "warheads: Mongolia")
    assert conflict.reason == (
        "Sources give different numbers for one quantity: “120 nuclear warheads” and “150 nuclear warheads”."
    )
    assert [side.evidence.sentence for side in conflict.sides] == [
        "Mongolia inherited 120 nuclear warheads.",
        "Mongolia inherited 150 nuclear warheads.",
    ]


def test_numbers_are_compared_across_languages() -> None:
    (conflict,) = found(("Mongolia inherited 120 warheads.", ONE), ("Монголия унаследовала 150 боеголовок.", RUSSIAN))
    assert [side.value for side in conflict.sides] == ["120 warheads", "150 боеголовок"]


def test_a_number_that_is_not_exact_is_less_severe() -> None:
    (conflict,) = found(("Mongolia inherited about 120 warheads.", ONE), ("Mongolia inherited 150 warheads.", TWO))
    assert conflict.severity == "medium"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mongolia inherited about 120 warheads.", "Mongolia inherited 125 warheads."),
        ("Mongolia inherited more than 100 warheads.", "Mongolia inherited 120 warheads."),
        ("Mongolia inherited 120 warheads.", "Mongolia dismantled 90 warheads."),
        ("Mongolia inherited 120 warheads.", "Belarus inherited 90 warheads."),
        ("Mongolia inherited 120 warheads.", "Mongolia inherited 90 missiles."),
        ("Mongolia conducted 50 underground tests.", "Mongolia conducted 20 atmospheric tests."),
        ("In 1993 Mongolia removed 50 warheads.", "In 1994 Mongolia removed 70 warheads."),
        ("It inherited 120 warheads.", "It inherited 90 warheads."),
        ("Mongolia inherited 120 warheads.", "Mongolia inherited 120 warheads from the Soviet Union."),
    ],
)
def test_numbers_that_agree_or_are_of_other_things_are_none(one: str, other: str) -> None:
    assert not found((one, ONE), (other, TWO))


def test_partners_of_a_transfer_do_not_part_what_is_one() -> None:
    assert found(("Mongolia removed 120 warheads to Russia.", ONE), ("Mongolia removed 90 warheads.", TWO))


def test_a_copy_is_no_second_voice() -> None:
    copy = dataclasses.replace(TWO, text_group=ONE.text_group)
    assert not found(("Mongolia inherited 120 warheads.", ONE), ("Mongolia inherited 90 warheads.", copy))


def test_it_says_how_many_quantities_two_sources_give() -> None:
    case = Case(statements=(said("Mongolia inherited 120 warheads.", ONE), said("Mongolia inherited 120 warheads.", TWO)))
    assert quantity.compared(case).number == 1
