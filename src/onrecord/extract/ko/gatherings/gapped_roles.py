"""Roles of several who share one verb: 사회는 X가, 발제는 Y와 Z가, 토론은 W가 맡았다."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.extract.entities import Entities
from onrecord.extract.ko import gapped_clauses, role_words
from onrecord.extract.ko.gatherings.roles import Part
from onrecord.languages.ko.parse import Sentence
from onrecord.model import Person, Span


@cache
def _segment() -> re.Pattern[str]:
    told = [word for word, role in role_words.labels().items() if role != "organizer" and not word.isascii()]
    words = "|".join(sorted(told, key=len, reverse=True))
    return re.compile(
        rf"(?<![가-힣])(?:[^,\s]+\s){{0,2}}?(?P<printed>(?:제?\d+)?(?P<label>{words}))(?:자|자로)?(?:은|는|으로는|로는|에는)\s"
    )


def parts(text: str, sentence: Sentence, entities: Entities) -> list[Part]:
    """Return who has which role in clauses that share one verb; none where a sentence has no such clauses."""
    if not gapped_clauses.has_gap(text, sentence.span):
        return []
    found = list(_segment().finditer(text, *sentence.span))
    if len(found) < SHARING:
        return []
    ends = [*(m.start() for m in found[1:]), sentence.span.end]
    return [part for m, end in zip(found, ends, strict=True) for part in _named(entities, Span(m.end(), end), m)]


SHARING = 2
"""Clauses that share a verb, at least."""


def _named(entities: Entities, clause: Span, label: re.Match[str]) -> Iterator[Part]:
    for span, who in entities.within(clause):
        if isinstance(who, Person):
            yield Part(who, role_words.labels()[label["label"]], span, label["printed"], clause.end)
