"""Which nouns of a Korean sentence name persons, bodies and places: a linear chain over morphemes with learned weights.

The weights (`data/proper_weights.tsv`) are those of a conditional random field, learned by `scripts/learn_proper_nouns.py`.
Most morphemes are outside for certain, whatever stands beside them; the chain is only followed between these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise
from typing import Any, Literal, NamedTuple

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


class _Stem(NamedTuple):
    """Nouns written together: their words, the numbers of the first and the last morpheme, and the particle behind them."""

    text: str
    first: int
    last: int
    particle: str


type _Wanted[B] = tuple[int, Sequence[tuple[int, B]]]
"""The number of a stem, and its morphemes that could be part of a name, counted in it, with what stands for their blocks."""


class _Asked(NamedTuple):
    """Morphemes that could be part of a name: for each its sentence, its number there, and what it is worth for each label.

    `firsts` counts the first of each stretch of morphemes in a row, `lengths` their morphemes.
    """

    sentences: list[Sequence[Morpheme]]
    numbers: list[int]
    scores: NDArray[np.float64]
    firsts: NDArray[np.intp]
    lengths: NDArray[np.intp]


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
        asked = self._asked(text, sentences)
        return list(_named(asked, self._best_labels(asked))) if len(asked.firsts) else []

    def _asked(self, text: str, sentences: Iterable[Sequence[Morpheme]]) -> _Asked:
        """Return the morphemes that could be names; what is clearly none parts their stretches."""
        if self._worth.full:
            self._worth = Worth(self.weights, self.every, len(LABELS))
        worth = self._worth
        of: list[Sequence[Morpheme]] = []
        places: list[tuple[int, int]] = []
        shown: list[list[int]] = []
        start = 0
        for morphemes in sentences:
            for i, numbers in _shown(text, morphemes, worth.numbers, partial(_uncertain, worth=worth)):
                of.append(morphemes)
                places.append((i, start + i))
                shown.append(numbers)
            start += len(morphemes) + 1
        scores = worth.sums(shown)
        at = np.flatnonzero(scores[:, OUTSIDE] - scores[:, OUTSIDE + 1 :].max(axis=1, initial=-np.inf) <= CERTAIN)
        kept = at.tolist()
        everywhere = [-2, *(places[k][1] for k in kept)]
        begins = [k for k, (before, here) in enumerate(pairwise(everywhere)) if here - before != 1]
        firsts = np.array([*begins, len(kept)], np.intp)
        return _Asked([of[k] for k in kept], [places[k][0] for k in kept], scores[at], firsts[:-1], firsts[1:] - firsts[:-1])

    def _best_labels(self, asked: _Asked) -> list[int]:
        """Return the best labels of each stretch in a row (Viterbi), reckoned for all stretches at once, a morpheme at a time.

        What stands before and behind a stretch is outside, where anything does.
        """
        order = np.argsort(-asked.lengths, kind="stable")
        firsts, lengths = asked.firsts[order], asked.lengths[order]
        begun = np.array([asked.numbers[k] > 0 for k in firsts.tolist()])
        best = asked.scores[firsts] + np.where(begun[:, None], self.steps[OUTSIDE], 0.0)
        back: list[NDArray[np.intp]] = []
        longer = lengths.tolist()
        for at in range(1, longer[0]):
            while longer[-1] <= at:
                longer.pop()
            going = len(longer)
            sums = best[:going, :, None] + self.steps
            back.append(sums.argmax(axis=1))
            best[:going] = sums.max(axis=1) + asked.scores[firsts[:going] + at]
        lasts = (firsts + lengths - 1).tolist()
        goes_on = np.array([asked.numbers[k] + 1 < len(asked.sentences[k]) for k in lasts])
        label = (best + np.where(goes_on[:, None], self.steps[:, OUTSIDE], 0.0)).argmax(axis=1)
        labels = np.zeros(len(asked.numbers), np.intp)
        for at in range(lengths[0] - 1, 0, -1):
            origins = back[at - 1]
            labels[firsts[: len(origins)] + at] = label[: len(origins)]
            label[: len(origins)] = origins[np.arange(len(origins)), label[: len(origins)]]
        labels[firsts] = label
        found: list[int] = labels.tolist()
        return found


def _named(asked: _Asked, labels: Sequence[int]) -> Iterator[ProperNoun]:
    """Yield what the labels name."""
    behind = 0
    firsts = frozenset(asked.firsts.tolist())
    for first in [k for k, label in enumerate(labels) if label != OUTSIDE]:
        if first < behind:
            continue
        kind = LABELS[labels[first]][1]
        behind = first + 1
        while behind not in firsts and behind < len(labels) and LABELS[labels[behind]] == f"I{kind}":
            behind += 1
        morphemes = asked.sentences[first]
        yield ProperNoun(KINDS[kind], Span(morphemes[asked.numbers[first]].start, morphemes[asked.numbers[behind - 1]].end))


@cache
def learned() -> Chain:
    """Return the chain with the weights that ship with onrecord."""
    return Chain(data_rows("ko", "proper_weights.tsv"))


def evidence(text: str, morphemes: Sequence[Morpheme]) -> list[list[Block] | None]:
    """Return the blocks that each morpheme of a sentence shows, for learning; None for one that no name holds."""
    found: list[list[Block] | None] = [None] * len(morphemes)
    for i, blocks in _shown(text, morphemes, {function: _Blocks(function) for function in features.BLOCKS}, _candidates):
        found[i] = blocks
    return found


class _Blocks(dict[tuple[Any, ...], Block]):
    """The blocks of a function by its arguments, as they are."""

    def __init__(self, function: Callable[..., features.Block]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, given: tuple[Any, ...]) -> Block:
        return self._function, given


def _shown[B](
    text: str,
    morphemes: Sequence[Morpheme],
    of: Mapping[Callable[..., features.Block], Mapping[tuple[Any, ...], B]],
    asked: Callable[[str, Sequence[Morpheme], Sequence[_Stem], Mapping[tuple[Any, ...], B]], Iterable[_Wanted[B]]],
) -> Iterator[tuple[int, list[B]]]:
    """Yield each morpheme of a sentence that could be part of a name, by its number, with what `of` gives for its blocks.

    Args:
        text: of the document.
        morphemes: of the sentence.
        of: what stands for a block, by its function and arguments.
        asked: tells by the number of a stem its morphemes that could be, counted in the stem, with what stands for the block
            of their own.
    """
    stems = _stems(text, morphemes)
    beside = of[features.beside]
    inside: Sequence[bool] = ()
    count = len(morphemes)
    for k, wanted in asked(text, morphemes, stems, of[features.own]):
        inside = inside or features.quoted(morphemes)
        around = _around(morphemes, stems, k, of)
        first = stems[k].first
        for at, itself in wanted:
            i = first + at
            m = morphemes[i]
            blocks = [itself, of[features.in_quotation][()]] if inside[i] else [itself]
            if i:
                before = morphemes[i - 1]
                blocks.append(beside[before.form, before.tag, before.end >= m.start, "-"])
            if i + 1 < count:
                after = morphemes[i + 1]
                blocks.append(beside[after.form, after.tag, after.start <= m.end, "+"])
            yield i, blocks + around


def _around[B](
    morphemes: Sequence[Morpheme],
    stems: Sequence[_Stem],
    k: int,
    of: Mapping[Callable[..., features.Block], Mapping[tuple[Any, ...], B]],
) -> list[B]:
    """Return what stands before and behind stem number `k`, for all its morphemes."""
    stem = stems[k]
    noun_beside, pair = of[features.noun_beside], of[features.pair]
    found: list[B] = []
    if stem.first:
        before = morphemes[stem.first - 1]
        if k and stems[k - 1].last == stem.first - 1:
            words = stems[k - 1].text
            found += (noun_beside[words, before.tag == "NNP", "-"], pair[stem.text, words, "-"])
        else:
            found.append(noun_beside[before.form, before.tag == "NNP", "-"])
    at = stem.last + 1
    if at < len(morphemes):
        after = morphemes[at]
        following = stems[k + 1] if k + 1 < len(stems) else None
        begins = following.first - at if following else -1
        words = following.text if following and begins == 0 else after.form
        found += (noun_beside[words, after.tag == "NNP", "+"], pair[stem.text, words, "+"])
        if stem.particle != "_" and begins != 0 and at + 1 < len(morphemes):
            words = following.text if following and begins == 1 else morphemes[at + 1].form
            found.append(of[features.next_noun][(words,)])
    return found


def _candidates[B](
    text: str, morphemes: Sequence[Morpheme], stems: Sequence[_Stem], own: Mapping[tuple[Any, ...], B]
) -> Iterator[_Wanted[B]]:
    """Yield the morphemes of each stem that can be part of a name at all, with what stands for the block of their own."""
    for k, stem in enumerate(stems):
        found = _candidates_of(text, morphemes, stem, own)
        if found:
            yield k, found


def _candidates_of[B](
    text: str, morphemes: Sequence[Morpheme], stem: _Stem, own: Mapping[tuple[Any, ...], B]
) -> list[tuple[int, B]]:
    found = []
    for i in range(stem.first, stem.last + 1):
        m = morphemes[i]
        if m.tag in features.CANDIDATES:
            place = ("B" if i == stem.first else "I") + ("E" if i == stem.last else "M")
            found.append((i - stem.first, own[text[m.start : m.end], m.tag, m.known, stem.text, place, stem.particle]))
    return found


def _uncertain(
    text: str, morphemes: Sequence[Morpheme], stems: Sequence[_Stem], own: Mapping[tuple[Any, ...], int], worth: Worth
) -> list[_Wanted[int]]:
    """Return the candidates of each stem that do not speak for no name by themselves.

    They are worked out once for each stem of the language, with its particle: most have none such.
    """
    found: list[_Wanted[int]] = []
    known = worth.asked
    key: tuple[object, ...]
    for k, stem in enumerate(stems):
        stem_text, first, last, particle = stem
        m = morphemes[first]
        if first == last:
            key = (stem_text, particle, m.tag, m.known)
        else:
            start = m.start
            parts = [(x.tag, x.known, x.start - start, x.end - start) for x in morphemes[first : last + 1]]
            key = (stem_text, particle, *parts)
        wanted = known.get(key)
        if wanted is None:
            rows = _candidates_of(text, morphemes, stem, own)
            wanted = known[key] = tuple((at, row) for at, row in rows if worth.against[row] <= SURE)
        if wanted:
            found.append((k, wanted))
    return found


def _stems(text: str, morphemes: Sequence[Morpheme]) -> list[_Stem]:
    """Return the nouns of a sentence that are written together, in its order."""
    count, behind = len(morphemes), 0
    found: list[_Stem] = []
    for first in [i for i, m in enumerate(morphemes) if m.tag in NOUN_TAGS]:
        if first < behind:
            continue
        m = morphemes[first]
        start, end, last, particle = m.start, m.end, first, "_"
        for behind in range(first + 1, count + 1):
            after = morphemes[behind] if behind < count else None
            if after is None or after.start > end:
                break
            if after.tag not in NOUN_TAGS:
                particle = f"{after.form}/{after.tag}"
                break
            last, end = behind, after.end
        found.append(_Stem(text[start:end], first, last, particle))
    return found
