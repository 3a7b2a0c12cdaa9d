"""What somebody said at another time than that of the occasion is not said there, and makes nobody a speaker."""

from __future__ import annotations

import pytest

FORUM = "The Lake Forum was held in Lunde on Friday. President Aigul Omarova opened it and said the lake gets a new name. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Earlier this week on Wednesday, Omarova said, “The lake will no longer be a reserve.”",
        "Omarova had previously announced that the lake would be renamed.",
        "Omarova said earlier she might rename the lake.",
        "Omarova told her supporters afterwards that the lake was theirs.",
    ],
)
def test_what_was_said_on_another_day_was_not_said_there(read, sentence):
    first, second = read(FORUM + sentence).statements
    assert (first.gathering, second.gathering) == ("g1", None)


def test_what_was_said_on_one_of_its_days_was_said_there(read):
    text = "Researchers met in Lunde on 3-4 June for a conference on the lake. On 4 June Aigul Omarova said the lake was safe."
    (said,) = read(text).statements
    assert said.gathering == "g1"


def test_who_urged_something_together_from_afar_took_no_part(read, roles):
    text = (
        "On Monday, Prime Minister Boris Hale spoke to the press in Lunde. “We are sorry,” he said. "
        "Northmark's chief constable Nick Arden wrote to the embassy asking it to help. "
        "Both he and the county's Crime Commissioner Stephen Moss, urged the immunity be waived."
    )
    (briefing,) = read(text).gatherings
    assert roles(briefing) == {("Boris Hale", "speaker")}
