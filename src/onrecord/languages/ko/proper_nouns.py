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


SURE = 4.0
"""Nats by which a word alone must speak for no name that its neighbours are not asked: 4 in 2,000 words of names do."""

CERTAIN = 5.0
"""Nats by which a word and its neighbours must speak for no name that the labels beside it are not asked."""


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

    def find(self, text: str, morphemes: Sequence[Morpheme]) -> list[ProperNoun]:
        """Return the proper nouns of a sentence, in text order; the offsets of the morphemes count in `text`."""
        found: list[ProperNoun] = []
        numbers: list[int] = []
        scores: list[Scores] = []
        stems = _stems(text, morphemes)
        inside = features.quoted(morphemes)
        for i, stem in enumerate(stems):
            here = self._scores(text, morphemes, stems, i, inside[i]) if stem else None
            if here:
                numbers.append(i)
                scores.append(here)
            elif numbers:
                found += self._named(morphemes, numbers, scores)
                numbers, scores = [], []
        return found + list(self._named(morphemes, numbers, scores)) if numbers else found

    def _scores(
        self, text: str, morphemes: Sequence[Morpheme], stems: Sequence[_Stem | None], i: int, inside: bool
    ) -> Scores | None:
        """Return what morpheme `i` speaks for each label, or None where it is clearly no name."""
        own = _own(text, morphemes[i], stems[i], i)
        if own is None:
            return None
        worth = self.worth
        alone = worth(*own)
        if alone[OUTSIDE] + self.every[OUTSIDE] - max(map(sum, zip(alone[1:], self.every[1:], strict=True))) > SURE:
            return None
        rows = [worth(function, *given) for function, given in _beside(morphemes, stems, i, inside)]
        here = tuple(map(sum, zip(self.every, alone, *rows, strict=True)))
        return here if here[OUTSIDE] - max(here[1:]) <= CERTAIN else None

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
    """Return what each morpheme of a sentence shows, for learning; None for one that no name holds."""
    stems = _stems(text, morphemes)
    inside = features.quoted(morphemes)
    found: list[Evidence | None] = []
    for i, m in enumerate(morphemes):
        own = _own(text, m, stems[i], i)
        found.append([(own[0], own[1:]), *_beside(morphemes, stems, i, inside[i])] if own else None)
    return found


def _own(text: str, m: Morpheme, stem: _Stem | None, i: int) -> tuple[Any, ...] | None:
    """Return the function and the arguments of what a morpheme shows by itself, or None where no name holds it."""
    if stem is None or m.tag not in features.CANDIDATES:
        return None
    place = ("B" if i == stem.first else "I") + ("E" if i == stem.last else "M")
    return features.own, text[m.start : m.end], m.tag, m.known, stem.text, place, stem.particle


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


def _beside(morphemes: Sequence[Morpheme], stems: Sequence[_Stem | None], i: int, inside: bool) -> Evidence:
    """Return what stands beside morpheme `i` and its stem, and around them (`inside` quotation marks)."""
    m, stem = morphemes[i], stems[i]
    found: Evidence = [(features.in_quotation, ())] if inside else []
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


def _words(morphemes: Sequence[Morpheme], stems: Sequence[_Stem | None], at: int) -> str:
    stem = stems[at]
    return stem.text if stem else morphemes[at].form
