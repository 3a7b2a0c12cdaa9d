from __future__ import annotations

import pytest

REPORT = """Second Busan Dialogue on Safe Energy Takes Place

The Hanul Institute and the Birk Foundation co-organized the second Busan Dialogue on Safe Energy in Busan on June 7.
Congratulatory remarks were made by Vice Minister Roh Tae-sung.

From the Norwegian side, Ivar Holm, professor at Lunde University, participated in the dialogue as moderator, with
Siri Dahl, former chair of the Fjord Commission, and Oleg Bykov, senior fellow of the Birk Foundation, as speakers. The
second session was chaired by Lim Su-ah.
"""

PROGRAMME = """Birk Foundation

Roundtable: What Inspectors See

Thursday, 21 July 2022 | 15:00 Oslo | Zoom

Welcome
• Siri Dahl, Director, Birk Foundation
Panel
• Oleg Bykov, Senior Fellow, Hanul Institute
• Lim Su-ah, Researcher, Lunde Laboratory
Moderator
• Prof. Ivar Holm, Lunde University
"""


def test_a_long_sentence_of_roles_is_told_apart(read, roles):
    found = roles(read(REPORT).gatherings[0])
    assert {
        ("Hanul Institute", "organizer"),
        ("Birk Foundation", "organizer"),
        ("Roh Tae-sung", "opening"),
        ("Ivar Holm", "moderator"),
        ("Siri Dahl", "speaker"),
        ("Oleg Bykov", "speaker"),
        ("Lim Su-ah", "moderator"),
    } <= found
    assert ("Ivar Holm", "participant") not in found


def test_a_programme_gives_roles_by_its_headings(read, roles):
    gathering = read(PROGRAMME).gatherings[0]
    assert roles(gathering) == {
        ("Siri Dahl", "opening"),
        ("Oleg Bykov", "speaker"),
        ("Lim Su-ah", "speaker"),
        ("Ivar Holm", "moderator"),
    }
    assert [p.rank for p in gathering.participations] == [1, 2, 3, 4]
    assert (str(gathering.start), gathering.format) == ("2022-07-21", "online")


def test_both_sides_of_a_meeting_take_part_and_who_speaks_there_is_a_speaker(read, roles):
    text = "Minister Anna Berg met with Minister Timur Abenov in Lunde on June 3. Berg said that inspections would go on."
    gathering = read(text).gatherings[0]
    assert roles(gathering) == {
        ("Anna Berg", "participant"),
        ("Timur Abenov", "participant"),
        ("Anna Berg", "speaker"),
    }


def test_words_said_at_an_occasion_lead_to_it(read):
    extract = read("Minister Anna Berg told a press conference in Lunde on June 3 that the old reactor would stay closed.")
    assert [s.gathering for s in extract.statements] == [extract.gatherings[0].id]


def test_countries_that_hold_talks_are_delegations_and_a_country_hosts(read, roles):
    text = "Norway and Sweden held consultations on June 3. The next round will be held in Finland in 2023."
    first, second = read(text).gatherings
    assert roles(first) == {("Norway", "participant"), ("Sweden", "participant")}
    assert ("Finland", "host") in roles(second)


def test_an_office_before_a_name_is_no_role(read, roles):
    text = "The seminar was held in Lunde on June 3. House Speaker Siri Dahl attended."
    assert roles(read(text).gatherings[0]) == {("Siri Dahl", "participant")}


TIMES = """PROGRAMME

International Seminar: The Long Count
Lunde, 6-7 April 2022
Organisers: Birk Foundation; Hanul Institute

Wednesday, 6 April
09:30  Registration, coffee
10:00  Words of welcome
       Siri Dahl, Director, Birk Foundation
10:20  Keynote lecture: The Last Count
       Col. Oleg Bykov
11:15  Panel A. Who Counts?
       Presiding: Lim Su-ah
       - Nils Strand: "Missing boxes"
       Anna Berg (Lunde Laboratory)
13:00  Lunch
14:00  Panel B. Open or Shut?
       Moderated by Ivar Holm, Lunde University
"""


def test_a_programme_with_times_gives_roles_line_by_line(read, roles):
    assert roles(read(TIMES).gatherings[0]) == {
        ("Birk Foundation", "organizer"),
        ("Hanul Institute", "organizer"),
        ("Siri Dahl", "opening"),
        ("Oleg Bykov", "speaker"),
        ("Lim Su-ah", "moderator"),
        ("Nils Strand", "speaker"),
        ("Anna Berg", "speaker"),
        ("Ivar Holm", "moderator"),
    }


def test_names_under_a_line_that_announces_speakers_are_speakers(read, roles):
    text = """The Senate Committee will hold a public hearing on spent fuel on Tuesday, 10 May 2022, in Lunde.

The following witnesses have confirmed their attendance:

Mr Ivar Holm, Director of the Fjord Agency
Dr Siri Dahl — Chair of Radiochemistry, Lunde University

Members of the public may write to Anna Berg until 6 May.
"""
    found = roles(read(text).gatherings[0])
    assert {("Ivar Holm", "speaker"), ("Siri Dahl", "speaker")} <= found
    assert "Anna Berg" not in {who for who, _ in found}


def test_a_courtesy_call_is_a_meeting_and_nothing_said(read, roles):
    extract = read("On May 15 Ambassador Ivar Holm called on Ms Siri Dahl, Governor of the Fjord Region.")
    (gathering,) = extract.gatherings
    assert (gathering.type, roles(gathering)) == ("meeting", {("Ivar Holm", "participant"), ("Siri Dahl", "participant")})
    assert extract.statements == ()


def test_who_asks_something_of_somebody_does_not_visit(read):
    text = "On May 15 Ambassador Ivar Holm called on Governor Siri Dahl to open the archives without delay. It rained."
    extract = read(f"In Lunde\n\n{text}")
    assert extract.gatherings == ()
    assert [s.speaker_name for s in extract.statements] == ["Ivar Holm"]


def test_who_receives_guests_is_their_host(read, roles):
    (gathering,) = read("The delegation was received in Lunde on June 3 by Minister Siri Dahl.").gatherings
    assert roles(gathering) == {("The delegation", "participant"), ("Siri Dahl", "host")}


def test_several_persons_who_met_are_a_meeting(read, roles):
    (gathering,) = read("Advisers Ivar Holm and Siri Dahl then met in a smaller format.").gatherings
    assert roles(gathering) == {("Ivar Holm", "participant"), ("Siri Dahl", "participant")}


def test_each_partner_behind_with_takes_part(read, roles):
    page = read("On June 3 in Lunde Siri Dahl held meetings with President Jonas Vale and with Minister Ilva Tarn.")
    assert {("Jonas Vale", "participant"), ("Ilva Tarn", "participant")} <= roles(page.gatherings[0])


def test_the_chair_of_an_event_named_behind_its_possessive_moderates(read, roles):
    page = read(
        "Siri Dahl addressed the Birk Forum in Lunde on June 3. Asked by the forum's chair, Professor Jonas Vale, she smiled."
    )
    assert ("Jonas Vale", "moderator") in roles(page.gatherings[0])


def test_the_chair_of_a_party_behind_its_possessive_does_not_moderate(read, roles):
    page = read("Siri Dahl spoke at a seminar in Lunde on June 3. The party's chair, Jonas Vale, was absent.")
    assert ("Jonas Vale", "moderator") not in roles(page.gatherings[0])


def test_who_convenes_in_the_name_of_countries_brings_them(read, roles):
    page = read(
        "Joint Statement of the Leaders of Japan, France and Norway on the Occasion of the Lunde Summit\n\n"
        "We, the leaders of Japan, France and Norway, convened today in Lunde at the invitation of Prime Minister Siri Dahl."
    )
    summit = page.gatherings[0]
    assert summit.name == "Lunde Summit"
    assert {("Japan", "participant"), ("France", "participant"), ("Norway", "participant")} <= roles(summit)


def test_a_clause_on_whose_meeting_it_is_tells_who_hosts_it(read, roles):
    page = read(
        "They took note of the first meeting of the Birk Working Group, which will be hosted by Norway in Lunde in August."
    )
    assert [(str(g.start), roles(g)) for g in page.gatherings] == [("2022-08", {("Norway", "host")})]


def test_making_a_working_group_is_no_meeting(read):
    page = read("Siri Dahl met with President Jonas Vale in Lunde on June 3. They agreed to convene a working group on safety.")
    assert len(page.gatherings) == 1


def test_an_undated_round_table_that_somebody_took_part_in_took_place(read):
    page = read("Siri Dahl took part in a roundtable with members of the Birk Council, which was moderated by Jonas Vale.")
    assert [g.type for g in page.gatherings] == ["roundtable"]


@pytest.mark.parametrize(
    "words",
    ["Siri Dahl served as master of ceremonies.", "Siri Dahl acted as emcee.", "The debate was long, moderated by Siri Dahl."],
)
def test_masters_of_ceremonies_moderate(read, roles, words):
    page = read(f"The second Ulba Seminar was held in Lunde on June 3. {words}")
    assert ("Siri Dahl", "moderator") in roles(page.gatherings[0])


def test_of_two_names_the_one_before_who_joined_online(read, roles):
    words = "Jonas Vale was joined by Anna Berg and by Ilva Tarn, who joined by video link from Birk."
    page = read(f"The second Ulba Seminar was held in Lunde on June 3. {words}")
    assert {who for who, role in roles(page.gatherings[0]) if role == "participant"} == {"Anna Berg", "Ilva Tarn"}


def test_who_will_speak_is_a_speaker(read, roles):
    page = read(
        "On Friday Siri Dahl will host a ceremony of remembrance in Lunde. Senator Jonas Vale, who leads the group, will speak."
    )
    assert ("Jonas Vale", "speaker") in roles(page.gatherings[0])


def test_the_country_of_an_embassy_hosts_nothing(read, roles):
    page = read("The Ulba webinar on zones was organized on May 28 by the Embassy of Norway in Japan.")
    assert "host" not in {role for _, role in roles(page.gatherings[0])}


def test_what_somebody_says_afterwards_is_not_said_there(read, roles):
    page = read(
        'On June 3 Siri Dahl met with Mayor Jonas Vale in Lunde. "She listened and then she left", Vale commented afterwards.'
    )
    assert ("Jonas Vale", "speaker") not in roles(page.gatherings[0])


def test_the_side_that_opens_a_sentence_is_that_of_all_in_it(read):
    text = (
        "The round table was held in Oslo on 3 June 2019. From the Norwegian side, Dr. Anna Berg, professor of the Fjord "
        "School, and Siri Dahl participated as speakers. "
        "On the Kazakh side, Deputy Minister Ivan Holm made opening remarks. Carl Lind moderated."
    )
    (occasion,) = read(text).gatherings
    assert {part.who.name: part.delegation for part in occasion.participations} == {
        "Anna Berg": "Norway",
        "Siri Dahl": "Norway",
        "Ivan Holm": "Kazakhstan",
        "Carl Lind": None,
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Further welcoming addresses followed from Chairman of the Birk Fund Do Hyun-woo and Senator Eva Dahl.",
            {("Do Hyun-woo", "opening"), ("Eva Dahl", "opening")},
        ),
        (
            "Its panelists were Anna Berg, Deputy Head of the Fund; Jan Holm, a judge; and former Vice Minister Peter Lund.",
            {("Anna Berg", "speaker"), ("Jan Holm", "speaker"), ("Peter Lund", "speaker")},
        ),
        ("President Anna Berg of the Birk Fund kicked off the discussion.", {("Anna Berg", "opening")}),
        (
            "With Director Jan Holm in the chair, Anna Berg spoke about the health of children.",
            {("Jan Holm", "moderator"), ("Anna Berg", "speaker")},
        ),
        (
            "The guests came from the Birk Institute, whose director, Professor Jan Holm, moderated the discussion.",
            {("Jan Holm", "moderator")},
        ),
    ],
)
def test_who_did_what_at_the_round_table(read, roles, text, expected):
    found = read(f"The Ulba Council held a round table in Lunde on 3 May 2022. {text}")
    assert expected <= roles(found.gatherings[0])


def test_both_whom_somebody_hosted_took_part(read, roles):
    text = (
        "Adviser Anna Berg hosted Norland Security Council Secretary Peter Lund and Republic of Sudria Director of Security "
        "Jan Holm at Birk House on 3 May 2022 for talks."
    )
    assert {("Peter Lund", "participant"), ("Jan Holm", "participant")} <= roles(read(text).gatherings[0])
