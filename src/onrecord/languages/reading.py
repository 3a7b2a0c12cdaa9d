"""A Reading: one grammatical analysis of a document's paragraphs, on which all rules of all kinds work.

It holds plain data and no model, so that rules can be tested on readings made by hand, and readings can be pickled and
compared. Character offsets are those of the document.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from onrecord.model import Paragraph, Span


class Row(NamedTuple):
    """One token as plain values; `head` is the index of its governor in the whole reading (its own for a root).

    From `start` to `end` it stands in the document; `text` may be the mark that these characters are read as ("--": a dash).
    `tag` is a fine part of speech (Penn Treebank for English), `dep` a dependency label (ClearNLP for English), `entity` a
    named-entity label or an empty string, `begins` whether the token begins that entity.
    """

    text: str
    start: int
    end: int
    tag: str
    dep: str
    head: int
    entity: str
    begins: bool


_as_tuple = tuple.__new__
"""Makes a named tuple of a tuple, without the function that takes its fields one by one."""


class Token:
    """A word or mark with its place in the text and in the parse. Two tokens are equal when they are the same one."""

    __slots__ = (
        "_reading",
        "begins",
        "children",
        "dep",
        "end",
        "entity",
        "head",
        "i",
        "lower",
        "sentence",
        "span",
        "start",
        "tag",
        "text",
    )

    def __init__(self, reading: Reading, i: int, row: Row, sentence: int) -> None:
        # At once, since there is a token for each word of all pages.
        text, start, end, self.tag, self.dep, _, self.entity, self.begins = row
        self._reading = reading
        self.i = i
        self.text = text
        self.lower = text.lower()
        self.start = start
        self.end = end
        self.span: Span = _as_tuple(Span, (start, end))
        """Where the token stands in the document."""
        self.head: Token = self
        self.children: list[Token] = []
        self.sentence = sentence

    def __repr__(self) -> str:
        return f"Token({self.i}, {self.text!r}, {self.tag}, {self.dep}<-{self.head.text!r})"

    @property
    def lefts(self) -> list[Token]:
        """Direct dependents to the left, in text order."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """Direct dependents to the right, in text order."""
        return [child for child in self.children if child.i > self.i]

    @property
    def subtree(self) -> list[Token]:
        """The token and everything that depends on it, in text order."""
        found, stack = [self], list(self.children)
        while stack:
            token = stack.pop()
            found.append(token)
            stack.extend(token.children)
        return sorted(found, key=lambda token: token.i)

    @property
    def ancestors(self) -> Iterator[Token]:
        """The governors, nearest first, up to the root of the sentence."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def child(self, *deps: str) -> Token | None:
        """Return the first direct dependent with one of these labels, or None."""
        for child in self.children:
            if child.dep in deps:
                return child
        return None

    def nbor(self, by: int = 1) -> Token | None:
        """Return the token `by` places further on in the reading, or None at its ends."""
        at = self.i + by
        return self._reading.tokens[at] if 0 <= at < len(self._reading.tokens) else None


@dataclass(slots=True)
class Sentence:
    """A sentence: tokens `first` to `last` (exclusive) of the reading, in paragraph number `paragraph`."""

    i: int
    first: int
    last: int
    paragraph: int
    tokens: list[Token] = field(repr=False)

    @property
    def span(self) -> Span:
        """Where the sentence stands in the document, without white space at its ends."""
        return Span(self.tokens[0].start, self.tokens[-1].end)

    @property
    def roots(self) -> list[Token]:
        """The tokens without a governor: one, rarely more."""
        return [token for token in self.tokens if token.head is token]


class Reading:
    """The analysis of the readable paragraphs of one document.

    Args:
        text: the whole text of the document.
        paragraphs: the paragraphs that were read, in order.
        sentences: for each sentence the number of its paragraph and its tokens as rows; heads count over all rows.
    """

    def __init__(self, text: str, paragraphs: tuple[Paragraph, ...], sentences: list[tuple[int, list[Row]]]) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self._rows = sentences
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        for number, (paragraph, rows) in enumerate(sentences):
            first = len(self.tokens)
            self.tokens += [Token(self, first + k, row, number) for k, row in enumerate(rows)]
            self.sentences.append(Sentence(number, first, len(self.tokens), paragraph, self.tokens[first:]))
        tokens = self.tokens
        for token, row in zip(tokens, [row for _, rows in sentences for row in rows], strict=True):
            head = tokens[row.head]
            if head is not token:
                token.head = head
                head.children.append(token)

    def __reduce__(self) -> tuple[Any, ...]:
        return Reading, (self.text, self.paragraphs, self._rows)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def sentence_of(self, token: Token) -> Sentence:
        """Return the sentence that holds the token."""
        return self.sentences[token.sentence]

    def between(self, span: tuple[int, int]) -> list[Token]:
        """Return the tokens that lie at least in part inside the span of the document."""
        at = bisect_left(self._starts, span[0])
        if at and self.tokens[at - 1].end > span[0]:
            at -= 1
        return self.tokens[at : bisect_left(self._starts, span[1], at)]

    def words(self, tokens: list[Token]) -> str:
        """Return the text from the first of these tokens to the last, to the letter."""
        return self.text[tokens[0].start : tokens[-1].end]
