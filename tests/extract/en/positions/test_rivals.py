"""Offices before "and" that mean somebody else whom the page told of."""

from __future__ import annotations

from onrecord import extract_text


def _held(text):
    found = extract_text(text, language="en", published="2022-06-15")
    return {(held.person.name, held.title) for held in found.positions}


def test_the_office_of_another_is_not_that_of_the_one_named_next():
    text = "Vice President Carol Ash came. The Vice President and Secretary of Defense Peter Lund met Minister Eva Dahl."
    assert _held(text) == {("Carol Ash", "Vice President"), ("Peter Lund", "Secretary of Defense"), ("Eva Dahl", "Minister")}


def test_two_offices_of_one_person_stay():
    text = "The Deputy Prime Minister and Minister of Finance Peter Lund held talks with Minister Eva Dahl."
    assert {("Peter Lund", "Deputy Prime Minister"), ("Peter Lund", "Minister of Finance")} <= _held(text)
