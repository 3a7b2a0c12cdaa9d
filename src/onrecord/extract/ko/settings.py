"""When and where a Korean clause says that something takes place."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.languages.date_mention import DateMention
from onrecord.languages.ko import dates, names, vocabulary
from onrecord.languages.ko.nominals import Run
from onrecord.languages.ko.parse import Reading, Sentence
from onrecord.model import Document, Span


@dataclass(frozen=True, slots=True)
class Setting:
    """Dates and places of one sentence, in text order; a place is the city, or the venue where no city is named."""

    dates: list[DateMention]
    places: list[Span]


def settings(document: Document, reading: Reading, runs_of: dict[int, list[Run]]) -> dict[int, Setting]:
    """Return the setting of each sentence, by the sentence's number; dates are completed along a paragraph."""
    found: dict[int, Setting] = {}
    for number, paragraph in enumerate(reading.paragraphs):
        words = paragraph.span.of(document.text)
        mentions = [
            DateMention(d.span.shifted(paragraph.span.start), d.date, d.end, d.basis, d.weekday)
            for d in dates.find_dates(words, document.published)
        ]
        for sentence in reading.sentences:
            if sentence.paragraph == number:
                inside = [d for d in mentions if sentence.span.contains(d.span)]
                found[sentence.i] = Setting(inside, _places(runs_of.get(sentence.i, []), sentence))
    return found


def _places(runs: list[Run], sentence: Sentence) -> list[Span]:
    """Return cities that a particle of place follows: 카자흐스탄 누르술탄에서, 쿠르차토프와 세메이를 방문."""
    found: list[Span] = []
    for run in runs:
        if run.host is not None or not sentence.span.contains(run.span):
            continue
        cities = [word for word in run.words if names.is_place(word.text) and not names.is_country(word.text)]
        if not cities:
            continue
        local = run.particle.startswith("에") or run.particle in ("의", "을", "를", "과", "와", "서")
        if local and cities[-1].text not in vocabulary.words("countries", "regions"):
            found.append(cities[-1].span)
    return found
