"""Who "I" is."""

from __future__ import annotations

from onrecord import extract_text

PAGE = """A trip to Lunde

I visited Lunde on 19 September 2021 together with colleagues. In the afternoon I met Mayor Siri Dahl.

{signature}
"""


def visitors(signature: str) -> set[str]:
    found = extract_text(PAGE.format(signature=signature), language="en").gatherings
    return {p.who.name for one in found for p in one.participations if p.role == "participant" and hasattr(p.who, "name")}


def test_who_signs_the_page_is_who_visited_and_met():
    assert visitors("Anna Berg, Ambassador of Norland") == {"Anna Berg", "Siri Dahl"}


def test_nobody_is_taken_for_the_author_of_a_page_that_is_not_signed():
    assert visitors("The embassy is closed on Fridays.") == {"Siri Dahl"}
