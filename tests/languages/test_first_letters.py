"""Patterns with a look at the first letter match what they match without it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.first_letters import hastened

EXPRESSIONS = (
    (r"(?<![a-z])(?:one|two)\s(day|night)", re.NOFLAG),
    (r"(?:co-)?host\b|[\d.]+x", re.NOFLAG),
    (r"\b(?i:two|One)\s(?=x)|-\]", re.NOFLAG),
    (r"^\s*(?P<day>\d+)x|two(?!\sx)", re.MULTILINE),
    (r"(?:TWO|one)+\s", re.IGNORECASE),
)
TEXTS = st.lists(
    st.sampled_from(["one", "two", "Two", "ONE", "day", "night", "co-host", "host", "1.5x", "12x", "x", "-]", "\n"]),
    max_size=12,
)


@pytest.mark.parametrize(("expression", "flags"), EXPRESSIONS)
@given(words=TEXTS)
def test_the_same_matches_with_the_same_groups(expression: str, flags: re.RegexFlag, words: list[str]) -> None:
    text = " ".join(words)
    expected = [(match.span(), match.groups()) for match in re.finditer(expression, text, flags)]
    assert [(match.span(), match.groups()) for match in hastened(expression, flags).finditer(text)] == expected


@pytest.mark.parametrize("expression", [r"(?:one)?", r".one", r"[^o]ne", r"\b"])
def test_a_pattern_that_can_begin_with_anything_is_refused(expression: str) -> None:
    with pytest.raises(ValueError, match="nothing is known"):
        hastened(expression)
