"""Steps that are told as coming, by an infinitive, or by the one who was the thirtieth to take them."""

from __future__ import annotations

import pytest

from onrecord import extract_text


def steps(text):
    return [(m.kind, str(m.date)) for m in extract_text(text, language="en", published="2022-06-15").milestones]


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("On Saturday, Honduras became the 50th state to ratify the treaty.", "treaty-ratified", "2022-06-11"),
        ("Norland became on Monday the second country to withdraw from the convention.", "withdrawal", "2022-06-13"),
        ("Her vote clears the way for the pact to enter into force on October 22.", "treaty-in-force", "2022-10-22"),
        ("Anna Berg will travel to Lunde on July 3 to open the new consulate there.", "facility-opened", "2022-07-03"),
        ("The minister confirmed the intention to reopen the embassy in Lunde next year.", "facility-opened", "2023"),
        ("Anna Berg said she would step down as party leader in November.", "office-left", "2022-11"),
        ("The company announced it would shut down the reactor in May 2023.", "facility-shut", "2023-05"),
        ("The last of the warheads will be dismantled by March.", "weapons-dismantled", "2023-03"),
        ("Norland withdrew from the treaty banning missiles in the region in 2010.", "withdrawal", "2010"),
        ("Norland tested its first, and so far only, nuclear device in October 2011.", "nuclear-test", "2011-10"),
        ("On Monday the president signed National Security Memorandum 31.", "decree", "2022-06-13"),
        ("The president signed the Clean Harbors Act into law on Tuesday.", "decree", "2022-06-14"),
        ("Anna Berg came to power in February 2014.", "office-taken", "2014-02"),
        ("Anna Berg remained president of the council until 1989.", "office-left", "1989"),
        ("The cabinet discussed the resignation of Anna Berg on Monday.", "office-left", "2022-06-13"),
        ("The ministers welcomed the signature of the agreement on May 30.", "agreement", "2022-05-30"),
    ],
)
def test_a_step_is_dated_by_the_words_that_announce_it(text, kind, date):
    assert steps(text) == [(kind, date)]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg said that her country would ratify the treaty in 2023 if others did.",
        "Anna Berg returned to Oslo in 2014.",
        "Without a majority she would step down in November.",
        "The resignation on Monday came as a surprise.",
    ],
)
def test_what_is_only_possible_is_no_step(text):
    assert steps(text) == []
