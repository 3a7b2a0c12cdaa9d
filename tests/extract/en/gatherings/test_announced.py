"""Days without a year on a page without a date: the page announces something, and speaks in the year before that."""

from __future__ import annotations

import pytest

from onrecord import extract_text

AHEAD = "In August 2031 Sorland will celebrate the 30th anniversary of the decree on the lake."


@pytest.mark.parametrize(
    ("told", "ahead", "start"),
    [
        ("The embassy has organized a Nov. 25 webinar on the lake.", AHEAD, "2030-11-25?"),
        ("The institute held a forum in Lunde on 3 March.", AHEAD, "2031-03-03?"),
        ("On 6 June the two rectors met in Lunde.", "In May 2031 they will meet again.", "2030-06-06?"),
        ("The institute held a forum in Lunde on 3 March.", f"It was founded in 2029. {AHEAD}", "2031-03-03?"),
    ],
)
def test_a_past_day_is_the_last_before_what_is_announced_and_is_marked_as_inferred(read, told, ahead, start):
    extract = read(f"{told} {ahead}", published=None)
    first = extract.gatherings[0]
    assert (str(first.start), first.start_basis, extract.refused) == (start, "announcement", 0)


@pytest.mark.parametrize(
    "text",
    [
        "The institute held a forum in Lunde on 3 March. The treaty will expire in May 2041.",
        "The institute held a forum in Lunde on 3 March. It was founded in 2019. In May 2041 Lunde will host the Games.",
        "The institute will hold a forum in Lunde on 3 March. In May 2031 it will host the next one.",
        "The institute held a forum in Lunde on 3 March. It celebrated its anniversary in May 2031.",
    ],
)
def test_the_year_stays_open_where_the_announcement_does_not_tell_it(read, text):
    assert str(read(text, published=None).gatherings[0].start) == "XXXX-03-03"


def test_a_day_that_the_year_does_not_have_stays_open(read):
    text = f"The institute held a forum in Lunde on 29 February. {AHEAD}"
    assert str(read(text, published=None).gatherings[0].start) == "XXXX-02-29"


def test_the_date_of_the_page_goes_before_what_it_announces(read):
    text = f"The institute held a forum in Lunde on 3 March. {AHEAD}"
    assert str(read(text, published="2029-03-05").gatherings[0].start) == "2029-03-03"


@pytest.mark.parametrize(
    ("words", "name", "status"),
    [
        (
            "handed over an invitation to the Lunde Forum of Parliaments on Disarmament, to be held on 21 March 2024.",
            "Lunde Forum of Parliaments on Disarmament",
            "planned",
        ),
        (
            "spoke at the Lunde Forum of Parliaments on Disarmament, which was held on 21 March 2023.",
            "Lunde Forum of Parliaments on Disarmament",
            "held",
        ),
        ("discussed the coming visit of a delegation to Seoul and the exchange of archives.", None, "planned"),
    ],
)
def test_what_is_told_as_held_or_to_come_is_an_occasion_and_no_body(words, name, status):
    text = f"Press Service\n\nAmbassador Orla Vane met Minister Ann Lee in Lunde on 14 November. The ambassador {words}"
    found = extract_text(text, language="en", published="2023-11-15")
    assert not any("Forum" in body.name for body in found.organizations)
    assert [(g.name if name else None, g.status) for g in found.gatherings[1:]] == [(name, status)]


def test_a_visit_is_not_called_by_what_else_was_discussed():
    text = (
        "Press Service\n\nBoth sides discussed on 3 May the coming visit of a delegation to Seoul and the exchange of archives."
    )
    found = extract_text(text, language="en", published="2023-05-04").gatherings
    assert [g.name for g in found if g.type == "visit"] == ["coming visit of a delegation to Seoul"]
