from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "speaker", "content"),
    [
        (
            "According to a report published by the Ulba Institute on Monday, 4,200 drums were sunk in the lake.",
            "Ulba Institute",
            "4,200 drums were sunk in the lake",
        ),
        (
            "The participants adopted an appeal urging all states to join the moratorium on testing.",
            "The participants",
            "all states to join the moratorium on testing",
        ),
        ("Mira Talgat offered the help of her government in clearing the lake.", "Mira Talgat", "help of her government"),
        (
            "Mira Talgat reported on preparations for the conference to be held next year.",
            "Mira Talgat",
            "preparations for the",
        ),
    ],
)
def test_who_published_adopted_offered_or_reported_is_the_speaker(read, words, speaker, content):
    assert any(one.speaker_name == speaker and content in one.content[0] for one in read(words))


def test_the_day_of_an_announcement_is_no_speaker(read) -> None:
    found = read("They built a partnership called Birk, announced today.\n")
    assert "today" not in {one.speaker_name for one in found}


def test_he_who_speaks_on_is_who_spoke_before(read):
    text = "Jonas Vale said on Monday that Mira Talgat was to visit the lake.\n\n“The trip is part of our work,” he added."
    assert read(text)[-1].speaker_name == "Jonas Vale"
    quoted = (
        "The agency quoted Jonas Vale as saying the team, to be led by Erik Aas, would count.\n\nHe said the count was late."
    )
    assert read(quoted)[-1].speaker_name == "Jonas Vale"


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Director of the Fuel Department of the Lunde Ministry Dr. Anna Berg outlined the plans of the country.", "Anna Berg"),
        ("Norland has indicated its willingness to resume talks on fuel in the spring.", "Norland"),
        ("The lake will be closed to all boats from Friday, the MFA press service informs.", "the MFA press service"),
    ],
)
def test_who_speaks_is_no_body_or_word_beside_him(read, words, speaker):
    assert [one.speaker_name for one in read(words)] == [speaker]


def test_a_proposal_says_nothing(read):
    assert not read("The proposal calls for first promises to address the concerns.")
