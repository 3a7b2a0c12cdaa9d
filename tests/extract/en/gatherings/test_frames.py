"""Who did what: frames of verbs and lists, one sentence each."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("At the invitation of Minister Anna Berg, Siri Dahl visited Oslo on 3 June.", ("Anna Berg", "host")),
        ("The Birk Institute hosted a seminar on verification in Oslo on 3 June.", ("Birk Institute", "organizer")),
        ("The Birk Institute hosted a seminar on verification in Oslo on 3 June.", ("Birk Institute", "host")),
        (
            "The talks took place in Oslo on 3 June. Anna Berg, an envoy who chaired the talks, left.",
            ("Anna Berg", "moderator"),
        ),
        ("A workshop took place in Oslo on 3 June. Anna Berg chaired it; Siri Dahl opened it.", ("Siri Dahl", "opening")),
        (
            "The talks took place in Oslo on 3 June. The delegation was composed of Anna Berg and Siri Dahl.",
            ("Siri Dahl", "participant"),
        ),
        (
            "The Lunde Academy held a forum in Oslo on 3 June with the support of the Birk Fund.",
            ("Birk Fund", "organizer"),
        ),
        ("On 3 June the Lunde Academy, in partnership with the Birk Fund, hosted a webinar.", ("Birk Fund", "organizer")),
        ("On 3 June the Lunde Academy, in partnership with the Birk Fund, hosted a webinar.", ("Lunde Academy", "host")),
        (
            "A forum took place in Oslo on 3 June with the participation of Anna Berg and Siri Dahl.",
            ("Siri Dahl", "participant"),
        ),
        (
            "Minister Anna Berg hosted Minister Siri Dahl in Oslo on 4 June, on the second day of his visit to Oslo.",
            ("Siri Dahl", "participant"),
        ),
        ("Siri Dahl was in Oslo for a conference on 3 June.", ("Siri Dahl", "participant")),
        ("The meeting of the foreign ministers of Norway and Japan took place in Oslo on 3 June.", ("Japan", "participant")),
        (
            "The forum met in Oslo on 3 June. Session 1 (moderator: Prof. Anna Berg, Birk) heard a paper.",
            ("Anna Berg", "moderator"),
        ),
    ],
)
def test_a_frame_gives_its_role(read, roles, words, role):
    assert role in {pair for gathering in read(words).gatherings for pair in roles(gathering)}


def test_a_numbered_session_is_part_of_its_event(read):
    text = "The third Birk Forum took place in Oslo on 3 June 2022. Session 2 was chaired by Anna Berg."
    assert [g.type for g in read(text).gatherings] == ["forum"]


def test_who_was_elected_as_speaker_spoke_at_nothing(read, roles):
    text = "The Birk Foundation held a forum in Oslo on 3 June. It is led by Anna Berg, who was elected as speaker in May."
    assert ("Anna Berg", "speaker") not in roles(read(text).gatherings[0])


def test_an_office_at_the_head_of_the_lead_means_its_later_bearer(read, roles):
    text = (
        "The Prime Minister met Minister Siri Dahl in Oslo on 3 June.\n\n"
        "The Prime Minister, Anna Berg, said that inspections would go on for as long as they were needed."
    )
    assert ("Anna Berg", "participant") in roles(read(text).gatherings[0])


def test_who_was_at_the_talks_speaks_there_in_the_next_paragraph(read, roles):
    text = (
        "ON THE VISIT OF MINISTER SIRI DAHL\n\nMinister Siri Dahl paid a visit to Norway from 7 to 9 June 2022.\n\n"
        "Talks took place at the State House on 8 June. The Norwegian delegation included Anna Berg and Ivar Holm.\n\n"
        "Anna Berg said that small neighbours build zones that outlive all their governments."
    )
    talks = next(g for g in read(text, published=None).gatherings if g.type == "talks")
    assert ("Anna Berg", "speaker") in roles(talks)


def test_place_and_day_behind_a_relative_clause_are_those_of_the_meeting(read):
    text = (
        "Vice Minister Han Seo-jin met with Director Jan Kowal of the Birk Agency, who is visiting Seoul to attend the Hanul "
        "Forum, at the Ministry in Seoul on May 16 and exchanged views on safety."
    )
    by_type = {g.type: g for g in read(text).gatherings}
    assert (str(by_type["meeting"].start), by_type["meeting"].place) == ("2022-05-16", "Seoul")
    assert "forum" not in by_type or by_type["forum"].start is None


def test_whom_the_minister_of_the_headline_spoke_to_was_on_the_call(read, roles):
    text = (
        "Foreign Secretary's call with Foreign Minister of Kazakhstan, 9 February 2022\n\n"
        "The Foreign Secretary, Eleanor Marsh, spoke to the Foreign Minister of Kazakhstan, Kairat Ospan, this morning.\n"
    )
    (call,) = read(text, None).gatherings
    assert {("Eleanor Marsh", "participant"), ("Kairat Ospan", "participant")} <= roles(call)


def test_a_body_that_held_an_event_jointly_with_others_organised_it(read, roles):
    text = (
        "SEOUL. November 25 – The Embassy of Kazakhstan in the Republic of Korea, jointly with the Sand Institute (SI) and the "
        "Nuri Foundation, held a webinar on the zone."
    )
    (webinar,) = read(text).gatherings
    assert ("Embassy of Kazakhstan in the Republic of Korea", "organizer") in roles(webinar)


def test_those_with_whom_a_talk_is_followed_by_a_discussion_speak_there(read, roles):
    text = (
        "Siri Dahl will give a public lecture at the Birk Institute in Lunde on 3 July 2022. "
        "The lecture will be followed by a discussion with Dr. Helen Ash, director of the archive, and Julian Peak."
    )
    lecture = read(text).gatherings[0]
    assert {("Helen Ash", "speaker"), ("Julian Peak", "speaker")} <= roles(lecture)


def test_a_parliamentary_hearing_has_as_speakers_whom_the_page_reports(read, roles):
    text = (
        "Committee holds hearing on the nuclear legacy\n\nOn Tuesday the Senate Committee held a hearing on the victims.\n\n"
        "Senator Siri Dahl demanded an index linked to inflation.\n"
    )
    assert ("Siri Dahl", "speaker") in roles(read(text).gatherings[0])


def test_a_convention_on_something_that_one_joins_is_no_occasion(read):
    assert not read("Norland joined the Convention on the Protection of Fuel in 2014.").gatherings


def test_a_ceremony_that_the_lead_tells_in_other_words_has_the_day_of_the_lead(read):
    text = (
        "Twenty Bells\n\n"
        "LUNDE, Aug. 30, 2021 (Birk Wire) — At noon on Sunday the mayor of this old city rang a bell twenty times.\n\n"
        "“We ring it so that they ask why,” Mayor Siri Dahl told some 300 residents.\n\n"
        "The ceremony was organized by the association Sand Legacy, whose chairwoman, Jana Berg, read out the names.\n"
    )
    (ceremony,) = read(text, "2021-08-30").gatherings
    assert (str(ceremony.start), ceremony.main) == ("2021-08-29", True)
    assert not [p for p in ceremony.participations if p.role == "organizer" and p.who.name == "Jana Berg"]


def test_who_is_received_stands_behind_a_chain_of_offices(read, roles):
    text = (
        "Deputy Minister receives UN chief\n\n"
        "On 10 June, Deputy Minister Jan Kowal received UN Under-Secretary-General and High "
        "Representative for Disarmament Affairs Siri Dahl, who arrived in Lunde for a forum.\n"
    )
    gatherings = read(text).gatherings
    assert ("Siri Dahl", "participant") in roles(next(g for g in gatherings if g.type == "meeting"))
    assert all(g.start is None for g in gatherings if g.type == "visit")


def test_a_meeting_held_does_not_take_the_day_of_one_that_is_planned(read):
    text = (
        "Siri Dahl and Jan Kowal will see each other at the ministerial meeting in Lunde on December 12. "
        "Jan Kowal also met with Senator Ann Hall."
    )
    last = [g for g in read(text).gatherings if g.status == "held"]
    assert all(g.start is None and g.place is None for g in last)


def test_who_recalls_a_trip_of_long_ago_speaks_at_the_seminar(read, roles):
    text = (
        "Experts warn at Lunde seminar\n\nGuarantees have lost their value, Jan Kowal told a seminar in Lunde on Tuesday.\n\n"
        "Its host recalled his first trip to Birk in 1996. Ambassador Siri Dahl said that the road could not be copied.\n"
    )
    assert ("Siri Dahl", "speaker") in roles(next(g for g in read(text).gatherings if g.type == "seminar"))


def test_a_journey_announced_is_that_of_the_headline(read):
    text = (
        "Special Envoy Dahl's Travel to Norland and Birkland\n\n"
        "Special Envoy Siri Dahl will travel to Seoul and Tokyo August 22-30.\n"
    )
    visits = [g for g in read(text).gatherings if g.type == "visit"]
    assert [(str(v.start), v.main) for v in visits] == [("2022-08-22", True)]


def test_a_hotel_behind_the_name_of_a_seminar_is_its_place_and_the_name_is_not(read):
    text = "She will deliver remarks at the Shilla Safety Seminar at the Four Rivers Hotel on August 23."
    (seminar,) = read(text).gatherings
    assert seminar.place == "Four Rivers Hotel"


def test_a_line_of_day_city_and_hotel_places_the_conference_of_the_title(read):
    text = (
        'International Conference "Steps Without Noise"\n15-16 October 2019, Nur-Sultan, Hotel Altyn\n\nPROGRAMME\n\n'
        "Tuesday, 15 October\n\n09:00 – 09:30 Registration\n09:30 – 10:15 Opening session\n"
        "Moderator: Siri Dahl, Rector of the Birk Academy\nWelcoming remarks:\n"
        "- Jan Kowal, Minister of Foreign Affairs of Poland\n\n"
        "10:30 – 12:00 Panel I. Zones: what works?\nChair: Ambassador Ann Hall\nSpeakers:\n"
        "Ms. Nadia Haddad, Director, Cairo Centre\n\n"
        "12:00 – 13:30 Lunch\n"
    )
    assert read(text, None).gatherings[0].place == "Nur-Sultan"
