"""Correcting a value and its words, and adding a fact by hand, with and without a selection."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from tests.serve.review.conftest import main, send

import onrecord
from onrecord.model import Span
from onrecord.model.recorded import ClaimRecord
from onrecord.record.properties import PROPERTIES
from onrecord.serve.review.fields import KINDS, fields, fields_of_addition
from onrecord.serve.review.passages import places


@pytest.fixture
def report(place: Path) -> str:
    """Return the key of a report of the round table."""
    with onrecord.open(place) as record:
        occasion = max(record.gatherings(type="roundtable"), key=lambda one: len(one.reports))
        return next(one.key for one in occasion.reports if one.evidence.source.url.endswith("01-round-table-narae.html"))


def standing(record: onrecord.Record, report: str, property: str) -> list[ClaimRecord]:
    """Return the claims of one report for a property, without those that were replaced."""
    found = record.view.claims(report)
    return [one for one in found if (one.subject, one.property) == (report, property) and not one.replaced]


def test_a_value_is_corrected_with_the_words_that_state_it(desk: TestClient, place: Path, report: str):
    with onrecord.open(place) as record:
        claim = next(one for one in record.view.claims(report) if one.property == "name" and one.subject == report)
        text = record.view.document(claim.evidence.source.key).text
    start = text.index("June 14")
    path = f"/review/fact/{report}/start"
    answer = send(desk, path, value="2024-06-15", quote="June 14", start=str(start), end=str(start + 7), why="the programme")
    assert answer.status_code == 303
    with onrecord.open(place) as record:
        (made,) = standing(record, report, "start")
        assert (made.value, made.evidence.spans) == ("2024-06-15", (Span(start, start + 7),))
    page = main(desk.get(answer.headers["location"]).text)
    assert "15 June 2024" in page or "2024-06-15" in page
    assert "the programme" in page


def test_pasted_words_are_located_and_where_there_are_several_places_one_is_chosen(desk: TestClient, place: Path, report: str):
    path = f"/review/fact/{report}/place"
    several = send(desk, path, value="Astana", quote="Astana", start="", end="")
    assert several.status_code == 422
    choices = re.findall(r'type="radio" name="start" value="(\d+)"', several.text)
    assert len(choices) > 1
    assert 'value="Astana"' in several.text
    answer = send(desk, path, several.text, value="Astana", quote="Astana", start=choices[1], end="")
    assert answer.status_code == 303
    with onrecord.open(place) as record:
        (made,) = standing(record, report, "place")
        assert made.evidence.spans[0].start == int(choices[1])


@pytest.mark.parametrize(
    ("property", "value", "said"),
    [("start", "soon", "soon"), ("name", "A Name That Is Not There", "does not say"), ("start", "", "No value is given")],
)
def test_a_value_that_cannot_be_is_told_and_what_was_typed_stays(
    desk: TestClient, report: str, property: str, value: str, said: str
):
    refused = send(desk, f"/review/fact/{report}/{property}", value=value, quote="", start="", end="", why="as I read it")
    assert refused.status_code == 422
    assert said in main(refused.text)
    assert "as I read it" in refused.text


def test_words_that_are_not_there_are_told(desk: TestClient, report: str):
    refused = send(desk, f"/review/fact/{report}/start", value="2024-06-15", quote="on a rainy day", start="", end="")
    assert refused.status_code == 422
    assert "These words do not stand in the page" in main(refused.text)


def test_a_value_is_taken_away_where_the_page_states_none(desk: TestClient, place: Path, report: str):
    assert send(desk, f"/review/fact/{report}/place", gone="yes").status_code == 303
    with onrecord.open(place) as record:
        assert record.view.decisions()[0].decision.value is None
        assert standing(record, report, "place") == []


def test_two_who_correct_one_value_are_told_of_each_other(desk: TestClient, second: TestClient, report: str):
    path = f"/review/fact/{report}/attendance"
    seen = second.get(path).text
    send(desk, path, value="61", quote="")
    late = send(second, path, seen, value="62", quote="")
    assert late.status_code == 409
    assert re.search(r"Ana decided on this at .*: 61", main(late.text))
    assert 'value="62"' in late.text


def test_a_fact_is_added_with_its_place(desk: TestClient, place: Path, report: str):
    with onrecord.open(place) as record:
        source = next(one for one in record.view.sources() if one.url.endswith("01-round-table-narae.html"))
    words = "Narae Exchange Foundation and the Saryarka Institute"
    answer = send(
        desk, f"/review/add/{source.key}?kind=participation", desk.get(f"/review/add/{source.key}?kind=participation").text
        .replace(f'action="/review/add/{source.key}"', f'action="/review/add/{source.key}?kind=participation"'),
        quote=words, **{"is-gathering": report, "is-who": "Narae Exchange Foundation", "is-role": "host"},
    )  # fmt: skip
    assert answer.status_code == 303, main(answer.text)
    with onrecord.open(place) as record:
        roles = {(part.who.name, part.role) for part in record.view.gathering(report).participations}
        assert ("Narae Exchange Foundation", "host") in {(name.removeprefix("the "), role) for name, role in roles}
    assert "is added" in main(desk.get(answer.headers["location"]).text)


def test_an_addition_that_lacks_something_keeps_what_was_typed(desk: TestClient, place: Path):
    with onrecord.open(place) as record:
        source = record.view.sources()[0].key
    page = desk.get(f"/review/add/{source}?kind=milestone").text
    refused = send(desk, f"/review/add/{source}", page, quote="", **{"is-kind": "decree", "is-what": "the range"})
    assert refused.status_code == 422
    assert "No words of the page are given" in main(refused.text)
    assert 'value="the range"' in refused.text
    assert '<option value="decree" selected>' in refused.text


def test_other_words_of_a_statement_come_in_place_of_those_that_were_found(desk: TestClient, place: Path):
    with onrecord.open(place) as record:
        said = next(one for one in record.said() if len(one.evidence) == 1 and one.direct and len(one.content) == 1)
        content = said.content[0]
    source = said.evidence[0].source.key
    page = desk.get(f"/review/add/{source}?instead={said.key}").text
    assert content.split()[0] in unescape(page)
    shorter = content[: content.rindex(" ")]
    answer = send(
        desk, f"/review/add/{source}", page, quote=shorter, start="", end="", **{"is-speaker": f"={said.speaker_words}"}
    )
    assert answer.status_code == 303, main(answer.text)
    with onrecord.open(place) as record:
        contents = [one.content for one in record.said()]
        assert (shorter,) in contents
        assert (content,) not in contents


@pytest.mark.parametrize("kind", KINDS)
def test_every_property_has_an_input_and_every_kind_a_form(desk: TestClient, place: Path, kind):
    assert {one.name for one in fields(kind)} == set(PROPERTIES[kind])
    with onrecord.open(place) as record:
        source = record.view.sources()[0].key
    page = desk.get(f"/review/add/{source}?kind={kind}").text
    for field in fields_of_addition(kind):
        assert f'name="is-{field.name}"' in page


@given(st.text(alphabet="ab \n\u200b😀…", min_size=1, max_size=40), st.data())
def test_words_that_are_selected_are_found_where_they_were_selected(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = places(text, text[start:end], start, end)
    if text[start:end].split():
        (((first, last),),) = found
        assert text[first:last] == text[start:end].strip()
        assert start <= first < last <= end
    else:
        assert found == []


def test_words_are_found_whatever_blanks_a_browser_makes_of_them():
    assert places("one\n two  three", "two three") == [(Span(5, 15),)]
    assert places("one two", "three") == []
    assert places("a b a b", "b") == [(Span(2, 3),), (Span(6, 7),)]
    assert places("he came, he said, and went", "he came … and went") == [(Span(0, 7), Span(18, 26))]
