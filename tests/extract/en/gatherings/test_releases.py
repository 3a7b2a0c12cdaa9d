"""Occasions in press releases and short news: who met, when a past one was, who spoke at a press conference."""

from __future__ import annotations

import pytest

from onrecord import extract_text

HEAD = "News of the week\n\nMonday, June 13, 2022\n\n"


def roles(text):
    made = extract_text(HEAD + text, language="en")
    named = {(getattr(p.who, "name", None) or p.who.words, p.role, g.type) for g in made.gatherings for p in g.participations}
    return named, [(g.type, str(g.start)) for g in made.gatherings]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "We, the leaders of the United States of America, Japan, and the Republic of Korea, met at Camp David on May 18.",
            {("United States of America", "participant"), ("Japan", "participant"), ("Republic of Korea", "participant")},
        ),
        (
            "Chief executive Rolf Ebel rejected the accusations at a press conference in Hamburg yesterday.",
            {("Rolf Ebel", "speaker")},
        ),
        (
            "Prime Minister Oren Halb visited Tyre on Friday together with Interior Minister Samir Boul.",
            {("Oren Halb", "participant"), ("Samir Boul", "participant")},
        ),
    ],
)
def test_who_was_there(text, told):
    found, _ = roles(text)
    assert told <= {(who, role) for who, role, _ in found}


def test_who_also_attended_was_at_the_meeting_and_not_at_the_session_beside_it():
    found, _ = roles(
        "Vice President Rena Solis met with Foreign Secretary Ada Nwosu today on the margins of the 76th session of the United "
        "Nations General Assembly. Ambassador Philip Crane also attended."
    )
    assert ("Philip Crane", "participant", "meeting") in found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Fourteen years after the first Nuclear Security Summit in Lunde, the ministry has new plans.", ("summit", "2008")),
        (
            "From 2012 to 2016, Anna Berg served as envoy, and led the Norland delegation to the 2015 NPT Review Conference.",
            ("session", "2015"),
        ),
    ],
)
def test_the_year_of_a_past_occasion_is_the_one_told_of_it(text, told):
    assert told in roles(text)[1]


@pytest.mark.parametrize(
    "text",
    [
        "Norland fired two missiles on Friday. It was the thirteenth such launch this year.",
        "The convention for southern seas will enter into force in January.",
    ],
)
def test_launches_of_missiles_and_treaties_are_no_occasions(text):
    assert not extract_text(HEAD + text, language="en").gatherings
