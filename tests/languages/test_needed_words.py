"""Letters that a regular expression needs: no expression that matches is left out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.needed_words import NeededWords, needed

LETTERS = st.text("abcd", min_size=1, max_size=4)
EXPRESSIONS = st.recursive(
    LETTERS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.lists(inner, min_size=1, max_size=3).map("".join),
        inner.map(lambda one: f"(?:{one})?"),
        inner.map(lambda one: rf"(?:{one})\s+\w*"),
    ),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("expression", "strings"),
    [
        ("close the site", {"close the site"}),
        (r"(?:die|died) young", {"die young", "died young"}),
        (r"ban\w*\s+on\s+(?:coal|oil)", {"ban"}),
        (r"(?:its\s+)?weapons?", {"weapon"}),
    ],
)
def test_a_match_holds_one_of_these_strings(expression: str, strings: set[str]) -> None:
    assert needed(expression) == frozenset(strings)


@pytest.mark.parametrize("expression", [r"\w+", "(?:coal)?", r"(?:coal|\d)"])
def test_an_expression_without_letters_of_its_own_is_always_tried(expression: str) -> None:
    assert needed(expression) is None
    assert NeededWords([expression]).in_text("") == {0}


def test_an_expression_whose_letters_do_not_stand_in_the_text_is_left_out() -> None:
    assert NeededWords(["disarm", "treaty", "arm"]).in_text("they disarmed") == {0, 2}


@given(st.lists(EXPRESSIONS, min_size=1, max_size=4), st.text("abcd ", max_size=30))
def test_every_expression_that_matches_is_among_those_told(expressions: list[str], text: str) -> None:
    matching = {number for number, one in enumerate(expressions) if re.search(one, text)}
    assert matching <= NeededWords(expressions).in_text(text)
