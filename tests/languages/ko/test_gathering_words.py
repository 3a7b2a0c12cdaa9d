"""Nouns for gatherings at the end of Korean words."""

from __future__ import annotations

import pytest

from onrecord.languages.ko.gathering_words import LECTURE, head_of, held_head


@pytest.mark.parametrize(
    ("word", "head", "kind"),
    [
        ("국제학술회의", "학술회의", "conference"),
        ("세미나에서", "세미나", "seminar"),
        ("수석대표회담", "수석대표회담", "talks"),
        ("현장탐방", "탐방", "visit"),
        ("정년퇴임식", "퇴임식", "ceremony"),
        ("평화음악제", "음악제", "other"),
        ("제3강", LECTURE, "other"),
        ("제3강의", LECTURE, "other"),
    ],
)
def test_the_longest_noun_that_ends_a_word_tells_the_type(word: str, head: str, kind: str):
    assert head_of(word) == (head, kind)


@pytest.mark.parametrize("word", ["강의실", "재단", "강"])
def test_other_words_are_no_gatherings(word: str):
    assert head_of(word) is None


def test_what_is_an_occasion_only_where_it_is_held_stands_apart():
    assert (head_of("준비위원회"), held_head("준비위원회")) == (None, ("준비위원회", "session"))
