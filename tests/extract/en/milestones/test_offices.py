"""Offices that are taken by an oath, and steps that are told without a time of their own."""

from __future__ import annotations

import pytest

from onrecord import extract_text


def test_a_swearing_in_takes_an_office_on_its_day():
    text = "A new envoy\n\nOn 12 March 2024 Vice President Lena Whitlow swore in Ruth Okoro as Special Envoy for Safeguards."
    (one,) = extract_text(text, language="en").milestones
    assert (one.kind, one.what, str(one.date)) == ("office-taken", "Special Envoy for Safeguards", "2024-03-12")


def test_a_time_of_office_that_ended_on_a_day_did_not_begin_then():
    text = "Anna Berg was chair of the board until her resignation in August 2020.\n"
    assert {m.kind for m in extract_text(text, language="en").milestones} == {"office-left"}


def test_what_states_accede_to_people_only_join():
    assert not extract_text("Anna Berg joined the Freedom Union in 1980.\n", language="en").milestones


def test_what_has_happened_since_is_not_dated_by_the_clause_before_it():
    text = "The zone\n\nThe treaty entered into force on 15 July 2009, and 44 states have since ratified it."
    assert [m.kind for m in extract_text(text, language="en").milestones] == ["treaty-in-force"]


def test_the_day_that_opens_an_entry_dates_its_step():
    text = "Earlier news\n\n31.8.2013 The two ministries signed a protocol on radiation safety."
    assert [str(m.date) for m in extract_text(text, language="en").milestones] == ["2013-08-31"]


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("Anna Berg replaced Olav Lind as director of the institute in 1999.", "director of the institute"),
        ("Anna Berg took over as director in 1999.", "director"),
        ("The appointment of Anna Berg as director in 1999 was welcomed.", "director"),
        ("Anna Berg's appointment as director in 1999 was welcomed.", "director"),
    ],
)
def test_other_ways_into_an_office(words, what):
    (one,) = extract_text(f"The institute\n\n{words}", language="en").milestones
    assert (one.kind, one.what, str(one.date)) == ("office-taken", what, "1999")


def test_who_is_removed_from_office_leaves_it():
    (one,) = extract_text("The institute\n\nAnna Berg was removed from office on 3 May 1999.", language="en").milestones
    assert (one.kind, one.what, str(one.date)) == ("office-left", "office", "1999-05-03")
