"""Scoring as a readable table: named features with weights, whose sum decides, and whose words a user is shown."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.model.resolution import ClusterKind, Link, Verdict

VERDICTS: tuple[Verdict, ...] = ("different", "same", "unsure")
"""By their numbers, where pairs are rows of numbers."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One kind of evidence: what it weighs (for: above 0, against: below), and what it means in words."""

    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """The features of one kind of pair; from `same` on a sum means one thing, from `unsure` on it is a question.

    Attributes:
        contrasts: whether reasons are given for what is different, too; of most kinds nobody is shown them, and of the pairs
            that are looked at nearly all are different.
    """

    kind: ClusterKind
    features: Mapping[str, Feature]
    same: float
    unsure: float
    contrasts: bool = False


class Evidence:
    """What speaks for and against one pair being one thing, by a table."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.total = 0.0
        self._found: list[tuple[float, str, object]] = []

    def add(self, name: str, detail: object = "", times: float = 1.0) -> None:
        """Count a feature, `times` its weight; `detail` is what it rests on: words, or a tuple of what gives words."""
        feature = self.table.features[name]
        value = feature.weight * times
        self.total += value
        self._found.append((value, feature.words, detail))

    @property
    def verdict(self) -> Verdict:
        """What the sum means."""
        if self.total >= self.table.same:
            return "same"
        return "unsure" if self.total >= self.table.unsure else "different"

    @property
    def reasons(self) -> tuple[str, ...]:
        """The features found, strongest first."""
        told = [(value, _told(words, detail, value)) for value, words, detail in self._found]
        return tuple(words for _, words in sorted(told, key=lambda pair: (-abs(pair[0]), pair[1])))

    def link(self, a: str, b: str) -> Link:
        """Return the judged pair; a sum at the threshold scores one half."""
        score = 1 / (1 + math.exp(-1.5 * (self.total - self.table.same)))
        first, second = sorted((a, b))
        verdict = self.verdict
        reasons = self.reasons if verdict != "different" or self.table.contrasts else ()
        return Link(self.table.kind, first, second, round(score, 4), verdict, reasons)


def _told(words: str, detail: object, value: float) -> str:
    if isinstance(detail, tuple):
        detail = ", ".join(map(str, detail))
    return f"{words} ({detail}) {value:+.1f}" if detail else f"{words} {value:+.1f}"
