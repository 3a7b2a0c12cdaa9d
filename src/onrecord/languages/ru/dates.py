"""Dates in Russian text, completed from the page's own date, never more precise than the text.

14 марта 2023 года, 12–13 марта, 16.03.2023, в апреле 1995 года, весной 1995 года, в 2007 году, сегодня, вчера, накануне,
во вторник, в минувшую пятницу, в прошлом году, осенью; at the head of a line of a chronicle also 1949, 29 августа.
"""

from __future__ import annotations

import datetime as dt
import re

from onrecord.languages.date_mention import DateMention
from onrecord.languages.first_letters import hastened
from onrecord.languages.kk import dates as kk_dates
from onrecord.model import PartialDate, Span
from onrecord.model.errors import DateError

_SOFT = "январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр"
"""Months that end in a soft sign, without it."""
_MONTH = (
    rf"(?:(?:{_SOFT})(?:ь|я|ю|ем|ём|е)"
    r"|(?:март|август)(?:а|у|ом|е)?|ма(?:й|я|ю|ем|е))"
)
_SHORT = "янв|февр?|мар|апр|июн|июл|авг|сент?|окт|нояб?|дек"
"""Months as datelines and tables shorten them, behind a day: 15 авг."""
_OF_MONTH = rf"(?:(?:{_SOFT})ь|мартов|май|августов)ск(?:ая|ой|ую|ий|ого|ому|им|ом|ое)"
"""The adjective of a month, in small letters: августовской конференции."""
_MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_SEASON = (
    r"(?:весной|летом|осенью|зимой"
    r"|(?:во?|на)\s(?:перв|втор)(?:ой|ую)\sполовин[еу](?=\s(?:(?:текущего|этого|нынешнего)\s)?года(?!\s?\d)))"
)
"""A part of a year, which stands for the year alone."""
_WEEKDAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень")
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)\s?(?:год[а-я]*|г\.?)?"

_ORDINALS = (
    "первого", "второго", "третьего", "четвертого", "пятого", "шестого", "седьмого", "восьмого", "девятого",
    "десятого", "одиннадцатого", "двенадцатого", "тринадцатого", "четырнадцатого", "пятнадцатого",
    "шестнадцатого", "семнадцатого", "восемнадцатого", "девятнадцатого", "двадцатого",
)  # fmt: skip
_DAY_WORDS = {word: k for k, word in enumerate(_ORDINALS, 1)} | {"тридцатого": 30, "тридцать первого": 31}
_DAY_WORDS |= {f"двадцать {word}": 20 + k for k, word in enumerate(_ORDINALS[:9], 1)}
"""Days as words in the genitive, in which dates stand: третьего апреля, двадцать первого мая."""

_EVE = (
    r"[А-Яа-яё-]{2,}[ое]го\s|\d+[-–]|(?:саммит|визит|форум|встреч|конференци|годовщин|праздник|заседани|сесси|открыти|выбор|юбиле"
    r"|переговор|дня\s|начала|референдум|поездк|подписани|запуск|старт|очередно|предстоящ|перв|втор|трет)"
)
"""What stands behind накануне where it means before an occasion and is no day of its own: накануне Дня памяти."""

_DATE = hastened(
    rf"(?<![а-яё])(?:(?P<wday>{'|'.join(sorted(_DAY_WORDS, key=len, reverse=True))})\s(?P<wmonth>{_MONTH})(?![а-яё])"
    rf"(?:\s{_YEAR.replace('year', 'wyear')})?"
    rf"|со?\s(?P<fday>\d{{1,2}})(?:\s(?P<fmonth>{_MONTH}))?\sпо\s(?P<tday>\d{{1,2}})\s(?P<tmonth>{_MONTH})(?![а-яё])"
    rf"(?:\s{_YEAR.replace('year', 'tyear')})?"
    rf"|(?P<bare>{_MONTH})(?![а-яё])(?:\s{_YEAR.replace('year', 'byear')})?"
    rf"|(?<!-)(?P<of>{_OF_MONTH})(?![а-яё])"
    rf"|(?P<season>{_SEASON})(?:\s{_YEAR.replace('year', 'syear')})?"
    r"|(?P<after>на следующий день|в (?:тот|этот) же день|дн[её]м ранее|(?:вечером|утром)(?: того же дня)?)(?![а-яё])"
    r"|на\s(?P<week>прошл|минувш|прошедш|этой|текущ|будущ|следующ)[а-я]*\sнеделе(?![а-яё])"
    rf"|(?P<word>сегодня|вчера|накануне(?!\s(?:{_EVE}))|завтра|позавчера)(?![а-яё])"
    r"|(?:во?\s)?(?P<rel>прошлом|текущем|нынешнем|этом|будущем|следующем)\sгоду"
    r"|во?\s(?:(?P<dir>минувш|прошл|прошедш|ближайш|следующ|будущ)[а-я]+\s)?"
    r"(?P<weekday>понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)(?![а-яё]))"
    r"|(?=[\d\s])(?:(?<![\d.])(?:"
    rf"(?P<day>\d{{1,2}})(?:\s?(?:[–—-]|(?<=\s)и(?=\s))\s?(?P<last>\d{{1,2}}))?\s(?P<month>{_MONTH}|{_SHORT})(?![а-яё])"
    rf"(?:\s?[–—-]\s?(?P<xday>\d{{1,2}})\s(?P<xmonth>{_MONTH}))?(?:\s{_YEAR})?"
    r"|(?P<nday>\d{1,2})\.(?P<nmonth>\d{1,2})\.(?P<nyear>\d{4}))"
    r"|(?P<iyear>\d{4})-(?P<imonth>\d\d)-(?P<iday>\d\d)"
    rf"|^\s*(?P<lyear>(?:1[89]|20)\d\d),\s(?:(?P<lday>\d{{1,2}})\s)?(?P<lmonth>{_MONTH})(?=[.:]|\s[–—-])"
    r"|^\s*(?P<line>(?:1[89]|20)\d\d)(?=\s?[–—-]\s|:\s)"
    r"|(?<![\d.])(?P<only>(?:1[89]|20)\d\d)(?:\s?(?:год[а-я]*|гг?\.)|-(?:м|го)(?![а-яё])(?:\sгод[а-я]*)?))",
    re.IGNORECASE,
)
"""All dates that begin with a letter, at the beginning of a word, then those that begin with a figure."""

_STATED_YEARS = ("year", "nyear", "iyear", "byear", "syear", "wyear", "only", "line", "lyear")
"""The groups of a date that hold its year."""

_DAYS = {"сегодня": 0, "вчера": -1, "накануне": -1, "завтра": 1, "позавчера": -2}
_YEARS = {"прошлом": -1, "текущем": 0, "нынешнем": 0, "этом": 0, "будущем": 1, "следующем": 1}
FAR = 8
"""Months by which a month without a year may lie from the page's date before the year next to it is nearer."""


def find_dates(
    text: str, anchor: PartialDate | None, *, future: bool | None = None, told: PartialDate | None = None
) -> list[DateMention]:
    """Return the dates that a Russian text states, in text order.

    Args:
        text: any text; spans in the result count its Unicode code points.
        anchor: the date of the page, of any precision, or None.
        future: where a date without a year lies from the page's date; None takes the nearest.
        told: the date that the text before has told last, from which на следующий день counts.
    """
    found: list[DateMention] = []
    last = day = told
    kazakh = _kazakh(text, anchor, future)
    waiting = list(kazakh)
    for m in _DATE.finditer(text):
        while waiting and waiting[0].span.end <= m.start():
            last = waiting.pop(0).date
        mention = _mention(m, anchor, day if m["after"] or m["word"] else last, future)
        if mention is None:
            continue
        found.append(mention)
        last = mention.date or last
        told = mention.date if mention.date is not None and mention.date.as_date() else None
        day = told if told is not None and not is_ahead(told, anchor) else day
    kept = [one for one in _without_repeated_day(found, text) if not any(one.span.overlaps(other.span) for other in kazakh)]
    return sorted([*kept, *kazakh], key=lambda mention: mention.span) if kazakh else kept


def is_ahead(date: PartialDate, anchor: PartialDate | None) -> bool:
    """Tell whether a day lies behind that of the page, so that накануне does not count from it."""
    page, day = anchor.bounds() if anchor is not None else None, date.bounds()
    return bool(page and day and day[0] > page[1])


def _kazakh(text: str, anchor: PartialDate | None, future: bool | None) -> list[DateMention]:
    """Return the dates with Kazakh months, which replace Russian ones of the same words (2020 жылғы 11 ақпанда)."""
    kazakh: list[DateMention] = []
    for stated in kk_dates.find(text):
        last = kazakh[-1].date if kazakh else None
        year, basis = (stated.year, "text") if stated.year else _year(stated.month, stated.day, anchor, last, future)
        date = _date(year, stated.month, stated.day)
        end = _date(year, stated.month, stated.last) if stated.last else None
        if date is not None:
            kazakh.append(DateMention(stated.span, date, end, basis))
    return kazakh


def _mention(m: re.Match[str], anchor: PartialDate | None, last: PartialDate | None, future: bool | None) -> DateMention | None:
    span = Span(*m.span())
    if m["word"] or m["weekday"] or m["after"] or m["rel"] or m["week"]:
        return _relative(m, anchor, last)
    if m["fday"]:
        return _period(m, anchor, last, future)
    year = next((int(m[g]) for g in _STATED_YEARS if m[g]), None)
    month = _month(m)
    in_words = _DAY_WORDS.get((m["wday"] or "").lower().replace("ё", "е"))
    day = next((int(m[g]) for g in ("day", "nday", "iday", "lday") if m[g]), in_words)
    if m["only"] or m["line"] or m["season"]:
        basis = "text"
        if year is None:
            year, basis = (anchor.year if anchor else None), "page date"
        return DateMention(span, _date(year, None, None), None, basis)
    if (m["bare"] or m["of"] or "")[:1].isupper() and year is None:
        return None
    basis = "text"
    if year is None:
        year, basis = _year(month, day, anchor, last, future)
    date = _date(year, month, day)
    if date is None:
        return None
    end = _date(year, month, int(m["last"])) if m["last"] else None
    if m["xday"]:
        end = _date(year, _month_of(m["xmonth"]), int(m["xday"]))
    return DateMention(span, date, end, basis)


def _relative(m: re.Match[str], anchor: PartialDate | None, last: PartialDate | None) -> DateMention | None:
    """A day or year counted from the page's date, or from the date told last."""
    span = Span(*m.span())
    if m["week"]:
        return _week(m, anchor)
    if m["after"]:
        return _counted(m, last)
    if m["rel"]:
        year = anchor.year + _YEARS[m["rel"].lower()] if anchor and anchor.year else None
        return DateMention(span, _date(year, None, None), None, "page date")
    date = _near_day(m, anchor, last)
    weekday = _weekday(m["weekday"]) if m["weekday"] else None
    return DateMention(span, date, None, "page date" if date else "open", weekday)


def _week(m: re.Match[str], anchor: PartialDate | None) -> DateMention | None:
    """The month of a week counted from that of the page, where the whole week lies in one: на прошлой неделе."""
    day = anchor.as_date() if anchor else None
    if day is None:
        return None
    by = next((n for words, n in _WEEKS.items() if m["week"].lower().startswith(words)), 0)
    first = day - dt.timedelta(day.weekday()) + dt.timedelta(7 * by)
    last = first + dt.timedelta(6)
    month = _date(first.year, first.month, None) if first.month == last.month else None
    return DateMention(Span(*m.span()), month, None, "page date") if month is not None else None


_WEEKS = {("прошл", "минувш", "прошедш"): -1, ("будущ", "следующ"): 1}
"""Weeks from that of the page."""

_STEPS = {"на": 1, "в": 0, "вечером": 0, "утром": 0}
"""Days from the date told last, by the first word: на следующий день, в тот же день, вечером того же дня."""


def _counted(m: re.Match[str], last: PartialDate | None) -> DateMention | None:
    """A day counted from the one that the text told last."""
    day = last.as_date() if last is not None else None
    if day is None:
        return None
    words = m["after"].lower()
    by = -1 if words.endswith("ранее") else _STEPS[words.split()[0]]
    return DateMention(Span(*m.span()), PartialDate.from_date(day + dt.timedelta(by)), None, "earlier date")


def _period(m: re.Match[str], anchor: PartialDate | None, last: PartialDate | None, future: bool | None) -> DateMention | None:
    """С 6 по 9 октября, с 28 февраля по 3 марта."""
    until, since = _month_of(m["tmonth"]), _month_of(m["fmonth"] or m["tmonth"])
    year, basis = (int(m["tyear"]), "text") if m["tyear"] else _year(until, int(m["tday"]), anchor, last, future)
    date, end = _date(year, since, int(m["fday"])), _date(year, until, int(m["tday"]))
    return DateMention(Span(*m.span()), date, end, basis) if date is not None else None


def _month(m: re.Match[str]) -> int | None:
    if m["nmonth"] or m["imonth"]:
        return int(m["nmonth"] or m["imonth"])
    return _month_of(m["month"] or m["wmonth"] or m["bare"] or m["of"] or m["lmonth"] or "")


def _month_of(word: str) -> int | None:
    word = word.lower()
    if not word:
        return None
    number = next((k for k, start in enumerate(_MONTHS, 1) if word.startswith(start)), None)
    return 5 if word.startswith(("май", "мая", "мае", "маю")) else number


def _weekday(word: str) -> int:
    return next(k for k, start in enumerate(_WEEKDAYS) if word.lower().startswith(start))


def _near_day(m: re.Match[str], anchor: PartialDate | None, last: PartialDate | None) -> PartialDate | None:
    """A day counted from the page's date; накануне counts from the date before it in the text."""
    word = (m["word"] or "").lower()
    base = last if word == "накануне" and last is not None and last.as_date() else anchor
    day = base.as_date() if base else None
    if day is None:
        return None
    if word:
        return PartialDate.from_date(day + dt.timedelta(_DAYS[word]))
    weekday = _weekday(m["weekday"])
    ahead = bool(m["dir"]) and m["dir"].lower().startswith(("ближайш", "следующ", "будущ"))
    by = (weekday - day.weekday()) % 7 or 7 if ahead else -((day.weekday() - weekday) % 7)
    return PartialDate.from_date(day + dt.timedelta(by))


def _year(
    month: int | None, day: int | None, anchor: PartialDate | None, last: PartialDate | None, future: bool | None
) -> tuple[int | None, str]:
    if anchor is None or anchor.year is None:
        return (last.year, "earlier date") if last is not None and last.year else (None, "open")
    year, now = anchor.year, anchor.month or 12
    if month is None:
        return year, "page date"
    before = (month, day or 1) < (now, anchor.day or 31)
    if future is True and before:
        year += 1
    elif (future is False and not before and month != now) or (future is None and month - now > FAR):
        year -= 1
    elif future is None and now - month > FAR:
        year += 1
    return year, "page date"


def _date(year: int | None, month: int | None, day: int | None) -> PartialDate | None:
    if month is None and (year is None or day is not None):
        return None
    try:
        return PartialDate.of(year, month, day)
    except DateError:
        return None


def _without_repeated_day(found: list[DateMention], text: str) -> list[DateMention]:
    """в минувшую пятницу, 9 декабря: one date, with its weekday."""
    kept: list[DateMention] = []
    for mention in found:
        before = kept[-1] if kept else None
        if before and before.weekday is not None and mention.date and text[before.span.end : mention.span.start].strip() == ",":
            span = Span(before.span.start, mention.span.end)
            kept[-1] = DateMention(span, mention.date, mention.end, mention.basis, before.weekday)
            continue
        kept.append(mention)
    return kept
