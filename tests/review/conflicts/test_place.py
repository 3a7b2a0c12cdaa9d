from __future__ import annotations

import pytest
from tests.made.records import gathering, report, source

from onrecord.review.conflicts import Case, find_conflicts


def found(one, other, **fields):
    reports = [
        report(source(name, language=_language(place)), stated={"place": (place, f"They met in [{place}].")}, **fields)
        for name, place in zip("ab", (one, other), strict=True)
    ]
    return find_conflicts(Case((gathering(*reports),)))


def _language(words):
    return "ru" if any("а" <= char <= "я" for char in words) else "ko" if any("가" <= char <= "힣" for char in words) else "en"


def test_two_cities_for_one_occasion_are_a_contradiction():
    (conflict,) = found("Kurchatov", "Semey")
    assert (conflict.kind, conflict.severity) == ("place", "medium")
    assert conflict.reason == "Sources put one occasion in Kurchatov and Semey."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Astana", "Nur-Sultan"),
        ("Almaty", "Alma-Ata"),
        ("Seoul", "서울"),
        ("АСТАНА", "Астане"),
        ("Kazakhstan", "Almaty"),
        ("Almaty, Kazakhstan", "Almaty"),
        ("the Lake Hotel in Almaty", "Almaty"),
        ("Semey Region", "Семей"),
    ],
)
def test_two_names_of_one_place_are_none(one, other):
    assert not found(one, other)


def test_a_venue_that_both_name_settles_it():
    assert not found("the old town", "Almaty", venue="Lake Hotel")


@pytest.mark.parametrize(("house", "town"), [("музее «Полигон»", "Семее"), ("Steppe Library", "Astana"), ("새솔회관", "서울")])
def test_a_house_may_stand_in_the_town_that_the_other_names(house: str, town: str):
    assert not found(house, town)


def test_two_houses_are_a_contradiction():
    assert [conflict.kind for conflict in found("Lake Hotel", "Steppe Library")] == ["place"]


def test_a_sentence_that_names_the_other_place_as_well_settles_it():
    one = report(source("a"), stated={"place": ("House of Friendship", "They met in the [House of Friendship] in Almaty.")})
    other = report(source("b"), stated={"place": ("Almaty", "They met in [Almaty].")})
    assert not find_conflicts(Case((gathering(one, other),)))


def test_online_and_in_person_contradict_each_other_and_hybrid_neither():
    def forms(one, other):
        reports = [report(source(name), format=form) for name, form in zip("ab", (one, other), strict=True)]
        return [conflict.kind for conflict in find_conflicts(Case((gathering(*reports),)))]

    assert forms("online", "in-person") == ["format"]
    assert forms("online", "hybrid") == []
    assert forms("online", "unknown") == []


def test_two_known_cities_in_two_languages_are_as_much_of_one():
    (conflict,) = found("Осаке", "도쿄")
    assert conflict.severity == "medium"


def test_the_names_of_houses_in_two_languages_are_not_set_against_each_other():
    assert not found("Lake Theatre", "호수극장")
    assert found("Lake Theatre", "River Museum")
