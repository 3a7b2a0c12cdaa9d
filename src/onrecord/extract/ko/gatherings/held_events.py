"""Whether a Korean clause tells that its subject holds an event (재단은 세미나를 가졌다), or meets somebody at it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.languages.ko import gathering_words, vocabulary
from onrecord.languages.ko.predicates import Predicate
from onrecord.model import Entity, Person, Phrase, Span

_HELD = re.compile(r"(?P<noun>[가-힣]+)[’」』]?[을를]\s(?:[가-힣]+\s)?$")
LONGEST = 30
"""Code points of an occasion and an adverb before the verb of holding it."""

_WITH_OTHERS = frozenset({"meeting", "talks", "call", "visit", "summit", "dialogue"})
"""Types of what two have with each other, so that none of them holds it."""

_MET_WITH = re.compile(
    r"(?:과|와)\s(?:[가-힣0-9·-]+\s){0,5}[가-힣]{0,4}(?:간담회|면담|회담|(?P<conference>회의)|협의|협의회|회동|만남|차담회|환담|대화)[을를]\s?(?:[가-힣]+\s)?(?:열|가|갖|진행|개최)"
)
"""Two who meet hold the meeting: 회원들과 간담회를 열었다; bodies that hold a conference together organize it."""


def holds(text: str, clause: Span, predicate: Predicate) -> bool:
    """Tell whether a verb tells that its subject holds an event: 세미나를 가졌다, no 회담을 가졌다."""
    if predicate.stem not in vocabulary.words("roles", "holding") or predicate.tag not in ("EF", "EC"):
        return False
    held = _HELD.search(text, max(clause.start, predicate.span.start - LONGEST), predicate.span.start)
    head = gathering_words.head_of(held["noun"]) or gathering_words.held_head(held["noun"]) if held else None
    return head is not None and head[1] not in _WITH_OTHERS


def is_met_at(text: str, clause: Span, holders: Iterable[Entity | Phrase]) -> bool:
    """Tell whether those who hold something meet others there, and do not only organize it."""
    met = _MET_WITH.search(text, *clause)
    return met is not None and (met["conference"] is None or all(isinstance(who, Person) for who in holders))
