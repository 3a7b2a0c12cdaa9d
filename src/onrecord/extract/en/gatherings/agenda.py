"""Entries of a calendar or a programme with a day or an hour before what takes place: "14 June (online): Book talk"."""

from __future__ import annotations

import re

from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.when import Dates
from onrecord.extract.entities import Entities
from onrecord.languages.date_mention import DateMention
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.reading import Reading
from onrecord.model import Document, Paragraph, Span

ENTRY = 400
"""Code points: a longer paragraph is prose and no entry."""

_BULLET = re.compile(r"\s*(?:[•·◦▪*►>–—-]\s*|\d{1,2}[.)]\s+)?(?:On\s+)?(?:[A-Z][a-z]+day,?\s+)?")
_SETTING = re.compile(r"(?P<setting>[^:\n]{0,80}?)(?::(?=\s)|\s[–—|-]\s|\s{3,}|\t)\s*")
_HOUR = re.compile(r"\s*\d{1,2}[:.h]\d{2}(?:\s?[-–—]\s?\d{1,2}[:.h]\d{2})?\s*(?:[ap]\.?m\.?)?\s*[|:–—-]?\s*", re.IGNORECASE)


def attach(document: Document, reading: Reading, entities: Entities, dates: Dates, mentions: list[Mention]) -> None:
    """Give the first noun of each entry the day, the city and the way of meeting that stand before it."""
    day: DateMention | None = None
    for paragraph in document.readable():
        words = paragraph.span.of(document.text)
        if not words.strip() or len(words) > ENTRY:
            continue
        found = dates.within(paragraph.span)
        if found and _is_day_heading(words, found[0], paragraph):
            day = found[0]
            continue
        hour = _HOUR.match(words)
        if hour is not None and hour.end() and day is not None:
            _enter(reading, mentions, paragraph.span.start + hour.end(), paragraph, day)
        elif found and (setting := _setting(words, found[0], paragraph)) is not None:
            noun = _enter(reading, mentions, setting.end, paragraph, found[0])
            if noun is not None:
                _place(document, entities, noun, setting, paragraph)


def _is_day_heading(words: str, date: DateMention, paragraph: Paragraph) -> bool:
    """Tell whether a line holds a day and nothing else ("Thursday, 13 October")."""
    rest = words[: date.span.start - paragraph.span.start] + words[date.span.end - paragraph.span.start :]
    day = date.date is not None and date.date.day is not None
    return day and re.fullmatch(r"[\W\d]*(?:Day\s+\w+)?[\W\d]*(?:[A-Z][a-z]+day)?[\W\d]*", rest) is not None


def _setting(words: str, date: DateMention, paragraph: Paragraph) -> Span | None:
    """Return where day, hour and place of an entry stand, up to the colon or dash behind which it is named."""
    at = date.span.start - paragraph.span.start
    bullet = _BULLET.match(words)
    if bullet is None or bullet.end() < at or date.date is None:
        return None
    behind = _SETTING.match(words, date.span.end - paragraph.span.start)
    return Span(date.span.start, paragraph.span.start + behind.end()) if behind is not None else None


def _enter(reading: Reading, mentions: list[Mention], start: int, paragraph: Paragraph, day: DateMention) -> Mention | None:
    """Make the first noun behind the setting the entry's occasion; one with a verb, a person's part or a meal is none."""
    inside = [m for m in mentions if start <= m.at < paragraph.span.end and m.rule == "gathering-noun"]
    noun = min(inside, key=lambda m: m.at, default=None)
    if noun is None or noun.base in lexicon.words("programme_parts") or (noun.dates and day not in noun.dates):
        return None
    if noun.verb is not None or "." in reading.text[start : noun.at].rstrip("."):
        return None
    noun.dates = [day]
    noun.strength += 3
    noun.rule = "agenda-entry"
    noun.refers_back = False
    noun.span = Span(max(start, noun.span.start), max(noun.span.end, noun.head.end))
    return noun


def _place(document: Document, entities: Entities, noun: Mention, setting: Span, paragraph: Paragraph) -> None:
    if noun.place is None:
        behind = document.text[noun.span.end : paragraph.span.end]
        stop = noun.span.end + len(re.split(r"[.;\n]", behind, maxsplit=1)[0])
        for part in (setting, Span(noun.span.end, stop)):
            cities = [s for s, place in entities.places_within(part) if not place.country and not entities.within(s)]
            if cities:
                noun.place, noun.place_text = cities[-1], cities[-1].of(document.text)
                break
    lowered = set(re.findall(r"[a-z]+", setting.of(document.text).lower()))
    noun.online = noun.online or bool(lowered & lexicon.words("online"))
