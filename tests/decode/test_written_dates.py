from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.decode.written_dates import find, period


@pytest.mark.parametrize(
    ("text", "date", "words"),
    [
        ("Monday, July 8, 2019", "2019-07-08", "July 8, 2019"),
        ("8th of July, 2021", "2021-07-08", "8th of July, 2021"),
        ("Sept. 5, 2019 3:15 PM", "2019-09-05", "Sept. 5, 2019"),
        ("April 21 (Fri.), 2023", "2023-04-21", "April 21 (Fri.), 2023"),
        ("21.11.2019", "2019-11-21", "21.11.2019"),
        ("05/06/2021", "[2021-05-06,2021-06-05]", "05/06/2021"),
        ("25/06/2021", "2021-06-25", "25/06/2021"),
        ("2019-07-08T12:00:00Z", "2019-07-08", "2019-07-08T12:00:00Z"),
        ("2023.3.16.(목)", "2023-03-16", "2023.3.16."),
        ("2022. 11. 9.(수)", "2022-11-09", "2022. 11. 9."),
        ("2023년 3월 17일", "2023-03-17", "2023년 3월 17일"),
        ("16 сентября 2023 г., 12:00", "2023-09-16", "16 сентября 2023 г."),
        ("КУРГАН. 3 октября.", "XXXX-10-03", "3 октября"),
        ("февраль 2022 года", "2022-02", "февраль 2022 года"),
        ("10월 14일", "XXXX-10-14", "10월 14일"),
    ],
)
def test_date_is_found_as_precise_as_it_is_written(text: str, date: str, words: str) -> None:
    (found,) = find(text)
    assert (found.date.edtf, found.span.of(text)) == (date, words)


@pytest.mark.parametrize("text", ["31.02.2019", "2019.13.01", "version 1.2.3", "0 May 2019x", "tel. 02.2019", "10:30"])
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert not [found for found in find(text) if found.date.day]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("May 3-4, 2017", "2017-05-03", "2017-05-04"),
        ("3–4 июля 2023", "2023-07-03", "2023-07-04"),
        ("27 August - 2 September 2019", "2019-08-27", "2019-09-02"),
        ("Apr 25, 2019 - Apr 25, 2019", "2019-04-25", "2019-04-25"),
        ("2021.10.14 ~ 2021.11.2", "2021-10-14", "2021-11-02"),
        ("2021.10.14 ~ 10.16", "2021-10-14", "2021-10-16"),
        ("2021.10.14(목) ~ 15", "2021-10-14", "2021-10-15"),
        ("2021년 10월 14일~15일", "2021-10-14", "2021-10-15"),
        ("10월 14일 ~ 15일", "XXXX-10-14", "XXXX-10-15"),
    ],
)
def test_period_has_its_first_and_last_day(text: str, first: str, last: str) -> None:
    assert tuple(map(str, period(text))) == (first, last)


@given(st.text(alphabet="0123456789.-/ 년월일майMay,~()T:", max_size=40))
def test_any_text_is_searched_without_error(text: str) -> None:
    at = 0
    for found in find(text):
        assert at <= found.span.start < found.span.end <= len(text)
        at = found.span.end
    assert len(period(text)) <= max(2, len(find(text)))
