"""Names and titles are found by the words, forms and signs by which statements are found."""

from __future__ import annotations

import pytest

from onrecord.model.errors import UsageError
from onrecord.serve.texts import Texts

TITLES = {
    "a": "Talks on a moratorium in Semey",
    "b": "Moratoria and bans: the policies of two governments",
    "c": "Семинар о запрете испытаний",
    "d": "비핵화 토론회",
    "e": "Ban the tests",
}
NAMES = {"p1": "Aliya Senova\nАлия Сенова", "p2": "Senov Karl", "p3": "신애리", "p4": "Marta Senovskaya-Jones"}


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("moratorium", ["a"]),
        ("ban", ["b", "e"]),
        ("policy", ["b"]),
        ("bans policy", ["b"]),
        ("ban -policy", ["e"]),
        ("semey OR test", ["a", "e"]),
        ("“the tests”", ["e"]),
        ("“tests the”", []),
        ("мorato*", []),
        ("morato*", ["a", "b"]),
        ("испытания", ["c"]),
        ("핵화", ["d"]),
        ("semey ban", []),
        ("", []),
    ],
)
def test_titles_are_found_by_forms_phrases_beginnings_and_without(words: str, keys: list[str]):
    assert Texts(TITLES).found(words) == keys


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("seno", ["p1", "p2", "p4"]),
        ("Senova", ["p1"]),
        ("senova aliya", ["p1"]),
        ("сенова", ["p1"]),
        ("jones", ["p4"]),
        ("애리", ["p3"]),
        ("nova", []),
    ],
)
def test_names_are_found_by_how_they_begin(words: str, keys: list[str]):
    assert Texts(NAMES, beginnings=True).found(words) == keys


def test_a_phrase_is_not_found_across_two_names():
    assert Texts(NAMES, beginnings=True).found("“senova алия”") == []


@pytest.mark.parametrize("words", ["-ban", "%", "*"])
def test_what_cannot_be_looked_for_is_said(words: str):
    with pytest.raises(UsageError):
        Texts(TITLES).found(words)
