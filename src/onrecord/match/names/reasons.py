"""Why two names are or are not called the same, in words for the reader of a record."""

from __future__ import annotations

from onrecord.languages.ko.transliteration import frequencies, readings
from onrecord.match.names import korean
from onrecord.match.names.order import Pairing, kind_left_out, word_evidence
from onrecord.match.names.spelling import LEAST
from onrecord.match.names.words import Word

COMMON = 0.02
"""A surname that this share of people bear, or more, is called common."""


def _shown(syllables: tuple[str, ...]) -> str:
    text = "-".join(syllables)
    return "".join(syllables) if "가" <= text[0] <= "힣" else text.capitalize()


def of_korean(
    likeness: korean.Likeness | None, a: tuple[korean.KoreanName, ...], b: tuple[korean.KoreanName, ...]
) -> tuple[str, ...]:
    """Say why two Korean names are alike or not."""
    if likeness is None:
        one, other = a[0], b[0]
        return (f"given names differ in syllables: {_shown(one.given)} / {_shown(other.given)}",)
    one, other, found = likeness.a, likeness.b, []
    if likeness.surname < 0:
        found.append(f"surnames differ: {_shown((one.surname,))} / {_shown((other.surname,))}")
    else:
        found += _spelled(one.surname, other.surname, "s")
        likeliest = max(readings(one.surname, "s").items(), key=lambda item: (item[1], item[0]), default=("", 0.0))[0]
        share = frequencies("s").get(likeliest, 0.0)
        if share >= COMMON:
            found.append(f"surname {_shown((one.surname,))} is common: weighs less")
    if min(likeness.given) <= 0:
        found.append(f"given names differ: {_shown(one.given)} / {_shown(other.given)}")
    else:
        for x, y in zip(one.given, other.given, strict=True):
            found += _spelled(x, y, "g")
    return tuple(found) or ("the syllables are the same",)


def _spelled(a: str, b: str, role: str) -> list[str]:
    """Say which Hangul syllable two different spellings stand for."""
    if a == b:
        return []
    if "가" <= a[0] <= "힣" or "가" <= b[0] <= "힣":
        hangul, other = (a, b) if "가" <= a[0] <= "힣" else (b, a)
        if "가" <= other[0] <= "힣":
            return [f"{hangul} is also written {other}"]
        return [f"{hangul} is spelled {other.capitalize()}"]
    left, right = readings(a, "s" if role == "s" else "g"), readings(b, "s" if role == "s" else "g")
    shared = max((h for h in left if h in right), key=lambda h: (left[h] * right[h], h), default="")
    return [f"{a.capitalize()} and {b.capitalize()} are spellings of {shared}"] if shared else []


def of_words(pairing: Pairing | None, left: tuple[Word, ...], right: tuple[Word, ...]) -> tuple[str, ...]:
    """Say how the words of two names pair, or which of them find no partner."""
    if pairing is None:
        return _without_partner(left, right)
    found = []
    for a, b, value in zip(pairing.ours, pairing.theirs, pairing.values, strict=True):
        one, other = a.text.capitalize(), b.text.capitalize()
        if a.letters == b.letters:
            continue
        if a.initial != b.initial:
            found.append(f"initial {one} fits {other}" if value > LEAST else f"initial {one} does not fit {other}")
        elif value > 0:
            found.append(f"{one} is spelled {other}")
        else:
            found.append(f"{one} and {other} differ")
    found += [f"{kind_left_out(left)} {left.text.capitalize()} is left out" for left in pairing.left_out]
    if len(pairing.ours) == 1 and pairing.left_out:
        found.append("one side gives a single word")
    return tuple(found) or ("the words are the same in another order",)


def _without_partner(left: tuple[Word, ...], right: tuple[Word, ...]) -> tuple[str, ...]:
    """Say which words two names share and which are in one alone."""
    shared = [(a, b) for a in left for b in right if word_evidence(a, b) > 0]
    ours = [a.text.capitalize() for a in left if all(a != pair[0] for pair in shared)]
    theirs = [b.text.capitalize() for b in right if all(b != pair[1] for pair in shared)]
    found = [f"{a.text.capitalize()} is in both" for a, _ in shared]
    if ours and theirs:
        found.append(f"{' '.join(ours)} and {' '.join(theirs)} differ")
    return tuple(found) or ("the words do not pair",)
