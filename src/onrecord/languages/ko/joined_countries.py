"""Several countries in one word, a syllable each, as names of talks and headlines write them: 한미일, 북중러, 한·미·일."""

from __future__ import annotations

import re

from onrecord.languages.ko import vocabulary

_WORD = re.compile(r"(?<![가-힣])[가-힣](?:[·ㆍ-]?[가-힣]){1,4}(?![가-힣])")


def are_joined(word: str) -> bool:
    """Tell whether a word is several countries and nothing else."""
    return len(word) > 1 and vocabulary.words("countries", "embassy_short").issuperset(word)


def joined_in(text: str) -> frozenset[frozenset[str]]:
    """Return the countries, by their syllables, of each word of a text that joins several: {한, 미, 일} of 한·미·일 협의."""
    words = (re.sub(r"[·ㆍ-]", "", match[0]) for match in _WORD.finditer(text))
    return frozenset(frozenset(word) for word in words if are_joined(word))
