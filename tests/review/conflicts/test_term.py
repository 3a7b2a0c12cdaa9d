from __future__ import annotations

import pytest
from tests.made.records import gathering, report, source

from onrecord.languages.terms import terms_in
from onrecord.review.conflicts import Case, find_conflicts


def found(one, other):
    texts = {"d-a": one, "d-b": other}
    reports = [report(source(name), type="ceremony") for name in "ab"]
    return find_conflicts(Case((gathering(*reports),), text=texts.__getitem__))


def test_two_terms_for_one_agreement_are_a_contradiction_with_both_sentences():
    (conflict,) = found("They signed it. The document is valid for five years.", "A three-year memorandum was signed by both.")
    assert (conflict.kind, conflict.severity) == ("term", "medium")
    assert conflict.reason == "Sources say that what was agreed holds for 5 years and 3 years."
    assert [side.evidence.wording for side in conflict.sides] == ["valid for five years", "three-year memorandum"]
    assert conflict.sides[0].evidence.sentence == "The document is valid for five years."


def test_one_term_in_two_wordings_is_none():
    assert not found("A two-year agreement was signed.", "The agreement runs for 24 months.")


def test_a_source_that_gives_no_term_contradicts_nobody():
    assert not found("A two-year agreement was signed.", "The agreement was signed after two years of talks.")


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("a ten-year framework agreement", [120]),
        ("The treaty is concluded for a period of twenty-five years", [300]),
        ("the 18-month cooperation program", [18]),
        ("a memorandum, valid for 5 years", [60]),
        ("He worked there for five years.", []),
        ("The memorandum ended many-year disputes about the lake", []),
        ("a 60-year-old agreement", []),
        ("The mill was valid for five years", []),
    ],
)
def test_a_term_belongs_to_an_agreement(text, months):
    assert [found for _, found in terms_in(text, "en")] == months


@pytest.mark.parametrize(
    ("text", "language", "months"),
    [
        ("Меморандум рассчитан на пять лет.", "ru", [60]),
        ("Подписан трехлетний рамочный меморандум.", "ru", [36]),
        ("Соглашение действует в течение 18 месяцев.", "ru", [18]),
        ("Он работал там в течение пяти лет.", "ru", []),
        ("Договор подписан в 1998 году, спустя пять лет.", "ru", []),
        ("양측은 3년 기한의 양해각서를 체결했다.", "ko", [36]),
        ("이 협정의 유효기간은 서명일로부터 5년이다.", "ko", [60]),
        ("양측은 5년간 유효한 협정에 서명했다.", "ko", [60]),
        ("2023년 협정에 따라 회의를 열었다.", "ko", []),
        ("그는 5년간 대사로 일했다.", "ko", []),
    ],
)
def test_terms_are_read_in_russian_and_korean(text, language, months):
    assert [found for _, found in terms_in(text, language)] == months


def test_a_language_without_words_for_terms_gives_none():
    assert list(terms_in("a three-year memorandum", "fr")) == []


def test_russian_terms_are_read_beside_the_agreement_that_they_are_of():
    text = "Стороны заключили меморандум сроком на три года. Соглашение рассчитано на 18 месяцев. Он жил пять лет."
    assert [(span.of(text), months) for span, months in terms_in(text, "ru")] == [
        ("сроком на три года", 36),
        ("рассчитано на 18 месяцев", 18),
    ]
