from __future__ import annotations

NOTICE = """Workshop on Archives of Verification

When: 12 May 2022, 10:00
Where: Lunde University, Room 4, Birkholm
Organised by: Hanul Institute and the Birk Foundation
Moderator: Siri Dahl

The workshop will look at the archives of inspectors.

Session 1 - Files
Presentation by Oleg Bykov, Senior Fellow, Hanul Institute
Commentator: Lim Su-ah (Lunde Laboratory)
09:30 Opening: Ivar Holm, Vice Minister
"""

PANELS = """Old Mines, New Maps: A Symposium

3-4 June 2022, Birkholm

10:00  Words of welcome
Siri Dahl, Director of the Birk Foundation
11:00  Panel A. Who Draws the Maps?
Presiding: Prof. Ivar Holm
- Oleg Bykov: "What was blasted"
- Lim Su-ah (Lunde Laboratory): "What was filled in"
12:30  Concluding remarks – Timur Abenov
"""


def test_labelled_lines_give_day_city_venue_and_roles(read, roles):
    gathering = read(NOTICE, None).gatherings[0]
    assert (str(gathering.start), gathering.place, gathering.venue) == ("2022-05-12", "Birkholm", "Lunde University")
    assert roles(gathering) == {
        ("Hanul Institute", "organizer"),
        ("Birk Foundation", "organizer"),
        ("Siri Dahl", "moderator"),
        ("Oleg Bykov", "speaker"),
        ("Lim Su-ah", "speaker"),
        ("Ivar Holm", "opening"),
    }


def test_those_listed_under_a_numbered_panel_speak_and_its_chair_does_not(read, roles):
    gathering = read(PANELS, None).gatherings[0]
    assert roles(gathering) == {
        ("Siri Dahl", "opening"),
        ("Ivar Holm", "moderator"),
        ("Oleg Bykov", "speaker"),
        ("Lim Su-ah", "speaker"),
        ("Timur Abenov", "speaker"),
    }


def test_an_event_at_a_distance_has_no_city(read):
    text = "Public Lecture: Ice and Ashes\n\nDate and time: 21 July 2022, 5 p.m.\nVenue: Zoom\n\nThe lecture is open to all.\n"
    gathering = read(text, None).gatherings[0]
    assert (gathering.place, gathering.format) == (None, "online")


TALK = """Quiet Tunnels: Who Keeps the Keys?

Birk Town Hall
Friday, March 9, 2018 | 10am-11:30am | Room 485

Siri Dahl will host the hour. Join us for coffee.

Speakers:

Oleg Bykov, Senior Fellow, Hanul Institute
"""


def test_hours_from_which_to_which_tell_of_an_event_that_nothing_calls_one(read):
    (event,) = read(TALK, None).gatherings
    assert (event.type, str(event.start)) == ("other", "2018-03-09")
    assert event.name.startswith("Quiet Tunnels")


def test_the_hour_at_which_a_page_is_published_tells_of_none(read):
    assert (
        read("Minister opens school\n\n27 August 2021, 14:44\n\nMinister Siri Dahl praised the teachers.", None).gatherings
        == ()
    )
