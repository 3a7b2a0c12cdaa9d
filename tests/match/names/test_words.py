"""A written name as words: the short way of most names leads where the long one does."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.match import words as signs
from onrecord.match.names import words

PIECES = (
    *(
        "Aliya",
        "SENOVA",
        "A.",
        "Ju-hyun",
        "Dr.",
        "dr",
        "Jr.",
        "iii",
        "Ambassador",
        "Vice",
        "Minister",
        "Prof",
        "O'Hara",
        "José",
    ),
    *(
        "Алия",
        "у",
        "Давэй",
        "А.",
        "г-н",
        "посол",
        "Ағыбай",
        "백주현",
        "백주현대사",
        "김",
        "대사",
        "İlker",
        "\u212aim",
        "-",
        "",
        "5",
        "Sen,",
    ),
    *("Стрижова-Вельяминова", "Дж.", "응우옌푸쫑", "또럼", "аш-Шараби", "ash-Sharabi", "Nguyễn"),
    *("안토니오", "아르세니예비치", "백주현선임연구원", "Öztürkoğlu", "Čechová-Nováková", "Řehoř.", "Mañuel", "ash-sharabi-"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=5).map(" ".join))
@example("У Давэй")
@example("Vice Minister Aliya Senova")
@example("\u212aim Ju-hyun")
def test_words_that_are_no_titles_are_found_the_short_way_as_the_long_way(name: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "easy_word", lambda piece: None)  # noqa: ARG005 - nothing is easy
        long_way = words.words.__wrapped__(name)
    assert words.words.__wrapped__(name) == long_way


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=30))
def test_the_plain_form_of_a_name_in_latin_letters_has_words_and_no_signs(name: str) -> None:
    assert signs.plain(name) == " ".join(re.findall(r"[^\W_]+(?:[-'][^\W_]+)*", name.lower()))
