"""Calendars with days as headings, and sentences that open with a city."""

from __future__ import annotations

WEEK = (
    "Week ahead: 13-19 November\n\nForeign Ministry\n10 November 2023\n\nMonday, 13 November\n"
    "Minister Anna Berg receives the Ambassador of Norland, Peter Lund.\n\nTuesday, 14 November\n"
    "State Secretary Siri Dahl opens a seminar on nuclear safety at the Birk Institute.\n\nThursday, 16 November\n"
    "Hearing in the Committee on Fuel."
)


def test_what_stands_under_a_day_takes_place_on_it(read):
    days = {g.type: (str(g.start), str(g.end)) for g in read(WEEK, None).gatherings}
    assert days == {
        "meeting": ("2023-11-13", "None"),
        "seminar": ("2023-11-14", "None"),
        "session": ("2023-11-16", "None"),
    }


def test_one_day_on_a_line_is_no_calendar(read):
    text = (
        "Notes from the ministry\n\nMonday, 13 November\n\nAnna Berg, who had visited Oslo, opened a seminar on fuel in Bern."
    )
    assert all(str(g.start) != "2022-11-13" for g in read(text).gatherings if g.type == "visit")


def test_the_city_that_opens_a_sentence_is_that_of_all_its_main_verbs(read):
    text = (
        "In Vienna, March 10-12, Under Secretary Anna Berg will lead the delegation to the Board meeting and hold bilateral "
        "consultations with Director General Peter Lund.\n\nOn March 14 in Prague she will give a speech at Charles University."
    )
    places = {g.type: g.place for g in read(text, "2022-03-01").gatherings}
    assert (places["talks"], places["other"]) == ("Vienna", "Prague")


def test_talks_spoken_of_in_a_city_are_not_held_there(read):
    text = "In Vienna, Anna Berg announced that talks on fuel would be held in August 2022."
    assert all(g.place is None for g in read(text).gatherings)


def test_a_forum_gets_under_way(read):
    (forum,) = read("The Lunde Forum on Nuclear Fuel got under way on 3 June 2022 at the Ulba Hotel.").gatherings
    assert (forum.type, str(forum.start)) == ("forum", "2022-06-03")


def test_days_of_a_journey_are_no_term_of_office(read):
    text = "In Vienna, March 10-12, Under Secretary Anna Berg will lead the Norland delegation to the Board meeting."
    assert not read(text, "2022-03-01").milestones


def test_the_united_nations_are_no_university(read):
    text = "Former UN High Representative Anna Berg met Peter Lund of the University of Norland in Oslo on 3 June 2022."
    assert not any({"UN", "University of Norland"} <= {o.name, *o.aliases} for o in read(text).organizations)
