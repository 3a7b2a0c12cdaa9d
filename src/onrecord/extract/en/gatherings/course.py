"""The course of a report of several days: what a paragraph tells keeps the day and the town told before it."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.occasion import Occasion
from onrecord.extract.en.gatherings.place import cities_within
from onrecord.extract.en.when import Dates
from onrecord.extract.entities import Entities
from onrecord.languages.date_mention import DateMention
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.reading import Reading, Sentence
from onrecord.model import Span


def attach(reading: Reading, entities: Entities, dates: Dates, occasions: list[Occasion]) -> None:
    """Give what a paragraph tells further on, without a day or a town of its own, those under which it tells it."""
    by_sentence: dict[int, list[tuple[Mention, Occasion]]] = {}
    for occasion in occasions:
        for mention in occasion.mentions:
            by_sentence.setdefault(mention.head.sentence, []).append((mention, occasion))
    paragraph, under, town, near = -1, None, None, None
    for sentence in reading.sentences:
        day = dates.told.get(sentence.i)
        if sentence.paragraph != paragraph or (day is not None and (under is None or day.date != under.date)):
            paragraph, under, town, near = sentence.paragraph, day, None, None
        here = by_sentence.get(sentence.i, [])
        before = day if day is not None and day.span.end <= sentence.span.start else None
        for mention, occasion in here:
            if _goes_on(mention) and not occasion.title:
                _take_over(reading.text, mention, occasion, before, town)
            elif _is_housed(mention) and not occasion.title:
                _take_over(reading.text, mention, occasion, None, near)
        told = [mention for mention, _ in here]
        town = _told_town(reading, entities, sentence, [m for m in told if m.rule == "travelled-to" or _goes_on(m)]) or town
        near = _told_town(reading, entities, sentence, told) or near


def _told_town(reading: Reading, entities: Entities, sentence: Sentence, here: list[Mention]) -> Span | None:
    """The town to which a journey leads, else that of an occasion told there."""
    if all(m.place is None for m in here):
        return None
    towns = cities_within(reading.text, entities, sentence.span)
    told = [m for m in here if m.place in towns]
    gone = [m for m in told if m.rule == "travelled-to"]
    return next((m.place for m in reversed(gone or told)), None)


def _is_housed(mention: Mention) -> bool:
    """Tell whether only a house is told in which an occasion is, so that the town before it in the paragraph is its own."""
    return mention.venue is not None and mention.place == mention.venue and mention.type != "visit"


def _goes_on(mention: Mention) -> bool:
    """Tell whether a main verb in the past tells of an occasion that is not pointed at as known."""
    verb = mention.verb
    if verb is None or not clauses.is_main(verb) or clauses.tense(verb) != "past":
        return False
    if mention.head is verb:
        return mention.rule not in ("travelled-to", "stayed-in")
    return not mention.refers_back and not mention.plural and verb.lower in lexicon.verbs("holding")


def _take_over(text: str, mention: Mention, occasion: Occasion, day: DateMention | None, town: Span | None) -> None:
    if day is not None and not any(m.dates for m in occasion.mentions):
        mention.dates = [replace(day, basis="earlier date")]
    housed = all(m.place == m.venue for m in occasion.mentions)  # in a house of the town, or nowhere told
    if town is not None and occasion.type != "call" and housed:
        mention.place, mention.place_text = town, town.of(text)
