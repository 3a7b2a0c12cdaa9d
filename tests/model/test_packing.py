from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord import extract_file
from onrecord.model import PartialDate, Person, Span
from onrecord.model.packing import packed, unpacked

PAGES = sorted((Path(__file__).parents[2] / "samples" / "pages").glob("0[1-6]*"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_an_extract_comes_back_as_it_was(page: Path):
    facts = extract_file(page)
    assert unpacked(packed(facts)) == facts


def test_what_is_no_noun_is_not_packed():
    with pytest.raises(TypeError, match="no noun"):
        packed({"a": 1})


def test_spans_and_dates_keep_their_types():
    person = Person("p1", "Aigerim Sadykova", mentions=(Span(0, 16),))
    back = unpacked(packed(person))
    assert isinstance(back.mentions[0], Span)
    assert unpacked(packed(PartialDate("2019-04-03?"))) == PartialDate("2019-04-03?")


@pytest.mark.parametrize("text", ['["Popen","ls"]', '["Person","p1"]', '{"a":1}', '["Span",1]'])
def test_json_that_is_not_packed_facts_is_refused(text: str):
    assert json.loads(text)
    with pytest.raises((ValueError, TypeError)):
        unpacked(text)
