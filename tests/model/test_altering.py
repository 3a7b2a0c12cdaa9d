"""Copies of facts with some fields changed."""

import dataclasses

import pytest

from onrecord.model import Organization, Person, Position, Span
from onrecord.model.altering import altered

SENOVA = Person("p1", "Aliya Senova", ("Senova",), (Span(0, 12), Span(40, 46)), "title-name")


def test_a_copy_is_what_dataclasses_would_make():
    institute = Organization("o1", "Steppe Institute", (), (Span(20, 36),), "body-ending")
    position = Position(SENOVA, "director", Span(13, 21), Span(0, 40), institute)
    for fact, changes in (
        (SENOVA, {"confidence": 0.5}),
        (position, {"organization": None, "rule": "apposed"}),
        (institute, {}),
    ):
        assert altered(fact, **changes) == dataclasses.replace(fact, **changes)
        assert type(altered(fact, **changes)) is type(fact)


def test_the_fact_itself_stays_as_it_was():
    altered(SENOVA, name="Another")
    assert SENOVA.name == "Aliya Senova"


def test_a_field_that_is_not_there_is_refused():
    with pytest.raises(AttributeError):
        altered(SENOVA, nickname="Aliya")
