"""Words as names are written."""

from __future__ import annotations

import pytest

from onrecord.decode import plain
from onrecord.extract.en.names.words import lines
from onrecord.languages.en import parse


def split(text: str) -> list[str]:
    document = plain.decode(text, id="t", language="en")
    return [word.text for line in lines(parse.read(document)) for word in line.words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bae Min-seo’s U.S.-ROK talk", ["Bae", "Min-seo", "U.S.-ROK", "talk"]),
        ("Mr. O'Neill and K. Bek", ["Mr.", "O'Neill", "and", "K.", "Bek"]),
        ("the Workers' Party", ["the", "Workers", "Party"]),
        ("Minister/Speaker Kim", ["Minister", "/", "Speaker", "Kim"]),
        ("Kim, Jr. left.", ["Kim", ",", "Jr.", "left", "."]),
    ],
)
def test_words_are_cut_as_names_need_them(text, words):
    assert split(text) == words


def test_a_contraction_begins_no_name():
    document = plain.decode("Won’t Kim go?", id="t", language="en")
    (line,) = lines(parse.read(document))
    assert [word.capital for word in line.words[:2]] == [False, True]
