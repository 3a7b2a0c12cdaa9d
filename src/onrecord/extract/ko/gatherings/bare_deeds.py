"""What somebody does that no verb of a clause tells of its subject: 몽골을 방문, 장관을 면담하고; 한국을 방문한 X."""

from __future__ import annotations

import re

from onrecord.extract.entities import Entities
from onrecord.languages.ko import vocabulary
from onrecord.languages.ko.parse import Sentence
from onrecord.languages.ko.predicates import Predicate
from onrecord.model import Person, Span

_BARE = re.compile(r"(?<=[을를에과와지] )(방문|순방|예방|면담|접견|참석|참가|회담|회동|시찰)(?=,\s)")
"""A noun that stands for its verb before a comma, as releases write: 4일부터 6일까지 몽골을 방문, …."""

_PLAIN = re.compile(r"\s[‘'「\"“]?(?:[가-힣A-Za-z0-9·()]+\s){0,3}?")
"""Words of a body or an office between such a verb and the name that it describes."""

_OFFICE = 30
"""Code points between them, at most."""


def among(text: str, sentence: Sentence) -> list[Predicate]:
    """Return the predicates of a sentence with the nouns that stand for verbs, in text order."""
    bare = [
        Predicate(f"{match[1]}하", "XSV", Span(*match.span()), "", "EC", 0, 0)
        for match in (_BARE.finditer(text, *sentence.span) if text.find(", ", *sentence.span) >= 0 else ())
    ]
    return sorted([*sentence.predicates, *bare], key=lambda one: one.span) if bare else sentence.predicates


def describes(text: str, predicate: Predicate, entities: Entities) -> bool:
    """Tell whether a verb of travelling describes the person right behind it, whatever the sentence is about."""
    if predicate.tag != "ETM" or predicate.stem not in vocabulary.words("roles", "travelling"):
        return False
    end = predicate.span.end
    behind = next((span for span, who in entities.within(Span(end, end + _OFFICE)) if isinstance(who, Person)), None)
    return behind is not None and _PLAIN.fullmatch(text, end, behind.start) is not None
