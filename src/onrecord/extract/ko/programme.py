"""What labelled lines of a programme or an announcement say: 주최: …, 사회: …, 13:30-13:50 개회사 …, 일시: …, 장소: …."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from onrecord.extract.entities import Entities
from onrecord.extract.ko.roles import Part
from onrecord.languages.date_mention import DateMention
from onrecord.languages.ko import dates, names, vocabulary
from onrecord.languages.ko.parse import Reading
from onrecord.model import Document, Person, Span, Who
from onrecord.model.facts import Role

_LINE = re.compile(
    r"[ \t·•▲△▶○ㅇ◇◆□■\-–*]*(?:\d{1,2}:\d{2}\s?[-~∼–]\s?\d{1,2}:\d{2}\s+)?"
    r"(?P<label>[가-힣]{2,6}(?: ?\d)?)(?P<mark>\s?[:：|]\s?|\s{2,})"
)
"""The beginning of a line: bullets, the time of day, a label, and a colon or the white space of a table."""
_WHEN = re.compile(r"[ \t·•▲△▶○ㅇ◇◆□■\-–*]*(?:일 ?시|날짜|행사 ?일시|개최 ?일시)\s?[:：]\s?")
_WHERE = re.compile(r"[ \t·•▲△▶○ㅇ◇◆□■\-–*]*(?:장 ?소|행사 ?장소|개최 ?장소)\s?[:：]\s?")
_WORD = re.compile(r"[가-힣]+")


@dataclass(slots=True)
class Programme:
    """Who has which role by the labels, and when and where the labels say that it is."""

    parts: list[Part] = field(default_factory=list)
    date: DateMention | None = None
    place: Span | None = None


def read(document: Document, reading: Reading, entities: Entities) -> Programme:
    """Return what labelled lines say of the gathering that the page is about."""
    text = document.text
    found = Programme(parts=[part for s in reading.sentences for part in _labelled(text, s.span, entities)])
    for paragraph in document.paragraphs:
        for line in re.finditer(r"[^\n]+", paragraph.span.of(text)):
            span = Span(paragraph.span.start + line.start(), paragraph.span.start + line.end())
            when, where = _WHEN.match(text, *span), _WHERE.match(text, *span)
            if when and found.date is None:
                found.date = _date(document, Span(when.end(), span.end))
            if where and found.place is None:
                found.place = _city(text, Span(where.end(), span.end))
    return found


@cache
def _labels() -> dict[str, Role]:
    table = vocabulary.load("roles")["labels"]
    return {word: role for role, words in table.items() for word in words.split()}


def _labelled(text: str, line: Span, entities: Entities) -> Iterator[Part]:
    match = _LINE.match(text, *line)
    role = _labels().get(match["label"].rstrip(" 0123456789")) if match else None
    if match is None or role is None:
        return
    for span, who in entities.within(Span(match.end(), line.end)):
        depth = text.count("(", match.end(), span.start) - text.count(")", match.end(), span.start)
        host = isinstance(who, Person) or role == "organizer"
        if depth == 0 and host and isinstance(who, Who):
            yield Part(who, role, span, match["label"])


def _date(document: Document, line: Span) -> DateMention | None:
    found = [d for d in dates.find_dates(line.of(document.text), document.published) if d.date is not None]
    if not found:
        return None
    first = found[0]
    return DateMention(first.span.shifted(line.start), first.date, first.end, first.basis, first.weekday)


def _city(text: str, line: Span) -> Span | None:
    """Return the city of a line about the place, the last of the first ones in a row (카자흐스탄 알마티)."""
    for word in _WORD.finditer(text, *line):
        if names.is_place(word[0]) and not names.is_country(word[0]):
            return Span(*word.span())
    return None
