"""Dates in the reader's language."""

from __future__ import annotations

import pytest

from onrecord.model import PartialDate
from onrecord.serve.dates import spoken


@pytest.mark.parametrize(
    ("edtf", "english", "russian", "korean"),
    [
        ("2019-04-03", "3 April 2019", "3 апреля 2019", "2019년 4월 3일"),
        ("XXXX-11-25", "25 November, year not stated", "25 ноября, год не указан", "11월 25일(연도 미상)"),
        ("XXXX-11", "November, year not stated", "ноябрь, год не указан", "11월(연도 미상)"),
    ],
)
def test_a_date_is_told_in_one_order_also_without_its_year(edtf: str, english: str, russian: str, korean: str):
    assert [spoken(PartialDate(edtf), code) for code in ("en", "ru", "ko")] == [english, russian, korean]
