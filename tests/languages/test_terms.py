"""How long an agreement holds, in the words of three languages."""

from __future__ import annotations

import pytest

from onrecord.languages.terms import terms_in


@pytest.mark.parametrize(
    ("text", "language", "months"),
    [
        ("A three-year memorandum was signed.", "en", 36),
        ("The memorandum is valid for five years.", "en", 60),
        ("협약은 5년간 유효하다.", "ko", 60),
        ("협약 기간은 3년이다.", "ko", 36),
        ("이 양해각서는 서명일로부터 2년간 효력을 가진다.", "ko", 24),
        ("Меморандум действует пять лет.", "ru", 60),
    ],
)
def test_the_term_of_an_agreement_is_read_with_its_months(text: str, language: str, months: int):
    assert [found for _, found in terms_in(text, language)] == [months]


@pytest.mark.parametrize(
    ("text", "language"),
    [("그는 5년간 유효한 사증을 받았다.", "ko"), ("She has worked there for five years.", "en"), ("Договор", "fr")],
)
def test_another_length_of_time_is_no_term(text: str, language: str):
    assert list(terms_in(text, language)) == []
