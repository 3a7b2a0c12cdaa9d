"""Offices in lists of several persons, and offices that stand for another: each is told of the one who holds it."""

from __future__ import annotations

import pytest

from onrecord import extract_text


def _held(text: str) -> set[tuple[str, str, str | None, str | None]]:
    found = extract_text(text, language="en").positions
    return {(p.person.name, p.title, p.organization.name if p.organization else None, p.country) for p in found}


def test_each_office_of_a_list_behind_the_names_is_of_the_name_before_it():
    held = _held(
        "Heads of the delegations are Li Wen, Chinese vice-foreign minister, Dan Roth, assistant US secretary of state for "
        "East Asian and Pacific Affairs, Ivan Petrov, Russian deputy foreign minister, and Ken Mori, director-general for "
        "Asian and Oceanian Affairs Bureau of the Foreign Ministry of Japan."
    )
    assert ("Dan Roth", "assistant US secretary of state for East Asian and Pacific Affairs", None, "United States") in held
    assert ("Ivan Petrov", "deputy foreign minister", None, "Russia") in held
    assert ("Ken Mori", "director-general", "Asian and Oceanian Affairs Bureau of the Foreign Ministry", "Japan") in held


def test_an_office_of_a_country_between_two_names_is_of_the_one_without_an_office():
    held = _held(
        "Foreign Minister Taro Mori, South Korea’s top diplomat, Min Oh, and Secretary of State Dan Roth met on Monday."
    )
    assert ("Min Oh", "diplomat", None, "South Korea") in held
    assert {title for name, title, _, _ in held if name == "Taro Mori"} == {"Foreign Minister"}


def test_semicolons_part_offices_before_their_names():
    held = _held(
        "The South Korean head of nuclear negotiations, Min Oh; the director general for Asian affairs of the Japanese foreign "
        "ministry, Taro Mori; and the US envoy, Dan Roth, held a meeting on Friday."
    )
    assert ("Taro Mori", "director general for Asian affairs", "Japanese foreign ministry", None) in held
    assert {title for name, title, _, _ in held if name == "Min Oh"} == {"head of nuclear negotiations"}


def test_counterparts_of_two_countries_are_named_in_their_order():
    held = _held("South Korea’s Foreign Minister Min Oh and his U.S. and Japanese counterparts Dan Roth and Taro Mori met.")
    assert {(name, country) for name, _, _, country in held} == {
        ("Min Oh", "South Korea"),
        ("Dan Roth", "United States"),
        ("Taro Mori", "Japan"),
    }


@pytest.mark.parametrize(
    ("words", "title", "body"),
    [
        ("The minister and Dan Roth, the US president’s special envoy for Asia, met.", "special envoy for Asia", None),
        (
            "Special Representative of the UN Secretary-General, Head of the Lunde Centre, Dan Roth, took part in it.",
            "Special Representative of the UN Secretary-General",
            "UN",
        ),
        (
            "Director of the Lunde Institute of the Birk Academy under the President of Kazakhstan Dr. Dan Roth moderated it.",
            "Director",
            "Lunde Institute of the Birk Academy",
        ),
        (
            "Director of Asia and Africa Department of the Ministry of Foreign Affairs of Kazakhstan Dan Roth outlined it.",
            "Director",
            "Asia and Africa Department of the Ministry of Foreign Affairs of Kazakhstan",
        ),
    ],
)
def test_the_office_of_another_is_not_his_whose_it_is_not(words, title, body):
    held = {(held, of) for name, held, of, _ in _held(words) if name == "Dan Roth"}
    assert (title, body) in held
    assert not {held for held, _ in held} & {"president", "President", "Secretary-General"}


@pytest.mark.parametrize(
    ("words", "title", "body"),
    [
        ("Dan Roth, president of the U.S.-based National Foundation, disagreed.", "president", "National Foundation"),
        (
            "Dan Roth is a coordinator for Security Council sanctions.",
            "coordinator for Security Council sanctions",
            None,
        ),
        ("The agency quoting Norlandic minister Dan Roth as saying so was late.", "minister", None),
        ("LUNDE. BIRKPRESS Rep. Dan Roth released a statement on the treaty on Monday.", "Rep.", None),
    ],
)
def test_a_body_beside_an_office_is_its_own_only_where_it_is_what_the_office_is_of(words, title, body):
    assert {(held, of) for _, held, of, _ in _held(words)} == {(title, body)}
