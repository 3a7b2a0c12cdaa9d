"""One grammatical reading of an English document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.languages.en import model
from onrecord.languages.reading import Reading, Row
from onrecord.model import Document, Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Doc

BATCH = 64
"""Paragraphs that go through the model together; fixed, and never across documents, so that results are one document's own."""

LONGEST = 20_000
"""Code points of a paragraph that the model reads at once (memory grows with length); a longer one is cut between sentences."""

_BREAKS = (re.compile(r"(?<=[.!?])[\"”’)\]]*\s+"), re.compile(r"\s+"))
"""Where a long paragraph may be cut, best first: behind a sentence, behind a word."""

_SPACES = {code: " " for code in range(0x3001) if chr(code).isspace()}
"""What Unicode calls white space; the model knows the plain space alone."""


def read(document: Document) -> Reading:
    """Parse the readable English paragraphs of a document, each once.

    Raises:
        LanguageError: where the English model is not installed.
    """
    paragraphs = tuple(p for p in document.readable() if p.language in ("en", "und"))
    pieces = [piece for number, p in enumerate(paragraphs) for piece in _pieces(document.text, number, p)]
    docs = model.load().pipe((flattened(document.text[start:end]) for _, start, end in pieces), batch_size=BATCH)
    sentences: list[tuple[int, list[Row]]] = []
    first = 0
    for (number, start, _), doc in zip(pieces, docs, strict=True):
        added = _sentences(doc, start, first)
        sentences += [(number, rows) for rows in added]
        first += sum(map(len, added))
    return Reading(document.text, paragraphs, sentences)


def flattened(text: str) -> str:
    """Return the text with each kind of white space as a plain space, so that a wrapped line ends no sentence; same length."""
    return text.translate(_SPACES)


def _pieces(text: str, number: int, paragraph: Paragraph) -> list[tuple[int, int, int]]:
    start, end = paragraph.span
    pieces = []
    while end - start > LONGEST:
        cut = _cut(text, start)
        pieces.append((number, start, cut))
        start = cut
    return [*pieces, (number, start, end)]


def _cut(text: str, start: int) -> int:
    """Return the last good place for a cut in the second half of what the model reads at once."""
    for pattern in _BREAKS:
        ends = [match.end() for match in pattern.finditer(text, start + LONGEST // 2, start + LONGEST)]
        if ends:
            return ends[-1]
    return start + LONGEST


def _sentences(doc: Doc, start: int, first: int) -> list[list[Row]]:
    """Turn a spaCy Doc into rows a sentence; white-space tokens are dropped, and what hangs on one hangs on its head."""
    kept = [token for token in doc if not token.is_space]
    place = {token.i: first + k for k, token in enumerate(kept)}

    def head(i: int) -> int:
        token = doc[i]
        seen = 0
        while token.head.i not in place and token.head.i != token.i and seen < len(doc):
            token, seen = token.head, seen + 1
        return place.get(token.head.i, place[i])

    sentences = []
    for sent in doc.sents:
        rows = [
            Row(t.text, start + t.idx, t.tag_, t.dep_, head(t.i), t.ent_type_, t.ent_iob_ == "B")
            for t in sent
            if not t.is_space
        ]
        if rows:
            sentences.append(rows)
    return sentences
