"""Pairs compared at once have the scores that they have one by one."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord import compare_names
from onrecord.match.names.batch import PreparedNames, compare_pairs

WORDS = (
    *(
        "Yerbol",
        "Erbol",
        "Ербол",
        "Ерболом",
        "예르볼",
        "Zhantasov",
        "Jantassov",
        "Жантасов",
        "Жантасовым",
        "잔타소프",
        "Y.",
        "Е.",
    ),
    *("Kim", "Gim", "Ким", "김", "Min-ho", "Minho", "Мин Хо", "민호", "김민호", "Jung", "Chŏng", "정", "jr", "de", "эль-"),
    *(
        "Steve",
        "Stephen",
        "Robert",
        "Bob",
        "Ivanovich",
        "Иванович",
        "Tūrsyn",
        "Dr.",
        "대사",
        "김민호대사",
        "李",
        "Ωmega",
        "Hassan",
        "Hossein",
        "Мухаммад",
        "무함마드",
        "У",
        "Wu",
        "7",
        "-",
        ",",
    ),
)
names = st.lists(st.sampled_from(WORDS) | st.text("abeши김ㅎ-. ,'ŏ", max_size=5), max_size=4).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(names, names), min_size=1, max_size=8))
@example([("Kim Jong Un", "Kim Jong Il"), ("Y. Zhantasov", "Ербол Жантасов"), ("El Baradei", "ElBaradei"), ("", "Kim")])
@example([("Ерболом Жантасовым", "Yerbol Zhantasov"), ("Zhantasov, Yerbol", "예르볼 잔타소프"), ("Kim", "Kim")])
def test_pairs_at_once_score_as_one_by_one(pairs: list[tuple[str, str]]) -> None:
    found = compare_pairs([a for a, _ in pairs], [b for _, b in pairs], few=0)
    assert found.tolist() == [compare_names(a, b).score for a, b in pairs]


@pytest.mark.parametrize("few", [0, 9])
def test_a_name_in_many_pairs_is_given_by_its_place(few: int) -> None:
    prepared = PreparedNames(["Kim Min-ho", "김민호", "Bolat Omarov"])
    scores = prepared.scores([0, 0, 1], [1, 2, 0], few=few)
    assert scores[0] == scores[2] > 0.5 > scores[1]


def test_no_pairs_have_no_scores() -> None:
    assert compare_pairs([], []).size == compare_pairs([], [], few=0).size == 0
