from __future__ import annotations

import pytest

NEWS = "News of the week\n\n"


@pytest.mark.parametrize(
    "words",
    [
        "Ambassador Olav Lind addressed the Security Council on 3 June.",
        "On 3 June Ambassador Olav Lind briefed the Security Council on the ban.",
        "Ambassador Olav Lind reported to the Board of Governors on 3 June.",
        "Ambassador Olav Lind will speak before the National Assembly on 3 June.",
        "In a speech to the Norland Parliament on 3 June, Ambassador Olav Lind called for restraint.",
    ],
)
def test_who_speaks_before_a_body_on_a_day_does_so_at_its_sitting(read, roles, words):
    sitting = read(NEWS + words).gatherings[0]
    assert (sitting.type, str(sitting.start)) == ("session", "2022-06-03")
    there = roles(sitting)
    assert ("Olav Lind", "speaker") in there
    assert any(role == "participant" for _, role in there)


@pytest.mark.parametrize(
    "words",
    [
        "In a speech at Lunde University on 3 June, President Olav Lind called for restraint.",
        "President Olav Lind's speech at Lunde University on 3 June drew criticism.",
        "President Olav Lind delivered a speech at Lunde University on 3 June.",
    ],
)
def test_a_speech_in_a_house_is_an_event_told_once(read, roles, words):
    (speech,) = read(NEWS + words).gatherings
    assert (speech.type, roles(speech)) == ("other", {("Olav Lind", "speaker")})


@pytest.mark.parametrize(
    "words",
    [
        "Ambassador Olav Lind told the Security Council last week that the ban works.",
        "Ambassador Olav Lind told the Security Council in a letter on 3 June that the ban works.",
        "The minister reports to the National Assembly every year.",
        "The General Assembly adopted a resolution on 3 June.",
    ],
)
def test_a_week_a_letter_or_a_habit_tells_of_no_sitting(read, words):
    assert not [g for g in read(NEWS + words).gatherings if g.type == "session"]


@pytest.mark.parametrize(
    "words",
    [
        "The General Assembly voted on 3 June to set up a group of experts.",
        "All members of the Security Council voted on 3 June.",
        "The Board of Governors adopted a resolution on 3 June by 20 votes to two.",
    ],
)
def test_a_body_that_votes_sits(read, words):
    assert [(g.type, str(g.start)) for g in read(NEWS + words).gatherings] == [("session", "2022-06-03")]


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Olav Lind attended an emergency session of the Security Council in Lunde on 3 June.", "Security Council"),
        ("Olav Lind took part in the Board of Governors meeting in Lunde on 3 June.", "Board of Governors"),
    ],
)
def test_the_members_of_a_council_attend_its_session(read, roles, words, body):
    assert (body, "participant") in roles(read(NEWS + words).gatherings[0])


def test_states_attend_a_general_assembly(read, roles):
    (session,) = read(NEWS + "Olav Lind spoke at the 76th session of the United Nations General Assembly on 3 June.").gatherings
    assert not any(name.startswith("United Nations") for name, _ in roles(session))
