"""Hard pairs of names are told apart, but for those that are noted as open."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from onrecord import compare_names
from onrecord.match import blocking

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("hard_pairs.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def test_what_is_noted_as_open_is_all_that_is_wrong() -> None:
    wrong = {(a, b) for same, _, a, b, *_ in ROWS if compare_names(a, b).same != (same == "1")}
    assert wrong == {(a, b) for _, _, a, b, *noted in ROWS if noted == ["open"]}


NEVER_COMPARED = {
    ("Хосейн Амир Абдоллахиян", "Hossein Amirabdollahian"),  # two words are one word on the other side
    ("Charles de Gaulle", "샤를 드골"),
    ("Zhang Zhijun", "장즈쥔"),  # a row of consonants begins with one more
    ("Liu Zhenmin", "류전민"),  # may be a Korean name
    ("Zhang Jun", "장쥔"),
    ("Yang Xiyu", "양시위"),
    ("Дай Бинго", "Dai Bingguo"),
    ("Li Bin", "Ли Бинь"),
    ("Чрезвычайный и Полномочный Посол Бакыт Дюсенбаев", "Bakyt Dyussenbayev"),  # titles are taken off before
    ("Yves Herbst", "Ив Хербст"),
    ("Baek, J. H.", "백주현"),  # initials stand for too many syllables
    ("H.-S. Paik", "백학순"),
}
"""Names that are one, and share no key under which a record would compare them."""


def test_names_that_are_one_share_a_key_but_for_those_noted() -> None:
    found = set()
    for same, _, a, b, *noted in ROWS:
        one, other = blocking.keys((a.casefold(),)), blocking.keys((b.casefold(),))
        meets = {key for key, _ in one.looks} & {*other.held} or {key for key, _ in other.looks} & {*one.held}
        if same == "1" and noted != ["open"] and not meets:
            found.add((a, b))
    assert found == NEVER_COMPARED


def test_there_are_enough_of_both_sorts() -> None:
    sorts = Counter(row[0] for row in ROWS)
    assert sorts["1"] >= 60
    assert sorts["0"] >= 40


def test_given_names_that_look_alike_are_two_and_spellings_of_one_are_one() -> None:
    assert not compare_names("Hassan Omari", "Hossein Omari").same
    assert not compare_names("Хасан Омари", "호세인 오마리").same
    assert compare_names("Mohamed Omari", "Мухаммад Омари").same
    assert compare_names("Mohamed Omari", "무함마드 오마리").same


def test_one_letter_is_the_surname_wu_before_one_name_and_an_initial_where_it_has_a_point() -> None:
    assert compare_names("У Лэй", "Wu Lei").same
    assert not compare_names("У. Лэй", "Wu Lei").same
    assert compare_names("У. Омаров", "Улан Омаров").same


def test_initials_are_those_of_the_syllables_of_a_korean_name() -> None:
    assert compare_names("D.-S. Ahn", "안대식").same
    assert compare_names("Ahn D. S.", "Ahn Dae-sik").same
    assert compare_names("Ан Т. С.", "안대식").same
    assert not compare_names("D.-S. Ahn", "안대영").same
    assert not compare_names("D.-S. Ahn", "Ahn Dae-young").same
    assert compare_names("D. S. Lee", "Daniel Samuel Lee").same


def test_surnames_are_told_with_an_h_or_y_that_their_bearers_put_in() -> None:
    assert compare_names("Lhee Dong-geun", "이동근").same
    assert compare_names("Jahng Mi-ok", "장미옥").same
    assert compare_names("Nhoh Ki-taek", "노기택").same
