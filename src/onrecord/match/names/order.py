"""Which word of one name stands for which of the other: surname first or last, words joined or parted, words left out."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from onrecord.languages.en.transliteration import given_names, name_variants, particles
from onrecord.languages.ru.transliteration import PATRONYMIC, nominatives
from onrecord.match.names.sounds import first_sound
from onrecord.match.names.spelling import LEAST, MOST, evidence
from onrecord.match.names.words import CYRILLIC, Word, word

INITIAL = 0.5
"""Evidence of an initial that fits the word it stands for; it fits one word in ten or so by chance."""
NICKNAME = 2.0
"""Evidence of a short form of a given name (Steve for Stephen), or of another of its spellings (Mohamed, Muhammad)."""
RIVALS = -3.0
"""Evidence of two given names that are not one however alike they are spelled (Hassan, Hossein)."""
LEFT_OUT = {"patronymic": -0.25, "initial": -0.25, "particle": -0.25, "name": -1.5}
"""Evidence of a word that one side leaves out, by what the word is."""
ONE_WORD = -4.0
"""Evidence taken off where one side gives a single word and the other more: a surname is not yet a person."""
ENOUGH = 6.0
"""Evidence of one word from which on more of it counts no more, and with which a word alone fits."""


class Pairing(NamedTuple):
    """Evidence for one name in nats; the words of the two that pair, in order, with theirs, and the words without a partner."""

    total: float
    ours: tuple[Word, ...]
    theirs: tuple[Word, ...]
    values: tuple[float, ...]
    left_out: tuple[Word, ...]


def word_evidence(a: Word, b: Word) -> float:
    """Return the evidence of two words, of an initial and a word, or of a name and its short form."""
    if a.initial != b.initial:
        return INITIAL if first_sound(a.letters) == first_sound(b.letters) else LEAST
    found = evidence(a, b)
    known = given_names()
    if a.text in known and b.text in known:
        if known[a.text] & known[b.text]:
            return max(NICKNAME, found)
        spelled = name_variants()
        if a.text in spelled and b.text in spelled:
            return min(RIVALS, found)
    return found


def weighed(values: list[float]) -> float:
    """Join the evidence of paired words: the worst decides, the others support it a little."""
    worst = min(values)
    if len(values) == 1:
        return worst
    others = 0.0
    for value in values:
        others += ENOUGH if value > ENOUGH else max(value, -2.0)
    others -= ENOUGH if worst > ENOUGH else max(worst, -2.0)
    return worst + 0.25 * others / (len(values) - 1)


def _straight(a: tuple[Word, ...], b: tuple[Word, ...], beat: float) -> tuple[list[float] | None, bool]:
    """Weigh words pair by pair in order; give up when one pair is as bad as `beat`.

    The second value is True where one word fits so well that no other order is worth trying.
    """
    values: list[float] = []
    fits = False
    for one, other in zip(a, b, strict=True):
        value = word_evidence(one, other)
        if value + 0.25 * ENOUGH <= beat or value <= LEAST:
            return None, fits
        fits = fits or value >= ENOUGH
        values.append(value)
    return values, fits


def _turned(words: tuple[Word, ...]) -> list[tuple[Word, ...]]:
    """The words as they are, with the last one first, and with the first one last."""
    if len(words) < 2:
        return [words]
    last_first = (words[-1], *words[:-1])
    if len(words) > 2:
        return [words, last_first, (*words[1:], words[0])]
    return [words, last_first]


def _joined(words: tuple[Word, ...]) -> list[tuple[Word, ...]]:
    """Every way to write two neighbours as one word."""
    return [
        (*words[:i], word(a.text + b.text), *words[i + 2 :])
        for i, (a, b) in enumerate(pairwise(words))
        if not a.initial and not b.initial
    ]


def bases(name: tuple[Word, ...]) -> list[tuple[Word, ...]]:
    """Return what else a name may be: without the Arabic article that is tied to a word, and in the nominative."""
    found = []
    if len(name) > 1 and [one for one in name if "-" in one.text and _ARTICLE.match(one.text)]:
        found.append(tuple([word(_ARTICLE.sub("", one.text)) for one in name]))
    if name[0].script == CYRILLIC and not [one for one in name if one.script != CYRILLIC]:
        found += [tuple(map(word, form)) for form in nominatives(tuple([one.text for one in name]))]
    return found


def may_have_base(word: Word) -> bool:
    """Tell whether `bases` may find anything for a name because of this word."""
    return word.script == CYRILLIC or "-" in word.text


_ARTICLE = re.compile("^(?:[ae]l|a[rsz]|ash|[аэ]ль|а[рсз]|аш)-(?=[^-]{3})")


@lru_cache(maxsize=65536)
def kind_left_out(left: Word) -> str:
    """Say what a word is that one side leaves out: a patronymic, an initial, a particle or a name."""
    if left.initial:
        return "initial"
    if left.text in particles():
        return "particle"
    return "patronymic" if PATRONYMIC.fullmatch(left.text) else "name"


def _greedy(longer: tuple[Word, ...], shorter: tuple[Word, ...]) -> Pairing | None:
    """Pair every word of the shorter name with its best partner; the rest is left out."""
    free = list(longer)
    order = sorted(shorter, key=lambda w: (w.initial, -len(w.letters), w.letters))
    partners, values = [], []
    for one in order:
        best, value = None, LEAST
        for other in free:
            found = word_evidence(one, other)
            if found > value:
                best, value = other, found
        if best is None:
            return None
        free.remove(best)
        partners.append(best)
        values.append(value)
    total = weighed(values) + sum(LEFT_OUT[kind_left_out(left)] for left in free)
    if len(shorter) == 1:
        total = min(total, 3.0) + ONE_WORD
    return Pairing(total, tuple(order), tuple(partners), tuple(values), tuple(free))


def pair_words(a: tuple[Word, ...], b: tuple[Word, ...]) -> Pairing | None:
    """Return the best pairing of the words of two names; None where some word has no partner at all.

    Args:
        a: the words of one name, at least one.
        b: the words of the other.
    """
    if len(a) == len(b) == 1:
        value = word_evidence(a[0], b[0])
        return Pairing(value, a, b, (value,), ()) if value > LEAST else None
    if len(a) < len(b):
        a, b = b, a
    best: Pairing | None = None
    candidates = _turned(a) if len(a) == len(b) else []
    if len(candidates) == 2 and first_sound(a[0].letters) != first_sound(b[0].letters) == first_sound(a[1].letters):
        candidates.reverse()
    if len(a) == len(b) + 1:
        candidates = [turned for joined in _joined(a) for turned in _turned(joined)]
    for turned in candidates:
        values, fits = _straight(turned, b, best.total if best else LEAST)
        total = weighed(values) if values else LEAST
        if values and (best is None or total > best.total):
            best = Pairing(total, turned, b, tuple(values), ())
            if total >= MOST / 2:
                return best
        if fits and len(b) == 2:
            break
    if len(a) != len(b) or (len(a) > 2 and best is None):
        unordered = _greedy(a, b)
        if unordered and (best is None or unordered.total > best.total):
            best = unordered
    return best
