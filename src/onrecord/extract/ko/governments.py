"""Cities and provinces as those who organize an occasion: 부산시가 후원한 포럼. They are no bodies, but words of the text."""

from __future__ import annotations

import re

from onrecord.languages.ko import names
from onrecord.model import Entity, Phrase, Span

_NAMED = re.compile(r"(?<![가-힣])[가-힣]{2,7}(?:시|도|군|구)(?=[은는이가와과,·]|\s?[,및]|\s*$|의\s(?:후원|협찬|주최))")
"""A word that can be a city, a province or a district with its government, and acts or stands in a list."""


def among(text: str, stretch: Span, actors: list[tuple[Span, Entity | Phrase]]) -> list[tuple[Span, Entity | Phrase]]:
    """Return the actors of a stretch with the governments that it names and that are none of them, in text order."""
    found = list(actors)
    for match in _NAMED.finditer(text, *stretch):
        span = Span(*match.span())
        if names.is_region(match[0]) and not any(span.overlaps(other) for other, _ in actors):
            found.append((span, Phrase(match[0], span)))
    return sorted(found, key=lambda one: one[0])
