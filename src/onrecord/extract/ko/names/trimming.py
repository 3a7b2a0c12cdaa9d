"""Words of a run that belong neither to a name nor to an office: dates, 등 12명, the land of a governor, 전 and 현."""

from __future__ import annotations

from onrecord.languages.ko import vocabulary
from onrecord.languages.ko.nominals import Word

AND_OTHERS = ("등", "외")
"""Words that end a list of people."""

_COMPANY = (*AND_OTHERS, "측", "일행", "부부")
"""Words behind a name or an office that stand for more than its bearer."""

LONGEST_SIDE = 2
"""Words that follow a side (몽골 측) at least, where they are a person and his office."""


def without_dates(words: list[Word]) -> list[Word]:
    """Leave dates and times before a name out: 6월 9일 오전 아르만 …."""
    first = 0
    while first < len(words) and (words[first].text[0].isdigit() or words[first].text in vocabulary.words("titles", "times")):
        first += 1
    return words[first:]


def without_land(words: list[Word], office: Word) -> list[Word]:
    """Leave out the part of a country that a governor leads, behind his name: 누르란 토카예프 아바이주 (지사)."""
    if len(words) > 1 and office.text in vocabulary.words("titles", "governors"):
        land = words[-1]
        if land.text[-1] in "주도시군" and not land.lexeme.can_be_native_name:
            return words[:-1]
    return words


def without_count(words: list[Word]) -> list[Word]:
    """Take 등 12명 and its like off the end of a run."""
    for k, word in enumerate(words[1:], 1):
        if word.text in _COMPANY:
            led = word.text == "측" and len(words) - k > LONGEST_SIDE and words[-1].lexeme.title_head is not None
            return words[k + 1 :] if led else words[:k]  # 베트남 측 레 꽝 빈 정무참사관
        if word.text[0].isdigit() and word.text[-1] in "년월일" and words[k - 1].lexeme.title_head:
            return words[:k]  # 외교장관 3일 방한, 기자 2022년 10월 25일
    return words


def without_status(before: list[Word]) -> tuple[str, list[Word]]:
    """Take 전, 현, 당시 … out of the words before a title, and say what they make of it."""
    status = "current"
    kept = []
    for word in before:
        if word.text in vocabulary.words("titles", "former"):
            status = "former"
        elif word.text not in vocabulary.words("titles", "current"):
            kept.append(word)
    return status, kept
