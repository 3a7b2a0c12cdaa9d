from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "opening",
    [
        "Co-organized by the Lunde Institute for Peace and the Birk Foundation and sponsored by the Embassy of Japan",
        "Jointly organised by the Lunde Institute for Peace, the Birk Foundation and the Embassy of Japan",
        "Organized by the Lunde Institute for Peace and the Birk Foundation, and funded by the Embassy of Japan",
    ],
)
def test_bodies_of_the_participles_that_open_a_sentence_are_organizers(read, roles, opening):
    made = read(f"{opening}, the third Ulba Seminar on Verification was held in Lunde on June 3.").gatherings[0]
    names = {who for who, role in roles(made) if role == "organizer"}
    assert names == {"Lunde Institute for Peace", "Birk Foundation", "Embassy of Japan"}


def test_who_was_moved_by_something_organizes_nothing(read, roles):
    words = "Encouraged by the Birk Foundation, the third Ulba Seminar on Verification was held in Lunde on June 3."
    assert ("Birk Foundation", "organizer") not in roles(read(words).gatherings[0])


def test_all_hosts_of_a_list_are_read_past_their_short_forms(read, roles):
    text = (
        "A report\n\nOn 7 June 2022, the Permanent Mission of Norland, the Lunde Centre of Disarmament (LCD) "
        "and the Birk Energy Agency (BEA) co-hosted a workshop on sensors."
    )
    (workshop,) = read(text).gatherings
    hosts = {name for name, role in roles(workshop) if role == "host"}
    assert {"Lunde Centre of Disarmament", "Birk Energy Agency"} <= hosts


def test_a_body_behind_by_and_its_short_form_is_not_the_last(read, roles):
    hosts = "the Lunde Institute of Law (LIL) and the Birk Institute of Peace (BIP)"
    text = f"A report\n\nThe symposium on 4 June was co-hosted by {hosts}."
    (symposium,) = read(text).gatherings
    assert {("Lunde Institute of Law", "organizer"), ("Birk Institute of Peace", "organizer")} <= roles(symposium)


def test_under_whose_auspices_an_event_is_held_organizes_it(read, roles):
    (event,) = read(
        "A report\n\nUnder the auspices of the Lunde Foundation, a round table was held in Birk on 3 June."
    ).gatherings
    assert ("Lunde Foundation", "organizer") in roles(event)
