"""Precision, recall and F1 over many pages, micro-averaged: every fact weighs the same, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model.errors import UsageError
from onrecord.score.kinds import Comparison, Count, compare
from onrecord.score.likeness import Item


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one kind over all pages."""

    kind: str
    gold: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """The share of the found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the annotated that was found; 0 where nothing is annotated."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """A fact that was annotated and not found (`missed`), or found and not annotated (`extra`)."""

    what: str
    page: str
    fact: Item


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures by kind, in the order in which they are printed, and what was missed."""

    pages: int
    rows: tuple[Row, ...]
    misses: dict[str, tuple[Miss, ...]]


def score_documents(pages: Iterable[tuple[Item, Item]]) -> Scores:
    """Score pages, each a pair of its gold annotation and what was found, both in the format of gold/FORMAT.md."""
    counts: dict[str, Count] = {}
    misses: dict[str, list[Miss]] = {}
    number = 0
    for gold, found in pages:
        number += 1
        comparison = _compared(gold, found)
        for kind, count in comparison.counts.items():
            before = counts.get(kind, Count(0, 0, 0))
            counts[kind] = Count(*(a + b for a, b in zip(before, count, strict=True)))
        for kind, kept in comparison.misses.items():
            misses.setdefault(kind, []).extend(Miss(what, str(gold.get("doc_id", "")), fact) for what, fact in kept)
    rows = tuple(Row(kind, *count) for kind, count in counts.items())
    return Scores(number, rows, {kind: tuple(found) for kind, found in misses.items()})


def _compared(gold: Item, found: Item) -> Comparison:
    try:
        return compare(gold, found)
    except (KeyError, TypeError, AttributeError) as error:
        fault = f"the annotation of {gold.get('doc_id') or 'a page'} is not in the format of the guidelines ({error!r})"
        raise UsageError(fault, "repair it, see docs/gold.md") from None
