"""Kazakh text in both alphabets: persons behind an office (институтының директоры Ерлан Сағынтаев), quotations (– деді X)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.extract.entities import Entities
from onrecord.extract.ru import quotations
from onrecord.extract.ru.names.name_words import is_name_word
from onrecord.extract.ru.names.people import LONGEST, NameMention
from onrecord.languages.kk import vocabulary as kazakh
from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru.towns import is_city
from onrecord.model import Person, Span

FEWEST = 2
"""Words of a name that nothing but an office tells: one capitalised word behind it may be anything."""


def find(reading: Reading) -> list[NameMention]:
    """Return the persons whom Kazakh paragraphs name behind an office, in text order."""
    found: list[NameMention] = []
    for sentence in reading.sentences:
        if reading.paragraphs[sentence.paragraph].language != "kk":
            continue
        for token in sentence.tokens:
            name = _run(token) if _is_office(token) else []
            if FEWEST <= len(name) <= LONGEST:
                found.append(NameMention(tuple(name), "name-behind-title"))
    return found


def _is_office(token: Token) -> bool:
    return token.lower.startswith(kazakh.offices())


def _run(office: Token) -> list[Token]:
    run: list[Token] = []
    after = office.nbor()
    while after is not None and after.sentence == office.sentence and is_name_word(after):
        run.append(after)
        after = after.nbor()
    return run


def without_town(mention: NameMention) -> NameMention:
    """Return a name without what stands up to a town with its Kazakh case ending: Кеше Астанада Ерлан Сағынтаев."""
    last = max((k for k, t in enumerate(mention.tokens, 1) if _is_town_in_case(t.text)), default=0)
    rest = mention.tokens[last:]
    return NameMention(rest, mention.rule) if last and len(rest) >= FEWEST else mention


def is_town(reading: Reading, mention: NameMention) -> bool:
    """Tell whether all that a Kazakh paragraph seems to name is a town in a case: Сеулде."""
    number = reading.sentence_of(mention.tokens[0]).paragraph
    return reading.paragraphs[number].language == "kk" and len(mention.tokens) == 1 and _is_town_in_case(mention.tokens[0].text)


def _is_town_in_case(word: str) -> bool:
    return any(word.endswith(ending) and is_city(word[: -len(ending)]) for ending in kazakh.case_endings())


_BEHIND = re.compile(r",?\s(?:[–—-]\s)?(?P<verb>\w+)\s")
"""What stands between a quotation and who said it."""


def said(reading: Reading, entities: Entities) -> Iterator[tuple[Span, Span, tuple[Person, Span]]]:
    """Yield quoted words, the verb and who is named behind it, in Kazakh paragraphs: «…», – деді елші Ерлан Сағынтаев."""
    for paragraph in reading.paragraphs:
        if paragraph.language != "kk":
            continue
        for quote in quotations.quotes(reading.text, paragraph.span):
            led = _BEHIND.match(reading.text, quote.outer.end, paragraph.span.end)
            if led is None or led["verb"].lower() not in kazakh.saying():
                continue
            stop = re.compile(r"[.!?;:](?:\s|$)|«").search(reading.text, led.end(), paragraph.span.end)
            rest = Span(led.end(), stop.start() if stop else paragraph.span.end)
            named = [(e, s) for s, e in entities.within(rest) if isinstance(e, Person)]
            if named:
                yield quotations.stripped(reading.text, quote.inner), Span(*led.span("verb")), named[0]
