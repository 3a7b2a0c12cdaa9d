"""Numbers as Korean text writes them (1,200, 3만5천, 2천, 백이십, 서른, 두, 수십), with the least and the greatest they can be.

Sino-Korean numerals count in places of ten thousand (만, 억, 조); native ones go to ninety-nine. 수 before a place is several
of it, by which usage means two to nine (수십: 20 to 90).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord.languages.first_letters import hastened
from onrecord.model import Span

_DIGITS = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "륙": 6, "칠": 7, "팔": 8, "구": 9, "영": 0, "공": 0}
_SMALL = {"십": 10, "백": 100, "천": 1000}
_GREAT = {"만": 10_000, "억": 100_000_000, "조": 1_000_000_000_000}
_TENS = {"열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90}
_ONES = {
    "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "서": 3, "넷": 4, "네": 4, "넉": 4, "너": 4, "다섯": 5,
    "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9,
}  # fmt: skip
_SEVERAL = {"수": (2, 9), "몇": (2, 9), "여러": (2, 9)}

_FIGURES = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SINO = "".join((*_DIGITS, *_SMALL, *_GREAT))
_NATIVE = "|".join(sorted((*_TENS, *_ONES), key=len, reverse=True))
PATTERN = (
    rf"(?:(?:{_FIGURES})\s?(?:[십백천만억조](?:\s?\d{{1,4}}(?:,\d{{3}})?[십백천만]?)*)+|{_FIGURES}|(?:수|몇)\s?[십백천만억]+|여러"
    rf"|[{_SINO}]+|(?:{_NATIVE})+)"
)
"""What a number can look like, for use inside other patterns: more than numbers matches, `value_of` decides."""

_FIGURE = re.compile(r"\d")
_PART = re.compile(rf"(?P<figures>{_FIGURES})|(?P<place>[십백천만억조])|\s")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: `low` and `high` are the same unless it is a vague one (수십, 몇)."""

    low: int
    high: int
    span: Span


def value_of(printed: str) -> tuple[int, int] | None:
    """Return the least and the greatest number that the words can mean, or None where they are no number.

    A fraction of a place is worked out (1.5만 is 15,000); one that leaves no whole number is none.
    """
    words = printed.strip().replace(",", "")
    if _FIGURE.search(words):
        return _both(_mixed(words))
    if words in _SEVERAL:
        return _SEVERAL[words]
    if words[:1] in _SEVERAL and len(words) > 1:
        each = _sino(words[1:].lstrip())
        low, high = _SEVERAL[words[0]]
        return (low * each, high * each) if each else None
    return _both(_native(words) or _sino(words))


def numbers_before(text: str, counters: str) -> list[Number]:
    """Return the numbers of a text that stand before one of some counters (a pattern, 명|인), with 여 between or not."""
    found: list[Number] = []
    if _close_before(counters).search(text) is None:  # a look for the last syllable of a number takes a tenth
        return found
    for match in _before(counters).finditer(text):
        start = match.start("number")
        # A syllable of a longer word is no numeral: 구 in 연구 명.
        if start and "가" <= text[start - 1] <= "힣" and not match["number"][0].isdigit():
            continue
        value = value_of(match["number"])
        if value:
            found.append(Number(*value, Span(start, match.end("number"))))
    return found


@cache
def _before(counters: str) -> re.Pattern[str]:
    return hastened(rf"(?<![\d.,])(?P<number>{PATTERN})\s?여?\s?(?:{counters})")


@cache
def _close_before(counters: str) -> re.Pattern[str]:
    """The last figure or syllable of a number, whatever kind, before one of some counters."""
    closing = {*_SINO, *(word[-1] for words in (_TENS, _ONES, _SEVERAL) for word in words)}
    return re.compile(rf"[\d{''.join(sorted(closing))}]\s?여?\s?(?:{counters})")


def _both(value: int | None) -> tuple[int, int] | None:
    return None if value is None else (value, value)


def _mixed(words: str) -> int | None:
    """Read figures with places: 3만5천, 2천, 1.5만, 12억 3000만."""
    total = section = 0.0
    number: float | None = None
    at = 0
    for part in _PART.finditer(words):
        if part.start() != at:
            return None
        at = part.end()
        if part["figures"]:
            section, number = section + (number or 0), float(part["figures"])
        elif part["place"] in _SMALL:
            section, number = section + (1 if number is None else number) * _SMALL[part["place"]], None
        elif part["place"]:
            total, section, number = total + ((section + (number or 0)) or 1) * _GREAT[part["place"]], 0.0, None
    value = total + section + (number or 0)
    return int(value) if at == len(words) and value == int(value) else None


def _sino(words: str) -> int | None:
    """Read numerals of Chinese origin: 백이십, 이천십구, 삼만 오천."""
    total = section = 0
    digit: int | None = None
    for letter in words:
        if letter in _DIGITS:
            if digit is not None:
                return None  # 이일 is no number of persons or things
            digit = _DIGITS[letter]
        elif letter in _SMALL:
            section, digit = section + (1 if digit is None else digit) * _SMALL[letter], None
        elif letter in _GREAT:
            total, section, digit = total + ((section + (digit or 0)) or 1) * _GREAT[letter], 0, None
        else:
            return None
    return total + section + (digit or 0) if words else None


def _native(words: str) -> int | None:
    """Read numerals of Korean origin: 서른, 스물두, 쉰여섯."""
    ten = next((word for word in sorted(_TENS, key=len, reverse=True) if words.startswith(word)), "")
    rest = words[len(ten) :]
    if rest and rest not in _ONES:
        return None
    return (_TENS.get(ten, 0) + _ONES.get(rest, 0)) or None
