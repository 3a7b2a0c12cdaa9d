"""Calendars: what stands under a line that is a day and nothing else takes place on it ("Monday, 13 November")."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.when import Dates
from onrecord.languages.date_mention import DateMention
from onrecord.languages.en import date_forms
from onrecord.languages.en.dates import find_dates
from onrecord.model import Document, Paragraph, Span

LINE = 60
"""Code points: a longer line is no heading of a day."""

_WORD = re.compile(r"[^\W\d_]+")
_JOINING = frozenset({"to", "and", "st", "nd", "rd", "th", "from", "day"})
"""What may stand in such a line beside months, weekdays and numbers."""
_FROM = re.compile(r"(?P<d>\d{1,2})(?:st|nd|rd|th)?\s*(?:[-–—]|to|and|&)\s*(?:[A-Z][a-z]+day,?\s+)?(?=\d)")
"""The first day of "Friday, 17 – Sunday, 19 November", which no second reading bears out: what stands below has no day."""


def attach(document: Document, dates: Dates, mentions: list[Mention]) -> None:
    """Give what is told under a day, and without one of its own, that day; two such lines and more make a calendar."""
    headings = [(p, day) for p in document.readable() if (day := _day(document, dates, p)) is not None]
    if len(headings) < 2 or len({str(day.date) for _, day in headings}) < 2:
        return
    starts = [p.span.start for p, _ in headings]
    for mention in mentions:
        if mention.dates or mention.title or mention.at < starts[0] or not _is_entry(mention):
            continue
        day = next(day for start, (_, day) in zip(starts[::-1], headings[::-1], strict=True) if start <= mention.at)
        mention.dates = [day] if day.date is not None else []


def _day(document: Document, dates: Dates, line: Paragraph) -> DateMention | None:
    """The day or days of a line that is nothing else; that of the page itself is no entry."""
    words = line.span.of(document.text)
    if not words.strip() or len(words) > LINE or not re.search(r"\d", words):
        return None
    if document.published_span is not None and line.span.contains(document.published_span):
        return None
    if not {w.lower() for w in _WORD.findall(words)} <= date_forms.calendar_words() | _JOINING:
        return None
    told = [
        d
        for d in find_dates(words, dates.anchor, direction=lambda _: "future")
        if d.date is not None and d.date.day is not None
    ]
    if not told or told[-1].date is None:
        return None
    at = line.span.start
    found = replace(told[0], span=Span(at + told[0].span.start, at + told[-1].span.end))
    return replace(found, date=None) if _FROM.search(words) and told[0].end is None else found


def _is_entry(mention: Mention) -> bool:
    """Tell whether an occasion is what an entry tells, and not recalled in a clause of it."""
    verb = mention.verb
    if verb is None:
        return True
    return clauses.is_main(verb) and clauses.tense(clauses.first_joined(verb)) != "past"
