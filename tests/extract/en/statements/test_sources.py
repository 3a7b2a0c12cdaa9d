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
