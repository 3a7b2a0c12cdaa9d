"""Which nouns of a Korean sentence name persons, bodies and places: a linear chain over morphemes with learned weights.

The weights (`data/proper_weights.tsv`) are those of a conditional random field, learned by `scripts/learn_proper_nouns.py`.
Most morphemes are outside for certain, whatever stands beside them; the chain is only followed between these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from onrecord.languages.ko import proper_features as features
from onrecord.languages.ko.morphemes import NOUN_TAGS, Morpheme
from onrecord.languages.spelling import data_rows
from onrecord.model import Span

Kind = Literal["person", "organization", "place"]
Scores = tuple[float, ...]
"""What a morpheme speaks for each label, in nats."""

Evidence = list[tuple[Callable[..., features.Block], tuple[Any, ...]]]
"""Blocks of features of a morpheme, each as the function that gives it and its arguments, by which its worth is looked up."""

KINDS: dict[str, Kind] = {"P": "person", "O": "organization", "L": "place"}
LABELS = ("O", "BP", "IP", "BO", "IO", "BL", "IL")
"""Outside; begins (B) or goes on with (I) a person, an organization (O) or a place (L)."""
OUTSIDE = 0
NOTHING: Scores = (0.0,) * len(LABELS)

REMEMBERED = 262_144
"""Blocks whose worth stays looked up, some 100 bytes each."""


@dataclass(frozen=True, slots=True)
class ProperNoun:
    """A stretch of morphemes that names something; `margin` tells by how many nats its kind wins over being no name."""

    kind: Kind
    span: Span
    margin: float


@dataclass(frozen=True, slots=True)
class _Stem:
    """Nouns written together: their words, the numbers of the first and the last morpheme, and the particle behind them."""

    text: str
    first: int
    last: int
    particle: str


class Chain:
    """A conditional random field over the morphemes of a sentence, given by its table of weights.

    Rows are a feature, or `> LABEL` for what may follow it, with labels and weights in turns; `any` is what every candidate
    shows.
    """

    def __init__(self, table: Iterable[Sequence[str]]) -> None:
        rows: dict[str, Scores] = {}
        for feature, listed in table:
            parts = listed.split(" ")
            given = dict(zip(parts[::2], map(float, parts[1::2]), strict=True))
            rows[feature] = tuple(given.get(label, 0.0) for label in LABELS)
        self.steps = [rows.pop(f"> {label}", NOTHING) for label in LABELS]
        self.every = rows.get("any", NOTHING)
        self.weights = rows
        self.worth = lru_cache(maxsize=REMEMBERED)(self._worth)
        names = range(1, len(LABELS))
        into = max(step[k] - step[OUTSIDE] for step in self.steps for k in names)
        out = max(self.steps[k][then] - self.steps[OUTSIDE][then] for k in names for then in range(len(LABELS)))
        self.reach = max(0.0, into) + max(0.0, out)
        """What the labels beside a morpheme can at most speak for its being part of a name."""

    def find(self, text: str, morphemes: Sequence[Morpheme]) -> list[ProperNoun]:
        """Return the proper nouns of a sentence, in text order; the offsets of the morphemes count in `text`."""
        found: list[ProperNoun] = []
        numbers: list[int] = []
        scores: list[Scores] = []
        for i, one in enumerate(evidence(text, morphemes)):
            here = self._sum(one) if one else None
            if here and here[OUTSIDE] - max(here[1:]) <= self.reach:
                numbers.append(i)
                scores.append(here)
            elif numbers:
                found += self._named(morphemes, numbers, scores)
                numbers, scores = [], []
        return found + list(self._named(morphemes, numbers, scores)) if numbers else found

    def _named(self, morphemes: Sequence[Morpheme], numbers: list[int], scores: list[Scores]) -> Iterator[ProperNoun]:
        path = self._best_path(scores, before=numbers[0] > 0, behind=numbers[-1] + 1 < len(morphemes))
        at = 0
        while at < len(path):
            if path[at] == OUTSIDE:
                at += 1
                continue
            kind, first = LABELS[path[at]][1], at
            margin = scores[at][path[at]] - scores[at][OUTSIDE]
            at += 1
            while at < len(path) and LABELS[path[at]] == f"I{kind}":
                margin += scores[at][path[at]] - scores[at][OUTSIDE]
                at += 1
            yield ProperNoun(KINDS[kind], Span(morphemes[numbers[first]].start, morphemes[numbers[at - 1]].end), margin)

    def _best_path(self, scores: list[Scores], *, before: bool, behind: bool) -> list[int]:
        """Return the best labels in a row (Viterbi); what stands before and behind them is outside, where anything does."""
        steps, count = self.steps, range(len(LABELS))
        best = [scores[0][k] + (steps[OUTSIDE][k] if before else 0.0) for k in count]
        back: list[list[int]] = []
        for row in scores[1:]:
            sums = [[best[j] + steps[j][k] for j in count] for k in count]
            tops = [max(column) for column in sums]
            back.append([column.index(top) for column, top in zip(sums, tops, strict=True)])
            best = [top + value for top, value in zip(tops, row, strict=True)]
        if behind:
            best = [best[k] + steps[k][OUTSIDE] for k in count]
        path = [best.index(max(best))]
        for origins in reversed(back):
            path.append(origins[path[-1]])
        return path[::-1]

    def _sum(self, one: Evidence) -> Scores:
        worth = self.worth
        return tuple(map(sum, zip(self.every, *[worth(function, *given) for function, given in one], strict=True)))

    def _worth(self, function: Callable[..., features.Block], *given: Any) -> Scores:
        """Return the sum of the weights of a block's features."""
        known = self.weights
        rows = [known[feature] for feature in function(*given) if feature in known]
        return tuple(map(sum, zip(*rows, strict=True))) if rows else NOTHING


@cache
def learned() -> Chain:
    """Return the chain with the weights that ship with onrecord."""
    return Chain(data_rows("ko", "proper_weights.tsv"))


def evidence(text: str, morphemes: Sequence[Morpheme]) -> list[Evidence | None]:
    """Return what each morpheme of a sentence shows; None for one that no name holds."""
    stems = _stems(text, morphemes)
    inside = features.quoted(morphemes)
    found: list[Evidence | None] = []
    for i, (m, stem) in enumerate(zip(morphemes, stems, strict=True)):
        if stem is None or m.tag not in features.CANDIDATES:
            found.append(None)
            continue
        place = ("B" if i == stem.first else "I") + ("E" if i == stem.last else "M")
        given = (text[m.start : m.end], m.tag, m.known, stem.text, place, stem.particle)
        one: Evidence = [(features.own, given), *_beside(morphemes, stems, i)]
        if inside[i]:
            one.append((features.in_quotation, ()))
        found.append(one)
    return found


def _stems(text: str, morphemes: Sequence[Morpheme]) -> list[_Stem | None]:
    """Return for each morpheme the nouns that it is one word with, or None where it is no noun."""
    found: list[_Stem | None] = []
    i, count = 0, len(morphemes)
    while i < count:
        if morphemes[i].tag not in NOUN_TAGS:
            found.append(None)
            i += 1
            continue
        last = i
        while last + 1 < count and morphemes[last + 1].tag in NOUN_TAGS and morphemes[last + 1].start <= morphemes[last].end:
            last += 1
        after = morphemes[last + 1] if last + 1 < count and morphemes[last + 1].start <= morphemes[last].end else None
        particle = f"{after.form}/{after.tag}" if after else "_"
        found += [_Stem(text[morphemes[i].start : morphemes[last].end], i, last, particle)] * (last + 1 - i)
        i = last + 1
    return found


def _beside(morphemes: Sequence[Morpheme], stems: list[_Stem | None], i: int) -> Evidence:
    """Return what stands beside morpheme `i` and beside the stem that it is part of."""
    m, stem = morphemes[i], stems[i]
    found: Evidence = []
    if stem is None:
        return found
    if i:
        before = morphemes[i - 1]
        found.append((features.beside, (before.form, before.tag, before.end >= m.start, "-")))
    if i + 1 < len(morphemes):
        after = morphemes[i + 1]
        found.append((features.beside, (after.form, after.tag, after.start <= m.end, "+")))
    if stem.first:
        words = _words(morphemes, stems, stem.first - 1)
        found.append((features.noun_beside, (words, morphemes[stem.first - 1].tag == "NNP", "-")))
        if stems[stem.first - 1]:
            found.append((features.pair, (stem.text, words, "-")))
    at = stem.last + 1
    if at < len(morphemes):
        words = _words(morphemes, stems, at)
        found.append((features.noun_beside, (words, morphemes[at].tag == "NNP", "+")))
        found.append((features.pair, (stem.text, words, "+")))
        if stem.particle != "_" and stems[at] is None and at + 1 < len(morphemes):
            found.append((features.next_noun, (_words(morphemes, stems, at + 1),)))
    return found


def _words(morphemes: Sequence[Morpheme], stems: list[_Stem | None], at: int) -> str:
    stem = stems[at]
    return stem.text if stem else morphemes[at].form
