"""Occasions as short news tells them: briefings, calls, marches, signings, talks that break off."""

from __future__ import annotations

import pytest

NEWS = "Notes of the week\n\n2022-06-12\n\nSunday, June 12, 2022\n\nThe weather in Lunde was fine.\n\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Talks between Norland and Sudria broke off on Friday in Lunde after three days.",
            ("talks", "2022-06-08", "2022-06-10", "Lunde"),
        ),
        (
            "Talks on reviving the 2015 fuel accord were suspended on Friday after five days.",
            ("talks", "2022-06-06", "2022-06-10", None),
        ),
        (
            "Envoy Mira Talgat held consultations in Oslo last Thursday and Friday with Karl Weiss.",
            ("talks", "2022-06-09", "2022-06-10", "Oslo"),
        ),
        ("Minister Olga Petrova appeared before reporters in Oslo on Friday.", ("briefing", "2022-06-10", None, "Oslo")),
        ("The sitting on Tuesday was chaired by Speaker Olga Petrova.", ("session", "2022-06-07", None, None)),
        ("Activists took to the streets of Oslo on Saturday to demand a ban.", ("other", "2022-06-11", None, "Oslo")),
        (
            "Participants in a round table held in Oslo said on Tuesday that the law is old.",
            ("roundtable", "2022-06-07", None, "Oslo"),
        ),
        (
            "Experts will travel to Oslo next April for the conference of the parties, the last of which ended on May 22.",
            ("conference", "2023-04", None, "Oslo"),
        ),
    ],
)
def test_an_occasion_has_its_days_and_its_place(read, sentence, expected):
    found = next(g for g in read(NEWS + sentence, None).gatherings if g.type == expected[0])
    assert (found.type, str(found.start), found.end and str(found.end), found.place) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "President Olga Petrova congratulated Karl Weiss by telephone on Friday.",
            {("Olga Petrova", "participant"), ("Karl Weiss", "participant")},
        ),
        (
            "Minister Olga Petrova had a brief exchange with her colleague, Karl Weiss, in Oslo on Saturday.",
            {("Olga Petrova", "participant"), ("Karl Weiss", "participant")},
        ),
        (
            "Under a deal signed on Wednesday by Ministers Olga Petrova and Karl Weiss, the mine will close.",
            {("Olga Petrova", "signatory"), ("Karl Weiss", "signatory")},
        ),
        (
            "A seminar in Oslo on Friday was convened by the Centre for Steppe Ecology and the Ulba Foundation.",
            {("Centre for Steppe Ecology", "organizer"), ("Ulba Foundation", "organizer")},
        ),
    ],
)
def test_who_was_there(read, roles, sentence, expected):
    assert expected <= roles(read(NEWS + sentence, None).gatherings[0])


def test_a_march_to_protest_and_its_rally_are_one(read):
    text = (
        "On Saturday, about 900 people marched through Oslo to protest against the mine.\n\n"
        "Erik Sand, mayor of Lunde, told the rally that his council had voted."
    )
    assert [g.type for g in read(NEWS + text, None).gatherings] == ["other"]


def test_a_sentence_that_says_which_summit_it_was_tells_of_no_other(read):
    text = (
        "The presidents of Norland and Sudria met on Friday in Oslo for a summit.\n\n"
        "It was the third summit of the two, after those of 2000 and 2007."
    )
    assert [(str(g.start), g.place) for g in read(NEWS + text, None).gatherings] == [("2022-06-10", "Oslo")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Commissioner Olga Petrova, speaking in Oslo, said that the plan was sound.",
        "In the course of the day the council of Oslo voted on the budget.",
    ],
)
def test_words_of_where_and_when_are_no_occasion(read, sentence):
    assert read(NEWS + sentence, None).gatherings == ()
