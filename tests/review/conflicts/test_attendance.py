from __future__ import annotations

import re

import pytest
from tests.made.records import gathering, report, source

from onrecord.review.conflicts import Case, find_conflicts


def number(sentence):
    return int(re.sub(r"\D", "", sentence))


def found(one, other, languages=("en", "en")):
    reports = [
        report(source(name, language=language), stated={"attendance": (number(sentence), sentence)})
        for name, sentence, language in zip("ab", (one, other), languages, strict=True)
    ]
    return find_conflicts(Case((gathering(*reports),)))


def test_numbers_far_apart_are_a_severe_contradiction_told_as_printed():
    (conflict,) = found("About [700] people came.", "Some [1200] people came.")
    assert (conflict.kind, conflict.severity) == ("attendance", "high")
    assert conflict.reason == "Sources count about 700 and about 1,200 people at one occasion."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Some [45] experts came.", "More than [60] experts came."),
        ("[45] experts came.", "[47] experts came."),
        ("Fewer than [50] came.", "At least [60] came."),
        ("[300] or more came.", "[150] or so came."),
    ],
)
def test_numbers_that_cannot_be_read_as_one_are_a_contradiction(one, other):
    assert [conflict.kind for conflict in found(one, other)] == ["attendance"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Approximately [70] people came.", "[72] people came."),
        ("More than [60] came.", "[65] came."),
        ("Nearly [70] came.", "Around [65] came."),
        ("[70] came.", "[70] came."),
        ("[60] or more came.", "About [70] came."),
    ],
)
def test_numbers_that_can_be_read_as_one_are_none(one, other):
    assert not found(one, other)


def test_korean_and_russian_numbers_are_read_with_their_words():
    assert not found("참석자는 약 [50]명이었다.", "Собрались около [52] человек.", ("ko", "ru"))
    assert found("참석자는 [50]여 명이었다.", "Собрались более [90] человек.", ("ko", "ru"))


def test_the_marked_words_may_hold_more_than_the_number():
    assert not found("[Approximately 70 representatives] came.", "[72 people] came.")
    assert found("[70 representatives] came.", "[72 people] came.")
    (conflict,) = found("[More than 60] came.", "About [1,200 people] came.")
    assert "over 60 and about 1,200" in conflict.reason
