from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.languages.word_forms import fold, forms, pieces, stem, tokens, without_particle


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Québec", "quebec"),
        ("ЁЛКА", "елка"),
        ("догово\u0301р", "договор"),
        ("ﬁle", "file"),
        ("비핵화", "비핵화"),
        ("край", "край"),
    ],
)
def test_a_word_is_folded_to_plain_small_letters(word: str, folded: str):
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("testing", "tests"),
        ("inspections", "inspection"),
        ("denuclearization", "denuclearize"),
        ("полигона", "полигоном"),
        ("переговоров", "переговоры"),
    ],
)
def test_forms_of_one_word_have_one_stem(one: str, other: str):
    assert stem(one) == stem(other)


def test_a_korean_word_is_indexed_by_pairs_of_letters_and_its_last_one():
    assert forms("비핵화를 지지") == ("비핵 핵화 화를 를 지지 지", "")


def test_a_word_is_cut_where_its_script_changes():
    assert [(piece.form, piece.script) for piece in pieces("6자회담 IAEA의")] == [
        ("6", "word"),
        ("자회담", "syllables"),
        ("iaea", "word"),
        ("의", "syllables"),
    ]


def test_the_possessive_is_no_part_of_a_name():
    assert forms("Karatal's lake and the lakes’ shores")[0] == "karatal lake and the lakes shores"


@pytest.mark.parametrize(("asked", "bare"), [("비핵화를", "비핵화"), ("회의에서", "회의"), ("마을", "마을"), ("정책", "정책")])
def test_a_particle_is_taken_off_where_two_syllables_are_left(asked: str, bare: str):
    assert without_particle(asked) == bare


@given(st.text(max_size=60))
@example("㐀¼")
def test_every_piece_stands_where_it_says(text: str):
    for piece in pieces(text):
        assert 0 <= piece.start < piece.end <= len(text)
        for token, start, end in tokens(piece):
            assert token
            assert piece.start <= start < end <= piece.end
            if fold(text[piece.start : piece.end]) == piece.form:  # else its letters cannot be told apart: 가¼
                assert fold(text[start:end]).startswith(token[:1])


@given(st.text(max_size=60))
def test_what_is_indexed_is_letters_and_digits_with_blanks_between(text: str):
    words, _ = forms(text)
    assert all(token.isalnum() for token in words.split())
