from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.ko import dates
from onrecord.languages.ko.dates import find_dates
from onrecord.model import PartialDate

PAGE = PartialDate("2021-10-20")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1991년 8월 29일 폐쇄했다", "1991-08-29"),
        ("1995년 4월 마지막 탄두", "1995-04"),
        ("2003년에 설립된 기관", "2003"),
        ("지난 10월 14일 서울에서", "2021-10-14"),
        ("오는 12월 3일 연다", "2021-12-03"),
        ("내년 5월 알마티에서", "2022-05"),
        ("내년 상반기 대전에서", "2022"),
        ("지난해 8월 26일 폐막한", "2020-08-26"),
        ("작년 3월", "2020-03"),
        ("어제 만났다", "2021-10-19"),
        ("지난달 5일", "2021-09-05"),
        ("13일(현지시간) 열린", "2021-10-13"),
        ("30일에는 간담회가", "2021-09-30"),
        ("2019.4.3. 개최", "2019-04-03"),
        ("2019-04-03 개최", "2019-04-03"),
    ],
)
def test_a_date_is_completed_from_the_page_and_no_more_precise_than_its_text(text, expected):
    assert str(find_dates(text, PAGE)[0].date) == expected


def test_a_period_has_an_end():
    (mention,) = find_dates("8월 28일부터 31일까지 방문했다", PAGE)
    assert (str(mention.date), str(mention.end)) == ("2021-08-28", "2021-08-31")


def test_a_bare_day_follows_the_month_of_the_date_before_it():
    first, second = find_dates("8월 28일 도착한 일행은 30일 떠났다", PAGE)
    assert (str(first.date), str(second.date)) == ("2021-08-28", "2021-08-30")


def test_without_the_date_of_the_page_the_year_stays_open():
    assert [str(m.date) for m in find_dates("4월 3일 서울에서", None)] == ["XXXX-04-03"]
    assert [m.date for m in find_dates("지난 25일 열렸다", None)] == [None]


def test_the_weekday_in_brackets_is_kept_so_that_it_can_contradict():
    (mention,) = find_dates("2023.3.16.(목) 오후", None)
    assert mention.weekday == 3
    assert not mention.contradicts_weekday


@pytest.mark.parametrize("text", ["월드컵 4강", "사흘간", "3일간 열린"])
def test_what_is_no_date_is_none(text):
    assert not find_dates(text, PAGE)


@given(st.text(alphabet="0123456789년월일. ~-()지난오는올해작년부터까지", max_size=40))
def test_any_text_gives_ordered_mentions_inside_it(text):
    mentions = find_dates(text, PAGE)
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in mentions)
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("지난달 30일부터 이틀 동안 열렸다.", "2021-09-30", "2021-10-01"),
        ("2019. 5. 3.부터 3일간 열렸다.", "2019-05-03", "2019-05-05"),
        ("10월 14~15일 열렸다.", "2021-10-14", "2021-10-15"),
        ("14일 차관과 만났다.", "2021-10-14", None),
        ("14일 간담회를 열었다.", "2021-10-14", None),
        ("내년 봄 오슬로에서 연다.", "2022", None),
        ("올 하반기에 연다.", "2021", None),
        ("올해 4월 3일", "2021-04-03", None),
        ("작년 10월", "2020-10", None),
        ("2019.4.3", "2019-04-03", None),
    ],
)
def test_forms_of_dates_that_pages_print(text, start, end):
    found = find_dates(text, PAGE)[0]
    assert (found.date.edtf, found.end.edtf if found.end else None) == (start, end)


@pytest.mark.parametrize(("word", "day"), [("전날", "2021-10-13"), ("이튿날", "2021-10-15")])
def test_a_day_is_counted_from_the_day_before_it_in_the_text(word, day):
    assert find_dates(f"14일 만났고 {word} 통화했다.", PAGE)[1].date.edtf == day


@pytest.mark.parametrize("text", ["3일간 이어졌다.", "12일 만에 끝났다.", "5일차"])
def test_how_long_something_lasts_is_no_date(text):
    assert find_dates(text, PAGE) == []


@given(st.text(alphabet="0129년월일지난해달오는다가작올금내후재이듬그번음같은 초상반기말(월)~.", max_size=40))
def test_a_written_date_begins_only_where_one_is_looked_for(text):
    """What lets the search pass over a text leaves no date out: wherever the whole pattern matches, it is tried."""
    for at in range(len(text)):
        match = dates._DATE.match(text, at)
        parts = match and any(match[name] for name in ("year", "relyear", "month", "relmonth", "day"))
        if parts and not text[at].isspace():
            assert dates._BEGINS.match(text, at)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("□ 9.13.에는 부산을 찾았다.", "2021-09-13", None),
        ("□ 9.14. 제주에서 열렸다.", "2021-09-14", None),
        ("대표단은 9.13.부터 9.15.까지 머물렀다.", "2021-09-13", "2021-09-15"),
    ],
)
def test_a_day_in_figures_needs_neither_year_nor_weekday(text, start, end):
    found = find_dates(text, PAGE)[0]
    assert (found.date.edtf, found.end.edtf if found.end else None) == (start, end)


def test_the_number_of_a_section_is_no_day():
    assert find_dates("3.1. 개요", PAGE) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [("다음 주 화요일 만난다.", "2021-10-19"), ("지난주 금요일 만났다.", "2021-10-08"), ("이번 주에 만난다.", "2021-10")],
)
def test_a_week_counts_from_that_of_the_page(text, date):
    assert [d.date.edtf for d in find_dates(text, PartialDate("2021-10-14"))] == [date]


@pytest.mark.parametrize("text", ["다음 주제는 검증이다.", "지난 주장을 되풀이했다.", "11월 1일 다음 주민 회의"])
def test_a_word_that_begins_like_a_week_is_none(text):
    assert not any("주" in d.span.of(text) for d in find_dates(text, PartialDate("2021-10-14")))


def test_a_bare_day_is_not_of_the_month_to_come_that_another_sentence_tells():
    found = find_dates("지난 10월 18일 열었습니다. 오는 12월 보고서를 펴냅니다. 19일 특강을 했습니다.", PAGE)
    assert [d.date.edtf for d in found] == ["2021-10-18", "2021-12", "2021-10-19"]


@pytest.mark.parametrize(
    ("text", "start"), [("다음달 초", "2021-04"), ("지난달 3일", "2021-02-03"), ("이번달 20일", "2021-03-20")]
)
def test_months_are_named_with_and_without_a_blank(text, start):
    assert str(find_dates(text, PartialDate.of(2021, 3, 10))[0].date) == start


def test_a_day_that_the_month_before_lacks_is_of_this_one():
    (period,) = find_dates("29일부터 4월 1일까지", PartialDate.of(2021, 3, 10))
    assert (str(period.date), str(period.end)) == ("2021-03-29", "2021-04-01")
