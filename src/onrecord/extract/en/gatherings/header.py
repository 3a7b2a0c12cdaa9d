"""Day and place that the head of a page sets down for its event on lines of their own: "When: …", "Venue: …"."""

from __future__ import annotations

import re

from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.title import headline as title_of
from onrecord.extract.en.when import Dates
from onrecord.extract.entities import Entities
from onrecord.languages import places
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.en import role_words, titles
from onrecord.languages.review_words import renamed_cities
from onrecord.model import Document, Organization, Paragraph, Person, Span

_LABEL = re.compile(r"\s*(?P<label>[A-Za-z][A-Za-z &/]{2,24}?)\s*[:|]\s*(?=\S)")

LINE = 160
"""Code points: a longer paragraph is prose and no line of day and place."""

LINES = 16
"""Paragraphs from the top among which a page sets down when and where."""


def label_of(words: str) -> str:
    """Return "when", "where", "other" (languages, hosts) for a line that a label opens, else an empty string."""
    match = _LABEL.match(words)
    if match is None:
        return ""
    label = " ".join(match["label"].lower().split())
    if label in lexicon.words("when"):
        return "when"
    if label in lexicon.words("where"):
        return "where"
    return "other" if label in role_words.heading_roles() or label in lexicon.words("labels") else ""


def attach(document: Document, entities: Entities, dates: Dates, mentions: list[Mention]) -> None:
    """Give the headline's occasion the day and the place that labelled lines set down."""
    chief = next((m for m in mentions if m.rule == "headline"), None)
    if chief is None:
        return
    _city_of_title(document, entities, chief)
    below = False
    for paragraph in list(document.readable())[:LINES]:
        if below and chief.place is None and not label_of(paragraph.span.of(document.text)):
            _below_day(document, chief, paragraph)
        below = _opens_with_day(document, dates, paragraph)
        kind = label_of(paragraph.span.of(document.text))
        if kind == "when" and not any(d.date and d.date.day for d in chief.dates):
            days = [d for d in dates.within(paragraph.span) if d.date is not None and d.date.day is not None]
            chief.dates = [*days[:1], *chief.dates]
        elif kind == "where" and chief.place is None:
            _place(document, entities, chief, paragraph)
        elif (
            not kind
            and chief.place is None
            and chief.type not in ("webinar", "call")
            and _is_setting(document, dates, paragraph)
        ):
            _city_of_line(document, entities, chief, paragraph)


def _opens_with_day(document: Document, dates: Dates, paragraph: Paragraph) -> bool:
    """Tell whether a line sets down a day: "Thursday, 14 March 2024, 9:30 am – 4:00 pm"."""
    words = paragraph.span.of(document.text).strip()
    days = [d for d in dates.within(paragraph.span) if d.date is not None and d.date.day is not None]
    return bool(days) and len(words) <= LINE // 2 and not words.endswith((".", "!", "?"))


def _below_day(document: Document, chief: Mention, paragraph: Paragraph) -> None:
    """Give the headline's occasion the city that ends the line below its day ("Great Hall, Oslo", "…, Oslo, and online")."""
    words = paragraph.span.of(document.text)
    if len(words) > LINE or words.rstrip().endswith((".", "!", "?", ":")) or "," not in words:
        return
    parts = [Span(paragraph.span.start + m.start(), paragraph.span.start + m.end()) for m in _PIECE.finditer(words)]
    named = [s for s in parts[1:] if s.of(document.text) in places.english_names()]
    if named:
        chief.place, chief.place_text = named[0], named[0].of(document.text)
        chief.venue = parts[0]


_TOOK_PLACE = re.compile(
    r"\s+(?:(?:was|were|is|are|to\s+be|will\s+be)\s+)?(?:held|takes?\s+place|took\s+place|opens?|opened|concludes?|concluded|ends?|ended|begins?|began|kicks?\s+off)"
    r"\s+in\s+$",
    re.IGNORECASE,
)


def _city_of_title(document: Document, entities: Entities, chief: Mention) -> None:
    """Give the headline's occasion the city behind the verb of the headline ("Workshop Concludes in Tashkent")."""
    title = title_of(document)
    for span, place in entities.places_within(title) if title is not None and chief.place is None else ():
        if not place.country and _TOOK_PLACE.fullmatch(document.text, chief.span.end, span.start):
            chief.place, chief.place_text = span, span.of(document.text)


def _is_setting(document: Document, dates: Dates, paragraph: Paragraph) -> bool:
    """Tell whether a line sets down a day and what else, parted by strokes or commas ("13–14 May 2022 | Ulba Hall, Lunde")."""
    words = paragraph.span.of(document.text).strip()
    days = [d for d in dates.within(paragraph.span) if d.date is not None and d.date.day is not None]
    if not days or len(words) > LINE or words.endswith((".", "!", "?")) or re.search(r"[a-z]{3,}", words.split(",")[0]) is None:
        return False
    if {w.lower() for w in re.findall(r"[A-Za-z]+", words)} & lexicon.words("issues"):
        return False
    return days[0].span.start - paragraph.span.start <= 20 or bool(re.search(r"[|•·]", words)) or words.count(",") > 0


def _city_of_line(document: Document, entities: Entities, chief: Mention, paragraph: Paragraph) -> None:
    line = paragraph.span
    cities = [s for s, place in entities.places_within(line) if not place.country and not entities.within(s)]
    chief.online = chief.online or bool(set(re.findall(r"[a-z]+", line.of(document.text).lower())) & lexicon.words("online"))
    if not cities and not chief.online:
        cities = _houses(document, line)[:1]
    if cities and not (chief.online and len(cities) > 1):
        chief.place, chief.place_text = cities[-1], cities[-1].of(document.text)


def _houses(document: Document, line: Span) -> list[Span]:
    """The known cities among what commas part in a line, else what is called a house ("15 May, Nur-Sultan, Hotel Ulba")."""
    parts = [Span(line.start + m.start(), line.start + m.end()) for m in _PIECE.finditer(line.of(document.text))]
    named = [
        s for s in parts if s.of(document.text) in places.english_names() or s.of(document.text).lower() in renamed_cities()
    ]
    venues = lexicon.words("venues")
    housed = [s for s in parts if any(w.lower() in venues for w in s.of(document.text).split())]
    # Not the "Office of the President".
    return named or [s for s in housed if titles.head_kind(s.of(document.text).split()[-1]) != "office"]


def _place(document: Document, entities: Entities, chief: Mention, paragraph: Paragraph) -> None:
    """The city of a line, the last one before a country; without one the venue stands for it."""
    match = _LABEL.match(paragraph.span.of(document.text))
    inside = Span(paragraph.span.start + (match.end() if match else 0), paragraph.span.end)
    words = {w.strip(",.()").lower() for w in inside.of(document.text).split()}
    if words & lexicon.words("online"):
        chief.online = chief.online or not words - lexicon.words("online") - {"via", "meeting", "event", "platform"}
        if chief.online:
            return
    first = re.match(r"[^,;|(\n]+", inside.of(document.text))
    venue = Span(inside.start, inside.start + len(first[0].rstrip())) if first else None
    cities = [
        s
        for s, place in entities.places_within(inside)
        if not place.country and not (venue is not None and s != venue and venue.contains(s))
    ]
    pieces = [Span(inside.start + m.start(), inside.start + m.end()) for m in _PIECE.finditer(inside.of(document.text))]
    known = [s for s, e in entities.within(inside) if isinstance(e, Organization | Person)]
    plain = [s for s in pieces[1:] if _NAME.fullmatch(s.of(document.text)) and not any(k.overlaps(s) for k in known)]
    city = cities[-1] if cities else plain[0] if plain else venue
    if city is None:
        return
    chief.place, chief.place_text = city, city.of(document.text)
    if venue is not None and venue != city:
        chief.venue = venue


_PIECE = re.compile(r"[^,;|()\s][^,;|()\n]*(?<=\S)")
_NAME = re.compile(r"[A-Z][a-zà-ÿ’'-]+(?:[ -][A-Z][a-zà-ÿ’'-]+)?")
