"""How relevant a statement is to a query: BM25 over the terms, more where words stand together as they were asked for.

The databases' own rankings are not used: FTS5's weighs every statement that matches (half a second for a word that a third of
a million statements have), PostgreSQL's knows no rarity of words; and both databases have to answer alike.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from onrecord.record.search.lookup import Candidate
from onrecord.record.search.query import Query, Term

SATURATION, LENGTH = 1.2, 0.75
"""k1 and b, as in FTS5 and in most of the literature (Robertson and Zaragoza 2009)."""

TOGETHER = 1.5
"""The weight of a statement that has the words of a query one after another."""


def scores(found: Sequence[Candidate], query: Query, frequencies: Mapping[Term, int], entries: int) -> list[float]:
    """Return the relevance of each candidate.

    Args:
        found: the candidates.
        query: the terms of which count.
        frequencies: how many entries have each term.
        entries: how many there are.
    """
    terms = query.sought
    if not terms or not found:
        return [0.0] * len(found)
    rarity = [math.log(1 + (max(entries - frequencies[t], 0) + 0.5) / (frequencies[t] + 0.5)) for t in terms]
    needles = [(term.column == "stems", f" {' '.join(term.tokens)}{'' if term.prefix else ' '}") for term in terms]
    run = [token for term in terms if term.column == "stems" for token in term.tokens]
    together = f" {' '.join(run)} " if len(run) > 1 else ""
    # Lengths in letters: counting words of thousands of texts costs as much as all the rest.
    mean = sum(len(one.words) for one in found) / len(found) or 1.0
    made = []
    for one in found:
        words, stems = f" {one.words} ", f" {one.stems} "
        shorter = SATURATION * (1 - LENGTH + LENGTH * len(one.words) / mean)
        score = 0.0
        for weight, (stemmed, needle) in zip(rarity, needles, strict=True):
            times = (stems if stemmed else words).count(needle)
            score += weight * times * (SATURATION + 1) / (times + shorter)
        made.append(score * TOGETHER if together and together in stems else score)
    return made
