"""Rough sounds of letters in any of the three scripts, alike for letters that spellings confuse; for initials and keys."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_CLASSES = {
    "P": "pbfvwпбфвᄇᄈᄑᆸᆵ",
    "T": "tdþðтдᄃᄄᄐᆮᇀ",
    "K": "kgqcxhкгхқғһᄀᄁᄏᄒᆨᆩᆿᇂ",
    "S": "szjсзжшщцчᄉᄊᄌᄍᄎᆺᆻᆽᆾ",
    "L": "lrлрᄅᆯ",
    "M": "mмᄆᆷ",
    "N": "nнңᄂᆫᆼ",
}
_SOUNDS = {letter: sound for sound, letters in _CLASSES.items() for letter in letters}


@lru_cache(maxsize=8192)
def _sound(letter: str) -> str:
    found = _SOUNDS.get(letter)
    if found is None:
        found = _SOUNDS.get(unicodedata.normalize("NFD", letter)[0], "A")
    return found


def first_sound(letters: str) -> str:
    """Return the class of the first sound of a word: P, T, K, S, L, M, N, or A for a vowel."""
    if letters[:2] in ("ch", "ts", "ci", "ce", "cs", "cz", "дж", "дз", "dz"):
        return "S"
    return _sound(letters[0])
