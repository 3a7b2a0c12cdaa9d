"""Names that the analyser would split, found by their surface, so that a second analysis keeps them whole.

Kiwi reads 길도연 as 길 + 도 + 연 and 어진목 as 어 + 진목; a title or a bracketed spelling behind tells that they are names.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.languages.ko import names, vocabulary
from onrecord.languages.ko.morphemes import Morpheme

_GLOSSED = re.compile(r"(?<![가-힣])([가-힣]{2,10})\s?\((?=[A-Z][a-zÀ-ž][A-Za-zÀ-ž.\-'’ ]+\))")
_HANJA_GLOSSED = re.compile(r"(?<![가-힣])([가-힣]{2,4})\s?\((?=[\u4e00-\u9fff]{2,4}\))")
_ALONE = re.compile(r"(?<![가-힣])([가-힣]{1,2}) (?=([가-힣0-9]+))")
_BEFORE_BODY = re.compile(r"(?<![가-힣])([가-힣]{3}) (?=([가-힣]{4,}) [가-힣0-9]+)")
_BEFORE_WORD = re.compile(r"(?<![가-힣])([가-힣]{3,4}) (?=([가-힣0-9]+))")


def candidates(text: str) -> frozenset[str]:
    """Return the words of the text that must be parts of names: glossed ones, and name-shaped ones before a title."""
    found = {m.group(1) for m in _HANJA_GLOSSED.finditer(text) if names.surname_of(m.group(1))}
    found.update(
        m.group(1) for m in _BEFORE_BODY.finditer(text) if names.surname_of(m.group(1)) and names.body_ending(m.group(2))
    )
    for m in _GLOSSED.finditer(text):
        word = m.group(1)
        if not (names.body_ending(word) or names.is_place(word) or names.title_head(word)):
            found.add(word)
    for m in _BEFORE_WORD.finditer(text):
        name, after = m.groups()
        if names.surname_of(name) and len(name) == 3 and _begins_with_title(after) and not names.body_ending(name):
            found.add(name)
    return frozenset(found | _surnames(text, found))


def _surnames(text: str, full: set[str]) -> set[str]:
    """Return the surnames of native names that stand alone before a title (어 원장), of one or two syllables."""
    known = {surname for name in full if len(name) == 3 and (surname := names.surname_of(name))}
    return {m.group(1) for m in _ALONE.finditer(text) if m.group(1) in known and _begins_with_title(m.group(2))}


def split_names(text: str, wanted: frozenset[str], morphemes: list[Morpheme]) -> list[tuple[int, int]]:
    """Return where a wanted word begins a stretch of the analysed sentence that the analyser did not keep as one noun."""
    if not any(word in text[morphemes[0].start : morphemes[-1].end] for word in wanted):
        return []
    whole = {(m.start, m.end) for m in morphemes if m.tag in ("NNP", "NNG")}
    starts = {m.start: m for m in morphemes}
    found = []
    for m in morphemes:
        if m.start and text[m.start - 1 : m.start] not in (" ", "", "(", "“", "‘", "「", "△", "\n", ",", "·"):
            continue
        for length in range(1, 11):
            word = text[m.start : m.start + length]
            if length <= 2 and text[m.end : m.end + 1] not in (" ", ""):
                continue
            if m.known and m.tag == "NNG" and m.end - m.start > 1 and _is_particle_at(starts, m.end):
                continue
            if word in wanted and (m.start, m.start + length) not in whole and _ends_word(text, m.start + length, starts):
                found.append((m.start, m.start + length))
    return sorted(set(found))


def joined(text: str, morphemes: list[Morpheme], names_at: list[tuple[int, int]]) -> list[Morpheme]:
    """Return the morphemes with each of these stretches as one proper noun unknown to the dictionary.

    What is left of a morpheme that reaches over the end of a name is a particle where it can be one, else a noun.
    """
    for start, end in names_at:
        inside = [k for k, m in enumerate(morphemes) if m.start < end and start < m.end]
        if not inside:
            continue
        first, last = inside[0], inside[-1]
        rest = text[end : morphemes[last].end]
        left = [Morpheme(rest, _PARTICLES.get(rest, "NNG"), end, morphemes[last].end, known=True)] if rest else []
        name = Morpheme(text[start:end], "NNP", start, end, known=False)
        before = morphemes[first]
        kept = (
            [Morpheme(text[before.start : start], before.tag, before.start, start, before.known)]
            if before.start < start
            else []
        )
        morphemes = [*morphemes[:first], *kept, name, *left, *morphemes[last + 1 :]]
    return morphemes


_PARTICLES = {
    "은": "JX", "는": "JX", "도": "JX", "이": "JKS", "가": "JKS", "을": "JKO", "를": "JKO", "의": "JKG", "와": "JC", "과": "JC",
    "에": "JKB", "에게": "JKB", "께": "JKB", "께서": "JKS", "로": "JKB", "으로": "JKB", "에서": "JKB", "이다": "VCP",
}  # fmt: skip
"""Particles that may be left of a morpheme that swallowed the end of a name, with their tags."""


def _is_particle_at(starts: dict[int, Morpheme], at: int) -> bool:
    """Tell whether a particle begins there: 모임의 is a noun with a particle, whatever its first syllable."""
    return at in starts and starts[at].is_particle


def _ends_word(text: str, at: int, starts: dict[int, Morpheme]) -> bool:
    return not text[at : at + 1].isalnum() or at in starts or text[at : at + 1] in "은는이가을를의와과도에로"


def _begins_with_title(word: str) -> bool:
    return word.startswith(_long_titles())


@cache
def _long_titles() -> tuple[str, ...]:
    return tuple(head for head in vocabulary.longest_first("titles", "heads") if len(head) > 1)
