"""Names of bodies that the analyser parts, since an adjective, an adverb or a whole clause is written together with a noun."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.languages.ko import names, vocabulary
from onrecord.languages.ko.morphemes import Morpheme

_OFFICE_BEHIND = re.compile(r" ([가-힣]+)")

_BEFORE_NOUN = frozenset({"VA", "VV", "MAG"})
"""Tags of adjectives, verbs and adverbs."""

LONGEST_PHRASE = 5
"""Syllables up to which a noun with a verb behind it, all written together, is no name."""

SHORTEST = 4
"""Syllables from which on an adjective and a noun written together are taken for a body's name."""


def find(text: str, morphemes: list[Morpheme]) -> list[tuple[int, int]]:
    """Return where a noun is written together with an adjective or adverb before it, as names are: 푸른재단, 두루안보연구소."""
    found = []
    for i in [i for i, m in enumerate(morphemes[:-1]) if m.tag in _BEFORE_NOUN]:
        m, at = morphemes[i], i + 1
        if m.start and "가" <= text[m.start - 1] <= "힣":
            continue
        if m.tag == "MAG" and morphemes[at].tag == "VA" and morphemes[at].start == m.end and at + 1 < len(morphemes):
            at += 1  # 더밝은당
        if m.tag != "MAG" or at > i + 1:
            if morphemes[at].tag != "ETM" or at + 1 == len(morphemes):
                continue
            at += 1
        last = at
        while (
            last < len(morphemes) and morphemes[last].tag in ("NNG", "NNP") and morphemes[last].start <= morphemes[last - 1].end
        ):
            last += 1
        if last > at and morphemes[last - 1].end - m.start >= SHORTEST:
            nouns = text[morphemes[at].start : morphemes[last - 1].end]
            if _ends_body(nouns, m.tag) or (nouns == "당" and _stands_before_office(text, morphemes[last - 1].end)):
                found.append((m.start, morphemes[last - 1].end))
    return [*found, *_clauses(text, morphemes)]


def _ends_body(nouns: str, tag: str) -> bool:
    """Tell whether nouns behind an adjective or adverb of a tag are the end of a body's name, more than its kind alone."""
    if nouns == names.body_ending(nouns):
        return tag != "MAG" and nouns in vocabulary.words("organizations", "founded")
    return names.body_ending(nouns) is not None


def _stands_before_office(text: str, at: int) -> bool:
    """Tell whether a word that ends there has an office behind it, as a party has in 더밝은당 의원."""
    word = _OFFICE_BEHIND.match(text, at)
    return word is not None and names.begins_with_title(word[1])


def _clauses(text: str, morphemes: list[Morpheme]) -> Iterator[tuple[int, int]]:
    """Yield the bodies whose name is a clause written together, kind of body last: 핵없는세상만들기모임."""
    founded = vocabulary.words("organizations", "founded")
    for i, m in enumerate(morphemes):
        if m.tag != "NNG" or m.form not in founded:
            continue
        first = i
        while first and morphemes[first - 1].end == morphemes[first].start and "가" <= text[morphemes[first - 1].start] <= "힣":
            first -= 1
        inside = morphemes[first:i]
        if m.end - morphemes[first].start > LONGEST_PHRASE and morphemes[first].tag[0] == "N" and _holds_verb(inside):
            yield (morphemes[first].start, m.end)


def _holds_verb(morphemes: list[Morpheme]) -> bool:
    return any(m.tag in ("VV", "VA") for m in morphemes) and morphemes[-1].tag in ("ETN", "ETM", "NNG", "NNP")
