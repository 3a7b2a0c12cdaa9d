"""Statements of press offices and of short news: whose words the page is, where a content ends, who is set beside whom."""

from __future__ import annotations

import pytest

from onrecord import extract_text

HEAD = "News of the week\n\nMonday, June 13, 2022\n\n"
CONDOLENCE = """Statement by President Harlan Brand on the Passing of Ambassador Rosa Achter

November 2, 2024

Ambassador Rosa Achter died last night at the age of 91. She joined the service in 1958.

I called her every week. “Talk to people,” she told me.

I believe that the agreements she left us are worth fighting for.
"""


def test_i_is_whose_statement_the_headline_says_the_page_is():
    said = {s.content[0]: s.speaker_name for s in extract_text(CONDOLENCE, language="en").statements}
    assert said["the agreements she left us are worth fighting for"] == "Harlan Brand"
    assert [name for words, name in said.items() if words.startswith("Talk to people")] == ["Rosa Achter"]


def test_i_of_another_page_stays_as_it_is():
    text = CONDOLENCE.replace("Statement by President Harlan Brand on the", "President Harlan Brand on the")
    said = {s.content[0]: s.speaker_name for s in extract_text(text, language="en").statements}
    assert said["the agreements she left us are worth fighting for"] == "I"


REMARKS = """Remarks by President Harlan Brand at the Signing of the Coast Act

September 12, 2023

THE PRESIDENT:  Thank you.  Please have a seat.

Today we take another step.  I want to thank the Majority Leader for her patience.

(The bill is signed.)
"""


def test_one_official_label_makes_a_speech():
    (one,) = extract_text(REMARKS, language="en").statements
    assert (one.rule, one.speaker_name, len(one.content)) == ("transcript", "Harlan Brand", 2)


@pytest.mark.parametrize(
    ("words", "speaker", "content"),
    [
        (
            "The Lunde Institute hailed the treaty as a victory for humanity; its head, Anna Berg, recalled the fires of Ulba.",
            "Lunde Institute",
            "the treaty as a victory for humanity",
        ),
        (
            "A spokesman for the Norland army, Colonel Jonas Vale, urged the rebels to lay down their arms.",
            "Jonas Vale",
            "the rebels to lay down their arms",
        ),
        (
            "We regret that no text was agreed, and we call on all States Parties to return to it in May.",
            "we",
            "all States Parties to return to it in May",
        ),
        (
            "Anna Berg congratulated both leaders on bringing years of diplomacy to a close and thanked Jonas Vale for it.",
            "Anna Berg",
            "both leaders on bringing years of diplomacy to a close",
        ),
        (
            "Anna Berg rejected the new and graver accusations at a press conference in Lunde.",
            "Anna Berg",
            "the new and graver accusations",
        ),
        (
            "Turnout was 71 percent, according to final results published yesterday by the Ulba Election Commission.",
            "Ulba Election Commission",
            "Turnout was 71 percent",
        ),
        ("The regulator reported no damage and no release.", "The regulator", "no damage and no release"),
        (
            "The government of Anna Berg decreed that a repository must open by 2030.",
            "The government of Anna Berg",
            "a repository must open by 2030",
        ),
    ],
)
def test_the_content_ends_where_the_report_does(words, speaker, content):
    assert (speaker, (content,)) in [(s.speaker_name, s.content) for s in extract_text(HEAD + words, language="en").statements]


def test_for_what_somebody_was_congratulated_must_be_told():
    text = "President Anna Berg congratulated Jonas Vale by telephone on Monday."
    assert not extract_text(HEAD + text, language="en").statements


def test_the_sources_below_a_news_item_are_no_text():
    said = "The Civic Union won the vote in Norland on Sunday, the commission said."
    below = '\n\nSources\n\nJana Horak. "Union sweeps to victory" — The Continental, October 17, 2022\n'
    assert not extract_text(HEAD + said + below, language="en").persons
