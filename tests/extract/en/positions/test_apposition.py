"""Offices behind the name of their holder."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Ivar Holm of Lunde University, a specialist on missile technology, said so.",
            ("specialist on missile technology", "current"),
        ),
        (
            "Siri Dahl, who was Norland's High Commissioner in New Delhi then, argued so.",
            ("High Commissioner in New Delhi", "former"),
        ),
    ],
)
def test_an_office_behind_a_name(positions_in, text: str, office: tuple[str, str]):
    assert office in [(one.title, one.status) for one in positions_in(text)]


def test_an_office_that_is_the_next_subject_is_not_that_of_the_name_before(positions_in):
    found = positions_in("With Foreign Minister Ivar Holm, the Deputy Secretary discussed the zone.")
    assert [one.title for one in found] == ["Foreign Minister"]


def test_entries_of_a_list_keep_their_offices_apart(positions_in):
    text = "Guests were Siri Dahl, President of Ulba Council; Ana Perez, Director of Birk Centre; and Professor Ivar Holm."
    told = [(one.person.name, one.title) for one in positions_in(text)]
    assert told == [("Siri Dahl", "President"), ("Ana Perez", "Director"), ("Ivar Holm", "Professor")]


def test_who_leads_a_team_of_a_body_does_not_lead_the_body(positions_in):
    assert positions_in("The reactor was inspected by a team of the Ulba Agency led by Ivar Holm.") == ()


def test_an_oath_gives_an_office(positions_in):
    found = positions_in("Vice President Lena Whitlow swore in Ruth Okoro as Special Envoy for Safeguards.")
    assert ("Ruth Okoro", "Special Envoy for Safeguards") in [(one.person.name, one.title) for one in found]


def test_two_offices_that_a_dash_joins_are_one_persons(positions_in):
    found = positions_in(
        "Vasil Dorn, President of the Ulba Foundation, and Deputy Prime Minister – Minister of Ecology Erik Aas spoke."
    )
    assert [(p.person.name, p.title) for p in found] == [
        ("Vasil Dorn", "President"),
        ("Erik Aas", "Deputy Prime Minister"),
        ("Erik Aas", "Minister of Ecology"),
    ]


def test_a_counterpart_whose_own_office_is_told_is_lent_none(positions_in):
    found = positions_in(
        "U.S. Secretary of State Helen Kestrel spoke with her Norwegian counterpart, Erik Aas.\n\n"
        "Aas, 51, was named foreign minister in September 2021."
    )
    assert [(p.person.name, p.title) for p in found] == [
        ("Helen Kestrel", "Secretary of State"),
        ("Erik Aas", "foreign minister"),
    ]


def test_who_could_act_as_a_mediator_is_not_named_behind_it(positions_in):
    assert positions_in("Asked whether the town could act as a mediator, Anna Berg replied that it could.") == ()


def test_a_city_that_ends_like_a_ruler_is_no_office(positions_in):
    found = positions_in("On 12 March 2021 in Nur-Sultan, Minister of Foreign Affairs Erik Aas met with Ambassador Anna Berg.")
    assert [p.title for p in found] == ["Minister of Foreign Affairs", "Ambassador"]
