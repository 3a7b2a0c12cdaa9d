"""Scoring as a readable table: named features with weights, whose sum decides, and whose words a user is shown."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.model.resolution import ClusterKind, Link, Verdict


@dataclass(frozen=True, slots=True)
class Feature:
    """One kind of evidence: what it weighs (for: above 0, against: below), and what it means in words."""

    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """The features of one kind of pair; from `same` on a sum means one thing, from `unsure` on it is a question."""

    kind: ClusterKind
    features: Mapping[str, Feature]
    same: float
    unsure: float


class Evidence:
    """What speaks for and against one pair being one thing, by a table."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.total = 0.0
        self._found: list[tuple[float, str]] = []

    def add(self, name: str, detail: str = "", times: float = 1.0) -> None:
        """Count a feature, `times` its weight; `detail` is what it rests on here."""
        feature = self.table.features[name]
        value = feature.weight * times
        self.total += value
        words = f"{feature.words} ({detail})" if detail else feature.words
        self._found.append((value, f"{words} {value:+.1f}"))

    @property
    def verdict(self) -> Verdict:
        """What the sum means."""
        if self.total >= self.table.same:
            return "same"
        return "unsure" if self.total >= self.table.unsure else "different"

    @property
    def reasons(self) -> tuple[str, ...]:
        """The features found, strongest first."""
        return tuple(words for _, words in sorted(self._found, key=lambda pair: (-abs(pair[0]), pair[1])))

    def link(self, a: str, b: str) -> Link:
        """Return the judged pair; a sum at the threshold scores one half."""
        score = 1 / (1 + math.exp(-1.5 * (self.total - self.table.same)))
        first, second = sorted((a, b))
        return Link(self.table.kind, first, second, round(score, 4), self.verdict, self.reasons)
