"""What a headline and the line beneath it give to the occasion that the first sentence tells in other words."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (
            "Lunde hosts talks on uranium safety\n\n14 October 2026\n\n"
            "On 13 October the Ministry of Energy of Norland hosted in Lunde a round table on the safety of uranium mining. "
            "Vice Minister Daulet Ormanov opened the event.",
            "roundtable",
        ),
        (
            "Norland, Sudria trade accusations at UN meeting\n\n"
            "NEW YORK, May 5, 2026 (WireNet) - Norland and Sudria clashed on Tuesday at a session of the review conference "
            "in New York over the future of arms control.",
            "session",
        ),
    ],
)
def test_talks_of_a_headline_are_what_the_first_sentence_calls_them(read, page, kind):
    assert [g.type for g in read(page, None).gatherings] == [kind]


def test_a_meeting_of_a_headline_and_another_one_of_the_first_sentence_are_two(read):
    page = (
        "Ministers hold second meeting on fuel\n\n14 October 2026\n\n"
        "After the visit of 12 October, Minister Mira Talgat also attended a conference in Oslo on 13 October with her staff."
    )
    assert len(read(page, None).gatherings) > 1


@pytest.mark.parametrize(
    ("page", "place"),
    [
        (
            "Minister Bekov opens the session of the Steppe Club\n\nAstana, 17 November 2026\n\n"
            "Minister Nurlan Bekov opened the session of the Steppe Club on 16 November and spoke of his plans.",
            "Astana",
        ),
        (
            "Norland and the Union\n\n"
            "Brussels, 25 November 2026. The joint session of the energy subcommittee was chaired by Aigul Sarsen.",
            "Brussels",
        ),
        (
            "Parliament opens its spring session\n\n"
            "ASTANA. KazWire. 3 March 2026. The Mazhilis began its spring session on Monday with a report on power plants.",
            "ASTANA",
        ),
        (
            "The Minister's contacts in Geneva\n\n6 March 2026\n\n"
            "On 5 March Deputy Foreign Minister Talant Asanov had a conversation with Under-Secretary Ines Moreau.",
            "Geneva",
        ),
        (
            "The Minister's contacts in Geneva\n\n6 March 2026\n\n"
            "On 5 March Deputy Foreign Minister Talant Asanov, back from Vienna, had a conversation with Ines Moreau.",
            None,
        ),
        (
            "Marguerite Osei on a freeze\n\nThe Potomac Dispatch, May 2, 2026\n\n"
            "Marguerite Osei spoke after a hearing on April 26 before a subcommittee, which she called a fair one.",
            None,
        ),
    ],
)
def test_the_city_set_down_beside_the_day_or_in_the_headline_is_that_of_the_occasion(read, page, place):
    assert read(page, None).gatherings[0].place == place
