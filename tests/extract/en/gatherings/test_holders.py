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
