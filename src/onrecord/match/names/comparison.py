"""`compare_names`: whether two strings are spellings of one name, how surely, and why."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

SAME = 0.6
"""Two names are called the same from this score on."""

_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяёқғңәөүұіһ",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "zh",
            "z",
            "i",
            "i",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "",
            "y",
            "",
            "e",
            "yu",
            "ya",
            "yo",
            "k",
            "g",
            "n",
            "a",
            "o",
            "u",
            "u",
            "i",
            "h",
        ],
        strict=True,
    )
)
_ONSETS = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"]
_VOWELS = [
    "a",
    "ae",
    "ya",
    "yae",
    "eo",
    "e",
    "yeo",
    "ye",
    "o",
    "wa",
    "wae",
    "oe",
    "yo",
    "u",
    "wo",
    "we",
    "wi",
    "yu",
    "eu",
    "ui",
    "i",
]
_CODAS = [
    "",
    "k",
    "k",
    "k",
    "n",
    "n",
    "n",
    "t",
    "l",
    "k",
    "m",
    "l",
    "l",
    "l",
    "p",
    "l",
    "m",
    "p",
    "p",
    "t",
    "t",
    "ng",
    "t",
    "t",
    "k",
    "t",
    "p",
    "t",
]
_SURNAMES = {"김": "kim", "이": "lee", "박": "park", "최": "choi", "임": "lim", "유": "yoo", "노": "noh", "우": "woo"}
_SOUNDS = (
    (r"ee|yi\b|\bi\b", "i"),
    (r"oo|ou|woo|wu", "u"),
    (r"eo|eu|uh", "u"),
    (r"y(?=[aeou])|h$|'|’|-", ""),
    (r"ai|ae", "e"),
    (r"ph|f", "p"),
    (r"ch|j|zh", "j"),
    (r"sh", "s"),
    (r"kh|ck|q|g|c", "k"),
    (r"[bvw]", "p"),
    (r"d", "t"),
    (r"r", "l"),
    (r"z", "s"),
    (r"(.)\1", r"\1"),
)


@dataclass(frozen=True, slots=True)
class NameComparison:
    """What `compare_names` found.

    Args:
        same: whether the two are called spellings of one name: `score` reaches `SAME`.
        score: 0 (surely different) to 1 (one spelling).
        reasons: what speaks for and against, in words.
    """

    same: bool
    score: float
    reasons: tuple[str, ...]


def compare_names(a: str, b: str) -> NameComparison:
    """Compare two personal names written in Latin, Cyrillic or Hangul letters, in any order of their parts.

    Never raises for text of any kind; the order of the arguments makes no difference.
    """
    left, right = sorted((_words(a), _words(b)))
    if not left or not right:
        return NameComparison(a == b, float(a == b), ("one of the two holds no name",))
    score = max(_aligned(left, right), _aligned((*left[1:], left[0]), right), _aligned(left, (*right[1:], right[0])))
    return NameComparison(score >= SAME, score, (f"{' '.join(left)} / {' '.join(right)}",))


@lru_cache(maxsize=16384)
def _words(name: str) -> tuple[str, ...]:
    text = unicodedata.normalize("NFKC", name).lower()
    if re.fullmatch(r"\s*[가-힣]{2,4}\s*", text):
        text = text.strip()
        text = f"{_SURNAMES.get(text[0], text[0])} {text[1:]}"
    elif text.count(",") == 1:
        text = " ".join(reversed(text.split(",")))
    text = re.sub("[가-힣]", lambda m: _syllable(m[0]), text)
    text = "".join(_CYRILLIC.get(c, c) for c in text)
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return tuple(_sound(word) for word in re.findall(r"[^\W\d_][\w'’-]*", text))


def _syllable(letter: str) -> str:
    at = ord(letter) - 0xAC00
    return _ONSETS[at // 588] + _VOWELS[at % 588 // 28] + _CODAS[at % 28]


def _sound(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = re.sub(pattern, sound, word)
    return word


def _aligned(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    if len(left) == len(right):
        return min(_similarity(a, b) for a, b in zip(left, right, strict=True))
    return _similarity("".join(left), "".join(right)) * 0.88


@lru_cache(maxsize=65536)
def _similarity(a: str, b: str) -> float:
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != other))
    return 1 - row[-1] / max(len(a), len(b), 1)
