"""Day and place of remarks that a page gives in full: what the lines between its headline and the first words said set down."""

from __future__ import annotations

import re

from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.title import headline
from onrecord.extract.en.when import Dates
from onrecord.extract.entities import Entities
from onrecord.languages.date_mention import DateMention
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.en.dates import find_dates
from onrecord.model import Document, Paragraph, Span

_REMARKS = re.compile(
    r"(?:[A-Z]\w+\s+){0,2}(?:remarks|press\s+(?:briefing|conference|gaggle|availability)|transcript)\b", re.IGNORECASE
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s?[AaPp]\.?\s?[Mm]\b")
_CITY = re.compile(r"(?P<city>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3}),\s+[A-Z][\w.’' -]+$")
_BRACKETED = re.compile(r"\((?P<day>[^()]{6,40})\)\s*$")

LINES = 8
"""Paragraphs from the headline on among which a transcript sets down where and when."""


def attach(document: Document, entities: Entities, dates: Dates, mentions: list[Mention]) -> None:
    """Give the occasion in the headline of a transcript the day and the place that the lines below the headline set down."""
    title = headline(document)
    chief = next((m for m in mentions if m.rule == "headline"), None)
    if chief is None or title is None or not _REMARKS.match(title.of(document.text).lstrip()):
        return
    lines = _lines(document, title)
    if not lines:
        return
    if not any(d.date and d.date.day for d in chief.dates):
        chief.dates = [*_day(document, dates, lines), *chief.dates]
    if chief.place is None:
        _place(document, entities, chief, [line for line in lines if line.kind != "dateline"])


def _lines(document: Document, title: Span) -> list[Paragraph]:
    """The lines between the headline and the first paragraph of words said, where one of them tells the hour."""
    behind = [p for p in document.readable() if p.span.start >= title.end][:LINES]
    first = next((k for k, p in enumerate(behind) if p.kind == "body"), len(behind))
    lines = behind[:first]
    timed = any(_CLOCK.search(p.span.of(document.text)) for p in lines)
    return lines if timed else []


def _day(document: Document, dates: Dates, lines: list[Paragraph]) -> list[DateMention]:
    """The day in brackets below the page's own (the page is of the day after), else the page's own."""
    for line in lines:
        match = _BRACKETED.match(line.span.of(document.text).strip())
        found = find_dates(match["day"], dates.anchor) if match is not None else []
        if match is not None and found and found[0].date is not None and found[0].date.day is not None:
            start = line.span.start + line.span.of(document.text).index(match["day"])
            return [DateMention(Span(start, start + len(match["day"])), found[0].date, None, "text")]
    own = next((p for p in lines if p.kind == "dateline"), None)
    if own is None or dates.anchor is None or dates.anchor.day is None or dates.anchor_basis != "page date":
        return []
    return [DateMention(own.span, dates.anchor, None, "page date")]


def _place(document: Document, entities: Entities, chief: Mention, lines: list[Paragraph]) -> None:
    """The city of a line "City, State", with the line before it as the venue; else the line that names a room or a house."""
    text = document.text
    venue = next((_name(text, p) for p in lines if _is_venue(entities, p, text)), None)
    for line in lines:
        match = _CITY.match(line.span.of(text).strip())
        if match is not None and not _CLOCK.search(line.span.of(text)) and not _is_venue(entities, line, text):
            start = line.span.start + line.span.of(text).index(match["city"])
            chief.place = Span(start, start + len(match["city"]))
            break
    chief.place = chief.place or venue
    chief.venue = chief.venue or venue
    chief.place_text = chief.place.of(text) if chief.place else ""


def _name(text: str, line: Paragraph) -> Span:
    """The words of a line up to its first comma."""
    words = line.span.of(text)
    start = len(words) - len(words.lstrip())
    return Span(line.span.start + start, line.span.start + start + len(re.split(r"[,\n]", words.strip())[0].rstrip()))


def _is_venue(entities: Entities, line: Paragraph, text: str) -> bool:
    words = line.span.of(text).strip()
    if _CLOCK.search(words) or words.isupper() or any(place for _, place in entities.places_within(line.span) if place.country):
        return False
    last = re.split(r",", words)[0].split()
    return bool(last) and any(w.lower() in lexicon.words("venues") for w in (last[-1], last[0]))
