"""Announced events: a name on a line of its own, and under it a line with day, time and place."""

from __future__ import annotations

import re

from onrecord.extract.en.gatherings import header
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.title import headline
from onrecord.extract.en.when import Dates
from onrecord.extract.entities import Entities
from onrecord.languages.date_mention import DateMention
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.reading import Reading
from onrecord.model import Document, Organization, Paragraph, Span
from onrecord.model.facts import GatheringType

LINE = 200
"""Code points: a longer paragraph is prose and no line of day and place."""

_TIME = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}\s?(?:a\.?m\.?|p\.?m\.?)\b|[|·•–—-]", re.IGNORECASE)
_END = re.compile(r"[.!?]$")


def find(document: Document, reading: Reading, entities: Entities, dates: Dates, mentions: list[Mention]) -> Mention | None:
    """Return the event that the head of the page announces, or None where the page tells of one in prose."""
    paragraphs = [p for p in document.readable() if p.span.of(document.text).strip()]
    for number, paragraph in enumerate(paragraphs[1:12], 1):
        date = _day_line(document, dates, paragraph) or _day_over_hours(document, dates, paragraphs, number)
        if date is None:
            continue
        above = [p for p in paragraphs[:number] if not header.label_of(p.span.of(document.text))]
        name = above[-1] if above else paragraphs[number - 1]
        if len(above) == 2 and above[0].kind == "title" and _is_house(document, name):
            name = above[0]  # the house stands between the title and the day
        kind = _type(mentions) or ("other" if _FROM_TO.search(document.text, *paragraph.span) else None)
        if kind is None or name.kind not in ("title", "heading") or _is_sentence(document, name):
            return None
        if _is_masthead(document, entities, name, paragraph):
            return None
        return _mention(document, reading, entities, name, (paragraph, date, kind))
    return None


def by_labels(document: Document, reading: Reading, mentions: list[Mention]) -> Mention | None:
    """Return the event of a page whose head sets down day and place behind labels, under a title that names no event."""
    period, title = document.fact("event_period"), headline(document)
    if period is None or title is None or not period.dates or any(m.rule == "headline" for m in mentions):
        return None
    tokens = reading.between(title)
    placed = document.fact("place") is not None or any(
        header.label_of(p.span.of(document.text)) == "where" for p in list(document.readable())[: header.LINES]
    )
    if not tokens or not placed or any(m.title and m.strength > 0 for m in mentions):
        return None
    parts = any(m.base in lexicon.words("programme_parts") for m in mentions)
    kind = _type([m for m in mentions if m.refers_back]) or ("conference" if parts else "other")
    made = Mention(tokens[0], kind, kind, Span(tokens[0].start, tokens[-1].end), None, "headline", strength=6, title=True)
    made.words = frozenset(t.lower for t in tokens if t.tag[:1] in "NJ")
    made.online = bool(set(re.findall(r"[a-z-]+", title.of(document.text).lower())) & lexicon.words("online"))
    return made


_FROM_TO = re.compile(
    r"\b\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\.?)?\s?[-–—]\s?\d{1,2}(?:[:.]\d{2}|(?=\s?[ap]\.?m))", re.IGNORECASE
)
"""The hours from which to which something lasts: no news is published so."""


def _is_house(document: Document, line: Paragraph) -> bool:
    """Tell whether a line names a house: "Lunde Town Hall"."""
    words = line.span.of(document.text).split()
    return bool(words) and words[-1].lower() in lexicon.words("venues")


def _is_sentence(document: Document, name: Paragraph) -> bool:
    """Tell whether a line is a sentence and no name; the name of an event may be a question where it is the title."""
    words = name.span.of(document.text).strip()
    return _END.search(words) is not None and not (name.kind == "title" and words.endswith("?"))


def _day_line(document: Document, dates: Dates, paragraph: Paragraph) -> DateMention | None:
    words = paragraph.span.of(document.text).strip()
    if len(words) > LINE or not (_TIME.search(words) or header.label_of(words) == "when") or _END.search(words):
        return None
    days = [d for d in dates.within(paragraph.span) if d.date is not None and d.date.day is not None]
    if not days or days[0].span.start - paragraph.span.start > 30:
        return None
    return days[0]


_HOURS = re.compile(
    r"\W*(?:(?:time\s*[:|]?|from|at)\s*)?\d{1,2}"
    r"(?:[:.h]\d{2}\b|\s?[ap]\.?\s?m\b|\s*[-–—]\s*\d{1,2}(?:[:.h]\d{2}\b|\s?[ap]\.?\s?m\b))",
    re.IGNORECASE,
)
"""A line that opens with an hour: "9:00–10:30 am (Canberra)", "Time: 15.00"."""


def _day_over_hours(document: Document, dates: Dates, paragraphs: list[Paragraph], number: int) -> DateMention | None:
    """The day of a line under the title, taken for that of the page, where the hours stand on the line below."""
    above, line, below = paragraphs[number - 1], paragraphs[number], paragraphs[number + 1 : number + 2]
    day = dates.anchor
    if above.kind != "title" or line.kind != "dateline" or not below or day is None:
        return None
    words = below[0].span.of(document.text).strip()
    told = day.day is not None and day.year is not None and _is_of_page(document, line)
    return DateMention(line.span, day, None, "text") if told and len(words) <= LINE // 2 and _HOURS.match(words) else None


def _is_of_page(document: Document, line: Paragraph) -> bool:
    """Tell whether the day of a line was taken for that of the page."""
    return document.published_span is not None and line.span.contains(document.published_span)


def _is_masthead(document: Document, entities: Entities, name: Paragraph, line: Paragraph) -> bool:
    """Tell whether the lines name who publishes the page, and when: "Ulba Institute", "Newsletter No. 3 | 4 May 2021"."""
    if set(re.findall(r"[a-z]+", line.span.of(document.text).lower())) & lexicon.words("issues"):
        return True
    words = name.span.of(document.text).strip()
    start = name.span.start + name.span.of(document.text).index(words)
    return any(
        isinstance(entity, Organization) and span.start <= start and span.end >= start + len(words)
        for span, entity in entities.within(name.span)
    )


def _type(mentions: list[Mention]) -> GatheringType | None:
    """The type of the page's first noun for an event, whichever way it is mentioned ("the lecture", "Upcoming webinar")."""
    for mention in sorted(mentions, key=lambda m: m.at):
        if mention.rule in ("gathering-noun", "headline") and mention.base not in (
            "event",
            "occasion",
            "panel",
            "session",
            "discussion",
        ):
            return mention.type
    return None


def _mention(
    document: Document,
    reading: Reading,
    entities: Entities,
    name: Paragraph,
    line: tuple[Paragraph, DateMention, GatheringType],
) -> Mention | None:
    paragraph, date, kind = line
    tokens = reading.between(name.span)
    if not tokens:
        return None
    span = Span(tokens[0].start, tokens[-1].end)
    made = Mention(tokens[0], kind, kind, span, None, "headline", strength=6, title=True, dates=[date])
    made.words = frozenset(t.lower for t in tokens if t.tag[:1] in "NJ")
    lowered = set(re.findall(r"[a-z-]+", paragraph.span.of(document.text).lower()))
    made.online = bool(lowered & lexicon.words("online"))
    cities = [s for s, place in entities.places_within(paragraph.span) if not place.country]
    if cities and not made.online:
        made.place, made.place_text = cities[-1], cities[-1].of(document.text)
    return made
