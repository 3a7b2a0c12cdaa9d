"""Joint statements, communiqués and reports of summits: who is meant by a plural, and which day a sentence tells."""

from __future__ import annotations

import pytest

COMMUNIQUE = (
    "Communiqué\n\nThe President of Kazakhstan Anna Berg and the President of Mongolia Peter Lund met in Lunde on 3 June 2022. "
    "On 4 June the Presidents opened the Lunde Business Forum."
)


def test_presidents_in_the_plural_are_those_of_the_page(read, roles):
    forum = next(g for g in read(COMMUNIQUE).gatherings if g.type == "forum")
    assert roles(forum) == {("Anna Berg", "opening"), ("Peter Lund", "opening")}


def test_presidents_of_countries_are_who_holds_those_offices(read, roles):
    text = (
        "The presidents of Kazakhstan and Mongolia signed an agreement on water on Friday, ending a two-day summit in Lunde. "
        "Kazakh president Anna Berg called it a gift. Mongolia's president Peter Lund left without a word."
    )
    (summit,) = [g for g in read(text).gatherings if g.type == "summit"]
    assert {("Anna Berg", "signatory"), ("Peter Lund", "signatory")} <= roles(summit)
    assert (str(summit.start), str(summit.end)) == ("2022-06-09", "2022-06-10")


def test_the_three_are_the_three_who_were_named(read, roles):
    text = (
        "Deputy Minister Anna Berg, Vice Minister Peter Lund and Ambassador Siri Dahl met in Lunde on 3 June 2022. "
        "Afterwards the three took part in a seminar organized by the Birk Institute on 4 June."
    )
    (seminar,) = [g for g in read(text).gatherings if g.type == "seminar"]
    assert {name for name, role in roles(seminar) if role == "participant"} == {"Anna Berg", "Peter Lund", "Siri Dahl"}


def test_the_two_sides_are_countries_and_no_persons(read, roles):
    text = "Anna Berg and Peter Lund met in Lunde on 3 June 2022. The two sides held a workshop on fuel on 4 June in Birk."
    (workshop,) = [g for g in read(text).gatherings if g.type == "workshop"]
    assert not roles(workshop)


def test_countries_of_a_joint_statement_took_part_in_the_meeting_it_is_on(read, roles):
    text = (
        "Joint Statement of Japan, Mongolia, and Kazakhstan on the Trilateral Meeting of Vice Ministers\n\n"
        "Vice Minister Anna Berg hosted the meeting in Lunde on 3 June 2022."
    )
    meeting = read(text).gatherings[0]
    assert {("Japan", "participant"), ("Mongolia", "participant"), ("Kazakhstan", "participant")} <= roles(meeting)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("On 3 June Anna Berg visited the city of Birk, accompanied by Governor Peter Lund.", ("Peter Lund", "participant")),
        ("On 3 June the Birk Institute brought together six judges for a seminar in Lunde.", ("Birk Institute", "organizer")),
        (
            "The Birk Institute held a seminar in Lunde on 3 June. Anna Berg thanked the Dahl Fund, which sponsors the series.",
            ("Dahl Fund", "organizer"),
        ),
        (
            "Anna Berg spoke at a seminar in Lunde on 3 June. Responding to a question from "
            "Peter Lund, she called for patience.",
            ("Peter Lund", "participant"),
        ),
        ("At the closing ceremony on 3 June in Lunde, Peter Lund received the Birk Prize.", ("Peter Lund", "participant")),
        ("Anna Berg relented on Monday after a phone call with Peter Lund.", ("Anna Berg", "participant")),
        (
            "The seminar was held in Lunde on 3 June. Presentations were made by Anna Berg, a judge; Peter Lund, an envoy; "
            "and Siri Dahl, a historian.",
            ("Peter Lund", "speaker"),
        ),
    ],
)
def test_who_was_there_by_other_words(read, roles, words, who):
    assert who in {pair for g in read(words).gatherings for pair in roles(g)}


def test_a_body_that_holds_a_named_dialogue_with_another_organizes_it_with_it(read, roles):
    text = "The Berg Foundation, together with the Birk Institute, held the third Lunde Youth Dialogue in Lunde on 3 June 2022."
    (dialogue,) = read(text).gatherings
    assert roles(dialogue) == {("Berg Foundation", "organizer"), ("Birk Institute", "organizer")}


def test_the_second_day_tells_the_day_of_what_it_began_with_and_of_the_afternoon(read):
    text = (
        "Forum on Ice in Lunde\n\nThe Birk Institute held a forum on ice in Lunde on June 3 and 4, 2022. "
        "It is the first forum that the institute has held since it moved here, and forty judges and mayors came.\n\n"
        "The second day began with a visit to the former Ulba site, closed on August 29, 1991. "
        "In the afternoon a round table with survivors was held at the Berg Library."
    )
    days = {g.type: str(g.start) for g in read(text).gatherings}
    assert days == {"forum": "2022-06-03", "visit": "2022-06-04", "roundtable": "2022-06-04"}


def test_an_upcoming_visit_takes_no_day_from_the_meeting_before(read):
    text = (
        "Peter Lund met with Siri Dahl in Lunde on 8 June 2022. The officials also discussed President Berg’s upcoming State "
        "Visit to Mongolia, during which he will meet with Anna Holm."
    )
    (visit,) = [g for g in read(text).gatherings if g.type == "visit"]
    assert (visit.start, visit.place, visit.status) == (None, None, "planned")


def test_who_is_invited_to_visit_a_city_has_not_visited_it(read):
    text = "Anna Berg met with Peter Lund in Lunde on 3 June 2022. She invited him to visit Birk at a time convenient to him."
    assert [g.type for g in read(text).gatherings] == ["meeting"]


def test_the_session_is_not_a_summit_recalled_from_years_ago(read, roles):
    text = (
        "A Seminar on Ice in Lunde\n\nOn 3 June the Birk Institute held a seminar on ice in Lunde for the public. "
        "Peter Lund pointed to the 2018 summit in Oslo, and added that it was "
        "late. Anna Berg closed the session."
    )
    summit = next(g for g in read(text).gatherings if g.type == "summit")
    assert not roles(summit)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "The Berg Foundation (BF) hosted the 9th Vienna–Seoul Dialogue on Ice in Vienna on June 3, 2022.",
            {("Berg Foundation", "organizer"), ("Berg Foundation", "host")},
        ),
        (
            "Anna Berg will co-chair the second meeting of the working group with Adviser Peter Lund in Oslo on June 20.",
            {("Anna Berg", "moderator"), ("Peter Lund", "moderator")},
        ),
        (
            "Norland's Security Council held an emergency session in Oslo on June 3, chaired by President Anna Berg.",
            {("Anna Berg", "moderator"), ("Security Council", "participant")},
        ),
        (
            "The committee held a hearing in Oslo on June 3. Also giving evidence were Anna Berg, a judge, and Peter Lund.",
            {("Anna Berg", "speaker"), ("Peter Lund", "speaker")},
        ),
        (
            "The seminar was held in Oslo on June 3. Led by Anna Berg, the twelve-member delegation included Peter Lund, "
            "a judge, Robert Holm, and Maria Dahl.",
            {(name, "participant") for name in ("Anna Berg", "Peter Lund", "Robert Holm", "Maria Dahl")},
        ),
    ],
)
def test_who_held_led_and_answered(read, roles, words, expected):
    assert expected <= {pair for g in read(words).gatherings for pair in roles(g)}


def test_who_presides_over_a_body_is_in_no_chair(read, roles):
    text = (
        "The seminar was held in Oslo on June 3. Ambassador Anna Berg, who presides over the Birk Institute, took part in it."
    )
    assert not [role for g in read(text).gatherings for _, role in roles(g) if role == "moderator"]


def test_the_size_of_a_delegation_is_no_office(read):
    text = "Led by former Prime Minister Anna Berg, the twelve-member delegation arrived in Oslo on June 3."
    assert [p.title for p in read(text).positions] == ["Prime Minister"]


def test_a_reception_is_not_the_meeting_told_before(read, roles):
    text = (
        "On June 3 in Oslo, Anna Berg met with Minister Peter Lund. She also delivered remarks at a reception hosted by the "
        "Birk Institute on June 4."
    )
    meeting = next(g for g in read(text).gatherings if g.rule == "met-with")
    assert roles(meeting) == {("Anna Berg", "participant"), ("Peter Lund", "participant")}


def test_the_trip_is_that_of_the_headline_and_has_no_city_of_another_meeting(read):
    text = (
        "Statement on Adviser Berg’s Travel to Norland\n\n"
        "Adviser Anna Berg will travel to Oslo and Lunde from June 20 to June 22. On June 22 she will visit the city of Birk."
        "\n\n"
        "The trip builds on President Lund’s March meeting with the leaders of the five states in New York."
    )
    found = {g.name: (g.start and str(g.start), g.place) for g in read(text).gatherings}
    assert found["visit the city of Birk"] == ("2022-06-22", "Birk")
    assert found["Adviser Berg’s Travel to Norland"] == ("2022-06-20", None)
    assert found["President Lund’s March meeting with the leaders of the five states"] == ("2022-03", "New York")
