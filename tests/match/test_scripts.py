"""Persons and occasions told in several scripts."""

from __future__ import annotations

import pytest

from onrecord.languages.cities import one_city
from onrecord.match.persons import Person, judge, prepared
from onrecord.model.resolution import PersonSighting


def sighting(key: str, *names: str) -> Person:
    return prepared(key, [PersonSighting(key, f"page {key}", names)])


@pytest.mark.parametrize(
    ("a", "b"),
    [("Ryu Min-gyeong", "류민경"), ("Hwangbo Seo-yun", "황보서윤"), ("Timur Abenov", "Тимур Абенов"), ("Tae-il Ok", "옥태일")],
)
def test_a_full_name_set_in_another_script_is_the_same_name(a: str, b: str):
    link = judge(sighting("a", a), sighting("b", b))
    assert link is not None
    assert link.verdict == "same"
    assert any("two scripts" in reason for reason in link.reasons)


@pytest.mark.parametrize(("a", "b"), [("Ryu Min-gyeong", "류민정"), ("Timur Abenov", "Тимур Абишев")])
def test_another_name_in_another_script_is_not(a: str, b: str):
    link = judge(sighting("a", a), sighting("b", b))
    assert link is None or link.verdict != "same"


def test_cities_are_known_in_three_scripts():
    assert one_city("Astana", "아스타나")
    assert one_city("Астана", "아스타나")
    assert one_city("Nur-Sultan", "Astana")
    assert one_city("Benghazi", "벵가지")
    assert not one_city("Busan", "아스타나")
