from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Siri Dahl presided.", "moderator"),
        ("Siri Dahl was in the chair.", "moderator"),
        ("Siri Dahl took the floor.", "speaker"),
        ("Congratulatory messages came from Siri Dahl.", "opening"),
    ],
)
def test_chair_floor_and_messages_give_roles(read, roles, words, role):
    gathering = read(f"The second Lunde Seminar was held in Lunde on June 3. {words}").gatherings[0]
    assert ("Siri Dahl", role) in roles(gathering)
