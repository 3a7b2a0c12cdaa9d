"""Offices that are taken by an oath, and steps that are told without a time of their own."""

from __future__ import annotations

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
