"""Captions: the words behind them that tell where and when (Алматы, 27 августа 2021 г.), and who is in the picture."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.extract.entities import Entities
from onrecord.extract.occasion import Occasion
from onrecord.extract.ru.gatherings.occasions import Mention
from onrecord.languages.date_mention import DateMention
from onrecord.languages.reading import Reading, Sentence
from onrecord.languages.ru import vocabulary
from onrecord.languages.ru.countries import country_of
from onrecord.model import Person, Span

MOST_PARTS = 3
"""Places before the day of a note at most: town, country, house."""

_YEAR_WORDS = ("", "г", "года", "год")
"""What may stand behind the day of a note."""


class Note(NamedTuple):
    """A sentence that is a place and a day, and nothing else; `place` is the house where it names one, else the town."""

    day: DateMention
    place: Span | None


def note(text: str, sentence: Sentence, dates: list[DateMention]) -> Note | None:
    """Return what a sentence says that is only a place and a day: Вена, гостиница «Империал», 29 ноября 2021 года.

    Args:
        text: the text of the page.
        sentence: the sentence.
        dates: the dates that it states.
    """
    if len(dates) != 1 or dates[0].date is None or dates[0].date.month is None or tells(sentence):
        return None
    span, day = sentence.span, dates[0]
    if text[day.span.end : span.end].strip(" .") not in _YEAR_WORDS:
        return None
    places: list[Span] = []
    start = span.start
    for part in text[span.start : day.span.start].split(","):
        words = part.strip()
        if words and not country_of(words):
            at = text.index(words, start)
            places.append(Span(at, at + len(words)))
        start += len(part) + 1
    if len(places) > MOST_PARTS or not all(_is_place(place.of(text), first=k == 0) for k, place in enumerate(places)):
        return None
    return Note(day, places[-1] if places else None)


def _is_place(words: str, *, first: bool) -> bool:
    return len(words.split()) <= (2 if first else 6) and (not first or words[:1].isupper())


def tells(sentence: Sentence) -> bool:
    """Tell whether a sentence has a verb that tells what was or will be done."""
    return any(t.tag.startswith("VERB Fin") for t in sentence.tokens)


def enter[O: Occasion[Mention]](reading: Reading, actors: Entities, current: dict[int, O], noted: frozenset[int]) -> None:
    """Add to each occasion those in its pictures: X и Y на семинаре; Участники семинара: X, Y; Рядом с ней – X.

    Args:
        reading: the page's reading.
        actors: who can act.
        current: which occasion each sentence is about, by its number.
        noted: the paragraphs in which a note tells where and when.
    """
    pictured = tuple(vocabulary.load("gatherings")["pictured"])
    for sentence in reading.sentences:
        occasion = current.get(sentence.i)
        if occasion is None or reading.paragraphs[sentence.paragraph].language == "kk":
            continue
        named = sentence.i in occasion.sentences
        led = sentence.span.of(reading.text).lower().startswith(pictured)
        if not (sentence.paragraph in noted or (led and named)) or tells(sentence):
            continue
        there = {who.id for who, *_ in occasion.parts if isinstance(who, Person)}
        for span, who in actors.within(sentence.span) if led or named else ():
            if isinstance(who, Person) and who.id not in there:
                occasion.parts.append((who, "participant", span, ""))
