"""Which persons are worth comparing: those who share the sound of a part of their names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from onrecord.model.resolution import PersonSighting

_CYRILLIC = dict(zip("абвгдежзийклмнопрстуфхцчшщыэюяёқғңәөүұіһ", "abvgdejziiklmnoprstufhcjssieuaokgnaouuih", strict=True))
_CLASSES = str.maketrans(
    {**dict.fromkeys("bpvf", "1"), **dict.fromkeys("kgqcx", "2"), **dict.fromkeys("td", "3"), **dict.fromkeys("lr", "4")}
    | {"m": "5", "n": "6", **dict.fromkeys("szj", "7")}
)
_ONSETS = "gkntTrmbpsSYjJcktph"
_CODAS = " kkknnntlkmlllpl" + "mppttNttktpt"


RARE = 60
"""Persons that may share one part of a name and be compared for that alone; of commoner parts two have to be shared."""


def part_keys(sighting: PersonSighting) -> Iterator[str]:
    """Yield a key a part of the name: its first consonants by classes of sound, whatever the script and the order of parts."""
    for name in sighting.names:
        yield from _codes(name)


def pair_keys(sighting: PersonSighting) -> Iterator[str]:
    """Yield a key each two parts of the name, for names whose parts are common."""
    for name in sighting.names:
        codes = _codes(name)
        yield from (f"{a} {b}" for i, a in enumerate(codes) for b in codes[i + 1 :])
        if len(codes) == 1:
            yield f"{codes[0]} {codes[0]}"


@lru_cache(maxsize=65536)
def _codes(name: str) -> tuple[str, ...]:
    parts = [part for word in re.findall(r"[^\W\d_][\w'’-]*", name) for part in _parts(word)]
    return tuple(sorted({_skeleton(part) for part in parts if len(part) > 1 or part >= "가"}))


def _parts(word: str) -> tuple[str, ...]:
    """Part a Korean name written in one into surname and given name."""
    return (word[0], word[1:]) if re.fullmatch("[가-힣]{3,4}", word) else (word,)


@lru_cache(maxsize=65536)
def _skeleton(word: str) -> str:
    letters = unicodedata.normalize("NFC", word).lower()
    letters = "".join(_CYRILLIC.get(c, c) for c in letters)
    letters = re.sub("[가-힣]", lambda m: _syllable(m[0]), letters)
    letters = "".join(c for c in unicodedata.normalize("NFD", letters) if c.isalpha() and c.isascii()).lower()
    for old, new in (
        ("dzh", "j"),
        ("sh", "s"),
        ("ch", "j"),
        ("zh", "j"),
        ("kh", "h"),
        ("ph", "p"),
        ("ts", "c"),
        ("dz", "j"),
        ("ng", "n"),
    ):
        letters = letters.replace(old, new)
    coded = re.sub("[^1-7]", "", letters.translate(_CLASSES))
    return re.sub(r"(.)\1+", r"\1", coded)[:3] or "0"


def _syllable(letter: str) -> str:
    at = ord(letter) - 0xAC00
    return f"{_ONSETS[at // 588]}a{_CODAS[at % 28]}"
