from __future__ import annotations

import pytest

HELD = "Round table on verification in Lunde\n\n12 May 2021\n\nA round table on verification took place in Lunde on 11 May. "


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Among the participants were Deputy Minister Siri Dahl and Ana Rojas.", "participant"),
        ("Also attending were Siri Dahl and Ana Rojas.", "participant"),
        ("Taking part from the Norland side were Siri Dahl and Ana Rojas.", "participant"),
        ("In attendance were Siri Dahl and Ana Rojas.", "participant"),
        ("It was attended by some 60 experts, among them Siri Dahl and Ana Rojas.", "participant"),
        ("Siri Dahl and Ana Rojas were among those who attended.", "participant"),
        ("Guests of honour were Siri Dahl and Ana Rojas.", "participant"),
        ("The event brought together Siri Dahl and Ana Rojas.", "participant"),
        ("Norland was represented by Siri Dahl and Ana Rojas.", "participant"),
        ("The Norland side was led by Siri Dahl. Ana Rojas headed the Chilean team.", "participant"),
        ("The speakers were Siri Dahl and Ana Rojas.", "speaker"),
        ("Other speakers included Siri Dahl and Ana Rojas.", "speaker"),
        ("The panel featured Siri Dahl and Ana Rojas.", "speaker"),
        ("On the panel were Siri Dahl and Ana Rojas.", "speaker"),
        ("The session heard from Siri Dahl and from Ana Rojas.", "speaker"),
        ("There were presentations from Siri Dahl and Ana Rojas.", "speaker"),
        ("Panelists Siri Dahl and Ana Rojas debated the future of the treaty.", "speaker"),
        ("Siri Dahl and Ana Rojas presented their findings.", "speaker"),
        ("The memorandum was signed at the round table by Siri Dahl and Ana Rojas.", "signatory"),
    ],
)
def test_a_list_gives_everybody_in_it_its_role(read, roles, words, role):
    there = roles(read(HELD + words).gatherings[0])
    assert {("Siri Dahl", role), ("Ana Rojas", role)} <= there


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Next to speak was Siri Dahl, who outlined the plan.", "speaker"),
        ("The main speaker was Siri Dahl.", "speaker"),
        ("The participants heard a lecture by Siri Dahl.", "speaker"),
        ("Siri Dahl spoke on the role of scientists.", "speaker"),
        ("With Siri Dahl in the chair, the round table turned to sanctions.", "moderator"),
        ("The moderator, Siri Dahl, asked who would pay.", "moderator"),
        ("Siri Dahl, chair of the session, summed up the discussion.", "moderator"),
        ("Under the chairmanship of Siri Dahl, the participants adopted an appeal.", "moderator"),
        ("A delegation led by Siri Dahl attended the round table.", "participant"),
        ("The audience, which included Siri Dahl, asked many questions.", "participant"),
        ("Siri Dahl joined by video link.", "participant"),
        ("Introducing the discussion, Siri Dahl pointed to the success of the zone.", "opening"),
        ("A message from Siri Dahl was read out.", "opening"),
    ],
)
def test_words_for_the_part_that_one_took(read, roles, words, role):
    assert ("Siri Dahl", role) in roles(read(HELD + words).gatherings[0])


@pytest.mark.parametrize(
    "words",
    [
        "Siri Dahl, chair of the Norland Council, sent no answer.",
        "The chairman of the agency is Siri Dahl.",
        "A report by Siri Dahl's predecessor was published in 2019.",
        "Siri Dahl spoke on condition of anonymity.",
    ],
)
def test_an_office_or_a_paper_gives_no_role(read, roles, words):
    assert not {pair for pair in roles(read(HELD + words).gatherings[0]) if pair[0] == "Siri Dahl"}


def test_those_listed_under_joined_by_took_part_each_under_her_country(read, roles):
    page = (
        "Readout of President Nilsen’s Meeting with President Oda of Japan\n\nMay 14, 2019\n\n"
        "President Karl Nilsen of Iceland met today with President Aya Oda of Japan in Tokyo. They were joined by:\n\n"
        "Iceland\nSiri Dahl, Foreign Minister\n\nJapan\nKen Mori, National Security Adviser\n"
    )
    assert {("Siri Dahl", "participant"), ("Ken Mori", "participant")} <= roles(read(page).gatherings[0])


def test_day_and_place_behind_labels_make_an_event_of_a_title_that_names_none(read, roles):
    page = (
        "Can It Be Undone? Three Cases\n\nDate: 7 November 2017\nVenue: Old Hall, Lunde\n"
        "Organised by the Ulba Centre together with the Sand Foundation\n\n"
        "PROGRAMME\n\n10:00 Panel 1: Dismantlement\nChair: Dr. Siri Dahl\n"
    )
    gathering = read(page, None).gatherings[0]
    assert (str(gathering.start), gathering.place, gathering.main) == ("2017-11-07", "Lunde", True)
    assert {("Siri Dahl", "moderator"), ("Ulba Centre", "organizer"), ("Sand Foundation", "organizer")} <= roles(gathering)


def test_agents_are_listed_past_their_offices_and_bodies(read, roles):
    page = HELD + (
        "The meeting was chaired by Mr. Erik Sand, Coordinator for Arms Policy at the Lunde Security Council (LSC), and "
        "Dr. Kim Tae-won, Principal Deputy Adviser of the ROK. It was opened by Karl Weiss."
    )
    expected = {("Erik Sand", "moderator"), ("Kim Tae-won", "moderator"), ("Karl Weiss", "opening")}
    assert roles(read(page).gatherings[0]) == expected


def test_who_presents_papers_and_who_follows_with_remarks_is_told(read, roles):
    page = HELD + (
        "Ambassador Erik Sand followed with congratulatory remarks.\n\n"
        "Dr. Siri Dahl (Institute of Radiation Safety, Birk) and Karl Weiss, a former inspector, presented papers."
    )
    expected = {("Erik Sand", "opening"), ("Siri Dahl", "speaker"), ("Karl Weiss", "speaker")}
    assert roles(read(page).gatherings[0]) == expected
