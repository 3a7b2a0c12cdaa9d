"""Dates in Korean text, completed from the page's own date, never more precise than the text.

Numeric forms (2019.4.3, 2019-04-03), 2019년 4월 3일, 4월 3일, 지난 25일, 오는 26일, 어제, 작년, 올해 4월, 내년 상반기, periods
(27일부터 30일까지, 2021.10.14 ~ 2021.10.15) and weekdays in brackets (3.16.(목)).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from onrecord.languages.date_mention import DateMention
from onrecord.model import PartialDate, Span
from onrecord.model.errors import DateError

_WEEKDAYS = "월화수목금토일"
_YEARS = {
    "작년": -1,
    "지난해": -1,
    "전년": -1,
    "올해": 0,
    "올": 0,
    "금년": 0,
    "내년": 1,
    "내후년": 2,
    "재작년": -2,
    "이듬해": 1,
    "그해": 0,
}
_MONTHS = {"지난달": -1, "내달": 1, "다음달": 1}
"""How many months before or after that of the page a word tells, written without a blank; the others tell the same month."""

_DAYS = {
    "오늘": 0,
    "어제": -1,
    "전날": -1,
    "그제": -2,
    "내일": 1,
    "모레": 2,
    "이튿날": 1,
    "다음날": 1,
    "다음 날": 1,
    "이날": 0,
    "같은 날": 0,
}
_COUNTED = frozenset({"전날", "이튿날", "다음날", "다음 날", "이날", "같은 날"})
"""Words that count from the day mentioned before."""

ABOUT_A_YEAR = 400
"""Days from the page's date within which a day is one that the page reports on."""

_COUNTS = {"이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "열흘": 10}
_LASTS = re.compile(
    r"(?:\s?\([^)]{1,6}\))?(?:부터)?\s?"
    r"(?:(?P<word>이틀|사흘|나흘|닷새|엿새|이레|여드레|열흘)|(?P<days>\d{1,2})일)(?:\s?(?:간|동안|일정)|에 걸쳐)"
)
"""How many days something lasts, behind its first: 30일부터 이틀 동안."""

_BEGINS = re.compile(
    r"\d|지난|앞서|오는|다가오는|작년|올|금년|내년|내후년|재작년|이듬해|그해|이달|이번 ?달|내달|다음 ?달|같은 해|같은 ?달"
)
"""What a written date begins with; all other places of a text are passed over at once."""

_DATE = re.compile(
    r"(?P<direction>지난(?!해|달)|오는|다가오는|앞서(?=\s\d))?\s?"
    r"(?:(?P<year>\d{4})년(?!대)\s?(?=\d{1,2}월|$|\D)|(?P<relyear>작년|지난해|올해|금년|내년|내후년|재작년|이듬해|그해|같은 해|"
    r"올(?=\s?(?:[상하]반기|[봄겨]|여름|가을|[초말](?![가-힣]))))\s?)?"
    r"(?:(?P<month>\d{1,2})월(?!드)\s?|(?P<relmonth>지난 ?달|이달|이번 ?달|내달|다음 ?달|같은 ?달)\s?)?"
    r"(?:(?:(?P<from>\d{1,2})\s?[~∼–-]\s?)?(?P<day>\d{1,2})일(?!간(?!담)|\s?동안|\s?정도|차(?=[\s.,에]|$)|째|\s?만에|만(?=[\s,]))"
    r"|(?P<part>초순|중순|하순|초|중|말|상반기|하반기)(?![가-힣]))?"
    r"(?:\s?\((?P<weekday>[월화수목금토일])(?:요일)?\))?"
)
_NUMBER = re.compile(r"\d+")
_NUMERIC = re.compile(
    r"(?<![\d.])(?:(?P<year>\d{4})\s?[.\-/]\s?)(?P<month>\d{1,2})(?:\s?[.\-/]\s?(?P<day>\d{1,2}))?\.?(?:\s?\((?P<weekday>[월화수목금토일])\))?"
    r"|(?<![\d.])(?P<month2>\d{1,2})\.\s?(?P<day2>\d{1,2})\.?\s?\((?P<weekday2>[월화수목금토일])\)"
    r"|(?<![\d.])(?P<month3>\d{1,2})\.(?P<day3>\d{1,2})\.(?=에|부터|까지|\)|,\s|자\s|\s[가-힣]|\s?[~∼–-]\s?\d)"
)
"""2019. 4. 3., 4.3.(수), and 4.3.에, where neither a year nor a weekday stands beside the day."""
_UNTIL_DAY = re.compile(r"\s?[~∼–-]\s?(?P<day>\d{1,2})(?:\.\s?\([월화수목금토일]\)|일)")
"""The last day of a period of which the first is written in figures: 2019. 10. 24.(목)~25.(금)."""

_WORD = re.compile(r"(?P<word>오늘|어제|그제|내일|모레|전날|이튿날|다음 ?날|이날|같은 날)(?=[\s은에의가,.도]|$)")
_BOTH_DAYS = re.compile(r"과\s(?:\d{1,2}월\s)?\d{1,2}일(?:\([^)]\))?\s(?:이틀|양일)")
"""The second of two days on both of which something takes place: (16일)과 17일 이틀에 걸쳐."""

_PERIOD = re.compile(r"^\s?(?:\([^)]*\)\s?)?(?:부터|~|∼|-|–|에서)\s?")


def find_dates(text: str, anchor: PartialDate | None, *, future: bool | None = None) -> list[DateMention]:
    """Return the dates that a Korean text states, in text order.

    Args:
        text: any text; spans in the result count its Unicode code points.
        anchor: the date of the page, of any precision, or None.
        future: where a bare day or month lies from the page's date; None takes the nearest past one.
    """
    return list(_find(text, anchor, future))


_ISSUE = re.compile(r"(?<!\d)((?:19|20)\d\d)년\s?(?:\d{1,2}(?:[·,]\d{1,2})?월|봄|여름|가을|겨울)호")
_HEAD = 400
"""Code points from the beginning of a page within which it tells the issue that it stands in."""


def issue_year(text: str) -> PartialDate | None:
    """Return the year of a magazine's issue that a page names at its beginning: 월간 누리 2026년 7월호."""
    issue = _ISSUE.search(text, 0, _HEAD) if text.find("호", 0, _HEAD) >= 0 else None
    return PartialDate.of(int(issue[1])) if issue else None


# Settings, milestones and the check of evidence read the same paragraphs and sentences, in a page's lifetime.
@lru_cache(maxsize=256)
def _find(text: str, anchor: PartialDate | None, future: bool | None) -> tuple[DateMention, ...]:
    found = _numeric(text, anchor) + _written(text, anchor, future) + _weeks(text, anchor)
    if not found:
        return ()
    found.sort(key=lambda mention: (mention.span.start, -mention.span.end))
    kept: list[DateMention] = []
    for mention in found:
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return tuple(_lasting(text, _periods(text, kept)))


def _matches(begins: re.Pattern[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern in a text, tried only where it can begin."""
    at = 0
    for start in begins.finditer(text):
        match = pattern.match(text, start.start()) if start.start() >= at else None
        if match and match.end() > match.start():
            at = match.end()
            yield match


def _numeric(text: str, anchor: PartialDate | None) -> list[DateMention]:
    found = []
    for m in _matches(_NUMBER, _NUMERIC, text):
        year = int(m["year"]) if m["year"] else (anchor.year if anchor else None)
        if m["month3"] and text[m.end() : m.end() + 1].isspace() and _numbers_a_section(text, m.start()):
            continue
        month, day = int(m["month"] or m["month2"] or m["month3"]), m["day"] or m["day2"] or m["day3"]
        date = _date(year, month, int(day) if day else None)
        if date and (m["year"] is None or 1900 <= int(m["year"]) <= 2100):
            weekday = m["weekday"] or m["weekday2"]
            basis = "text" if m["year"] else ("page date" if year else "open")
            until = _UNTIL_DAY.match(text, m.end()) if day else None
            last = _date(year, month, int(until["day"])) if until and int(until["day"]) > int(day) else None
            span = Span(m.start(), until.end() if until and last else m.end())
            found.append(DateMention(span, date, last, basis, _WEEKDAYS.index(weekday) if weekday else None))
    return found


_SENTENCE_ENDS = re.compile(r"[다요]\.\s")


def _numbers_a_section(text: str, at: int) -> bool:
    """Tell whether two numbers open a line, as those of a section do: 3.1. 개요."""
    return not text[text.rfind("\n", 0, at) + 1 : at].strip()


def _written(text: str, anchor: PartialDate | None, future: bool | None) -> list[DateMention]:
    found = []
    last: PartialDate | None = None
    settled: PartialDate | None = None
    ahead = -1
    for m in _matches(_BEGINS, _DATE, text):
        if not (m["year"] or m["relyear"] or m["month"] or m["relmonth"] or m["day"]):
            continue
        alone = m["relyear"] and m["relyear"] != "올" and not (m["month"] or m["day"] or m["part"])
        if alone and not (m.group()[-1].isspace() or _word_ends(text, m.end())):
            continue
        if ahead >= 0 and m["day"] and not m["relmonth"] and _SENTENCE_ENDS.search(text, ahead, m.start()):
            last, ahead = settled, -1  # 오는 9월 …한다. 19일 …했다: the day is not of the month to come
        date, basis = _complete(m, anchor, last, future)
        first = _date(date.year, date.month, int(m["from"])) if m["from"] and date else None
        weekday = _WEEKDAYS.index(m["weekday"]) if m["weekday"] else None
        start = m.start() + (len(m.group()) - len(m.group().lstrip()))
        end = m.start() + len(m.group().rstrip())
        found.append(DateMention(Span(start, end), first or date, date if first else None, basis, weekday))
        if (
            m["direction"] in ("오는", "다가오는")
            or m["relyear"] in ("내년", "내후년")
            or _MONTHS.get(_month_word(m), 0) > 0
            or _is_beyond(date, anchor)
        ):
            ahead = end
        elif date:
            settled, ahead = date, -1
        last = date or last
    for m in _WORD.finditer(text):
        inside = m.start() and "가" <= text[m.start() - 1] <= "힣"
        if not inside and m["word"] in _DAYS and not any(d.span.overlaps(m.span()) for d in found):
            date, basis = _day_word(m, anchor, found)
            found.append(DateMention(Span(*m.span()), date, None, basis))
    return found


def _is_beyond(date: PartialDate | None, anchor: PartialDate | None) -> bool:
    """Tell whether a date is of a year after the page's."""
    return bool(date and anchor and date.year and anchor.year and date.year > anchor.year)


_WEEK = re.compile(
    r"(?P<week>다음 ?주|내주|지난 ?주|이번 ?주|금주)(?:\s(?P<weekday>[월화수목금토일])요일|(?=[\s,에중초]|부터|까지|$))"
)
_WEEKS = {"다": 1, "내": 1, "지": -1, "이": 0, "금": 0}
"""How many weeks from the page's own, by the first syllable."""


def _weeks(text: str, anchor: PartialDate | None) -> list[DateMention]:
    """Read 다음 주, 지난주 수요일: a day where the weekday is told, else the month where the whole week lies in one."""
    page = anchor.as_date() if anchor and "주" in text else None
    if page is None:
        return []
    found = []
    for m in _WEEK.finditer(text):
        monday = page + dt.timedelta(7 * _WEEKS[m["week"][0]] - page.weekday())
        if m["weekday"]:
            date = PartialDate.from_date(monday + dt.timedelta(_WEEKDAYS.index(m["weekday"])))
        elif monday.month == (monday + dt.timedelta(6)).month:
            date = PartialDate.of(monday.year, monday.month)
        else:
            continue
        found.append(DateMention(Span(*m.span()), date, None, "page date"))
    return found


def _day_word(m: re.Match[str], anchor: PartialDate | None, found: list[DateMention]) -> tuple[PartialDate | None, str]:
    """어제 is counted from the page's day; 전날 and 이튿날 from the day mentioned before, where there is one."""
    base, basis = anchor, "page date"
    if m["word"] in _COUNTED:
        before = [d for d in found if d.span.end <= m.start() and d.date and d.date.as_date()]
        if before:
            last = max(_near_by(before, anchor) or before, key=lambda d: d.span)
            base, basis = last.end or last.date, "earlier date"
        elif m["word"] in ("이날", "같은 날"):
            return None, "open"
    day = base.as_date() if base else None
    return (PartialDate.from_date(day + dt.timedelta(_DAYS[m["word"]])) if day else None), basis


def _near_by(mentions: list[DateMention], anchor: PartialDate | None) -> list[DateMention]:
    """Return the dates of about the page's own year: what a page reports day by day is no history."""
    page = anchor.as_date() if anchor else None
    days = [(d, d.date.as_date()) for d in mentions if d.date is not None]
    return [d for d, day in days if page and day and abs((day - page).days) <= ABOUT_A_YEAR]


def _word_ends(text: str, at: int) -> bool:
    return (
        at >= len(text)
        or not ("가" <= text[at] <= "힣")
        or text[at] in "은는이가에의도를"
        or text[at : at + 2] in ("까지", "부터")
    )


def _complete(
    m: re.Match[str], anchor: PartialDate | None, last: PartialDate | None, future: bool | None
) -> tuple[PartialDate | None, str]:
    """Complete year and month of a date from the page's date or from the date before it in the text."""
    month = int(m["month"]) if m["month"] else None
    day = int(m["day"]) if m["day"] else None
    if m["direction"]:
        future = m["direction"] not in ("지난", "앞서")
    if m["year"]:
        return _date(int(m["year"]), month, day), "text"
    base = last if m["relyear"] in ("그해", "같은 해", "이듬해") or _month_word(m) == "같은달" else anchor
    if m["relyear"]:
        year = base.year + _YEARS.get(m["relyear"], 0) if base and base.year else None
        return _date(year, month, day), "page date" if year else "open"
    if m["relmonth"]:
        return _relative_month(_month_word(m), base, day)
    return _without_year(month, day, anchor, last, future)


def _without_year(
    month: int | None, day: int | None, anchor: PartialDate | None, last: PartialDate | None, future: bool | None
) -> tuple[PartialDate | None, str]:
    if anchor is None or anchor.year is None:
        if last is not None and last.year is not None:
            return _date(last.year, month if month is not None else last.month, day), "earlier date"
        if (
            last is not None and last.month is not None and month is None
        ):  # 8월 말 …, 27일부터 30일까지, on a page without a year
            return _date(None, last.month, day), "earlier date"
        return (_date(None, month, day), "open") if month else (None, "open")
    if month is not None:
        return _near_year(month, day, anchor, last, future)
    return _near_month(day or 1, anchor, last, future)


def _relative_month(word: str, base: PartialDate | None, day: int | None) -> tuple[PartialDate | None, str]:
    if base is None or base.year is None or base.month is None:
        return None, "open"
    return _of_month(base.year * 12 + base.month - 1 + _MONTHS.get(word, 0), day), "page date"


def _month_word(m: re.Match[str]) -> str:
    """Return the word by which a date counts its month from the page, without a blank in it (다음 달); else nothing."""
    return (m["relmonth"] or "").replace(" ", "")


def _of_month(months: int, day: int | None) -> PartialDate | None:
    """Return a date of a month that is told by the number of those before it since the year 0; None where it lacks the day."""
    return _date(months // 12, months % 12 + 1, day)


def _near_year(
    month: int, day: int | None, anchor: PartialDate, last: PartialDate | None, future: bool | None
) -> tuple[PartialDate | None, str]:
    """A month without a year: the year of the date before it where there is one, else the nearest to the page's date."""
    year = anchor.year or 0
    if last is not None and last.year is not None and last.year != year and future is None:
        return _date(last.year, month, day), "earlier date"
    now = (anchor.month or 12, anchor.day or (1 if future else 31))
    that = (month, day or 1)
    if future and anchor.month and that < now:
        year += 1
    elif not future and that > now and (future is False or month - now[0] > 2):
        year -= 1
    return _date(year, month, day), "page date"


def _near_month(day: int, anchor: PartialDate, last: PartialDate | None, future: bool | None) -> tuple[PartialDate | None, str]:
    """A bare day (28일): of the month of the date before it, else of the page's month or the one before or after."""
    if last is not None and last.month is not None and future is None:
        return _date(last.year, last.month, day), "earlier date"
    if anchor.month is None:
        return None, "open"
    months = (anchor.year or 0) * 12 + anchor.month - 1
    today = anchor.day or (1 if future else 31)
    if future and day < today:
        months += 1
    elif not future and day > today and _of_month(months - 1, day):
        months -= 1  # the 29th is none of February
    return _of_month(months, day), "page date"


def _date(year: int | None, month: int | None, day: int | None) -> PartialDate | None:
    if year is None and month is None:
        return None
    if month is None and day is not None:
        return None
    try:
        return PartialDate.of(year, month, day)
    except DateError:
        return None


def _lasting(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """Give a day its end where the words behind it say how long it lasts: 30일부터 이틀 동안."""
    found: list[DateMention] = []
    for mention in mentions:
        day = mention.date.as_date() if mention.date else None
        lasts = _LASTS.match(text, mention.span.end) if day and mention.end is None else None
        if day and lasts:
            count = _COUNTS[lasts["word"]] if lasts["word"] else int(lasts["days"])
            end = PartialDate.from_date(day + dt.timedelta(count - 1)) if count > 1 else None
            span = Span(mention.span.start, lasts.end())
            found.append(DateMention(span, mention.date, end, mention.basis, mention.weekday))
        elif not found or mention.span.start >= found[-1].span.end:
            found.append(mention)
    return found


def _in_year_of(first: PartialDate, last: PartialDate) -> PartialDate:
    """Return the last day of a period in the year of its first one where it tells none: 2026. 10. 22. ~ 10. 23.(금)."""
    if last.year is not None or first.year is None:
        return last
    return _date(first.year, last.month, last.day) or last


def _periods(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """Join 27일부터 30일까지 and 2021.10.14 ~ 2021.10.15 into one mention with an end."""
    found: list[DateMention] = []
    for mention in mentions:
        before = found[-1] if found else None
        if before and before.date and before.end is None and mention.date:
            gap = text[before.span.end : mention.span.start]
            joined = _PERIOD.fullmatch(gap) or (gap == "과 " and _BOTH_DAYS.match(text, before.span.end))
            last = _in_year_of(before.date, mention.date) if joined else None
            if last and last.edtf > before.date.edtf:
                span = Span(before.span.start, mention.span.end)
                found[-1] = DateMention(span, before.date, last, before.basis, before.weekday)
                continue
        found.append(mention)
    return found
