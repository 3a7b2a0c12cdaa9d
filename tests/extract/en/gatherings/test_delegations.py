"""Who came in a delegation, and who led it: clauses inside its phrase, the other side's without a verb."""

from __future__ import annotations

import pytest

NEWS = "Notes of the week\n\n2026-06-12\n\nFriday, June 12, 2026\n\nThe weather in Lunde was fine.\n\n"


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (
            "Talks took place in Oslo on Thursday. The Kazakh delegation was led by Deputy Foreign Minister Arman Zhakyp, "
            "the Norwegian one by State Secretary Kari Lund.",
            {"Arman Zhakyp", "Kari Lund"},
        ),
        (
            "Talks took place in Oslo on Thursday. The South's side was headed by General Seo Dong-il and the North's by "
            "General Kang Myong-chol.",
            {"Seo Dong-il", "Kang Myong-chol"},
        ),
        (
            "A Kazakh delegation that included Energy Minister Dauren Sabit and adviser Olzhas Beket met Japanese officials "
            "in Tokyo on Thursday.",
            {"Dauren Sabit", "Olzhas Beket"},
        ),
        (
            "Members of the Mazhilis committee on ecology, among them its chairman Edil Zhan and deputy Svetlana Fedorova, "
            "inspected the shut Mangyshlak reactor in Aktau on Thursday.",
            {"Edil Zhan", "Svetlana Fedorova"},
        ),
        (
            "In Astana on Thursday, Assistant Secretary Carla Boyd will lead the U.S. delegation to the Strategic Partnership "
            "Dialogue.",
            {"Carla Boyd"},
        ),
        (
            "The talks in Geneva will start on Sunday. Brian Keller and Reza Kamrani will head the delegations.",
            {"Brian Keller", "Reza Kamrani"},
        ),
    ],
)
def test_those_of_a_delegation_take_part(read, roles, sentences, expected):
    found = {who for g in read(NEWS + sentences, None).gatherings for who, role in roles(g) if role == "participant"}
    assert {who for who in found if " " in who and who[0].isupper() and "delegation" not in who} >= expected


def test_who_leads_a_delegation_to_a_meeting_to_come_is_not_at_the_one_told_beside_it(read, roles):
    text = (
        "On Thursday the ministers held talks in Lunde. They spoke of the visit of Mira Brandt, who will lead the U.S. "
        "delegation to a preparatory meeting in Vienna on October 20."
    )
    talks = next(g for g in read(NEWS + text, None).gatherings if g.type == "talks")
    assert ("Mira Brandt", "participant") not in roles(talks)


def test_who_did_not_take_part_is_not_there_and_the_talks_took_place(read, roles):
    text = (
        "Minister Jamshid Rasulov did not take part in the talks that ended in Samarkand on 5 June 2026. The Kyrgyz delegation "
        "was led by Deputy Minister Nurbek Sooron."
    )
    talks = read(NEWS + text, None).gatherings[0]
    assert (talks.type, talks.place) == ("talks", "Samarkand")
    assert roles(talks) == {("Nurbek Sooron", "participant")}
