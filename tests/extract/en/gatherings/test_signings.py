"""A signing is a ceremony where its day and place are told; what was signed long ago is history."""

from __future__ import annotations

import pytest


def test_day_and_place_of_one_signing_may_stand_in_two_sentences(read, roles):
    text = (
        "LUNDE – A centre and an institute will train inspectors under a memorandum signed on Thursday, June 9.\n\n"
        "Olaf Brandt, the director of the Norland Centre for Mine Safety, and Siri Dahl, president of the Birk Institute, "
        "signed the document in Lunde in the presence of Ambassador Ivar Holm.\n\nThe memorandum is valid for three years."
    )
    (signing,) = read(text).gatherings
    assert (signing.type, str(signing.start), signing.place) == ("ceremony", "2022-06-09", "Lunde")
    assert roles(signing) >= {("Olaf Brandt", "signatory"), ("Siri Dahl", "signatory")}


def test_a_signing_ceremony_named_beside_it_is_the_same(read):
    text = (
        "A school for Lunde\n\nThe signing ceremony in Lunde. Photo: Birk Institute\n\n"
        "Olaf Brandt and Siri Dahl signed a memorandum on the school in Lunde on June 9."
    )
    assert [(g.type, str(g.start)) for g in read(text).gatherings] == [("ceremony", "2022-06-09")]


@pytest.mark.parametrize(
    "text",
    [
        "A memorandum signed on Thursday, June 9, by the Birk Institute and the Norland Centre in Lunde sets up a school.",
        "The memorandum, which was signed in Lunde on June 9 by Olaf Brandt and Siri Dahl, is valid for five years.",
        "On 9 June 2022, the Birk Institute signed a memorandum with the Norland Centre in Lunde.",
    ],
)
def test_a_signing_is_told_in_many_ways(read, text):
    assert [(g.type, str(g.start), g.place) for g in read(text).gatherings] == [("ceremony", "2022-06-09", "Lunde")]


@pytest.mark.parametrize(
    "text",
    [
        "The two institutes work together under an agreement signed on June 9, 2012.",
        "Norland is a party to the Treaty of Oslo, signed in Oslo on 3 March 1992.",
        "The mayor signed the document in Lunde.",
    ],
)
def test_history_and_a_signing_without_a_day_are_no_ceremony(read, text):
    assert read(f"Mines\n\n{text}").gatherings == ()


def test_what_is_only_recalled_on_a_page_without_a_date_is_no_ceremony(read):
    text = "Minister Erik Vale recalled that his country signed the treaty on mines on Sept. 8, 2006, in Oslo."
    assert read(f"Mines\n\n{text}", None).gatherings == ()


def test_readiness_to_host_a_meeting_is_no_meeting(read):
    text = "Minister Erik Vale expressed the readiness of Norland to host the next meeting of mine states in Lunde."
    assert read(text).gatherings == ()
