"""The dates of an English document, completed by the page's own date and the tense of each clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from weakref import WeakKeyDictionary, proxy

from onrecord.extract.en import announced, clauses
from onrecord.languages.date_mention import DateMention
from onrecord.languages.en import date_forms, gathering_words
from onrecord.languages.en.dates import Direction, find_dates
from onrecord.languages.reading import Reading, Sentence, Token
from onrecord.model import Document, PartialDate, Span

_DATELINE = re.compile(r"[–—-]|\s--\s")
_CALENDAR = "|".join(sorted(date_forms.calendar_words()))
_HEAD = re.compile(
    rf"(?!(?i:{_CALENDAR})\b)"  # "Thursday, 14 March, 9:30 – 16:00" is a line of day and hours
    r"(?P<city>[A-Z][A-Z'’.-]+(?:(?:(?<!\.)|(?<=\b[SFM]T\.)) [A-Z][A-Z'’.-]+)*|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
    r"(?:,\s|\.\s|\s\(|\s(?=[–—-]))[^\n]{0,60}?(?:\s--|\s?[–—]|\s-)\s"
    r"|(?P<_>)(?!)"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_SET_DOWN = re.compile(
    r"(?P<city>[A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+){0,2})(?:,\s[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)?[,.]\s"
    r"(?:[A-Z]\w+\.\s)?(?:[A-Z][a-z]+day,?\s)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}|{_MONTH}\s\d{{1,2}}),?\s(?:19|20)\d\d[.:]\s(?=[\"“A-Z])"
)
"""City and day with a year, closed by a full stop or a colon: "LUNDE. KazWire. 4 May 2027. The …"."""
_OPENS = re.compile(r"\W*(?:On\s+)?(?:[A-Z][a-z]+day,?\s+)?")
_ENTRY = re.compile(r"\s*(?:[.:]|[-–—]\s)")
_PARTED = re.compile(r"\s*:\s|\s+[-–—|]\s")
_CAPITAL = re.compile(r"\s+(?=[A-Z])")
_INK = re.compile(r"[^\n]")

LEAD = 700
"""Code points of readable text in which a page without a date of its own states when it speaks."""


class Dates:
    """The date mentions of the readable text, by place."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self._reading = proxy(reading)  # kept beside the reading, so that it must not keep it alive
        text = _readable(document)
        self.anchor, self.anchor_basis = _anchor(document, text)
        heads = _datelines(document)
        found = find_dates(text, self.anchor, direction=self._direction)
        if self.anchor is None:
            found = announced.completed(found, self.verb_of)
        self.mentions = [m for m in found if not any(head.contains(m.span) for head in heads)]
        self._starts = [mention.span.start for mention in self.mentions]

    @staticmethod
    def of(document: Document, reading: Reading) -> Dates:
        """Return the dates of a document, worked out once a reading."""
        if reading not in _KNOWN:
            _KNOWN[reading] = Dates(document, reading)
        return _KNOWN[reading]

    def _direction(self, at: int) -> Direction | None:
        tokens = self._reading.between((at, at + 1))
        return clauses.tense(clauses.verb_over(tokens[0])) if tokens else None

    def verb_of(self, mention: DateMention) -> Token | None:
        """Return the verb of the clause in which a date stands."""
        head = self.head_of(mention)
        return clauses.verb_over(head) if head is not None else None

    def within(self, span: tuple[int, int]) -> list[DateMention]:
        """Return the mentions that lie inside a span of the document."""
        at = bisect_left(self._starts, span[0])
        found = []
        while at < len(self.mentions) and self._starts[at] < span[1]:
            found.append(self.mentions[at])
            at += 1
        return found

    def opening(self, paragraph: Span) -> DateMention | None:
        """Return the day with which a paragraph begins like an entry of a list: "31.8.2023 The envoy …", "9 June. …"."""
        text = self._reading.text
        for date in self.within(paragraph)[:1]:
            opens = _OPENS.fullmatch(text[paragraph.start : date.span.start]) is not None
            if opens and date.date is not None and date.date.day is not None:
                stop = date.span.end - (text[date.span.end - 1] == ".")  # an abbreviating full stop left out ("22 May.")
                figures = text[date.span.start : date.span.end].replace(".", "").replace("/", "").replace("-", "").isdigit()
                if _ENTRY.match(text, stop) or (figures and _CAPITAL.match(text, date.span.end)):
                    return date
        return None

    def of_line(self, at: int) -> DateMention | None:
        """Return the date, be it a year, that a colon or a dash parts from the rest of the line: "- May 1992: X signs …"."""
        text = self._reading.text
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        for date in self.within((start, end if end >= 0 else len(text)))[:1]:
            opens = (
                date.date is not None and date.span.end <= at and _OPENS.fullmatch(text[start : date.span.start]) is not None
            )
            if opens and _PARTED.match(text, date.span.end):
                return date
        return None

    @cached_property
    def told(self) -> dict[int, DateMention]:
        """The day under which each sentence is told: that of its main verb, else that of the one before in its paragraph."""
        found: dict[int, DateMention] = {}
        paragraph, day = -1, None
        for sentence in self._reading.sentences:
            if sentence.paragraph != paragraph:
                paragraph, day = sentence.paragraph, None
            day = self._of_main_verb(sentence) or day
            if day is not None:
                found[sentence.i] = day
        return found

    def _of_main_verb(self, sentence: Sentence) -> DateMention | None:
        """The one day on which what the main verbs of a sentence tell took place."""
        days = [d for d in self.within(sentence.span) if d.date is not None and d.date.day is not None and d.end is None]
        told = [d for d in days if d.basis != "modifier" and self._is_of_main_verb(d)]
        return told[0] if len({d.date for d in told}) == 1 else None

    def _is_of_main_verb(self, date: DateMention) -> bool:
        verb = self.verb_of(date)
        return verb is not None and clauses.is_main(verb) and clauses.tense(verb) == "past"

    def head_of(self, mention: DateMention) -> Token | None:
        """Return the word of the parse on which the date hangs: of its words the one governed from outside."""
        tokens = self._reading.between(mention.span)
        return next((t for t in tokens if t.head not in tokens or t.head is t), tokens[0] if tokens else None)


_KNOWN: WeakKeyDictionary[Reading, Dates] = WeakKeyDictionary()


def _readable(document: Document) -> str:
    """The document's text with everything that is not read blanked out, so that offsets stay."""
    parts, end = [], 0
    for paragraph in document.readable():
        if paragraph.kind == "dateline":
            continue
        parts.append(_INK.sub(" ", document.text[end : paragraph.span.start]))
        parts.append(paragraph.span.of(document.text))
        end = paragraph.span.end
    return "".join(parts)


def _datelines(document: Document) -> list[Span]:
    """The places and dates that open a report ("SEOUL, July 8, 2021 (Agency) --"), which date the report and no event in it."""
    matches = [(p.span, _head(document, p.span)) for p in document.readable() if p.kind == "body"]
    return [Span(span.start, span.start + match.end()) for span, match in matches if match]


def _head(document: Document, paragraph: Span) -> re.Match[str] | None:
    """The place and date with which a paragraph opens; "Media Note, April 3, 2026" tells no place."""
    words = paragraph.of(document.text)
    if match := _HEAD.match(words):
        return match
    match = _SET_DOWN.match(words)
    kinds = gathering_words.words("issues") | date_forms.calendar_words()
    return match if match is not None and not kinds & set(match["city"].lower().split()) else None


def city_of_report(document: Document) -> Span | None:
    """Return the city from which the page reports, as its dateline names it."""
    for paragraph in document.readable():
        match = _head(document, paragraph.span) if paragraph.kind in ("body", "dateline") else None
        if match and match["city"]:
            return Span(paragraph.span.start + match.start("city"), paragraph.span.start + match.end("city"))
    return None


def _anchor(document: Document, text: str) -> tuple[PartialDate | None, str]:
    """Return the day at which the page speaks, and whether the page or its text says so."""
    if document.published is not None and document.published.year is not None:
        return document.published.plain, "page date"
    stated = [
        m for m in find_dates(text, None) if m.date is not None and m.date.day is not None and m.basis in ("text", "open")
    ]
    lead = next((k for k, char in enumerate(text) if not char.isspace()), 0) + LEAD
    for mention in stated:
        if mention.span.start > lead:
            break
        if document.published is not None:  # a day without a year, which the first full date near it completes
            completed = _completed(document.published, mention.date, anniversary="nniversar" in text)
            if completed is not None:
                return completed, "text"
            continue
        before = text[: mention.span.start].rsplit("\n", 1)[-1]
        behind = text[mention.span.end : mention.span.end + 40]
        at_head = before.upper() == before and bool(_DATELINE.search(behind))
        if mention.basis == "text" or at_head:
            return mention.date, "text"
    period = document.fact("event_period")
    if document.published is None and period is not None and period.dates and period.dates[0].year is not None:
        return period.dates[0].plain, "event period"  # an announcement speaks of the days around its event
    return document.published, "page date" if document.published is not None else ""


def _completed(day: PartialDate, full: PartialDate | None, *, anniversary: bool) -> PartialDate | None:
    """Return a day with the year of a full date that lies within a month of it."""
    then = full.as_date() if full is not None else None
    if then is None or day.month is None or day.day is None:
        return None
    if (then.month, then.day) == (day.month, day.day) and anniversary:
        return None  # "on the 30th anniversary of 28 February 1989"
    near = PartialDate.of(then.year, day.month, day.day).as_date()
    return PartialDate.from_date(near) if near is not None and abs((near - then).days) <= 31 else None
