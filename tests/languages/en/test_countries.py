from __future__ import annotations

import pytest

from onrecord.languages.en import countries


@pytest.mark.parametrize(
    ("words", "name"),
    [("ROK", "South Korea"), ("the DPRK", "North Korea"), ("Democratic People’s Republic of Korea", "North Korea"),
     ("U.S.", "United States"), ("Republic of Kazakhstan", "Kazakhstan"), ("USSR", "Soviet Union")],
)  # fmt: skip
def test_a_country_is_known_by_its_other_names(words, name):
    assert countries.by_name(words).name == name


@pytest.mark.parametrize(
    ("words", "name"), [("Kazakh", "Kazakhstan"), ("South Korean", "South Korea"), ("Poles", None), ("Uzbeks", "Uzbekistan")]
)
def test_adjectives_and_demonyms_lead_to_the_country(words, name):
    found = countries.by_adjective(words)
    assert (found.name if found else None) == name


def test_case_counts():
    assert countries.by_name("us") is None
    assert countries.by_adjective("polish") is None


def test_historic_states_are_marked():
    assert countries.by_name("Czechoslovakia").historic
    assert not countries.by_name("Czechia").historic


def test_names_codes_and_columns_are_whole():
    table = countries.countries()
    assert len({one.code for one in table}) == len(table) > 190
    assert all(one.name and one.name == one.name.strip() for one in table)


def test_a_capital_stands_for_its_government():
    assert countries.by_capital("Pyongyang").name == "North Korea"


def test_places_that_only_sound_like_a_country_are_told_by_their_words():
    assert countries.no_country(["New", "Mexico", "and", "Ohio"]) == 2
    assert countries.no_country(["New", "South", "Wales"]) == 3
    assert countries.no_country(["New", "Zealand"]) == countries.no_country([]) == 0
