"""Whom words right before his name describe: 좌장을 맡은 (서강누리대 교수) X, 한국을 방문한 X 대사, 방한 중인 X."""

from __future__ import annotations

import re

from onrecord.extract.entities import Entities
from onrecord.languages.ko import vocabulary
from onrecord.languages.ko.predicates import Predicate
from onrecord.model import Person, Span

OFFICE = 30
"""Code points between such words and the name that they describe, at most: a body and an office."""

_PLAIN = re.compile(r"\s[‘'「\"“]?(?:[가-힣A-Za-z0-9·()]+\s){0,3}?")
"""Words of a body or an office before a name, without a comma or a full stop between them."""


def person_in(entities: Entities, stretch: Span) -> tuple[Span, Person] | None:
    """Return the first person whom a stretch of a text names, and where."""
    return next(((span, who) for span, who in entities.within(stretch) if isinstance(who, Person)), None)


def person_behind(entities: Entities, at: int) -> tuple[Span, Person] | None:
    """Return the first person whom the words right behind a place of the text name, and where."""
    return person_in(entities, Span(at, at + OFFICE))


def reaches(text: str, end: int, name: Span) -> bool:
    """Tell whether nothing but a body and an office parts words that end at `end` from a name."""
    return _PLAIN.fullmatch(text, end, name.start) is not None


def is_on_journey(text: str, predicate: Predicate, entities: Entities) -> bool:
    """Tell whether a verb of travelling describes the person right behind it, whatever the sentence is about."""
    if predicate.tag != "ETM" or predicate.stem not in vocabulary.words("roles", "travelling"):
        return False
    behind = person_behind(entities, predicate.span.end)
    return behind is not None and reaches(text, predicate.span.end, behind[0])
