"""Remarks that a page gives in full: day and place from the lines above the first words said, and whom they say is there."""

from __future__ import annotations

import re

from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.occasion import Occasion
from onrecord.extract.en.gatherings.roll import Roll
from onrecord.extract.en.gatherings.sides import Named, Sides
from onrecord.extract.en.gatherings.title import headline
from onrecord.extract.en.when import Dates
from onrecord.extract.entities import Entities
from onrecord.languages.date_mention import DateMention
from onrecord.languages.en import date_forms
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.en.dates import find_dates
from onrecord.model import Document, Paragraph, Person, Span

_REMARKS = re.compile(
    r"(?:[A-Z]\w+\s+){0,2}(?:remarks|press\s+(?:briefing|conference|gaggle|availability)|transcript)\b"
    r"|(?:[A-Z]\w+\s+){0,2}(?:speech|address|lecture|keynote|statement|intervention)\s+(?:by|of)\s[^.\n]+\s(?:at|to|before)\s",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s?[AaPp]\.?\s?[Mm]\b")
_CITY = re.compile(r"(?P<city>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3}),\s+[A-Z][\w.’' -]+$")
_BRACKETED = re.compile(r"\((?P<day>[^()]{6,40})\)\s*$")

_ADDRESSED = re.compile(
    r"(?:(?:Your\s+)?Excellenc(?:y|ies)|Mr\.?\s|Ms\.?\s|Mrs\.?\s|Madam\s|Mister\s|Ladies\s+and\s+gentlemen|Distinguished\s|Honou?rable\s|Dear\s|"
    r"Colleagues|Friends|Thank\s+you|Good\s+(?:morning|afternoon|evening)|President\s|Chair(?:man|person)?\b|Ministers?\b|Members?\s+of\b)",
    re.IGNORECASE,
)
"""With what a speech begins."""

_CITY_AND_DAY = re.compile(
    r"\W*(?P<city>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})(?:,\s+[A-Z][\w’' -]+?)?(?:,|\s[|–—-])\s+(?=.*\d)"
)
"""A line of city and day: "New York, 15 November 2022"."""

_INTRODUCED = re.compile(
    r"\b[Tt]hank(?:s|\s+you)\b[^.?!]{0,90}?\bfor\s+(?:that|the|your|this|such|his|her)\b[^.?!]{0,40}\bintroduction\b"
)
_IS_HERE = re.compile(
    r"\s+(?:(?:is|are)\s+(?:also\s+)?(?:here|with\s+us|in\s+the\s+(?:audience|room))|(?:has|have)\s+joined\s+us)\b"
)

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
    if chief.place is None:
        _city_over_words(document, chief, [line for line in lines if line.kind == "dateline"])


def _lines(document: Document, title: Span) -> list[Paragraph]:
    """The lines between the headline and the first words said, where one tells the hour, or a day over who is addressed."""
    behind = [p for p in document.readable() if p.span.start >= title.end][:LINES]
    first = next((k for k, p in enumerate(behind) if p.kind == "body"), len(behind))
    lines = behind[:first]
    timed = any(_CLOCK.search(p.span.of(document.text)) for p in lines)
    dated = bool(lines) and all(p.kind == "dateline" for p in lines) and first < len(behind)
    addressed = dated and _ADDRESSED.match(behind[first].span.of(document.text).strip()) is not None
    return lines if timed or addressed else []


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


def _city_over_words(document: Document, chief: Mention, lines: list[Paragraph]) -> None:
    """The city that stands before the day in a line above the words said."""
    for line in lines:
        match = _CITY_AND_DAY.match(line.span.of(document.text))
        if match is not None and match["city"].split()[0].lower() not in date_forms.calendar_words():
            chief.place = Span(line.span.start + match.start("city"), line.span.start + match.end("city"))
            chief.place_text = match["city"]
            return


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


_ABOUT = re.compile(r"\b(?:on|about|regarding)\b")


def enter(sides: Sides, main: Occasion, roll: Roll) -> None:
    """Enter who a transcript says has introduced the speaker and is in the room, and who met where the headline says so."""
    title = headline(sides.document)
    if title is None or not _REMARKS.match(title.of(sides.document.text).lstrip()):
        return
    best = main.best.span
    if main.type in ("meeting", "talks", "summit", "call") and title.contains(best):
        before: list[Named] = [(e, s) for s, e in sides.entities.within((title.start, best.start)) if isinstance(e, Person)]
        another = any(isinstance(who, Person) for _, who in sides.entities.within(best))
        if not (another and before and _ABOUT.search(sides.document.text, before[-1][1].end, best.start)):
            roll.add(before, "participant", "headline")  # and not who speaks "on X's call with Y"
    for sentence in sides.reading.sentences:
        words = sentence.span.of(sides.document.text)
        people: list[Named] = [(e, s) for s, e in sides.entities.within(sentence.span) if isinstance(e, Person)]
        if not people:
            continue
        thanked = _INTRODUCED.search(words)
        if thanked is not None:
            inside = Span(sentence.span.start + thanked.start(), sentence.span.start + thanked.end())
            roll.add([n for n in people if inside.contains(n[1])][:1], "opening", "introduced-by", "introduction")
        here = _IS_HERE.search(words)
        if here is not None:
            roll.add([n for n in people if n[1].end <= sentence.span.start + here.start()], "participant", "is-here", "here")
