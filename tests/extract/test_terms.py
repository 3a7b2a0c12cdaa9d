"""Since when and until when an office is held, by what the page dates of it."""

from __future__ import annotations

import pytest

import onrecord


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Rector Aliya Senova, who left office on March 19, 2019, spoke in Astana.", [("Rector", None, "2019-03-19")]),
        ("Rector Aliya Senova spoke in Astana. Senova resigned in May 2019.", [("Rector", None, "2019-05")]),
        ("Mara Lunde was elected senate speaker on March 20, 2019.", [("senate speaker", "2019-03-20", None)]),
        (
            "Mara Lunde became energy minister in May 2015 and resigned in March 2018.",
            [("energy minister", "2015-05", "2018-03")],
        ),
        ("Joran Tavell, foreign minister since January 2021, met rectors.", [("foreign minister", "2021-01", None)]),
        (
            "Former President Anna Lind, who resigned on 5 May 2020, and President Bo Carl met in Oslo.",
            [("President", None, "2020-05-05"), ("President", None, None)],
        ),
        ("Министр энергетики Олег Ветров вступил в должность 4 мая 2021 года.", [("Министр энергетики", "2021-05-04", None)]),
        ("오세린 외교부 장관은 2021년 5월 4일 자리에서 물러났다.", [("장관", None, "2021-05-04")]),
    ],
)
def test_a_dated_step_tells_the_term_of_the_office_beside_it(text: str, terms: list[tuple[str, str | None, str | None]]):
    found = onrecord.extract_text(text).positions
    assert [(one.title, one.since and str(one.since), one.until and str(one.until)) for one in found] == terms


@pytest.mark.parametrize(
    "text",
    [
        "Rector Aliya Senova spoke in Astana.\nShe left office on March 19, 2019.",  # another paragraph may mean another office
        "Former minister Aliya Senova took up the rectorship in May 2010.",
        "Aliya Senova, rector of the Steppe School and chair of the Lake Fund, left office in 2019.",
    ],
)
def test_a_step_of_another_office_tells_no_term(text: str):
    assert {(one.since, one.until) for one in onrecord.extract_text(text).positions} == {(None, None)}
