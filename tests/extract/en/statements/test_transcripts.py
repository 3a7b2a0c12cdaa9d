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


REMARKS = """Remarks by President Brand and Secretary of State Tarn on Verification

March 3, 2022

PRESIDENT BRAND: Well, welcome. It is good to see you all.

I believe that this treaty was never closer. (Applause.)

We will sign it.

SECRETARY TARN: He told me that last week, too.

Q Mr. President, are you going to Lunde?

THE PRESIDENT: I am. Next week.

Q When will you sign the bill?

THE PRESIDENT: Tomorrow.
"""


def test_a_question_is_a_turn_with_one_space_behind_its_mark():
    said = [s for s in extract_text(REMARKS, language="en").statements if s.rule == "transcript"]
    assert [s.content[-1] for s in said][2] == "Mr. President, are you going to Lunde?"


def test_an_office_before_the_colon_is_who_bears_it():
    said = [s for s in extract_text(REMARKS, language="en").statements if s.rule == "transcript"]
    assert said[3].speaker_name == "Brand"


def test_a_turn_goes_on_behind_applause():
    said = extract_text(REMARKS, language="en").statements
    assert len(said[0].content) == 3


def test_what_the_editors_add_below_an_interview_is_nobodys_answer():
    text = (
        "An interview with Jan Kowal\n\nJan Kowal spoke to Siri Dahl in Lunde.\n\n"
        "Siri Dahl: Is that fair, as you see it now?\n\nJan Kowal: Only in part, as far as I know.\n\n"
        "SD: And what about the others in the room?\n\nJK: They are worth what their owners are worth.\n\n"
        "SD: What would you tell them today?\n\nJK: To read the footnotes first of all.\n\n"
        "The interview was conducted in English and edited for length.\n"
    )
    said = extract_text(text, language="en").statements
    assert len(said) >= 6
    assert not any("edited for length" in part for one in said for part in one.content)


INTERVIEW = """Envoy Mira Talgat looks back

15 May 2022

Mira Talgat led the talks in Lunde for ten years. She spoke to Jonas Vale of the Ulba Daily.

Q: When did you first hear of the plan?

At a dinner in the spring. Nobody believed in it then.

I did not sleep that night.

Q: And who was hardest to win over?

The engineers were. They had built the plant with their own hands.

Talgat left the ministry in 2019.
"""


def test_answers_without_a_label_are_those_of_whom_the_page_interviews():
    said = [
        (s.speaker_name, len(s.content)) for s in extract_text(INTERVIEW, language="en").statements if s.rule == "transcript"
    ]
    assert said == [("Q", 1), ("Mira Talgat", 2), ("Q", 1), ("Mira Talgat", 1)]
