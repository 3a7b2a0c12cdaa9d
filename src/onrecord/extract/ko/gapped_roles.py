"""Roles of several who share one verb: 사회는 X가, 발제는 Y와 Z가, 토론은 W가 맡았다."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.extract.entities import Entities
from onrecord.extract.ko import role_words
from onrecord.extract.ko.roles import Part
from onrecord.languages.ko.parse import Sentence
from onrecord.model import Person, Span

_GAP = re.compile(r"(?:이|가),\s[^,\n]{1,25}?(?:은|는)\s")
"""How a clause ends whose verb only the last one has, and the next begins."""


@cache
def _segment() -> re.Pattern[str]:
    told = [word for word, role in role_words.labels().items() if role != "organizer" and not word.isascii()]
    words = "|".join(sorted(told, key=len, reverse=True))
    return re.compile(
        rf"(?<![가-힣])(?:[^,\s]+\s){{0,2}}?(?P<printed>(?:제?\d+)?(?P<label>{words}))(?:자|자로)?(?:은|는|으로는|로는|에는)\s"
    )


def parts(text: str, sentence: Sentence, entities: Entities) -> list[Part]:
    """Return who has which role in clauses that share one verb; none where a sentence has no such clauses."""
    if not _GAP.search(text, *sentence.span):
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


def of_clause(text: str, at: int, end: int) -> int:
    """Return where the clause ends that shares its verb with the next one, or 0 where it has its own.

    Args:
        text: the text of the document.
        at: where the words stand behind the label or office with which the clause begins.
        end: where the sentence ends.
    """
    gap = _GAP.search(text, at, end)
    return gap.start() if gap and gap.start() - at < LONGEST else 0


LONGEST = 60
"""Code points of such a clause, at most."""
