"""Parts of a programme that are somebody's own: 이사장의 환영사와 …, 교수의 사회로 …, 소장의 토론이 이어졌다."""

from __future__ import annotations

import re
from functools import cache

from onrecord.extract.ko import role_words
from onrecord.languages.ko import vocabulary
from onrecord.model.facts import Role

MODERATION = ("사회", "진행")
"""A moderator's own part of the programme."""


def of(text: str, at: int, end: int) -> tuple[Role, str] | None:
    """Return the role and the word of the part behind `at` that is somebody's own: (이사장)의 환영사와, (교수)의 사회로."""
    match = _programme().match(text, at, end)
    return (_programme_role(match["part"]), match["part"]) if match else None


@cache
def _programme() -> re.Pattern[str]:
    nouns = sorted(
        {word for role in role_words.OWN for word in vocabulary.words("roles", role) if len(word) > 1}, key=len, reverse=True
    )
    nouns += vocabulary.longest_first("roles", "own_parts")
    parts = "|".join(_spaced(word) for word in nouns if not word.endswith(("을", "를", "에", "로", "은", "는", "했", "맡")))
    return re.compile(
        rf"[^\n.,]{{0,40}}?의\s(?:(?:영상|서면|특별|주제|기조|초청|축하)\s?)?(?P<part>{'|'.join(MODERATION)}|{parts})(?=(?:가|이|와|과|로|으로|\s아래|\s하에|에\s이어|를\s시작으로|을\s시작으로|에서는|에서|,|\s등[이을의]?|\s및|도)(?:[\s,]|$))"
    )


def _spaced(word: str) -> str:
    """Return a pattern for the word of a part of a programme, whose last two syllables a blank may set apart: 축하 메시지."""
    return rf"{word[:2]}\s?{word[2:]}" if len(word) > len("축사") + 1 else word


def _programme_role(printed: str) -> Role:
    word = printed.replace(" ", "")
    if word in MODERATION:
        return "moderator"
    return next((role for role in role_words.OWN if word in vocabulary.words("roles", role)), "speaker")
