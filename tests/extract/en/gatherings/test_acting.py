"""Who was there since the page tells what they did, where nothing else tells their role."""

from __future__ import annotations

import pytest

CEREMONY = """A day of memory

The memorial ceremony was held in Lunde on 7 June 2022.

Mayor Siri Dahl rang the bell. Wreaths were laid by Oleg Bykov and the survivor Ruth Okoro.
"""


def test_who_acts_where_an_occasion_is_told_was_there(read, roles):
    expected = {("Siri Dahl", "participant"), ("Oleg Bykov", "participant"), ("Ruth Okoro", "participant")}
    assert expected <= roles(read(CEREMONY).gatherings[0])


@pytest.mark.parametrize(
    "sentence",
    [
        "The hall was built by Siri Dahl.",
        "Siri Dahl had asked for a stone.",
        "In 1994 Siri Dahl fled the town.",
        "Siri Dahl did not come.",
        'From Oslo, Siri Dahl told Radio Lunde that the stone "came too late".',
        "The poem, recited by Siri Dahl, is read in every school.",
    ],
)
def test_who_did_something_elsewhere_or_comments_from_afar_was_not_there(read, roles, sentence):
    text = CEREMONY.replace("Mayor Siri Dahl rang the bell.", sentence)
    assert all(name != "Siri Dahl" for name, _ in roles(read(text).gatherings[0]))


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Dr. Siri Dahl drew parallels with the talks of the last decade.", "speaker"),
        ("Questions were fielded by Dr. Siri Dahl.", "speaker"),
        ("Director Siri Dahl wished the students success.", "opening"),
        ("Dr. Siri Dahl interpreted.", "participant"),
    ],
)
def test_what_is_done_at_an_event_tells_the_role(read, roles, sentence, role):
    text = f"Old test sites\n\nThe Hanul Institute held a seminar on old test sites in Lunde on 7 June 2022. {sentence}"
    assert ("Siri Dahl", role) in roles(read(text).gatherings[0])


def test_nobody_was_at_an_occasion_that_lies_ahead(read, roles):
    text = "Old test sites\n\nThe Hanul Institute will hold a seminar in Lunde on 7 July 2031. Mayor Siri Dahl rang the bell."
    assert all(name != "Siri Dahl" for one in read(text).gatherings for name, _ in roles(one))


HELD = "Old test sites\n\nThe Hanul Institute held a conference on old test sites in Lunde on 7 June 2022. "


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Seated on the panel were Siri Dahl and Dr. Oleg Bykov.", {("Siri Dahl", "speaker"), ("Oleg Bykov", "speaker")}),
        ("Heading the Norlish side was Minister Siri Dahl.", {("Siri Dahl", "participant")}),
        (
            "Travelling with them were Dr. Siri Dahl and Oleg Bykov.",
            {("Siri Dahl", "participant"), ("Oleg Bykov", "participant")},
        ),
        ("Across the table sat Siri Dahl and Oleg Bykov.", {("Siri Dahl", "participant"), ("Oleg Bykov", "participant")}),
        ("First to testify was Siri Dahl, followed by Oleg Bykov.", {("Siri Dahl", "speaker"), ("Oleg Bykov", "speaker")}),
        (
            "The document bears the signatures of Siri Dahl and Oleg Bykov.",
            {("Siri Dahl", "signatory"), ("Oleg Bykov", "signatory")},
        ),
        ("The guest speaker, Ambassador Siri Dahl, was introduced by Oleg Bykov.", {("Siri Dahl", "speaker")}),
        ("Ambassador Siri Dahl was the keynote speaker.", {("Siri Dahl", "speaker")}),
        ("The author Siri Dahl was in conversation with Oleg Bykov.", {("Siri Dahl", "speaker"), ("Oleg Bykov", "speaker")}),
        ("Trainers were Siri Dahl and Oleg Bykov.", {("Siri Dahl", "speaker"), ("Oleg Bykov", "speaker")}),
        ("A panel of Siri Dahl, Ruth Okoro and Oleg Bykov followed.", {("Siri Dahl", "speaker"), ("Oleg Bykov", "speaker")}),
        ("Prizes were presented by Consul Siri Dahl.", {("Siri Dahl", "participant")}),
        ("Ambassador Siri Dahl offered congratulations.", {("Siri Dahl", "opening")}),
        ("It was co-sponsored by the Ulba Foundation.", {("Ulba Foundation", "organizer")}),
    ],
)
def test_lists_that_stand_behind_their_verb_and_what_somebody_is_called(read, roles, sentence, expected):
    assert expected <= roles(read(HELD + sentence).gatherings[0])


def test_the_speaker_of_a_parliament_is_no_speaker_there(read, roles):
    assert ("Siri Dahl", "speaker") not in roles(read(HELD + "Siri Dahl was the speaker of the lower house.").gatherings[0])


def test_who_congratulates_on_an_anniversary_opens_nothing(read, roles):
    text = f"{HELD}Ambassador Siri Dahl offered her congratulations on two centuries of independence."
    assert ("Siri Dahl", "opening") not in roles(read(text).gatherings[0])


def test_a_body_that_hosts_an_event_has_organized_it(read, roles):
    text = (
        "Old test sites\n\nThe forum in Lunde on 7 June 2022 was jointly hosted by the Ulba Foundation and the Hanul Institute."
    )
    assert {("Ulba Foundation", "organizer"), ("Hanul Institute", "host")} <= roles(read(text).gatherings[0])


@pytest.mark.parametrize(
    "words",
    [
        "refused to take part",
        "stayed away",
        "missed the conference",
        "sent his regrets",
        "did not attend",
        "followed it from Oslo",
        "won an election in May",
    ],
)
def test_who_stayed_away_was_not_there(read, roles, words):
    assert all(name != "Oleg Bykov" for name, _ in roles(read(f"{HELD}Oleg Bykov {words}.").gatherings[0]))


def test_of_whom_neither_came(read, roles):
    found = roles(read(f"{HELD}Neither Oleg Bykov nor Ruth Okoro attended the conference.").gatherings[0])
    assert found == {("Hanul Institute", "organizer")}


def test_who_shows_visitors_around_is_their_host(read, roles):
    text = "On 7 June 2022 Minister Ruth Okoro visited the Ulba Museum. She was shown around by the curator, Oleg Bykov."
    assert ("Oleg Bykov", "host") in roles(read(text).gatherings[0])
