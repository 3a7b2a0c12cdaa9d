"""Rows of consonant classes of all words at once are those of each word by itself."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.match.names.keys import short
from onrecord.match.names.words import words
from onrecord.match.whole.sounding import CLASSES, rows_of_words

ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "абвгджзийклмнопрстухцчшщыэюяәғқңөұүһі", "가각낙달락맘밥셀앙찹칼탈팔할", "éŏūøß李ωr")
text = st.sampled_from(ALPHABETS).flatmap(lambda letters: st.text(letters, min_size=1, max_size=27))


def code(row: str) -> int:
    found = 0
    for letter in row:
        found = found * 9 + CLASSES.index(letter) + 1
    return found


@settings(max_examples=300, deadline=None)
@given(st.lists(text, max_size=6))
@example(["schwarzenegger", "아셀", "arr", "aeiou", "Иванович", "thjcxthjcx", "x"])
@example([])
def test_rows_at_once_are_those_of_each_word(texts: list[str]) -> None:
    found = [word for name in texts for word in words(name)]
    sizes, rows = rows_of_words(found)
    at = 0
    for word, (whole, lost) in zip(found, sizes.tolist(), strict=True):
        expected = short(word)
        assert rows[at : at + whole].tolist() == [code(row) for row in expected[0]]
        assert rows[at + whole : at + whole + lost].tolist() == [code(row) for row in expected[1]]
        at += whole + lost
    assert at == len(rows)
