"""The course of a report of several days: what a paragraph tells keeps the day and the town told before it."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.merging import Occasion
from onrecord.extract.en.gatherings.place import cities_within
from onrecord.extract.en.when import Dates, days_told
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
    days = days_told(reading, dates)
    paragraph, under, town = -1, None, None
    for sentence in reading.sentences:
        day = days.get(sentence.i)
        if sentence.paragraph != paragraph or (day is not None and (under is None or day.date != under.date)):
            paragraph, under, town = sentence.paragraph, day, None
        here = by_sentence.get(sentence.i, [])
        before = day if day is not None and day.span.end <= sentence.span.start else None
        for mention, occasion in here:
            if _goes_on(mention) and not occasion.title:
                _take_over(reading.text, mention, occasion, before, town)
        town = _told_town(reading, entities, sentence, [mention for mention, _ in here]) or town


def _told_town(reading: Reading, entities: Entities, sentence: Sentence, here: list[Mention]) -> Span | None:
    """The town to which a journey leads, else that of an occasion told there."""
    towns = cities_within(reading.text, entities, sentence.span)
    placed = [m for m in here if m.place is not None and m.place in towns and (_goes_on(m) or m.rule == "travelled-to")]
    gone = [m for m in placed if m.rule == "travelled-to"]
    last = (gone or placed)[-1:]
    return last[0].place if last else None


def _goes_on(mention: Mention) -> bool:
    """Tell whether a main verb in the past tells of an occasion that is not pointed at as known."""
    verb = mention.verb
    if verb is None or [verb, *clauses.joined_verbs(verb)][-1].dep != "ROOT" or clauses.tense(verb) != "past":
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
