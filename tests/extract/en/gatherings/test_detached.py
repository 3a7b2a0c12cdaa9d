from __future__ import annotations

import pytest

NEWS = "News of the week\n\n"
BOTH = {("Jana Molnar", "participant"), ("Piet Haas", "participant")}


@pytest.mark.parametrize(
    "words",
    [
        "A meeting took place in Lunde on 3 June between Foreign Minister Jana Molnar and Minister Piet Haas.",
        "A telephone conversation was held on 3 June between Foreign Minister Jana Molnar and Minister Piet Haas.",
        "Foreign Minister Jana Molnar received a phone call from Minister Piet Haas on 3 June.",
        "Foreign Minister Jana Molnar placed a call to Minister Piet Haas on 3 June.",
    ],
)
def test_parties_stand_behind_the_verb_too(read, roles, words):
    assert roles(read(NEWS + words).gatherings[0]) >= BOTH


@pytest.mark.parametrize(
    "words",
    [
        "President Olav Lind gave a reception in honour of Minister Piet Haas in Lunde on 3 June.",
        "A dinner was given by President Olav Lind in honour of Minister Piet Haas in Lunde on 3 June.",
        "President Olav Lind hosted a banquet for Minister Piet Haas in Lunde on 3 June.",
    ],
)
def test_who_gives_a_meal_is_host_and_whom_it_honours_is_there(read, roles, words):
    meal = read(NEWS + words).gatherings[0]
    assert meal.type == "other"
    assert {("Olav Lind", "host"), ("Piet Haas", "participant")} <= roles(meal)


def test_a_meal_with_somebody_is_a_meeting(read, roles):
    lunch = read(NEWS + "Minister Jana Molnar had lunch with Minister Piet Haas on 3 June.").gatherings[0]
    assert lunch.type == "meeting"
    assert roles(lunch) == BOTH


@pytest.mark.parametrize(
    ("words", "who", "role"),
    [
        ("In her address to a seminar in Lunde on 3 June, Jana Molnar called for restraint.", "Jana Molnar", "speaker"),
        ("The Solvik Institute was the host of a seminar in Lunde on 3 June.", "Solvik Institute", "host"),
        ("The signing of the memorandum by Piet Haas took place in Lunde on 3 June.", "Piet Haas", "signatory"),
        ("The Solvik plant was visited by Minister Piet Haas on 3 June.", "Piet Haas", "participant"),
        ("Piet Haas signed an agreement with Director Ona Reyes in Lunde on 3 June.", "Ona Reyes", "signatory"),
    ],
)
def test_roles_apart_from_the_noun(read, roles, words, who, role):
    assert (who, role) in roles(read(NEWS + words).gatherings[0])


@pytest.mark.parametrize(
    ("words", "group"),
    [
        ("The seminar in Lunde on 3 June was attended by diplomats, envoys and scholars.", "diplomats, envoys and scholars"),
        ("The seminar in Lunde on 3 June brought together some 40 diplomats and scholars.", "diplomats and scholars"),
        ("Scholars from ten countries gathered in Lunde on 3 June for a seminar.", "Scholars from ten countries"),
        ("Minister Piet Haas met with families of the victims in Lunde on 3 June.", "families of the victims"),
        ("Minister Piet Haas received a delegation of lawmakers in Lunde on 3 June.", "delegation of lawmakers"),
    ],
)
def test_groups_without_a_name_take_part(read, roles, words, group):
    there = {(who.removeprefix("="), role) for who, role in roles(read(NEWS + words).gatherings[0])}
    assert (group, "participant") in there


@pytest.mark.parametrize(
    "words",
    [
        "The seminar in Lunde on 3 June was attended by many people.",
        "The Session with Young Leaders was held in Lunde on 3 June.",
    ],
)
def test_people_of_whom_nothing_is_told_are_no_group(read, words):
    assert not [p for p in read(NEWS + words).gatherings[0].participations if p.role == "participant"]
