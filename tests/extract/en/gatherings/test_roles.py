from __future__ import annotations

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
