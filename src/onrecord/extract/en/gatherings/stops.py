"""Several occasions in one phrase, each with its city and day: "visited Lunde on 3 May, Oslo on 5 May and Bern on 7 May"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.place import cities_within
from onrecord.extract.en.when import Dates
from onrecord.extract.entities import Entities
from onrecord.languages import places
from onrecord.languages.date_mention import DateMention
from onrecord.languages.reading import Reading
from onrecord.model import Span

_DAY_BEHIND = re.compile(
    r"(?:,\s+[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)?,?\s+(?:\(\s*)?(?:on|from|in)?\s*(?:(?:early|late|mid|last|this|next|on)[\s-]+)?|\s+\("
)
"""Between a city and its day: "Lunde on", "Lunde, Norland, on", "Lunde (", "Lunde from"."""

_NAME_BEFORE = re.compile(r"\b(?P<city>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?:,?\s+(?:on|in|from)\s+|\s+\()\Z")
"""A name before a day, which may be that of a city that the model has not seen."""

_CITY_BEHIND = re.compile(r",?\s+(?:in|at|to)\s+")
"""Between a day and the city behind it: "on 3 May in"."""

_NEXT = re.compile(
    r"\s*\)?\s*(?:[,;]\s*)?(?:(?:and|then|before|continued|moved|resumed|followed|met|was\s+held|followed\s+by|as\s+well\s+as|again|finally|next|later|after\s+that)\b,?\s*)*"
    r"(?:(?:flying|going|travell?ing|moving|heading|continuing|proceeding|stopping|arriving)\s+(?:on\s+)?)?"
    r"(?:(?:on|in|at|to|from)\s+){0,2}"
)
"""Between one stop and the next: ", ", " and then in ", ", before flying on to "."""

_SERIES = re.compile(
    r"\bseries\s+(?:of\s+[\w\s-]{3,60}?\s+)?(?:(?:that|which)\s+)?(?:had\s+|has\s+)?(?:began|begun|started|opened|was\s+launched|launched|kicked\s+off)\b"
)
"""A series whose earlier editions follow: "the third in a series that began in"."""

_MOVING = frozenset({"visited", "travelled-to", "met-with", "spoke-with", "stayed-in", "convened-people", "gathered"})


REACH = 80
"""Code points between the stops at the head of a sentence and the verb that tells what took place there."""


class Stop(NamedTuple):
    """A city and the day told of it."""

    city: Span
    day: DateMention

    @property
    def span(self) -> Span:
        """The words from the one to the other."""
        return Span(min(self.city.start, self.day.span.start), max(self.city.end, self.day.span.end))

    def words(self, text: str) -> Span:
        """The same without the full stop that a month's short form may hold ("on 6 Oct.")."""
        start, end = self.span
        return Span(start, start + len(text[start:end].rstrip(". ")))


def part(reading: Reading, entities: Entities, dates: Dates, found: list[Mention]) -> None:
    """Give the occasion of such a phrase its first city and day, and add one occasion for each of the others."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in found:
        by_sentence.setdefault(mention.head.sentence, []).append(mention)
    for number, here in by_sentence.items():
        sentence = reading.sentences[number].span
        days = [d for d in dates.within(sentence) if d.date is not None and d.basis != "modifier"]
        series = _SERIES.search(reading.text, *sentence) if days else None
        if len(days) < 2 and series is None:
            continue
        stops = _stops(reading.text, entities, sentence, days)
        if series is not None:
            found += _editions(reading.text, here, [stop for stop in stops if stop.span.start >= series.end()])
            continue
        for run in _runs(reading.text, stops):
            owner = _owner(reading.text, sentence, here, run)
            if owner is not None:
                found += _further(reading.text, owner, run)


def _stops(text: str, entities: Entities, sentence: Span, days: list[DateMention]) -> list[Stop]:
    """Each day of a sentence with the city right before it, else the one right behind it."""
    cities = cities_within(text, entities, sentence)
    stops, taken = [], set()
    for day in days:
        known = _NAME_BEFORE.search(text, sentence.start, day.span.start)
        named = Span(*known.span("city")) if known is not None and known["city"] in places.english_names() else None
        start, end = day.span
        before = next((c for c in cities if c.end <= start and _DAY_BEHIND.fullmatch(text, c.end, start)), None)
        behind = next((c for c in cities if c.start >= end and _CITY_BEHIND.fullmatch(text, end, c.start)), None)
        city = before or named or behind
        if city is not None and city not in taken:
            taken.add(city)
            stops.append(Stop(city, day))
    return sorted(stops, key=lambda stop: stop.span)


def _runs(text: str, stops: list[Stop]) -> list[list[Stop]]:
    """The stops that follow one another, in lists of two and more with a day of their own each."""
    runs: list[list[Stop]] = [[stop] for stop in stops[:1]]
    for one, other in pairwise(stops):
        joined = one.span.end <= other.span.start and _NEXT.fullmatch(text, one.span.end, other.span.start)
        if joined and other.city.of(text) and one.day.date != other.day.date:
            runs[-1].append(other)
        else:
            runs.append([other])
    return [run for run in runs if len(run) > 1]


def _owner(text: str, sentence: Span, here: list[Mention], run: list[Stop]) -> Mention | None:
    """The last occasion told before the stops, by a noun or a verb that goes somewhere."""
    before = [m for m in here if m.at < run[0].city.start and not m.title]
    behind = [m for m in here if m.head is m.verb and 0 <= m.at - run[-1].span.end <= REACH and not m.title]
    opening = text[sentence.start : run[0].span.start].strip().lower() in ("", "on", "in")
    # "On 3 May in Lunde and on 5 May in Bern, X met"
    first = min(behind, key=lambda m: m.at, default=None) if opening else None
    owner = max(before, key=lambda m: m.at, default=first)
    if owner is None or (owner.head is owner.verb and owner.rule not in _MOVING):
        return None
    return owner


def _editions(text: str, here: list[Mention], run: list[Stop]) -> list[Mention]:
    """The earlier editions of a series, each with its city and day, which are none of the occasion of the sentence."""
    told = [m for m in here if m.head is not m.verb and run and m.at < run[0].span.start]
    if not told:
        return []
    for mention in here:
        mention.dates = [d for d in mention.dates if not any(d.span == stop.day.span for stop in run)]
        if any(mention.place == stop.city for stop in run):
            mention.place, mention.place_text, mention.venue = None, "", None
    return _made(text, told[0], run)


def _further(text: str, owner: Mention, run: list[Stop]) -> list[Mention]:
    owner.dates = [run[0].day]
    owner.place, owner.place_text, owner.venue = run[0].city, run[0].city.of(text), None
    return _made(text, owner, run[1:])


def _made(text: str, owner: Mention, run: list[Stop]) -> list[Mention]:
    """One mention for each stop, of the same kind as the owner."""
    plain = replace(owner, ordinal=None, plural=False, refers_back=False, lead=False, title=False, words=frozenset())
    return [
        replace(plain, span=s.words(text), dates=[s.day], place=s.city, place_text=s.city.of(text), venue=None) for s in run
    ]
