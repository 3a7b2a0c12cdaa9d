"""Partial dates: a small part of EDTF, checked against the `edtf` library."""

from __future__ import annotations

import calendar
import datetime as dt

import edtf
import pytest
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import assume, given
from hypothesis import strategies as st

from onrecord.model import PartialDate
from onrecord.model.errors import DateError

years = st.integers(1, 9999)
marks = st.sampled_from(["", "?", "~", "%"])


@st.composite
def singles(draw: st.DrawFn, *, open_year: bool = True, marked: bool = True) -> PartialDate:
    """Draw a date of any precision, its year perhaps open, perhaps with a qualifier."""
    year = draw(st.none() | years) if open_year else draw(years)
    month = draw(st.integers(1, 12)) if year is None else draw(st.none() | st.integers(1, 12))
    day = None
    if month is not None:
        last = calendar.monthrange(year or 2000, month)[1]
        day = draw(st.none() | st.integers(1, last))
    return PartialDate.of(year, month, day, draw(marks) if marked else "")


dates = singles() | st.lists(singles(marked=False), min_size=1, max_size=4).map(lambda many: PartialDate.one_of(*many))


@given(dates)
def test_whatever_is_written_is_edtf(date: PartialDate):
    # EDTF level 2 lets an open year and a qualifier meet (XXXX-11-25?); the library reads each alone.
    assume(not (date.edtf.startswith("XXXX") and date.mark))
    edtf.parse_edtf(date.edtf)


@given(singles(open_year=False))
def test_bounds_are_those_of_the_edtf_library(date: PartialDate):
    parsed = edtf.parse_edtf(date.plain.edtf)
    bounds = date.bounds()
    assert bounds
    assert tuple(day.timetuple()[:3] for day in bounds) == (parsed.lower_strict()[:3], parsed.upper_strict()[:3])


@given(st.text(alphabet="0123456789X-?~%[], T:./", max_size=16))
def test_a_text_that_edtf_refuses_is_refused(text: str):
    try:
        edtf.parse_edtf(text)
    except EDTFParseException:
        with pytest.raises(DateError):
            PartialDate(text)


@given(st.text(max_size=16))
def test_any_other_text_is_refused_with_one_line(text: str):
    assume(not (text[:4].isdigit() or text.startswith(("XXXX", "["))))
    with pytest.raises(DateError) as caught:
        PartialDate(text)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize(
    "text",
    [
        "", "19", "2019-4-3", "2019-13", "2019-00", "2019-02-29", "2019-04-31", "0000", "XXXX", "XXXX-02-30", "2019-04-03T10",
        "2019/2020", "2019-04-03 ", "2019\n", "[2019,", "[]", "[2019]", "[2019,]", "[2019][2020]", "?", "2019??",
        "[2019?,2020]?", "\uff12\uff10\uff11\uff19", "\u0662\u0660\u0661\u0669",
    ],
)  # fmt: skip
def test_what_no_calendar_has_or_onrecord_does_not_write_is_refused(text: str):
    with pytest.raises(DateError, match="no EDTF date"):
        PartialDate(text)


@given(singles())
def test_the_parts_are_those_it_was_made_of(date: PartialDate):
    assert PartialDate.of(date.year, date.month, date.day, date.mark) == date
    assert str(date) == date.edtf


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019-04-03~", "2019-04-03", "2019-04-03"),
        ("[2019-11-25,2020-11]", "2019-11-25", "2020-11-30"),
    ],
)
def test_bounds_are_the_first_and_the_last_day_it_can_mean(text: str, first: str, last: str):
    assert PartialDate(text).bounds() == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize("text", ["XXXX-11-25", "XXXX-11", "[2019,XXXX-05]"])
def test_an_open_year_has_no_bounds_and_no_iso_form(text: str):
    assert PartialDate(text).bounds() is None
    assert PartialDate(text).iso is None
    assert PartialDate(text).as_date() is None


def test_a_leap_day_of_an_open_year_is_a_date():
    assert PartialDate("XXXX-02-29").day == 29


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("2019", "2019-04-03"),
        ("2019-04", "2019-04-03?"),
        ("XXXX-11-25", "2020-11-25"),
        ("XXXX-11", "2020-11-25"),
        ("[2019-11-25,2020-11-25]", "2020"),
        ("[2019-11-25,2020-11-25]", "XXXX-11-25"),
    ],
)
def test_dates_that_can_mean_one_day_agree(a: str, b: str):
    assert PartialDate(a).agrees(PartialDate(b))
    assert PartialDate(b).agrees(PartialDate(a))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("2019-04-03", "2019-04-25"),
        ("2018", "2019"),
        ("2019-04", "2019-05-03"),
        ("XXXX-11-25", "2020-11-24"),
        ("[2019-11-25,2020-11-25]", "2021-11-25"),
    ],
)
def test_dates_that_cannot_mean_one_day_do_not_agree(a: str, b: str):
    assert not PartialDate(a).agrees(PartialDate(b))
    assert not PartialDate(b).agrees(PartialDate(a))


@given(dates)
def test_a_date_agrees_with_itself(date: PartialDate):
    assert date.agrees(date)


@given(singles(open_year=False), singles(open_year=False))
def test_full_years_agree_exactly_when_their_bounds_meet(a: PartialDate, b: PartialDate):
    one, other = a.bounds(), b.bounds()
    assert one
    assert other
    assert a.agrees(b) == (one[0] <= other[1] and other[0] <= one[1])


@given(st.lists(singles(marked=False), min_size=1, max_size=4))
def test_one_of_several_holds_each_once_in_order(many: list[PartialDate]):
    date = PartialDate.one_of(*many)
    assert [part.edtf for part in date.alternatives] == sorted({part.edtf for part in many})
    assert PartialDate.one_of(*reversed(many)) == date


@given(st.dates())
def test_a_calendar_day_comes_back_as_it_was(day: dt.date):
    assert PartialDate.from_date(day).as_date() == day


def test_a_qualifier_is_set_apart():
    date = PartialDate("2020-11-25?")
    assert (date.mark, date.plain, date.iso) == ("?", PartialDate("2020-11-25"), "2020-11-25")
