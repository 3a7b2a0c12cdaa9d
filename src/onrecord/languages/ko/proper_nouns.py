"""Which nouns of a Korean sentence name persons, bodies and places: a linear chain over morphemes with learned weights.

The weights (`data/proper_weights.tsv`) are those of a conditional random field, learned by `scripts/learn_proper_nouns.py`.
Most morphemes are outside for certain, whatever stands beside them; the chain is only followed between these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from onrecord.languages.ko import proper_features as features
from onrecord.languages.ko.morphemes import NOUN_TAGS, Morpheme
from onrecord.languages.ko.proper_worth import Block, Worth
from onrecord.languages.spelling import data_rows
from onrecord.model import Span

Kind = Literal["person", "organization", "place"]
Scores = tuple[float, ...]
"""What a feature speaks for each label, in nats."""

KINDS: dict[str, Kind] = {"P": "person", "O": "organization", "L": "place"}
LABELS = ("O", "BP", "IP", "BO", "IO", "BL", "IL")
"""Outside; begins (B) or goes on with (I) a person, an organization (O) or a place (L)."""
OUTSIDE = 0
NOTHING: Scores = (0.0,) * len(LABELS)


SURE = 4.0
"""Nats by which a word alone must speak for no name that its neighbours are not asked: 4 in 2,000 words of names do."""

CERTAIN = 5.0
"""Nats by which a word and its neighbours must speak for no name that the labels beside it are not asked."""


@dataclass(frozen=True, slots=True)
class ProperNoun:
    """A stretch of morphemes that names something."""

    kind: Kind
    span: Span


@dataclass(slots=True)
class _Stem:
    """Nouns written together: their words, the numbers of the first and the last morpheme, and the particle behind them."""

    text: str
    first: int
    last: int
    particle: str


@dataclass(slots=True)
class _Stretch:
    """Morphemes in a row of which each could be part of a name: morpheme number `first` of a sentence and what follows it."""

    morphemes: Sequence[Morpheme]
    first: int
    scores: NDArray[np.float64]

    @property
    def behind(self) -> int:
        """The number of the morpheme behind it."""
        return self.first + len(self.scores)


class Chain:
    """A conditional random field over the morphemes of sentences, given by its table of weights.

    Rows are a feature, or `> LABEL` for what may follow it, with labels and weights in turns; `any` is what every candidate
    shows.
    """

    def __init__(self, table: Iterable[Sequence[str]]) -> None:
        rows: dict[str, Scores] = {}
        for feature, listed in table:
            parts = listed.split(" ")
            given = dict(zip(parts[::2], map(float, parts[1::2]), strict=True))
            rows[feature] = tuple(given.get(label, 0.0) for label in LABELS)
        self.steps = np.array([rows.pop(f"> {label}", NOTHING) for label in LABELS])
        self.every = rows.get("any", NOTHING)
        self.weights = rows
        self._worth = Worth(rows, self.every, len(LABELS))

    def find(self, text: str, sentences: Iterable[Sequence[Morpheme]]) -> list[ProperNoun]:
        """Return the proper nouns of the sentences of a text, in text order; the offsets of the morphemes count in `text`."""
        stretches = list(self._stretches(text, sentences))
        paths = self._best_paths(stretches)
        return [named for stretch, path in zip(stretches, paths, strict=True) if any(path) for named in _named(stretch, path)]

    def _stretches(self, text: str, sentences: Iterable[Sequence[Morpheme]]) -> Iterator[_Stretch]:
        """Yield the stretches that could be names; what is clearly none parts them."""
        if self._worth.full:
            self._worth = Worth(self.weights, self.every, len(LABELS))
        worth = self._worth
        asked: list[tuple[Sequence[Morpheme], int]] = []
        shown: list[list[int]] = []
        for morphemes in sentences:
            for i, numbers in _shown(text, morphemes, worth):
                asked.append((morphemes, i))
                shown.append(numbers)
        scores = worth.sums(shown)
        uncertain = scores[:, OUTSIDE] - scores[:, OUTSIDE + 1 :].max(axis=1, initial=-np.inf) <= CERTAIN
        at = np.flatnonzero(uncertain).tolist()
        first = 0
        for k in range(1, len(at) + 1):
            morphemes, i = asked[at[k - 1]]
            goes_on = k < len(at) and at[k] == at[k - 1] + 1 and asked[at[k]][0] is morphemes and asked[at[k]][1] == i + 1
            if not goes_on:
                yield _Stretch(morphemes, asked[at[first]][1], scores[at[first] : at[k - 1] + 1])
                first = k

    def _best_paths(self, stretches: Sequence[_Stretch]) -> list[list[int]]:
        """Return the best labels of each stretch in a row (Viterbi), reckoned for all stretches at once, a morpheme at a time.

        What stands before and behind a stretch is outside, where anything does.
        """
        if not stretches:
            return []
        order = sorted(range(len(stretches)), key=lambda k: -len(stretches[k].scores))
        ordered = [stretches[k] for k in order]
        lengths = np.array([len(stretch.scores) for stretch in ordered])
        scores = np.zeros((len(ordered), lengths[0], len(LABELS)))
        scores[np.arange(lengths[0]) < lengths[:, None]] = np.concatenate([stretch.scores for stretch in ordered])
        begun = np.array([stretch.first > 0 for stretch in ordered])
        best = scores[:, 0] + np.where(begun[:, None], self.steps[OUTSIDE], 0.0)
        back: list[NDArray[np.intp]] = []
        for at in range(1, lengths[0]):
            going = int((lengths > at).sum())
            sums = best[:going, :, None] + self.steps
            back.append(sums.argmax(axis=1))
            best[:going] = sums.max(axis=1) + scores[:going, at]
        goes_on = np.array([stretch.behind < len(stretch.morphemes) for stretch in ordered])
        label = (best + np.where(goes_on[:, None], self.steps[:, OUTSIDE], 0.0)).argmax(axis=1)
        paths = np.zeros((len(ordered), lengths[0]), np.intp)
        for at in range(lengths[0] - 1, 0, -1):
            origins = back[at - 1]
            paths[: len(origins), at] = label[: len(origins)]
            label[: len(origins)] = origins[np.arange(len(origins)), label[: len(origins)]]
        paths[:, 0] = label
        found: list[list[int]] = [[]] * len(order)
        for k, path, length in zip(order, paths.tolist(), lengths.tolist(), strict=True):
            found[k] = path[:length]
        return found


def _named(stretch: _Stretch, path: list[int]) -> Iterator[ProperNoun]:
    """Yield what the labels of a stretch name."""
    at = 0
    while at < len(path):
        first = at
        at += 1
        if path[first] != OUTSIDE:
            kind = LABELS[path[first]][1]
            while at < len(path) and LABELS[path[at]] == f"I{kind}":
                at += 1
            start, last = stretch.morphemes[stretch.first + first].start, stretch.morphemes[stretch.first + at - 1]
            yield ProperNoun(KINDS[kind], Span(start, last.end))


@cache
def learned() -> Chain:
    """Return the chain with the weights that ship with onrecord."""
    return Chain(data_rows("ko", "proper_weights.tsv"))


def evidence(text: str, morphemes: Sequence[Morpheme]) -> list[list[Block] | None]:
    """Return the blocks that each morpheme of a sentence shows, for learning; None for one that no name holds."""
    stems = _stems(text, morphemes)
    inside = features.quoted(morphemes)
    found: list[list[Block] | None] = []
    for i, (m, stem) in enumerate(zip(morphemes, stems, strict=True)):
        shows = stem is not None and m.tag in features.CANDIDATES
        found.append(
            [(features.own, _own(text, m, stem, i)), *_beside(morphemes, i, inside[i]), *_around(morphemes, stems, stem)]
            if stem and shows
            else None
        )
    return found


def _shown(text: str, morphemes: Sequence[Morpheme], worth: Worth) -> Iterator[tuple[int, list[int]]]:
    """Yield each morpheme of a sentence that could be part of a name, by its number, with the numbers of its blocks."""
    stems = _stems(text, morphemes)
    inside = features.quoted(morphemes)
    numbers = worth.numbers
    behind = 0
    for stem in stems:
        if stem is None or stem.first < behind:
            continue
        behind = stem.last + 1
        asked = _asked(text, morphemes, stem, worth)
        if asked:
            around = [numbers[function][given] for function, given in _around(morphemes, stems, stem)]
            for at, own in asked:
                i = stem.first + at
                beside = [numbers[function][given] for function, given in _beside(morphemes, i, inside[i])]
                yield i, [own, *beside, *around]


def _asked(text: str, morphemes: Sequence[Morpheme], stem: _Stem, worth: Worth) -> tuple[tuple[int, int], ...]:
    """Return the morphemes of a stem that do not speak for no name by themselves, counted in it, each with the row of its own.

    It is worked out once for each stem of the language, with its particle: most have none such.
    """
    first = morphemes[stem.first]
    key: tuple[object, ...]
    if stem.first == stem.last:
        key = (stem.text, stem.particle, first.tag, first.known)
    else:
        parts = morphemes[stem.first : stem.last + 1]
        key = (stem.text, stem.particle, *[(m.tag, m.known, m.start - first.start, m.end - first.start) for m in parts])
    found = worth.asked.get(key)
    if found is None:
        own, against = worth.numbers[features.own], worth.against
        rows = [
            (i - stem.first, own[_own(text, morphemes[i], stem, i)])
            for i in range(stem.first, stem.last + 1)
            if morphemes[i].tag in features.CANDIDATES
        ]
        found = worth.asked[key] = tuple((at, row) for at, row in rows if against[row] <= SURE)
    return found


def _own(text: str, m: Morpheme, stem: _Stem, i: int) -> tuple[str, str, bool, str, str, str]:
    """Return what a morpheme shows by itself, as the arguments of `features.own`."""
    place = ("B" if i == stem.first else "I") + ("E" if i == stem.last else "M")
    return text[m.start : m.end], m.tag, m.known, stem.text, place, stem.particle


def _stems(text: str, morphemes: Sequence[Morpheme]) -> list[_Stem | None]:
    """Return for each morpheme the nouns that it is one word with, or None where it is no noun."""
    count, behind = len(morphemes), 0
    found: list[_Stem | None] = [None] * count
    for first in [i for i, m in enumerate(morphemes) if m.tag in NOUN_TAGS]:
        if first < behind:
            continue
        last, end, particle = first, morphemes[first].end, "_"
        for behind in range(first + 1, count + 1):
            after = morphemes[behind] if behind < count else None
            if after is None or after.start > end:
                break
            if after.tag not in NOUN_TAGS:
                particle = f"{after.form}/{after.tag}"
                break
            last, end = behind, after.end
        found[first:behind] = [_Stem(text[morphemes[first].start : end], first, last, particle)] * (behind - first)
    return found


def _beside(morphemes: Sequence[Morpheme], i: int, inside: bool) -> list[Block]:
    """Return what stands right beside morpheme `i`, and around it (`inside` quotation marks)."""
    m = morphemes[i]
    found: list[Block] = [(features.in_quotation, ())] if inside else []
    if i:
        before = morphemes[i - 1]
        found.append((features.beside, (before.form, before.tag, before.end >= m.start, "-")))
    if i + 1 < len(morphemes):
        after = morphemes[i + 1]
        found.append((features.beside, (after.form, after.tag, after.start <= m.end, "+")))
    return found


def _around(morphemes: Sequence[Morpheme], stems: Sequence[_Stem | None], stem: _Stem) -> list[Block]:
    """Return what stands before and behind a stem, for all its morphemes."""
    found: list[Block] = []
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
