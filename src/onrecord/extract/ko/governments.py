"""Who acts at an occasion and is no body: the governments of cities and provinces, and groups of people.

부산시가 후원한 포럼; 대표단은 연구소를 찾았다. They are words of the text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.languages.ko import names, vocabulary
from onrecord.model import Entity, Phrase, Span

_NAMED = re.compile(
    r"(?<![가-힣])(?:우리|한국|양국|두 나라|[가-힣]{2,7}) 정부(?=[은는이가와과]\s)|"
    r"(?<![가-힣])[가-힣]{2,7}(?:시|도|군|구)(?=[은는이가와과,·]|\s?[,및]|\s*$|의\s(?:후원|협찬|주최))"
)
"""A word that can be a city, a province or a district with its government, and acts or stands in a list."""


_HEADS = {"시": "시장", "군": "군수", "구": "구청장", "도": "도지사"}
_PARTS = ("청", "의회", "민", "정")
"""What a text names of a city, county or province where it has a government: 합천군청, 합천군민."""


@lru_cache(maxsize=4096)
def acts_in(text: str, word: str) -> bool:
    """Tell whether a word is a city, county, district or province that acts by its government in a text."""
    if len(word) < 3 or word[-1] not in _HEADS:
        return False
    if names.is_region(word) or (word[-1] == "도" and names.is_place(word)):
        return True
    head = _HEADS[word[-1]]
    heads = (f"{word}({head}", f"{word}장", f"{word[:-1]}{head}", f"{word} {head}")
    return any(f"{word}{part}" in text for part in _PARTS) or any(known in text for known in heads)


def among(text: str, stretch: Span, actors: list[tuple[Span, Entity | Phrase]]) -> list[tuple[Span, Entity | Phrase]]:
    """Return the actors of a stretch with the governments that it names and that are none of them, in text order."""
    found = list(actors)
    for match in _NAMED.finditer(text, *stretch):
        span = Span(*match.span())
        if (match[0].endswith("정부") or acts_in(text, match[0])) and not any(span.overlaps(other) for other, _ in actors):
            found.append((span, Phrase(match[0], span)))
    return sorted(found, key=lambda one: one[0])


_GROUP_NOUN = re.compile(rf"(?:{vocabulary.either('acting', 'groups')})(?=(?:은|는|이|가|과|와)\s)")
_GROUP = re.compile(
    rf"(?<![가-힣])(?:(?!이튿날|첫날|다음날|마지막|이날|당일|오전|오후|이어|이후)[가-힣]+(?<!에는)(?<!에서)(?<!에게)(?<!으로)\s)?[가-힣]*{_GROUP_NOUN.pattern}"
)
"""A group that acts: (세메이시) 방문단은."""


def groups(text: str, stretch: Span, actors: list[tuple[Span, Entity | Phrase]]) -> list[tuple[Span, Entity | Phrase]]:
    """Return the actors of a stretch with the groups of people that act in it, in text order."""
    if not _GROUP_NOUN.search(text, *stretch):
        return sorted(actors, key=lambda one: one[0])
    found = list(actors)
    for match in _GROUP.finditer(text, *stretch):
        span = Span(*match.span())
        if not any(span.overlaps(other) for other, _ in found):
            found.append((span, Phrase(match[0], span)))
    return sorted(found, key=lambda one: one[0])
