"""Matches found by the strings that they begin with are those of the pattern alone."""

import re

from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.openings import beginning_at, in_lines_with

PATTERN = re.compile(r"\b(?:with\s+(?:the\s+)?(?:help|support)\s+of|(?:co-)?funded\s+by)\s+", re.IGNORECASE)
OPENINGS = ("with", "co-f", "funded")
WORDS = st.sampled_from(
    ["with", "With", "the", "help", "SUPPORT", "of", "co-funded", "funded", "by", "unfunded", "İ", "a", "\n"]
)


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_the_same_matches_as_by_trying_all_places(text: str) -> None:
    expected = [match.span() for match in PATTERN.finditer(text)]
    assert [match.span() for match in beginning_at(OPENINGS, PATTERN, text)] == expected


def test_a_match_that_begins_inside_another_one_is_none() -> None:
    text = "with the help of with the help of us"
    assert [match.start() for match in beginning_at(OPENINGS, PATTERN, text)] == [0, 17]


IN_A_LINE = re.compile(r"(?<!\w)(?:(\w+) )?(\w+(?:-\w+)+)(?!\w)(?: (\w+))?")
DASHED = st.lists(st.sampled_from(["a", "bc", "a-b", "-", "--", "c-", "a-b-c", "\n", "\n\n", " "]), max_size=20)


@given(DASHED.map(" ".join) | DASHED.map("".join))
def test_the_same_matches_in_the_lines_with_what_is_needed_as_in_the_whole_text(text: str) -> None:
    expected = [match.span() for match in IN_A_LINE.finditer(text)]
    assert [match.span() for match in in_lines_with(re.compile(r"\w-\w"), IN_A_LINE, text)] == expected
