from __future__ import annotations

import pytest

from onrecord.languages.distance import kilometres
from onrecord.languages.sites import sites_in


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Astana", "Nur-Sultan"),
        ("АСТАНА", "Астане"),
        ("아스타나", "Astana"),
        ("Almaty, Kazakhstan", "Almaty"),
        ("Astana", "Kazakhstan"),
    ],
)
def test_names_of_one_place_are_no_distance_apart(a: str, b: str) -> None:
    assert kilometres(a, b) == 0


def test_distances_are_those_of_the_map() -> None:
    found = kilometres("Сеуле", "Astana")
    assert found is not None
    assert 4400 < found < 4700
    assert found == kilometres("Astana", "서울")


def test_of_cities_of_one_name_the_nearest_is_meant() -> None:
    found = kilometres("Cambridge", "London")
    assert found is not None
    assert found < 100


def test_a_place_that_is_not_known_has_no_distance() -> None:
    assert kilometres("Lake Hotel", "London") is None


@pytest.mark.parametrize(
    "text",
    [
        "at the Semipalatinsk test site",
        "на Семипалатинском полигоне",
        "세미팔라틴스크 핵실험장에서",
        "in Semey",
        "в Семипалатинске",
    ],
)
def test_a_site_is_known_in_every_language_and_case(text: str) -> None:
    assert sites_in(text) == {"Semey"}
