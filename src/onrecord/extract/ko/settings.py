"""When and where a Korean clause says that something takes place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.languages.date_mention import DateMention
from onrecord.languages.ko import dates, names, vocabulary
from onrecord.languages.ko.nominals import Run, Word
from onrecord.languages.ko.parse import Reading, Sentence
from onrecord.model import Document, Span

JOINED = 3
"""Code points between two cities that a particle joins (쿠르차토프와 세메이)."""

_TIMES = ("오전", "오후", "지난", "올해", "지난해", "작년", "이날", "같은")
_VENUES = (
    "회의실",
    "세미나실",
    "강당",
    "홀",
    "호텔",
    "센터",
    "회관",
    "청사",
    "기념관",
    "박물관",
    "도서관",
    "강의실",
    "전시관",
    "연구소",
    "교육원",
)


@dataclass(frozen=True, slots=True)
class Setting:
    """Dates and places of one sentence, in text order; a place is the city, or the venue where no city is named."""

    dates: list[DateMention]
    places: list[Span]


_DUE = re.compile(r"예정(?=이다|이며|이고|인[ \s]|입니다|[.])")
"""What is due lies ahead of the page: "12일 … 만날 예정이다" is said before the 12th."""


def _dates(words: str, start: int, document: Document, *, future: bool | None) -> list[DateMention]:
    return [
        DateMention(d.span.shifted(start), d.date, d.end, d.basis, d.weekday)
        for d in dates.find_dates(words, document.published, future=future)
    ]


def settings(document: Document, reading: Reading, runs_of: dict[int, list[Run]]) -> dict[int, Setting]:
    """Return the setting of each sentence, by the sentence's number; dates are completed along a paragraph."""
    found: dict[int, Setting] = {}
    for number, paragraph in enumerate(reading.paragraphs):
        words = paragraph.span.of(document.text)
        told = _dates(words, paragraph.span.start, document, future=None)
        due = _dates(words, paragraph.span.start, document, future=True) if _DUE.search(words) else told
        for sentence in reading.sentences:
            if sentence.paragraph == number:
                mentions = due if _DUE.search(sentence.span.of(document.text)) else told
                inside = [d for d in mentions if sentence.span.contains(d.span)]
                found[sentence.i] = Setting(inside, _places(runs_of.get(sentence.i, []), sentence))
    return found


def _places(runs: list[Run], sentence: Sentence) -> list[Span]:
    """Return cities that a particle of place follows: 카자흐스탄 누르술탄에서, 쿠르차토프와 세메이를 방문."""
    found: list[Span] = []
    venues: list[Span] = []
    joined: Span | None = None
    for run in runs:
        if run.host is not None or not sentence.span.contains(run.span):
            continue
        cities = [word.span for word in run.words if _is_city(word)]
        if cities and run.particle.startswith(("에", "의", "을", "를", "서")):
            last = cities[-1]
            found.append(Span(joined.start, last.end) if joined and run.span.start - joined.end < JOINED else last)
        elif run.particle in ("에서", "에서는") and run.words[-1].text.endswith(_VENUES):
            venues.append(Span(_venue_start(run), run.span.end))
        joined = cities[-1] if cities and run.particle in ("과", "와") else None
    return found or venues


def _is_city(word: Word) -> bool:
    place = names.is_place(word.text) and not names.is_country(word.text)
    return place and not any(word.text in vocabulary.words("countries", key) for key in ("regions", "districts"))


def _venue_start(run: Run) -> int:
    """Leave dates before a venue out: 4월 3일 본관 대회의실."""
    words = list(run.words)
    while len(words) > 1 and (words[0].text[:1].isdigit() or words[0].text in _TIMES):
        words.pop(0)
    return words[0].span.start
