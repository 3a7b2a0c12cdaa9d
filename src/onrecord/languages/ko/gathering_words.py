"""Korean words for gatherings: which noun of the vocabulary a word ends with."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.languages.ko import vocabulary

LECTURE = "강"
"""What heads one lecture of a course."""

_LECTURE = re.compile(r"제\d{1,2}강의?")
"""One lecture of a course: 제3강; 의 of 제3강의 강사 is a particle."""


@lru_cache(maxsize=16384)
def head_of(word: str) -> tuple[str, str] | None:
    """Return the gathering noun with which a word ends and its type, the longest that fits, or None."""
    bare = word.removesuffix("에서")
    if is_lecture(bare):
        return LECTURE, "other"
    return _ending(bare, vocabulary.table("gatherings", "types"))


@lru_cache(maxsize=16384)
def held_head(word: str) -> tuple[str, str] | None:
    """Return what ends a word that is an occasion only where it is held, and its type: 준비위원회, Dialogue."""
    return _ending(word, vocabulary.table("gatherings", "held"))


def _ending(word: str, heads: dict[str, str]) -> tuple[str, str] | None:
    """Return the longest of some nouns with which a word ends, and its type."""
    return next(((word[k:], heads[word[k:]]) for k in range(len(word)) if word[k:] in heads), None)


def is_lecture(word: str) -> bool:
    """Tell whether a word is one lecture of a course."""
    return _LECTURE.fullmatch(word) is not None
