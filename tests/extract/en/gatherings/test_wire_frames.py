"""How agencies and institutes tell of meetings: who was thanked, who is expected, what followed, whose delegations came."""

from __future__ import annotations

import pytest

from onrecord import extract_text


def _only(found, kind):
    return next(g for g in found.gatherings if g.type == kind)


def test_who_is_thanked_for_hosting_is_the_host(read, roles):
    found = read("Anna Berg thanked Erik Aas for hosting last month's talks between inspectors and officials in Lunde.")
    assert ("Erik Aas", "host") in roles(_only(found, "talks"))
    assert ("Anna Berg", "host") not in roles(_only(found, "talks"))


def test_who_is_expected_in_a_city_sits_down_with_ministers(read, roles):
    found = read("Anna Berg is expected in Oslo on July 3, when she will sit down with ministers from five countries.")
    assert {(g.type, str(g.start), g.place) for g in found.gatherings} == {
        ("visit", "2022-07-03", "Oslo"),
        ("meeting", "2022-07-03", "Oslo"),
    }
    assert all(("Anna Berg", "participant") in roles(g) for g in found.gatherings)


def test_a_conference_that_is_about_a_year_was_not_held_in_it(read):
    found = read("I said so in Oslo in 2014, when the Birk Foundation hosted a conference on the lessons of 1994.")
    assert str(_only(found, "conference").start) == "2014"


def test_the_two_of_a_call_are_those_who_met_before(read, roles):
    found = read(
        "Ministers Speak\n\n"
        "Foreign Minister Anna Berg spoke by telephone on Monday with Foreign Minister Erik Aas about trade. "
        "Both sides praised the tone of the talk, officials said.\n\n"
        "The two last met in person in Oslo in February, on the margins of a security conference."
    )
    assert roles(_only(found, "meeting")) == {("Anna Berg", "participant"), ("Erik Aas", "participant")}
    assert str(_only(found, "conference").start) == "2022-02"


def test_delegations_are_the_countries_that_sent_them(read, roles):
    found = read("Delegations from Norway, Japan and the European Union wrapped up a second day of talks in Oslo on Tuesday.")
    told = {("Norway", "participant"), ("Japan", "participant"), ("European Union", "participant")}
    assert roles(_only(found, "talks")) == told


def test_a_programme_acts_for_its_institute_and_those_behind_the_title_speak(read, roles):
    found = read(
        "On May 17, 2022, the Birk Institute's Asia Program hosted a virtual event, “The Long Shadow,” with Siri Dahl, "
        "senior fellow at the Lunde Council, and Oleg Bykov, a former official. Program director Celeste Oh moderated "
        "the discussion."
    )
    assert {
        ("Birk Institute", "host"),
        ("Siri Dahl", "speaker"),
        ("Celeste Oh", "moderator"),
    } <= roles(found.gatherings[0])


def test_a_line_of_day_and_hours_is_no_dateline():
    found = extract_text(
        "Conference | Trust, but Measure\n\nThursday, 14 March 2024, 9:30 am – 4:00 pm (CET)\nGreat Hall, Oslo\n\n"
        "The Birk Institute invites you to a day on the science of verification."
    )
    assert [(str(g.start), g.place) for g in found.gatherings] == [("2024-03-14", "Oslo")]


def test_the_title_of_a_talk_does_not_part_a_heading_from_its_speaker(read, roles):
    found = read(
        "Conference on Verification\n\n14 March 2022, Oslo\n\n14:00 – 15:30  Keynote address\n"
        "“What the Mountain Taught Us”\nAcademician Siri Dahl\n"
    )
    assert ("Siri Dahl", "speaker") in roles(found.gatherings[0])


def test_a_country_that_another_line_names_takes_nobody_off_the_roll(read, roles):
    found = read(
        "Lucie Moreau, deputy director of the Birk Agency, will visit Oslo on July 3.\n\n"
        "Moreau, a French physicist, was born in 1970."
    )
    (part,) = _only(found, "visit").participations
    assert part.delegation is None
    assert roles(_only(found, "visit")) == {("Lucie Moreau", "participant")}


def test_what_followed_the_talks_has_their_day(read):
    found = read(
        "Foreign Minister Anna Berg arrived in Oslo on Monday for a two-day visit.\n\nOn Tuesday she held talks with Erik Aas."
        "\n\nFollowing the talks, Berg and Aas spoke to the press."
    )
    assert str(_only(found, "briefing").start) == str(_only(found, "talks").start) == "2022-06-14"


def test_an_anniversary_gives_a_dateline_no_year():
    found = extract_text(
        "LUNDE, February 28 (Birk Wire) - President Anna Berg today presented awards in a ceremony timed to the 30th "
        "anniversary of the movement.\n\nThe rally of February 28, 1989 had changed the town, she said.",
        language="en",
    )
    assert str(_only(found, "ceremony").start) == "XXXX-02-28"


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("The institute convened some 40 scholars in Lunde on June 3 for a round table on safety.", 40),
        ("Some thirty-five participants met in Lunde on June 3 for a workshop on records.", 35),
        ("The event was held on June 3. The removal took six weeks and 31 people. More than 180 people joined online.", 180),
    ],
)
def test_people_are_counted(read, words, people):
    assert people in {g.attendance for g in read(words).gatherings}


def test_a_place_behind_a_season_is_that_of_what_is_planned(read):
    (workshop,) = read("A second workshop is planned for the spring of 2023 in Lunde.").gatherings
    assert (str(workshop.start), workshop.place) == ("2023", "Lunde")


def test_the_subject_of_remarks_is_no_part_of_the_house_where_they_are_made(read):
    found = read("On July 23, Anna Berg will deliver remarks at Birk Women's College on women in arms control.")
    assert [g.place for g in found.gatherings] == ["Birk Women's College"]


def test_a_line_says_who_organised_jointly(read, roles):
    found = read(
        "Workshop on Records of Nuclear Tests\n\nJointly organised by the Birk Centre and the Lunde Institute\n\n"
        "Oslo, 6 June 2022\n\nPanellists\n- Siri Dahl, Director, Birk Centre"
    )
    assert {("Birk Centre", "organizer"), ("Lunde Institute", "organizer")} <= roles(found.gatherings[0])


def test_a_call_took_place_between_two(read, roles):
    found = read("On June 10, a telephone conversation took place between Foreign Minister Anna Berg and Secretary Erik Aas.")
    assert roles(_only(found, "call")) == {("Anna Berg", "participant"), ("Erik Aas", "participant")}


def test_a_call_that_somebody_held_is_no_meeting_beside_it(read):
    found = read("Minister Anna Berg held a telephone conversation with Erik Aas on June 10.")
    assert [g.type for g in found.gatherings] == ["call"]


def test_who_made_a_call_and_to_whom(read, roles):
    found = read("President Anna Berg made a late-night telephone call to her Norlandic counterpart, Erik Aas, on June 10.")
    assert roles(_only(found, "call")) == {("Anna Berg", "participant"), ("Erik Aas", "participant")}


def test_the_talks_for_which_somebody_is_envoy_are_not_those_he_held(read):
    found = read("Anna Berg met on June 10 in Lunde with Erik Aas, the special envoy for the six-party talks.")
    assert [g.type for g in found.gatherings] == ["meeting"]


def test_each_body_of_a_list_organized_an_event(read, roles):
    found = read(
        "A round table meeting on tests was held in Lunde on June 10. It was organized in cooperation with the Office of the "
        "Ministry of Ecology in Lunde, the Birk Bureau in Oslo and the Lunde National University, the press service informs."
    )
    there = {name for name, role in roles(_only(found, "roundtable")) if role == "organizer"}
    assert {"Birk Bureau", "Lunde National University"} <= there


def test_a_conference_in_the_name_of_a_committee_is_no_occasion(read):
    found = read("It was announced at the first meeting of the Organising Committee of the Conference, held on May 7 in Lunde.")
    assert [g.type for g in found.gatherings] == ["meeting"]


def test_the_forum_and_the_conference_are_the_one_event_of_the_page(read):
    found = read("Round table in Lunde\n\nA round table was held in Lunde on June 10. Diplomats attended the forum.")
    assert [g.type for g in found.gatherings] == ["roundtable"]


def test_an_event_at_the_initiative_of_a_body_is_organized_by_it(read, roles):
    found = read("On June 10, at the initiative of the Birk Foundation, a round table was held in Lunde.")
    assert ("Birk Foundation", "organizer") in roles(_only(found, "roundtable"))


def test_who_spoke_during_the_meeting_was_there(read, roles):
    found = read(
        "Anna Berg met Erik Aas in Lunde on June 10.\n\nDuring the meeting, Minister Jonas Vale voiced concern over fuel."
    )
    assert ("Jonas Vale", "participant") in roles(_only(found, "meeting"))


def test_who_is_named_in_a_clause_on_another_did_not_meet(read, roles):
    found = read("Anna Berg, a former clerk who has replaced minister Jonas Vale, met with Erik Aas in Lunde on June 10.")
    assert roles(_only(found, "meeting")) == {("Anna Berg", "participant"), ("Erik Aas", "participant")}


def test_a_title_cut_short_ends_no_sentence(read, roles):
    found = read("Minister Anna Berg held the meeting with Amb. Erik Aas in Lunde on June 10 to exchange views on security.")
    assert roles(_only(found, "meeting")) == {("Anna Berg", "participant"), ("Erik Aas", "participant")}


def test_two_who_discussed_a_thing_behind_the_lead_are_those_who_talked(read, roles):
    found = read(
        "Envoys discuss missile test\n\nTop envoys of South Korea and Japan had phone talks on June 10 to share views of "
        "the latest test, the ministry said.\n\nMin Oh, special representative for peace, and his Japanese counterpart, Taro "
        "Funabori, discussed the issue after the North fired a missile into the sea."
    )
    assert {("Min Oh", "participant"), ("Taro Funabori", "participant")} <= roles(_only(found, "call"))
