"""Words beside a name that are a degree, an address or a part in an occasion: доктор наук, г-н, ведущая вечера."""

from __future__ import annotations

import re
from functools import cache

from onrecord.extract.ru.names import people
from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import model, vocabulary
from onrecord.model import Person, Position, Span

_DEGREE = re.compile(
    r"(?P<title>(?:доктор|кандидат)[а-я]*\s[а-я]+(?:-[а-я]+)?\sнаук|[дк]\.\s?(?:[а-я-]+\.\s?){1,2}н\.|(?<![а-я])(?:проф|акад|доц)\.),?\s(?:профессор[а-я]*\s)?$",
    re.IGNORECASE,
)
"""An academic degree before a name: доктор юридических наук, д.полит.н."""


def degree(reading: Reading, person: Person, name: Span) -> list[Position]:
    """Return the degree or abbreviated rank right before a name as a position."""
    start = max(0, name.start - 60)
    match = _DEGREE.search(reading.text[start : name.start])
    if match is None:
        return []
    title = Span(*match.span("title")).shifted(start)
    return [Position(person, title.of(reading.text), title, Span(title.start, name.end), rule="title-before-name")]


def is_degree(tokens: list[Token]) -> bool:
    """Tell whether words are an academic degree: доктор исторических наук."""
    return len(tokens) > 2 and tokens[-1].lower == "наук" and model.lemma(tokens[0].text) in ("доктор", "кандидат")


def is_of_occasion(tokens: list[Token]) -> bool:
    """Tell whether words tell a part in an occasion and no office: ведущая вечера, модератор первой сессии."""
    of = next((t for t in tokens[1:3] if t.tag.startswith("NOUN")), None)
    named = len(tokens) > 1 and tokens[1].text[:1].isupper()  # спикер Национального собрания
    held = of is not None and not named and " Gen" in of.tag and model.lemma(of.text) in _led()
    return held and model.lemma(tokens[0].text) in vocabulary.words("titles", "of_occasions")


@cache
def _led() -> frozenset[str]:
    """What somebody has a part in, as dictionary forms."""
    return vocabulary.gathering_nouns() | vocabulary.words("titles", "led")


def is_address(tokens: list[Token]) -> bool:
    """Tell whether the words only address somebody (г-н, доктор); доктор исторических наук is a degree."""
    offices = [t for t in tokens if people.is_title(t)]
    degree = len(tokens) > 1 and tokens[-1].lower == "наук"
    return not degree and all(model.lemma(t.text) in vocabulary.words("titles", "honorifics") for t in offices)
