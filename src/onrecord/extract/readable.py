"""Whether a value in normal form can be read from the words that are said to state it: dates and countries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.extract.chronicles import year_above
from onrecord.languages.country_names import countries_in, country_named
from onrecord.languages.date_mention import DateMention
from onrecord.languages.en.countries import find_country
from onrecord.languages.en.date_forms import words
from onrecord.languages.en.date_steps import counted
from onrecord.languages.en.dates import Direction, find_dates
from onrecord.languages.first_letters import hastened
from onrecord.languages.ko import dates as ko_dates
from onrecord.languages.numbers import months_in, numbers_in
from onrecord.languages.ru import dates as ru_dates
from onrecord.languages.ru import vocabulary as ru_vocabulary
from onrecord.languages.ru.countries import country_of as russian_country
from onrecord.model import PartialDate, Span

DIRECTIONS: tuple[Direction | None, ...] = (None, "past", "future")
READERS = ((re.compile(r"[가-힣]"), ko_dates.find_dates), (re.compile(r"[а-яА-Я]"), ru_dates.find_dates))
"""Who reads the dates of a script; English reads all others."""

_CYRILLIC = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүІі]+(?:-[А-Яа-яЁё]+)*")

_PARAGRAPH = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"[^.!?\n]+")

BEFORE = 2000
"""Code points before the words of a date that are read with them, since a date may count from one mentioned earlier."""


def anchors(text: str, published: PartialDate | None) -> tuple[PartialDate | None, ...]:
    """Return the dates from which incomplete ones may be completed: the page's own, else days and months of its text."""
    if published is not None and published.year is not None:
        return (published,)
    stated = {m.date for m in find_dates(text, None) if m.basis in ("text", "open") and m.date is not None and m.date.month}
    issue = ko_dates.issue_year(text)
    if issue is not None:
        stated.add(issue)
    return (published, *sorted(stated, key=str))


def date_in(date: PartialDate, span: Span, text: str, counted_from: tuple[PartialDate | None, ...]) -> bool:
    """Tell whether the words at `span` state the date, alone or completed from what stands around them.

    They do when a second reading of the words comes to the same date, or when each of its parts stands there: day and month
    in the words, the year in the words or their paragraph (or counted from two numbers of it: "in August 2021, the 30th
    anniversary"), or alone on a line of a chronicle above.

    Args:
        date: the date that is claimed.
        span: the words that are said to state it.
        text: the document's text.
        counted_from: see `anchors`.
    """
    left = {part.plain.edtf for part in date.alternatives if not _spelled_out(part, span, text, counted_from)}
    readers = (_reread, _reckoned) if counted_from[0] is not None else (_reread, _reckoned, _announced)
    for read in readers:
        for anchor in counted_from if left else ():
            for said in read(span, text, anchor):
                left.discard(said)
                if not left:
                    return True
    return not left


def _reread(span: Span, text: str, anchor: PartialDate | None) -> Iterator[str]:
    """All dates that a reading of the words can come to, in every precision below its own, and what it is a jubilee of."""
    years = _years_counted(_line(span, text))
    end = text.find("\n", span.end)
    around = Span(max(0, span.start - BEFORE), len(text) if end < 0 else end)
    for mention in _mentions(text, anchor, span, around):
        if not mention.span.overlaps(span):
            continue
        for date in (mention.date, mention.end):
            for part in date.alternatives if date else ():
                plain = part.plain.edtf
                yield from (plain[:length] for length in (4, 7, 10) if length <= len(plain))
                if years and part.year is not None:  # "29일은 핵실험장 폐쇄 27주년이 되는 날"
                    yield from (f"{part.year - n:04d}{plain[4:length]}" for n in years for length in (4, 7, 10))


def _announced(span: Span, text: str, anchor: PartialDate | None) -> Iterator[str]:
    """The days that the words can state in the year before the month of an anchor, for which the page announces something."""
    if anchor is None or anchor.year is None or anchor.month is None:
        return
    for mention in _mentions(text, None, span, span):
        for date in (mention.date, mention.end):
            if date is not None and date.month is not None and mention.basis == "open":
                yield f"{anchor.year - (date.month >= anchor.month):04d}{date.edtf[4:]}"


_COUNT = re.compile(
    r"\b(\d{1,3}|[a-z]+)[\s-]+(day|week|month|year)s?\b|\b(\d{1,2}(?:st|nd|rd|th)|[a-z]+)\s+day\b", re.IGNORECASE
)


_LASTING = re.compile(r"\b(двух|тр[её]х|четыр[её]х|пяти|шести|семи)дневн", re.IGNORECASE)
_LASTING_DAYS = {"двух": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7}
"""How many days an occasion lasts, by the beginning of its adjective: двухдневный форум завершился сегодня."""


def _reckoned(span: Span, text: str, anchor: PartialDate | None) -> Iterator[str]:
    """All dates that lie as many days, weeks, months or years from one in the line of the words as the line counts.

    "In June, three months after the first forum" states the forum's month, "three days of talks ended on Saturday" their first.
    """
    line = _line_span(span, text)
    steps = list(_steps(line.of(text)))
    if not steps or READERS[0][0].search(text, *line):
        return
    around = Span(max(0, line.start - BEFORE), line.end)
    for mention in _mentions(text, anchor, line, around):
        if not mention.span.overlaps(line):
            continue
        for base in (mention.date, mention.end):
            for unit, number in steps:
                found = counted(base, unit, number) if base is not None else None
                if found is not None:
                    yield from (found.plain.edtf[:length] for length in (4, 7, 10) if length <= len(found.plain.edtf))


def _steps(line: str) -> Iterator[tuple[str, int]]:
    """The units and numbers, forwards and backwards, by which the words of a line count; n days take n - 1 steps."""
    lasting = _LASTING.search(line)
    if lasting:
        days = _LASTING_DAYS[lasting[1].lower().replace("ё", "е")]
        yield from (("day", days - 1), ("day", 1 - days))
    if READERS[1][0].search(line):
        return
    vocabulary = words()
    for match in _COUNT.finditer(line):
        if match[3]:
            number = int(match[3][:-2]) if match[3][0].isdigit() else vocabulary["ordinals"].get(match[3].lower())
            found = [("day", number - 1)] if number else []
        else:
            word, unit = match[1].lower(), match[2].lower()
            nth = vocabulary["ordinals"].get(word)  # "on the second day of"
            number = int(word) if word.isdigit() else vocabulary["numbers"].get(word, nth)
            number = 1 if word == "the" else number  # "the day after she had testified"
            found = [(unit, number), *([(unit, number - 1)] if unit == "day" else [])] if number else []
        for unit, number in found:
            yield unit, number
            yield unit, -number


def _mentions(text: str, anchor: PartialDate | None, words: Span, around: Span) -> Iterator[DateMention]:
    """Read the dates at some words in each direction in which an incomplete one can lie, by the rules of their script.

    Korean and Russian dates are also read in the paragraph and the sentence of the words alone, as extraction reads them; these
    come first, since the words come to their date there most often.
    """
    reader = next((find for script, find in READERS if script.search(text, *words)), None)
    if reader is None:
        for direction in DIRECTIONS:
            yield from find_dates(text, anchor, direction=direction, within=around)
        return
    context, words = around.of(text), words.shifted(-around.start)
    alone = [Span(*m.span()) for cut in (_PARAGRAPH, _SENTENCE) for m in cut.finditer(context) if words.overlaps(m.span())]
    for future in (None, False, True):
        for stretch in (*alone, Span(0, len(context))):
            for mention in reader(stretch.of(context), anchor, future=future):
                if words.overlaps(mention.span.shifted(stretch.start)):
                    yield replace(mention, span=mention.span.shifted(stretch.start + around.start))


def _spelled_out(date: PartialDate, span: Span, text: str, counted_from: tuple[PartialDate | None, ...]) -> bool:
    words = span.of(text)
    numbers, months = numbers_in(words), months_in(words)
    day = date.day is None or date.day in numbers
    month = date.month is None or date.month in months or (not months and date.month in numbers)
    if not (day and month) or date.year is None:
        return day and month
    stated = _year_in(date.year, numbers, _line(span, text), counted_from[0])
    return stated or (date.month is not None and year_above(text, span.start) == date.year)


def _year_in(year: int, numbers: frozenset[int], line: str, published: PartialDate | None) -> bool:
    if year in numbers:
        return True
    around, counted = numbers_in(line), _years_counted(line)
    if year in around or any(a - b == year for a in around if a > 1500 for b in counted):
        return True
    stated = any(number > 1500 for number in around)
    if not stated and published and any(published.year and published.year - n == year for n in counted):
        return True  # a jubilee in a line that tells no year is of the page's own
    # A language whose dates onrecord cannot read twice: the year nearest to the page's own is all that can be asked for.
    return bool(
        published
        and published.year
        and abs(published.year - year) <= 1
        and not any(number > 1500 for number in numbers)
        and re.search(r"[가-힣а-яА-Я]", line)
    )


_YEAR = hastened(
    r"(?:years?\b|anniversar|jubilee|decades?\b|лет\b|год(?:а|ов)?\b|годовщин|-лети|주년|년\s?(?:전|만|간))", re.IGNORECASE
)
_YEARS = re.compile(
    r"((?:[^\W_]+[\s-]+)?[^\W_]+)[\s-]*" + _YEAR.pattern,
    re.IGNORECASE,
)


def _years_counted(line: str) -> frozenset[int]:
    """The numbers of years that a line counts ("the 30th anniversary", "25 years ago", "30주년"), not the days of its dates."""
    if not _YEAR.search(line):
        return frozenset()
    return frozenset(n for match in _YEARS.finditer(line) for n in numbers_in(match[1]) if n < 200)


def _line(span: Span, text: str) -> str:
    return _line_span(span, text).of(text)


def _line_span(span: Span, text: str) -> Span:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span(start, len(text) if end < 0 else end)


def has_words(words: str, text: str) -> bool:
    """Tell whether the text holds these words to the letter and whole; in Korean, endings may follow."""
    if not words:
        return False
    at = text.find(words)
    while at >= 0:
        begins = not words[0].isalnum() or not _in_word(text[at - 1 : at])
        if begins and (not words[-1].isalnum() or not _in_word(text[at + len(words) : at + len(words) + 1])):
            return True
        at = text.find(words, at + 1)
    return False


def _in_word(letter: str) -> bool:
    """Tell whether a letter beside a word belongs to it; Korean endings and compounds are written on."""
    return (letter.isalnum() or letter == "_") and not "가" <= letter <= "힣"


def country_in(name: str, text: str) -> bool:
    """Tell whether the text names the country: by this name, by another, by an adjective, by its capital, or by РК."""
    if has_words(name, text) or (has_words("РК", text) and name in ru_vocabulary.load("countries")["rk"]):
        return True
    if _CYRILLIC.search(name):
        by_word = any(russian_country(word) == name for word in _CYRILLIC.findall(text))
        return by_word or country_named(name) in countries_in(text)
    country = find_country(name)
    known = (country.name, *country.variants, *country.adjectives, *country.capitals) if country else ()
    return any(has_words(form, text) or has_words(f"{form}s", text) for form in known)
