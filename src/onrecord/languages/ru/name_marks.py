"""Straight quotation marks around a name, which are read as guillemets: фонд "Открытая степь", форум "Мир без границ"."""

from __future__ import annotations

import re
from functools import cache

from onrecord.languages.ru import model, vocabulary

_NAMED = re.compile(
    r"(?P<kind>[А-Яа-яЁё-]{3,})\s(?P<open>\")(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ\d])[^\"«»\n.!?]{1,90}(?P<close>\")(?!\s?[,!?]?\s?[–—-]\s[а-яё])"
)
"""A noun with what stands in straight marks right behind it; behind what somebody says a dash follows."""


def found(text: str) -> dict[int, str]:
    """Return the guillemet in place of each straight mark around the name of a body or gathering, by where it stands."""
    if '"' not in text:
        return {}
    marks: dict[int, str] = {}
    for match in _NAMED.finditer(text):
        if model.lemma(match["kind"]) in _kinds():
            marks |= {match.start("open"): "«", match.start("close"): "»"}
    return marks


@cache
def _kinds() -> frozenset[str]:
    """Nouns for bodies and gatherings, behind which a name in quotation marks is theirs."""
    return vocabulary.gathering_nouns() | vocabulary.words("organizations", "heads")
