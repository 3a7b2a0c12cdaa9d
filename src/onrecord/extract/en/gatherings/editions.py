"""Other editions of an occasion, told without its noun: "The first was held in Lunde on 3 May", "the last one took place"."""

from __future__ import annotations

import re

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.place import cities_within
from onrecord.extract.en.when import Dates
from onrecord.extract.entities import Entities
from onrecord.languages.en import date_forms
from onrecord.languages.reading import Reading
from onrecord.model import Span

_NTH = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|inaugural|previous|last|latest|next|final"
_EDITION = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir)\s+(?:most\s+recent|(?P<nth>{_NTH}))(?:\s+one|\s+of\s+(?:these|them|its\s+kind))?"
    r"(?:,\s+[\"“][^\"”\n]{3,120}[\"”],?|,\s+(?:in|on)\s[^,.\n]{3,60},|\s*\([^()\n]{2,60}\)|,\s+hosted\s+by\s[^,.\n]{3,60},)?"
    r"\s+(?:(?:was|were|will\s+be|is\s+to\s+be|had\s+been|has\s+been|is|is\s+due\s+to\s+be)\s+"
    r"(?P<verb>held|hosted|convened|organi[sz]ed|staged|scheduled|planned|slated)"
    r"|(?:(?:had|has|will|is\s+to|was\s+to|is\s+due\s+to)\s+)?(?P<place>took|takes?|taken)\s+place)\b"
)
_IN_CITY = re.compile(r"\s+(?:\w+\s+){0,2}(?:in|at)\s+(?:the\s+)?")

REACH = 400
"""Code points before the words in which the noun stands that they leave out."""

_SURE = 5
"""Points of an edition that is told with a day or a town: there was one."""


def find(reading: Reading, entities: Entities, dates: Dates, found: list[Mention]) -> list[Mention]:
    """Return an occasion for each edition with a day or a city of its own; the dates of its sentence are its own then."""
    made: list[Mention] = []
    for match in _EDITION.finditer(reading.text):
        tokens = reading.between(_verb_of(match))
        named = [
            m
            for m in found
            if m.head is not m.verb and m.at < match.start() <= m.at + REACH and m.type not in ("visit", "call")
        ]
        if not tokens or not named or any(match.start() <= m.at < match.end() for m in found):
            continue
        one = _edition(reading, entities, dates, max(named, key=lambda m: m.at), match)
        if one is not None:
            for mention in found:
                mention.dates = [d for d in mention.dates if d not in one.dates]
            made.append(one)
    return made


def _verb_of(match: re.Match[str]) -> Span:
    """Where the verb stands that tells of the holding."""
    return Span(*match.span("verb" if match["verb"] else "place"))


def _edition(reading: Reading, entities: Entities, dates: Dates, like: Mention, match: re.Match[str]) -> Mention | None:
    verb = reading.between(_verb_of(match))[0]
    head = reading.between(match.span())[1]
    rest = Span(match.end(), reading.sentence_of(verb).span.end)
    days = [d for d in dates.within(Span(match.start(), rest.end)) if d.date is not None and d.basis != "modifier"]
    named = cities_within(reading.text, entities, rest)
    cities = [city for city in named if _IN_CITY.fullmatch(reading.text, rest.start, city.start)]
    if not days and not cities:
        return None
    made = Mention(head, like.type, like.base, Span(match.start(), match.end()), verb, "other-edition", strength=_SURE)
    made.ordinal = date_forms.words()["ordinals"].get(match["nth"] or "")
    made.dates = days[:1]
    if cities:
        made.place, made.place_text = cities[0], cities[0].of(reading.text)
    if clauses.is_unreal(verb):
        made.strength = 0
    return made
