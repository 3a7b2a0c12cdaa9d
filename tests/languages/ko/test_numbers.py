from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.ko.numbers import numbers_before, value_of


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("70", 70),
        ("1,200", 1200),
        ("3만5천", 35_000),
        ("3만 5천", 35_000),
        ("3만5000", 35_000),
        ("1만2,500", 12_500),
        ("2천", 2000),
        ("1.5만", 15_000),
        ("12억 3000만", 1_230_000_000),
        ("백이십", 120),
        ("천오백", 1500),
        ("이만", 20_000),
        ("만", 10_000),
        ("삼십육", 36),
        ("두", 2),
        ("세", 3),
        ("스물두", 22),
        ("서른", 30),
        ("쉰여섯", 56),
        ("아흔아홉", 99),
    ],
)
def test_a_number_in_korean_form_is_read(printed, value):
    assert value_of(printed) == (value, value)


@pytest.mark.parametrize(
    ("printed", "low", "high"), [("수십", 20, 90), ("수백", 200, 900), ("몇", 2, 9), ("수만", 20_000, 90_000), ("여러", 2, 9)]
)
def test_a_vague_number_has_a_range(printed, low, high):
    assert value_of(printed) == (low, high)


@pytest.mark.parametrize("printed", ["이일", "연구", "", "사람", "두서", "1.234"])
def test_what_is_no_number_has_no_value(printed):
    assert value_of(printed) is None


@given(st.integers(min_value=1, max_value=99_999_999))
def test_figures_with_and_without_ten_thousands_are_one_number(number: int):
    high, low = divmod(number, 10_000)
    assert value_of(f"{number:,}") == (number, number)
    assert value_of(f"{high}만{low or ''}" if high else str(low)) == (number, number)


def test_numbers_are_found_before_their_counter():
    text = "연구 명단에는 학생 백이십여 명과 시민 1,200여 명, 기자 두 명이 있고, 주민은 3만5천 명이다."
    assert [(one.low, one.span.of(text)) for one in numbers_before(text, "명(?!단)")] == [
        (120, "백이십"),
        (1200, "1,200"),
        (2, "두"),
        (35_000, "3만5천"),
    ]
