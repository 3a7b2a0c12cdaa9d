"""How many people came is counted by those who attend and by all who do there what people do."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The institute held a round table in Lunde on June 3. Some 60 scholars and officials compared two cases.", 60),
        ("The institute held a webinar on June 3. More than 120 participants followed the discussion online.", 120),
        ("LUNDE – More than 80 experts, diplomats and guests met in the capital on June 3 for a round table on safety.", 80),
        ("The conference in Lunde on June 3 brought together 150 delegates.", 150),
        ("The lecture in Lunde on June 3 was heard by 200 students.", 200),
        ("Minister Anna Berg opened the forum in Lunde on June 3 before an audience of 300 guests.", 300),
        ("The forum was held in Lunde on June 3. Around 1,250 people packed the hall to hear the debate.", 1250),
        ("The ceremony was held in Lunde on June 3. Some 1,200 residents were there.", 1200),
        ("The ceremony was held in Lunde on June 3. About 90 guests were present.", 90),
        ("The forum was held in Lunde on June 3. There were about 60 people in the hall.", 60),
        ("The forum was held in Lunde on June 3. Attendance was put at 250.", 250),
        ("The forum was held in Lunde on June 3. The organisers put attendance at 90.", 90),
        ("The forum was held in Lunde on June 3. The turnout was over 200.", 200),
        ("The forum was held in Lunde on June 3. Anna Berg told an audience of about 130 that the talks had failed.", 130),
        ("The institute held a summer school for 22 students in Lunde on June 3.", 22),
        ("A workshop for 30 officials was organized in Lunde on June 3.", 30),
    ],
)
def test_people_are_counted(read, text, people):
    assert [g.attendance for g in read(text).gatherings] == [people]


@pytest.mark.parametrize(
    "text",
    [
        "The forum was held in Lunde on June 3. The fire of 2001 killed 40 people.",
        "The forum was held in Lunde on June 3. The 12 experts who wrote the report discussed its next edition.",
        "The forum was held in Lunde on June 3. Three experts discussed the draft.",
        "The forum was held in Lunde on June 3. Some 60 scholars would discuss the draft if it were published.",
        "The forum was held in Lunde on June 3. There were 40 people in the village when the plant opened.",
        "The forum was held in Lunde on June 3. Some 300 residents were ill.",
        "The forum was held in Lunde on June 3. Attendance was free until June 14.",
    ],
)
def test_others_are_not_counted(read, text):
    assert [g.attendance for g in read(text).gatherings] == [None]


def test_a_year_is_no_count_of_guests(read):
    page = read("The fourth Ulba Dialogue is scheduled to take place in Lunde in the autumn of 2023.")
    assert [g.attendance for g in page.gatherings] == [None]
