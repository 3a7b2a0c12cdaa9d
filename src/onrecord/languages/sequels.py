"""Where and when a text says that the next occasion of a series is to be: "the next round will be held in Almaty in May"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial

from onrecord.languages.cities import known_city
from onrecord.languages.date_mention import DateMention
from onrecord.languages.en import dates as en_dates
from onrecord.languages.ko import dates as ko_dates
from onrecord.languages.numbers import numbers_in
from onrecord.languages.review_words import review_words
from onrecord.languages.ru import dates as ru_dates
from onrecord.languages.sentences import sentence_around
from onrecord.model import PartialDate, Span

_DATES = {
    "en": partial(en_dates.find_dates, direction="future"),
    "ko": partial(ko_dates.find_dates, future=True),
    "ru": partial(ru_dates.find_dates, future=True),
}


@dataclass(frozen=True, slots=True)
class Sequel:
    """What a sentence says of the next occasion.

    Attributes:
        span: the words that name it.
        place: a city.
        date: as exact as it is told.
        hoped: whether it is a wish.
        number: where it is called the second, the third, … one.
        months: the first and the last one of the part of a year in which it is to be ("in the second half of the year").
    """

    span: Span
    place: str | None
    date: PartialDate | None
    hoped: bool
    number: int | None = None
    months: tuple[int, int] | None = None


def sequels_in(text: str, language: str, published: PartialDate | None) -> Iterator[Sequel]:
    """Yield what sentences about an occasion to come tell of its city or date; nothing in a language without words for it.

    Args:
        text: a page.
        language: its language.
        published: its own date, from which incomplete ones are completed.
    """
    if "sequel" not in review_words(language):
        return
    named, ahead, hoped, where = _patterns(language)
    for match in named.finditer(text):
        sentence = sentence_around(text, match.span())
        words = sentence.of(text)
        if not ahead.search(words):
            continue
        places = [found["place"] for found in where.finditer(words) if known_city(found["place"])]
        date = _date(words, language, published)
        months = next((part for pattern, part in _parts_of_year(language) if pattern.search(words)), None)
        if places or date or months:
            place, wished = places[-1] if places else None, bool(hoped.search(words))
            yield Sequel(Span(*match.span()), place, date, wished, _turn(match), months)


def _turn(named: re.Match[str]) -> int | None:
    """Return which of a series the words name ("the fifth forum", 두 번째 포럼), None for "the next forum"."""
    numbers = numbers_in(named.groupdict().get("turn") or named[0])
    return min(numbers) if len(numbers) == 1 else None


def _date(words: str, language: str, published: PartialDate | None) -> PartialDate | None:
    """Return the most exact date of a sentence that lies behind the page's own."""
    found: list[DateMention] = _DATES[language](words, published)
    day = published.as_date() if published else None
    dated = [d.date for d in found if d.date is not None and d.date.year is not None]
    later = [date for date in dated if day is None or ((bounds := date.bounds()) is not None and bounds[1] > day)]
    return max(later, key=lambda date: len(date.edtf), default=None)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of `data/review.yml`: the next occasion, that it is to come, only wished for, where."""
    words = review_words(language)["sequel"]
    small = re.IGNORECASE
    named, ahead, hoped = (re.compile(words[key], small) for key in ("named", "ahead", "hoped"))
    return named, ahead, hoped, re.compile(words["place"])


@cache
def _parts_of_year(language: str) -> tuple[tuple[re.Pattern[str], tuple[int, int]], ...]:
    """Return the words for parts of a year, each with its first and last month."""
    parts: dict[str, tuple[int, int]] = review_words(language)["sequel"]["parts_of_year"]
    return tuple((re.compile(words, re.IGNORECASE), (first, last)) for words, (first, last) in parts.items())
