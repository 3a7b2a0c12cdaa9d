"""Whether a Korean clause tells that its subject holds an event: 재단은 세미나를 가졌다."""

from __future__ import annotations

import re

from onrecord.languages.ko import gathering_words, vocabulary
from onrecord.languages.ko.predicates import Predicate
from onrecord.model import Span

_HELD = re.compile(r"(?P<noun>[가-힣]+)[’」』]?[을를]\s(?:[가-힣]+\s)?$")
LONGEST = 30
"""Code points of an occasion and an adverb before the verb of holding it."""

_WITH_OTHERS = frozenset({"meeting", "talks", "call", "visit", "summit", "dialogue"})
"""Types of what two have with each other, so that none of them holds it."""


def holds(text: str, clause: Span, predicate: Predicate) -> bool:
    """Tell whether a verb tells that its subject holds an event: 세미나를 가졌다, no 회담을 가졌다."""
    if predicate.stem not in vocabulary.words("roles", "holding") or predicate.tag not in ("EF", "EC"):
        return False
    held = _HELD.search(text, max(clause.start, predicate.span.start - LONGEST), predicate.span.start)
    head = gathering_words.head_of(held["noun"]) or gathering_words.held_head(held["noun"]) if held else None
    return head is not None and head[1] not in _WITH_OTHERS
