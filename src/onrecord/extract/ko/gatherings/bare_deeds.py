"""Nouns that stand for the verbs of what somebody does, as releases write: 몽골을 방문, 장관을 예방, …."""

from __future__ import annotations

import re

from onrecord.languages.ko import vocabulary
from onrecord.languages.ko.parse import Sentence
from onrecord.languages.ko.predicates import Predicate
from onrecord.model import Span

_BARE = re.compile(rf"(?<=[을를에과와지] )({vocabulary.either('roles', 'bare')})(?=,\s)")
"""A noun that stands for its verb before a comma: 4일부터 6일까지 몽골을 방문, …."""


def among(text: str, sentence: Sentence) -> list[Predicate]:
    """Return the predicates of a sentence with the nouns that stand for verbs, in text order."""
    if text.find(", ", *sentence.span) < 0:
        return sentence.predicates
    bare = [
        Predicate(f"{match[1]}하", "XSV", Span(*match.span()), "", "EC", 0, 0) for match in _BARE.finditer(text, *sentence.span)
    ]
    return sorted([*sentence.predicates, *bare], key=lambda one: one.span) if bare else sentence.predicates
