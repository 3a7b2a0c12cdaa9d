"""What a readout reports is of its own days, and what it only speaks of is another occasion."""

from __future__ import annotations

import pytest

HEAD = "Readout of Advisor Karl Weiss’s Meeting with Foreign Secretary Olga Petrova\n\nFebruary 9, 2023\n\n"


@pytest.mark.parametrize(
    "words",
    [
        "Advisor Karl Weiss reiterated support for the talks that are to resume in Lunde on March 3.",
        "Secretary Petrova expressed hope that the two leaders could meet on the margins of the Steppe summit in September.",
    ],
)
def test_a_day_far_from_that_of_the_page_is_not_the_readouts(read, words):
    main = next(g for g in read(HEAD + words, None).gatherings if g.main)
    assert (main.start, main.status) == (None, "held")


def test_the_day_of_the_page_is_the_readouts(read):
    main = next(g for g in read(HEAD + "Advisor Karl Weiss met with her today in Lunde.", None).gatherings if g.main)
    assert str(main.start) == "2023-02-09"


def test_who_is_welcomed_to_a_place_is_no_content_and_who_accompanied_took_part(read, roles):
    words = (
        "Advisor Karl Weiss welcomed Foreign Secretary Olga Petrova to the White House today for their second meeting. "
        "Mr. Weiss was accompanied by Ambassador Erik Sand."
    )
    found = read(HEAD + words, None)
    main = next(g for g in found.gatherings if g.main)
    assert not found.statements
    assert main.place == "White House"
    assert ("Erik Sand", "participant") in roles(main)


def test_steps_that_are_welcomed_are_content(read):
    found = read(HEAD + "Advisor Karl Weiss welcomed the steps taken by Olga Petrova to close the site.", None)
    assert [s.cue for s in found.statements] == ["welcomed"]
