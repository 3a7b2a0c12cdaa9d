"""Reports of several days: the day and the town that a paragraph tells hold for what it tells further on."""

from __future__ import annotations

import pytest

_JOURNEY = "Envoy Anna Berg paid a working visit to Norland on 2–5 May 2022. "


def _settings(extract):
    return {g.name: (str(g.start) if g.start else None, g.place) for g in extract.gatherings}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "On 3 May the delegation travelled to Lunde. A meeting with Governor Peter Lund took place in the afternoon.",
            "meeting with Governor Peter Lund",
            ("2022-05-03", "Lunde"),
        ),
        (
            "On 3 May she met with Mayor Jan Holm in Oslo. She also visited the Ulba Institute and spoke to its staff.",
            "visited the Ulba Institute",
            ("2022-05-03", "Oslo"),
        ),
        (
            "On 4 May, Envoy Berg was briefed on the bank, which has stored fuel since 17 October 2019. In the afternoon she "
            "met with Mayor Jan Holm.",
            "met with Mayor Jan Holm",
            ("2022-05-04", None),
        ),
        (
            "On 4 May she opened a seminar in Lunde. The businessmen of both countries will have a forum in the Hotel Ulba.",
            "forum",
            (None, "Lunde"),
        ),
        (
            "On the last day of the visit, Envoy Berg hosted a reception in Oslo for the delegation.",
            "reception",
            ("2022-05-05", "Oslo"),
        ),
    ],
)
def test_what_follows_keeps_the_day_and_the_town(read, text, name, expected):
    assert _settings(read(_JOURNEY + "\n\n" + text, None))[name] == expected


def test_another_paragraph_leaves_the_month(read):
    text = f"{_JOURNEY}\n\nOn 3 May she met with Mayor Jan Holm in Oslo.\n\nShe held talks with Minister Eva Dahl."
    assert _settings(read(text, None))["talks with Minister Eva Dahl"] == ("2022-05", None)


def test_a_house_that_is_shown_on_a_journey_is_a_visit_of_its_own(read):
    text = f"{_JOURNEY}\n\nOn 2 May she visited the Birk Research Institute in Oslo."
    names = [g.name for g in read(text, None).gatherings]
    assert names == ["working visit to Norland", "visited the Birk Research Institute in Oslo"]


def test_that_evening_is_not_that_of_a_visit_to_come(read):
    text = (
        "Adviser Anna Berg met with Adviser Peter Lund on June 3 to prepare for President Dahl's visit on June 29. That "
        "evening Vice President Eva Holm welcomed the delegations to a reception at Birk House."
    )
    assert _settings(read(text))["reception"][0] == "2022-06-03"


def test_a_wreath_is_laid_on_its_day(read, roles):
    found = read("On 17 September 2022 President Anna Berg will lay a wreath at the memorial in Lunde.").gatherings
    assert [(g.type, str(g.start), roles(g)) for g in found] == [
        ("ceremony", "2022-09-17", {("Anna Berg", "participant")}),
    ]


def test_a_wreath_without_a_day_is_part_of_what_is_told_around_it(read):
    assert not read("The delegation laid a wreath at the memorial.").gatherings


def test_the_visit_is_that_of_which_one_day_is_told(read):
    text = f"{_JOURNEY}\n\nThe visit culminated in Oslo on 5 May."
    assert [(str(g.start), str(g.end)) for g in read(text, None).gatherings] == [("2022-05-02", "2022-05-05")]


def test_a_body_sends_its_delegation_and_somebody_leads_it(read, roles):
    text = "A delegation of the Birk Centre, headed by Director Anna Berg, visited Oslo on 3 May 2022."
    assert roles(read(text).gatherings[0]) == {("Birk Centre", "participant"), ("Anna Berg", "participant")}


def test_a_delegation_that_is_welcomed_in_a_town_meets_who_welcomes_it(read, roles):
    found = read("On Monday, 2 May 2022, the delegation was welcomed in Oslo by Minister Eva Dahl.").gatherings
    assert [(g.type, g.place) for g in found] == [("meeting", "Oslo")]
    assert ("Eva Dahl", "host") in roles(found[0])


def test_those_who_hold_a_press_conference_speak(read, roles):
    text = "President Anna Berg and Minister Jan Holm held a joint press conference in Oslo on 3 May 2022."
    assert roles(read(text).gatherings[0]) == {("Anna Berg", "speaker"), ("Jan Holm", "speaker")}


def test_who_testifies_speaks(read, roles):
    text = "Director Anna Berg will testify before the Committee on Fuel on June 21, 2022."
    assert roles(read(text).gatherings[0]) == {("Anna Berg", "speaker")}


def test_the_listening_session_of_the_headline_is_told_in_the_first_sentence(read):
    text = (
        "Readout of Listening Session on the Future of Fuel\n\nMay 16, 2022\n\nYesterday, the Birk Office hosted a listening "
        "session with students on the lives of young experts. Director Anna Berg opened the session."
    )
    assert [str(g.start) for g in read(text, "2022-05-16").gatherings] == ["2022-05-15"]
