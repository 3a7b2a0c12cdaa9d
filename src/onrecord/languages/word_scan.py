"""Which words of a list a text holds, told by one scan whatever the length of the list."""

from __future__ import annotations

from collections.abc import Iterable

import ahocorasick_rs


class WordScan:
    """Words compiled for one scan.

    Args:
        words: none of them empty; what a text holds of them counts wherever it stands, also inside another word.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(dict.fromkeys(words))
        self._automaton = ahocorasick_rs.AhoCorasick(self.words, implementation=ahocorasick_rs.Implementation.DFA)

    def any_in(self, text: str) -> bool:
        """Tell whether any of the words stands in the text."""
        return bool(self._automaton.find_matches_as_indexes(text))

    def last(self, text: str) -> dict[str, int]:
        """Return where each of the words that stand in the text begins for the last time."""
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)  # by where they end
        return {self.words[number]: start for number, start, _ in found}
