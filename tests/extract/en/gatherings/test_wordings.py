"""Roles and places told by participles, appositions, lists and verbs of planning, with what looks like them."""

from __future__ import annotations

import pytest

EVENT = "Round table on verification held in Lunde\n\n12 May 2021\n\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Opened by Vice Speaker Olga Petrova, the gathering ran all day.", {("Olga Petrova", "opening")}),
        (
            "Greetings were delivered by Min Byung-ok, Vice President of the Haneul Foundation, and by Olga Petrova.",
            {("Min Byung-ok", "opening"), ("Olga Petrova", "opening")},
        ),
        ("Organised by the Ulba Institute, it was attended by forty people.", {("Ulba Institute", "organizer")}),
        ("A video message from Ambassador Olga Petrova followed.", {("Olga Petrova", "opening")}),
        ("A recorded greeting by Karl Weiss was shown.", {("Karl Weiss", "opening")}),
        (
            "Sessions steered by Professor Erik Sand and Dr. Karl Weiss took participants through the history of the zone.",
            {("Erik Sand", "moderator"), ("Karl Weiss", "moderator")},
        ),
        (
            "The round table, a joint undertaking of the Haneul Foundation and the Ulba Institute, lasted a day.",
            {("Haneul Foundation", "organizer"), ("Ulba Institute", "organizer")},
        ),
        (
            "Guests came to an evening with opening remarks by Olga Petrova and Erik Sand, and moderated by Karl Weiss.",
            {("Olga Petrova", "opening"), ("Erik Sand", "opening"), ("Karl Weiss", "moderator")},
        ),
        ("She was followed by Ana Rojas and by Jan Dvorak.", {("Ana Rojas", "speaker"), ("Jan Dvorak", "speaker")}),
        (
            "Present on the second day were Ana Rojas and Jan Dvorak.",
            {("Ana Rojas", "participant"), ("Jan Dvorak", "participant")},
        ),
        (
            "It was a round table for which the Ulba Institute had provided a grant.",
            {("Ulba Institute", "organizer")},
        ),
    ],
)
def test_a_wording_gives_a_role(read, roles, words, expected):
    if words.startswith("She"):
        words = f"Minister Olga Petrova spoke first. {words}"
    assert expected <= roles(read(EVENT + words).gatherings[0])


@pytest.mark.parametrize(
    ("words", "never"),
    [
        ("A report written by Olga Petrova, the commission’s chair, was read.", ("Olga Petrova", "moderator")),
        ("The guests were shown a film and an inquiry chaired by Karl Weiss was mentioned.", ("Karl Weiss", "moderator")),
        ("The round table, an attempt of the Ulba Institute, failed.", ("Ulba Institute", "organizer")),
        ("A letter by Karl Weiss was lost on the way.", ("Karl Weiss", "opening")),
    ],
)
def test_what_only_looks_like_a_role_gives_none(read, roles, words, never):
    assert never not in roles(read(EVENT + words).gatherings[0])


def test_a_body_beside_the_organizer_is_one_too(read, roles):
    words = "A workshop for officers, organized by the Ulba Institute with the Haneul Foundation, took place on 3 May."
    assert roles(read(words).gatherings[0]) == {("Ulba Institute", "organizer"), ("Haneul Foundation", "organizer")}


def test_who_is_asked_to_convene_organizes_and_not_who_asks(read, roles):
    words = "Minister Olga Petrova asked the Lunde Safety Group to convene an extraordinary session, pencilled in for May 27."
    assert roles(read(words).gatherings[0]) == {("Lunde Safety Group", "organizer")}


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("The next workshop is slated for Bishkek in autumn 2022.", "Bishkek"),
        ("The first Steppe Summit, which brought 47 nations to Washington in April 2010, was remembered.", "Washington"),
        ("An extraordinary session is planned for May 27 in Luxembourg.", "Luxembourg"),
        ("Ambassador Olga Petrova travelled to Semey on 11 May.", "Semey"),
        ("A seminar on verification took place at Jeonju Culture Hall on 11 May.", "Jeonju Culture Hall"),
    ],
)
def test_a_place_stands_behind_verbs_of_fixing_and_drawing(read, words, place):
    assert [g.place for g in read(words).gatherings] == [place]


def test_a_country_is_no_place_though_a_state_of_one_city_is(read):
    assert [g.place for g in read("A conference on verification was held in Mongolia on May 27.").gatherings] == [None]


def test_the_verb_of_a_headline_is_no_part_of_its_event(read):
    text = "The 3rd Young Experts’ Workshop Concludes in Tashkent\n\n14 September 2023\n\nThirty scholars took part."
    (one,) = read(text, None).gatherings
    assert (one.name, one.main) == ("3rd Young Experts’ Workshop", True)


@pytest.mark.parametrize(
    "label", ["Notice: ", "[Event] ", "Past Event | ", "Save the Date: ", "Press Release – ", "POSTPONED: "]
)
def test_the_sort_of_page_before_the_headlines_occasion_is_no_part_of_its_name(read, label):
    (one,) = read(
        f"{label}3rd Young Experts’ Workshop\n\nLunde, 14 September 2023\n\nThirty scholars took part.", None
    ).gatherings
    assert (one.name, one.main) == ("3rd Young Experts’ Workshop", True)


def test_facing_reporters_is_a_briefing_and_a_crowd_before_a_building_an_occasion(read, roles):
    words = (
        "Minister Karl Weiss faced reporters in Lunde on 11 May. In Birkholm 600 people gathered outside the embassy on 12 May."
    )
    found = read(words, "2021-05-14").gatherings
    assert [(g.type, g.place) for g in found] == [("briefing", "Lunde"), ("other", "Birkholm")]
    assert roles(found[0]) == {("Karl Weiss", "speaker")}


def test_who_addresses_a_crowd_speaks_there(read, roles):
    words = "Addressing supporters at a rally in Kitwe on May 8, Gershom Lubinda, who leads the party, spoke of theft."
    assert roles(read(words).gatherings[0]) == {("Gershom Lubinda", "speaker")}


def test_a_body_that_adopts_a_resolution_is_no_occasion(read):
    words = "A resolution on assistance was adopted by the UN General Assembly in December 2023."
    assert not read(words).gatherings


def test_a_planned_signing_with_its_day_and_place_is_an_occasion(read):
    (one,) = read("The accord is to be signed in Bergen on June 29.").gatherings
    assert (one.type, one.place, one.status) == ("ceremony", "Bergen", "planned")


def test_a_day_counted_from_an_occasion_is_not_its_own(read):
    words = (
        "The second Steppe Summit was held in Lunde on May 12. Norland gave up its fuel in March 2022, days before the summit."
    )
    assert [str(g.start) for g in read(words).gatherings] == ["2022-05-12"]


def test_an_occasion_to_be_held_on_a_day_has_that_day(read):
    words = "They prepared the third Steppe Dialogue on Critical Minerals, to be held on June 7–8, 2023, in Lunde."
    assert [(str(g.start), str(g.end)) for g in read(words).gatherings] == [("2023-06-07", "2023-06-08")]


def test_a_title_that_names_the_sort_of_page_is_not_its_headline_and_days_are_of_the_events_year(read, roles):
    page = (
        "Past Event | Panel Discussion\n\nAfter the Last Test\n\nDate: Wednesday, 18 September 2019\nVenue: Old Mill, Lunde\n\n"
        "The Birk Institute invited the public to an evening on old sites. "
        "It followed a closed workshop on 17 September, also in Lunde."
    )
    found = read(page, None).gatherings
    assert [(g.name, str(g.start), g.main) for g in found] == [
        ("After the Last Test", "2019-09-18", True),
        ("closed workshop", "2019-09-17", False),
    ]
    assert ("Birk Institute", "organizer") in roles(found[0])


def test_the_city_behind_the_verb_of_the_headline_is_its_place(read):
    text = "The 3rd Young Experts’ Workshop Concludes in Tashkent\n\n14 September 2023\n\nThirty scholars took part."
    assert [g.place for g in read(text, None).gatherings] == ["Tashkent"]


def test_who_was_unable_to_attend_was_not_there_and_who_reads_a_message_speaks(read, roles):
    words = (
        "The Steppe Forum was held in Lunde on 12 May. Roman Berg was unable to attend, "
        "and his message was read out by Olga Petrova. "
        "Jan Kowal attended."
    )
    (one,) = read(words).gatherings
    assert roles(one) == {("Olga Petrova", "speaker"), ("Jan Kowal", "participant")}


def test_a_named_dialogue_is_organized_by_the_bodies_that_hold_it_and_has_countries_as_its_sides(read, roles):
    (one,) = read("The Birk Institute held the third Steppe Dialogue on Nuclear Risk in Lunde on 12 May.").gatherings
    assert roles(one) == {("Birk Institute", "organizer")}
    (one,) = read("Norland and Mongolia held the third Steppe Dialogue on Nuclear Risk in Lunde on 12 May.").gatherings
    assert ("Mongolia", "organizer") not in roles(one)


def test_a_headline_that_says_who_hosts_is_no_name(read):
    text = "Think tank hosts dialogue on nuclear risk\n\nThe Birk Institute held the third Steppe Dialogue in Lunde on 12 May."
    (one,) = read(text).gatherings
    assert one.name == "third Steppe Dialogue"
