"""The city with which a sentence opens, where all takes place that its main verbs tell: "In Lunde, March 10-12, she will …"."""

from __future__ import annotations

import re

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.place import cities_within
from onrecord.extract.entities import Entities
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.reading import Reading

_BEFORE = re.compile(
    r"(?:(?:On|Later|Earlier|Then|Also|Meanwhile|While)\b[^,.;:\n]{0,40}?\s+|Back\s+|While\s+)?[Ii]n\s+(?:the\s+)?"
)
_BEHIND = re.compile(
    r"(?:,\s+[A-Z][a-z]+)?(?:,?\s+(?:on\s+)?[A-Z][a-z]+\.?\s+\d[\d\s–-]*|,?\s+on\s+[A-Z][a-z]+day|,?\s+on\s+\d{1,2}\s+[A-Z][a-z]+)?"
    r"(?:,\s|\s(?=(?:she|he|they|the|both)\s))"
)

REACH = 80
"""Code points from the beginning of a sentence within which its city stands."""


def attach(reading: Reading, entities: Entities, mentions: list[Mention]) -> None:
    """Give the city of the frame to what has no place, or only one read out of the name of a house."""
    for mention in mentions:
        unsure = mention.place is None or (mention.venue is not None and mention.venue.contains(mention.place))
        if not unsure or mention.title or mention.type == "call" or not _is_told(mention):
            continue
        sentence = reading.sentence_of(mention.head).span
        for city in cities_within(reading.text, entities, (sentence.start, min(sentence.end, sentence.start + REACH))):
            if _BEFORE.fullmatch(reading.text, sentence.start, city.start) and _BEHIND.match(reading.text, city.end):
                mention.place, mention.place_text = city, city.of(reading.text)
                break


def _is_told(mention: Mention) -> bool:
    """Tell whether a main verb of the sentence is the occasion, or says that it was held or attended."""
    verb = mention.verb
    if verb is None or not clauses.is_main(verb):
        return False
    if mention.head is verb:
        return mention.rule not in ("visited", "travelled-to", "stayed-in")
    return mention.head.dep == "dobj" and verb.lower in lexicon.verbs("holding")
