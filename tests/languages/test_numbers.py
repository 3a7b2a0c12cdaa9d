"""Numbers are read whole, in digits and in words, and months by their names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.numbers import months_in, numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", set()),
        ("Some 1,200 guests", {1200}),
        ("two hundred and fifty people", {250}),
        ("twenty-five", {25}),
        ("one thousand two hundred", {1200}),
        ("five and six", {5, 6}),
        ("a hundred guests in a hall", {100}),
        ("a dozen experts", {12}),
        ("1.2 million", {1_200_000}),
        ("the XII Forum and the 3rd, or Third", {12, 3}),
        ("April 3, 2019", {3, 2019}),
        ("In 1991 VIP guests", {1991}),
        ("45명", {45}),
        ("около двухсот пятидесяти человек", {250}),
        ("третий форум", {3}),
        ("2 тыс. гостей", {2000}),
    ],
)
def test_numbers_are_read_whole(text: str, numbers: set[int]) -> None:
    assert numbers_in(text) == numbers


@given(st.integers(0, 9_999_999))
def test_every_number_in_digits_is_read_with_and_without_commas(number: int) -> None:
    assert number in numbers_in(f"about {number} people")
    assert number in numbers_in(f"about {number:,} people")


@pytest.mark.parametrize(
    ("text", "months"),
    [("Nov. 25", {11}), ("3 May 2019", {5}), ("14 марта", {3}), ("в мае", {5}), ("1 июля", {7}), ("2019-04-03", set())],
)
def test_months_are_read_by_their_names(text: str, months: set[int]) -> None:
    assert months_in(text) == months
