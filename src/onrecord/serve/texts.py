"""Names, occasions and pages by their words, looked up as the index of statements looks up its own: the same forms and signs.

What was said is found by the index of the database. Names and titles are far fewer: they stand in memory, as one text a kind.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import lru_cache

from onrecord.languages.word_forms import forms
from onrecord.record.search.query import Clause, Query, Term, parse

_normal = lru_cache(maxsize=200_000)(forms)
"""Most texts are the same from one state of a record to the next."""

_END = "\n"


class Texts:
    """Entries by their words.

    Args:
        texts: the words of each entry, by its key; those of several names parted by line breaks.
        beginnings: whether a word is also found by its beginning, as names are.
    """

    def __init__(self, texts: Mapping[str, str], *, beginnings: bool = False) -> None:
        self._keys = tuple(texts)
        self._beginnings = beginnings
        made = [[_normal(line) for line in text.split(_END)] for text in texts.values()]
        self._words, self._starts_of_words = _joined(" | ".join(words for words, _ in lines) for lines in made)
        self._stems, self._starts_of_stems = _joined(" | ".join(stems for _, stems in lines) for lines in made)

    def found(self, words: str) -> list[str]:
        """Return the keys of the entries that hold what is written, in the order in which they were given; none without words.

        Args:
            words: as in `model.search.Sought.words`.

        Raises:
            UsageError: there are words, but none that can be looked for.
        """
        query = parse(words)
        if not query.clauses:
            return []
        return [self._keys[number] for number in sorted(self._holding(query))]

    def _holding(self, query: Query) -> set[int]:
        wanted = [self._of(clause) for clause in query.clauses if clause.wanted]
        others = [self._of(clause) for clause in query.clauses if not clause.wanted]
        return set.intersection(*wanted).difference(*others)

    def _of(self, clause: Clause) -> set[int]:
        found: set[int] = set()
        for term in clause.terms:
            found |= self._with(term)
            if self._beginnings and clause.wanted and term.column == "stems":
                found |= self._with(Term("words", term.tokens, prefix=True))
        return found

    def _with(self, term: Term) -> set[int]:
        text, starts = (self._stems, self._starts_of_stems) if term.column == "stems" else (self._words, self._starts_of_words)
        needle = f" {' '.join(term.tokens)}" + ("" if term.prefix else " ")
        found: set[int] = set()
        at = text.find(needle)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            found.add(number)
            # The rest of an entry that is found needs no look.
            behind = starts[number + 1] if number + 1 < len(starts) else len(text)
            at = text.find(needle, max(behind, at + 1))
        return found


def _joined(lines: Iterable[str]) -> tuple[str, list[int]]:
    """Return lines as one text, each between blanks, and where each begins."""
    starts: list[int] = []
    parts: list[str] = []
    length = 0
    for line in lines:
        starts.append(length)
        part = f" {line} {_END}"
        parts.append(part)
        length += len(part)
    return "".join(parts), starts
