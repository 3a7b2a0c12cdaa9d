"""Quotation marks in pairs, alone, and of unusual kinds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.en.quotation import find_quotations


def inner(text: str) -> list[str]:
    return [quotation.inner.of(text) for quotation in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“A door,” he said. “A window.”", ["A door,", "A window."]),
        ('"A door," he said. "A window."', ["A door,", "A window."]),
        ("''A door,'' he said.", ["A door,"]),
        ("«A door», he said.", ["A door"]),
        ("„A door“, he said.", ["A door"]),
        ("‘It’s the workers’ door,’ she said, ‘not mine.’", ["It’s the workers’ door,", "not mine."]),
        ("'I don't know,' he said.", ["I don't know,"]),
        ("He said \"they called it 'a mess' then\".", ["they called it 'a mess' then"]),
        ("the workers' rights and the '90s", []),
        ("He is 6'3\" tall", []),
        ("no marks", []),
    ],
)
def test_marks_of_all_kinds_are_paired(text, expected):
    assert inner(text) == expected


def test_a_quotation_without_its_closing_mark_runs_to_the_end():
    (quotation,) = find_quotations('He said "it is over.')
    assert not quotation.closed
    assert quotation.inner == (9, 20)


def test_a_quotation_without_its_closing_mark_ends_where_the_next_begins():
    assert inner('"It is over. "We go home," he said') == ["It is over.", "We go home,"]


@given(st.text(alphabet="“”\"'‘’«»ab ,.", max_size=40))
def test_quotations_are_in_order_and_inside_the_text(text):
    last = 0
    for quotation in find_quotations(text):
        assert last <= quotation.outer.start <= quotation.inner.start <= quotation.inner.end <= quotation.outer.end <= len(text)
        last = quotation.outer.end
