"""One morphological reading of a Korean document: sentences, morphemes, and the runs of nouns between particles."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from onrecord.languages.ko import fused_names, model, surfaces
from onrecord.languages.ko.morphemes import Morpheme, from_tokens
from onrecord.languages.ko.predicates import Predicate, predicates
from onrecord.model import Document, Paragraph, Span


@dataclass(slots=True)
class Sentence:
    """A sentence of paragraph number `paragraph`; `span` is trimmed."""

    i: int
    paragraph: int
    span: Span
    morphemes: list[Morpheme] = field(repr=False)
    _predicates: list[Predicate] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def predicates(self) -> list[Predicate]:
        """Its predicates in text order, read once for all kinds of facts."""
        if self._predicates is None:
            self._predicates = predicates(self.morphemes)
        return self._predicates


class Reading:
    """The analysis of the readable paragraphs of one Korean document."""

    def __init__(self, text: str, paragraphs: tuple[Paragraph, ...], sentences: list[Sentence]) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.sentences = sentences

    def paragraph_at(self, at: int) -> Span | None:
        """Return the readable paragraph in which a place of the text is, or None."""
        k = bisect_right(self._starts, at) - 1
        return self.paragraphs[k].span if k >= 0 and at < self.paragraphs[k].span.end else None

    @cached_property
    def _starts(self) -> list[int]:
        return [paragraph.span.start for paragraph in self.paragraphs]

    @cached_property
    def morphemes(self) -> list[Morpheme]:
        """All morphemes in text order."""
        return [morpheme for sentence in self.sentences for morpheme in sentence.morphemes]


def read(document: Document) -> Reading:
    """Analyse the readable paragraphs of a document.

    Raises:
        LanguageError: where the analyser is not installed.
    """
    paragraphs = tuple(p for p in document.readable() if p.language in ("ko", "und"))
    kiwi = model.load()
    cuts = [(number, span) for number, p in enumerate(paragraphs) for span in sentence_spans(document.text, p.span)]
    # Without `z_coda`, by which Kiwi parts a final consonant of chats from a word (했어욥), it takes a sixteenth less.
    results = [kiwi.tokenize(span.of(document.text), z_coda=False) for _, span in cuts]
    surface = surfaces.read(document.text)
    sentences: list[Sentence] = []
    for (number, span), tokens in zip(cuts, results, strict=True):
        morphemes = from_tokens(tokens, span.start)
        morphemes = surfaces.joined(document.text, morphemes, surfaces.split_names(document.text, surface, morphemes))
        split = fused_names.find(document.text, morphemes)
        sentences.append(Sentence(len(sentences), number, span, surfaces.joined(document.text, morphemes, split)))
    return Reading(document.text, paragraphs, sentences)


def sentence_spans(text: str, paragraph: Span) -> Iterator[Span]:
    """Yield the sentences of a paragraph: cut after a final ending and its mark, but never inside quotation marks."""
    start, end = paragraph
    paired = text.count('"', start, end) % 2 == 0
    depth = 0
    at = start
    titles = _titles(text, paragraph)
    for found in _MARK.finditer(text, start, end):
        i, mark = found.start(), found[0]
        if mark in "“「『":
            depth += 1
        elif mark in "”」』":
            depth = max(0, depth - 1)
        elif mark == '"' and paired:
            depth = 0 if depth else 1
        if mark in "!?" and any(first < i < last - 2 for first, last in titles):
            continue
        if mark in ".!?" and depth == 0 and _ends(text, i) and (i + 1 == end or _is_apart(text, i)):
            if i + 1 > at:
                yield _trim(text, at, i + 1)
            at = i + 1
        elif mark == "\n":
            if text[at:i].strip():
                yield _trim(text, at, i)
            at, depth = i + 1, 0
    if text[at:end].strip():
        yield _trim(text, at, end)


_TITLED = re.compile(r"[‘'][^‘’'\n]{1,60}[?!][^‘’'\n]{0,60}[’']")
"""A title in single quotation marks that asks something: ‘왜 핵인가? 기로의 한반도’."""


def _titles(text: str, paragraph: Span) -> list[tuple[int, int]]:
    """Return where titles stand whose marks end no sentence."""
    if text.find("?", *paragraph) < 0 and text.find("!", *paragraph) < 0:
        return []
    return [match.span() for match in _TITLED.finditer(text, *paragraph)]


_MARK = re.compile(r"[“「『”」』\".!?\n]")


def _ends(text: str, i: int) -> bool:
    """Tell whether the mark at `i` can end a sentence: behind a final ending, or behind a word (평가. 각국 의회가 …)."""
    before = text[max(0, i - 2) : i]
    return before[-1:] in _FINAL or (len(before) == 2 and all("가" <= letter <= "힣" for letter in before))


_FINAL = frozenset("다요까죠오라자네지음임함됨")


def _is_apart(text: str, i: int) -> bool:
    """Tell whether what follows the mark at `i` can begin a sentence; pages also print none of the blank: 하였다.이날."""
    return text[i + 1] in " \n\t)”’" or (text[i - 1] == "다" and "가" <= text[i + 1] <= "힣")


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
