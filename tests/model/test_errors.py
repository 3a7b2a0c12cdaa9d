"""Errors: one tree, drawn where it is defined; one line each, fault and cure."""

from __future__ import annotations

import inspect
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import errors
from onrecord.model.errors import DateError, OnrecordError

CLASSES = [c for _, c in inspect.getmembers(errors, inspect.isclass) if issubclass(c, OnrecordError)]


def drawn() -> dict[str, str]:
    """Return child → parent as the module's docstring draws them."""
    tree: dict[str, str] = {}
    line_of: list[str] = []
    for line in (errors.__doc__ or "").splitlines():
        match = re.match(r"^    ((?:[│ ]   )*)(?:[├└]── )?(\w+)(?:\s|$)", line)
        if not match or ("Error" not in line and "──" not in line):
            continue
        depth = len(match[1]) // 4 + ("──" in line)
        line_of[depth:] = [match[2]]
        if depth:
            tree[match[2]] = line_of[depth - 1]
    return tree


def test_the_tree_in_the_docstring_is_the_tree_of_classes():
    assert drawn() == {c.__name__: c.__base__.__name__ for c in CLASSES if c is not OnrecordError and c.__base__}


def test_the_drawing_is_read_at_every_depth():
    assert drawn()["PageLocked"] == "PageError"
    assert drawn()["PageError"] == "OnrecordError"


@pytest.mark.parametrize("error", [c for c in CLASSES if c is not DateError])
def test_a_message_names_fault_and_cure(error: type[OnrecordError]):
    raised = error("report.pdf needs a password", "give it with --password")
    assert str(raised) == "report.pdf needs a password: give it with --password"
    assert (raised.fault, raised.cure) == ("report.pdf needs a password", "give it with --password")


def test_a_message_without_a_cure_ends_with_the_fault():
    assert str(OnrecordError("the page is empty")) == "the page is empty"


@pytest.mark.parametrize("error", [c for c in CLASSES if c is not DateError])
@given(fault=st.text(min_size=1), cure=st.text())
def test_a_message_is_one_line_whatever_goes_into_it(error: type[OnrecordError], fault: str, cure: str):
    assert len(str(error(fault, cure)).splitlines()) <= 1


@given(st.text())
def test_a_date_error_is_one_line_shows_the_text_and_is_a_value_error(text: str):
    error = DateError(text)
    assert len(str(error).splitlines()) == 1
    assert repr(text) in str(error) or " ".join(repr(text).split()) in str(error)
    assert isinstance(error, ValueError)


@pytest.mark.parametrize("error", CLASSES)
def test_an_error_says_what_it_stands_for(error: type[OnrecordError]):
    assert error.__doc__
    assert len(error.__doc__.strip().splitlines()[0]) < 100
