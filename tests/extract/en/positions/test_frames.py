"""One sentence for each way in which a job is told, about invented people and bodies."""

from __future__ import annotations

import pytest

from onrecord import extract_text


@pytest.mark.parametrize(
    ("title", "body", "status", "words"),
    [
        ("sits on", "Defence Committee", "current", "Anna Berg, who sits on the Defence Committee of the Senate, disagreed."),
        (
            "sits on the advisory council",
            "Birk Foundation",
            "current",
            "Anna Berg sits on the advisory council of the Birk Foundation.",
        ),
        (
            "head",
            "Lunde Institute",
            "current",
            "The Senate consented to the appointment of Anna Berg as head of the Lunde Institute.",
        ),
        ("Director", None, "current", "The Senate thanked her for confirming Admiral Anna Berg (Ret.) as Director."),
        ("speaker", None, "current", "The chamber chose Anna Berg as its speaker by 98 votes."),
        ("lawyer", None, "current", "A lawyer by training, Anna Berg disagreed."),
        ("general", None, "former", "The commission declared retired general Anna Berg the winner."),
        ("chief observer", "EU", "current", "EU chief observer Anna Berg disagreed."),
        ("U.S. Attorney", None, "current", "U.S. Attorney Anna Berg disagreed."),
        ("Chaired", "Lunde Council", "current", "Chaired by Anna Berg, the Lunde Council meets on Monday."),
        ("teaches politics", "Lunde University", "current", "Anna Berg, who teaches politics at Lunde University, disagreed."),
        ("headed", "Birk Institute", "former", "Anna Berg, who had headed the Birk Institute since 2009, disagreed."),
        ("Honorary Fellow", None, "current", "Anna Berg, who had headed the Birk Institute, stays on as Honorary Fellow."),
        ("member of the negotiating team", None, "former", "Anna Berg, once a member of the negotiating team, disagreed."),
        ("foreign minister", None, "former", "Anna Berg, then foreign minister of Norland, signed it."),
        (
            "Permanent Secretary",
            None,
            "former",
            "The choice fell on Anna Berg, until then Permanent Secretary in the ministry.",
        ),
        ("Ambassador", None, "current", "First came Director Siri Dahl, then Ambassador Anna Berg, and Ivar Holm."),
        ("inspector", "IAEA", "former", "Anna Berg, formerly an inspector of the IAEA, disagreed."),
        (
            "Vice Minister of Trade",
            None,
            "former",
            "Prof. Anna Berg, Lunde University; former Vice Minister of Trade, spoke first.",
        ),
        (
            "Director",
            "Birk Institute",
            "current",
            "Dr. Anna Berg took office as Director of the Birk Institute on 16 May 2022.",
        ),
    ],
)
def test_a_frame_tells_its_job(title: str, body: str | None, status: str, words: str) -> None:
    found = extract_text(words + "\n", language="en", published="2022-06-15").positions
    assert (title, body, status) in {(p.title, p.organization.name if p.organization else None, p.status) for p in found}


def test_of_two_ministers_side_by_side_each_has_his_own_title() -> None:
    words = (
        "At the invitation of Minister of Trade Siri Dahl, the Minister of Health of Norway, Anna Berg, paid a visit to Oslo."
    )
    found = extract_text(words + "\n", language="en").positions
    assert {(p.person.name, p.title) for p in found} == {
        ("Siri Dahl", "Minister of Trade"),
        ("Anna Berg", "Minister of Health"),
    }


def test_each_of_several_who_are_appointed_has_an_office_of_their_own() -> None:
    words = "The minister has appointed Anna Berg as Chair and Karl Holm as a member of the Lunde Council.\n"
    found = {(one.person.name, one.title) for one in extract_text(words, language="en").positions}
    assert found == {("Anna Berg", "Chair"), ("Karl Holm", "member")}


def test_a_seat_that_is_only_imagined_is_no_office() -> None:
    assert not extract_text("If confirmed, Anna Berg would sit on the Lunde Court.\n", language="en").positions
