from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from tests.made.records import ONE, TWO, gathering, report, role

from onrecord.review.conflicts import Case, two_places

WHO = "p-Dair Seitov"


def occasion(place: str, of: Any, *, day: str = "2018-06-12", part: str = "speaker", **fields: Any) -> Any:
    made = report(of, stated={"start": (day, f"On [{day}] they met."), "place": (place, f"They met in [{place}].")}, **fields)
    who = role(WHO, "Dair Seitov", part, f"[Dair Seitov] spoke in {place}.", of)
    return gathering(dataclasses.replace(made, participations=(who,)))


def found(*occasions: Any) -> list[Any]:
    return list(two_places.find(Case(occasions)))


def test_a_person_far_apart_on_one_day_is_a_contradiction() -> None:
    (conflict,) = found(occasion("Astana", ONE), occasion("Seoul", TWO))
    assert (conflict.kind, conflict.severity, conflict.subject) == ("two-places", "medium", WHO)
    assert conflict.reason == "Sources have Dair Seitov in Astana and in Seoul, some 4,500 km apart, on 12 June 2018."
    assert [side.evidence.sentence for side in conflict.sides] == [
        "Dair Seitov spoke in Astana.",
        "Dair Seitov spoke in Seoul.",
    ]


@pytest.mark.parametrize(("place", "severity"), [("Tashkent", "low"), ("Washington, D.C.", "high")])
def test_the_distance_says_how_severe_it_is(place: str, severity: str) -> None:
    (conflict,) = found(occasion("Astana", ONE), occasion(place, TWO))
    assert conflict.severity == severity


@pytest.mark.parametrize(
    ("place", "fields"),
    [
        ("Nur-Sultan", {}),
        ("Almaty", {}),
        ("Kazakhstan", {}),
        ("Seoul", {"day": "2018-06-13"}),
        ("Seoul", {"format": "online"}),
        ("Seoul", {"format": "hybrid"}),
        ("Seoul", {"type": "call"}),
        ("Seoul", {"status": "planned"}),
        ("Seoul", {"end": "2018-06-14"}),
        ("Seoul", {"part": "organizer"}),
        ("Seoul", {"day": "2018-06-12?"}),
        ("Lake Hotel", {}),
    ],
)
def test_what_can_be_attended_or_need_not_be_is_none(place: str, fields: dict[str, Any]) -> None:
    assert not found(occasion("Astana", ONE), occasion(place, TWO, **fields))


def test_one_source_and_its_copy_are_one_voice() -> None:
    copy = dataclasses.replace(TWO, text_group=ONE.text_group)
    assert not found(occasion("Astana", ONE), occasion("Seoul", copy))


def test_it_says_how_many_pairs_were_compared() -> None:
    assert two_places.compared(Case((occasion("Astana", ONE), occasion("Almaty", TWO)))).number == 1
