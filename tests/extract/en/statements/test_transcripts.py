"""Turns of speech in transcripts."""

from __future__ import annotations

from onrecord import extract_text

BRIEFING = """Daily Briefing by the Spokesperson, 6 February 2020

SPOKESPERSON MIRA TALGAT: Good afternoon, everyone. I have two announcements.

The minister will be in Lunde tomorrow, and he will meet the press there.

QUESTION: Thank you. Jonas Vale, Ulba Daily. Will he take the train?

MS. TALGAT: He will. I would refer you to the railways for details.

(The briefing was concluded at 2:47 p.m.)
"""


def test_a_turn_goes_on_over_paragraphs_without_a_label_and_ends_at_a_bracket():
    said = [s for s in extract_text(BRIEFING, language="en").statements if s.rule == "transcript"]
    assert [len(s.content) for s in said] == [2, 1, 1]
    assert said[0].content[1].startswith("The minister will be in Lunde")


def test_who_asks_and_gives_a_name_is_the_speaker():
    said = [s for s in extract_text(BRIEFING, language="en").statements if s.rule == "transcript"]
    assert said[1].speaker_name == "Jonas Vale"
