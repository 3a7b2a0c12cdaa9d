"""Datelines of Korean papers, on lines of our own about invented people."""

import pytest

from onrecord.languages.ko import datelines
from onrecord.model import Span


@pytest.mark.parametrize(
    "line",
    [
        "(서울=누리뉴스) 도하람 기자 = ",
        "【서울=누리뉴스】 도하람 특파원 = ",
        "[누리일보=도하람 기자] ",
        "[새벽뉴스 도하람 기자] ",
        "【새벽신문】",
        "누리일보 도하람 기자 | ",
        "",
    ],
)
def test_a_report_begins_behind_who_reports(line: str):
    text = f"{line}민도경 장관은 14일 회의를 열었다."
    assert datelines.end(text, Span(0, len(text))) == len(line)


@pytest.mark.parametrize(
    ("text", "city"),
    [("(서울=누리뉴스) 회의가 열렸다.", "서울"), ("[누리일보=도하람 기자] 회의가 열렸다.", None), ("회의가 열렸다.", None)],
)
def test_the_city_of_a_dateline_is_where_a_paper_reports_from(text: str, city: str | None):
    found = datelines.city(text)
    assert (found and found.of(text)) == city
