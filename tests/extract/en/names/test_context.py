from __future__ import annotations

import pytest

from onrecord import extract_text


@pytest.mark.parametrize(
    ("bodies", "words"),
    [
        ({"Holm & Lunde Renewables"}, "It was signed by Anna Berg, Chief Executive of Holm & Lunde Renewables."),
        ({"Blue Fjord Initiative"}, "Anna Berg, director of the Blue Fjord Initiative, disagreed."),
        ({"Radio Lunde"}, "The panel was moderated by Anna Berg of Radio Lunde."),
        (
            {"Committee on Trade", "Verkhovna Rada"},
            "Anna Berg, who chairs the Committee on Trade of the Verkhovna Rada, spoke.",
        ),
        (
            {"Trade and Health Committee", "National Assembly"},
            "She sits on the Trade and Health Committee of the National Assembly.",
        ),
        ({"Prime Minister's Office"}, "The visit was announced by the Prime Minister's Office on Monday."),
        (set(), "Anna Berg, Director of Public Affairs, disagreed."),
    ],
)
def test_the_words_before_a_name_make_it_a_body(bodies: set[str], words: str) -> None:
    assert {body.name for body in extract_text(words + "\n", language="en").organizations} == bodies


def test_what_somebody_told_something_is_a_medium() -> None:
    words = '"Please do not follow our example," Anna Berg told The Steppe Courier.'
    assert [body.name.removeprefix("The ") for body in extract_text(words + "\n", language="en").organizations] == [
        "Steppe Courier"
    ]
