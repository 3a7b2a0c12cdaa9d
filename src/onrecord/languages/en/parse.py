"""One grammatical reading of an English document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress, pairwise
from typing import TYPE_CHECKING

from onrecord.languages.datelines import dateline_end
from onrecord.languages.en import model
from onrecord.languages.one_thread import one_thread
from onrecord.languages.reading import Reading, Row
from onrecord.model import Document, Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Doc

BATCH = 40_000
"""Code points that go through the model together, at least: enough to fill it, and memory stays bounded. Never across
documents, so that results are one document's own."""

LONGEST = 20_000
"""Code points of a paragraph that the model reads at once (memory grows with length); a longer one is cut between sentences."""

_LONGEST_DATELINE = 200
"""Code points of a paragraph within which its dateline ends."""

_BREAKS = (re.compile(r"(?<=[.!?])[\"”’)\]]*\s+"), re.compile(r"\s+"))
"""Where a long paragraph may be cut, best first: behind a sentence, behind a word."""

_SPACES = tuple(chr(code) for code in range(0x3001) if chr(code).isspace() and chr(code) != " ")
"""What Unicode calls white space; the model knows the plain space alone."""


def read(document: Document) -> Reading:
    """Parse the readable English paragraphs of a document, each once.

    Raises:
        LanguageError: where the English model is not installed.
    """
    paragraphs = tuple(p for p in document.readable() if p.language in ("en", "und"))
    pieces = [piece for number, p in enumerate(paragraphs) for piece in _pieces(document.text, number, p)]
    sentences: list[tuple[int, list[Row]]] = []
    first = 0
    for (number, start, _), doc in zip(pieces, _parsed([flattened(document.text[a:b]) for _, a, b in pieces]), strict=True):
        added = _sentences(doc, start, first)
        sentences += [(number, rows) for rows in added]
        first += sum(map(len, added))
    return Reading(document.text, paragraphs, sentences)


def _parsed(texts: list[str]) -> Iterator[Doc]:
    """Parse the texts in batches of about the same length."""
    components = model.load()
    batch: list[str] = []
    for number, text in enumerate(texts, 1):
        batch.append(text)
        if number == len(texts) or sum(map(len, batch)) >= BATCH:
            with one_thread():
                # The parser takes a quarter of its batch at a time, and is the quicker the more texts it has in hand.
                docs = list(components.pipe(batch, batch_size=4 * len(batch)))
            yield from docs
            batch = []


def flattened(text: str) -> str:
    """Return the text with each kind of white space as a plain space, so that a wrapped line ends no sentence; same length."""
    for space in _SPACES:
        text = text.replace(space, " ")
    return text


def _pieces(text: str, number: int, paragraph: Paragraph) -> list[tuple[int, int, int]]:
    start, end = paragraph.span
    pieces = []
    behind = start + dateline_end(text[start : min(end, start + _LONGEST_DATELINE)])
    if start < behind < end:
        pieces, start = [(number, start, behind)], behind  # else "ASTANA --" becomes the subject of the first sentence
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


_COLUMNS: list[str | int] = ["IDX", "LENGTH", "TAG", "DEP", "ENT_TYPE", "ENT_IOB", "SENT_START", "IS_SPACE"]


def _sentences(doc: Doc, start: int, first: int) -> list[list[Row]]:
    """Turn a spaCy Doc into rows a sentence; white-space tokens are dropped, and what hangs on one hangs on its head.

    Columns of the whole Doc are read at once: to ask spaCy's tokens one by one takes five times as long.
    """
    idx, length, tag, dep, entity, iob, begins, space = doc.to_array(_COLUMNS).T.tolist()
    head = doc.to_array("HEAD").astype("int64").tolist()  # places from the word on, backwards ones below zero
    text, names = doc.text, doc.vocab.strings
    label = {key: names[key] for key in {*tag, *dep, *entity}}
    governors = _governors(head, space, first) if any(space) else [first + i + way for i, way in enumerate(head)]
    words = [text[at : at + size] for at, size in zip(idx, length, strict=True)]
    tags, relations, kinds = (map(label.__getitem__, column) for column in (tag, dep, entity))
    opens = [place == _BEGINS for place in iob]
    starts = [start + at for at in idx]
    ends = [at + size for at, size in zip(starts, length, strict=True)]
    columns = zip(words, starts, ends, tags, relations, governors, kinds, opens, strict=True)
    rows = [_as_tuple(Row, column) for column in columns]
    cuts = [0, *(at for at, opening in enumerate(begins) if opening == 1 and at), len(rows)]
    if any(space):
        filled = [compress(rows[a:b], [not blank for blank in space[a:b]]) for a, b in pairwise(cuts)]
        return [sentence for sentence in map(list, filled) if sentence]
    return [rows[a:b] for a, b in pairwise(cuts) if a < b]


_as_tuple = tuple.__new__
"""Makes a row of a tuple, without the function that takes its fields one by one."""


def _governors(head: list[int], space: list[bool], first: int) -> list[int]:
    """Return the number of each word's governor among all words; what hangs on white space hangs on its head."""
    place, count = [], first
    for blank in space:
        place.append(count)
        count += not blank
    found = []
    for i, way in enumerate(head):
        at = i + way
        for _ in space:
            if not space[at] or not head[at]:
                break
            at += head[at]
        found.append(place[i] if space[at] else place[at])
    return found


_BEGINS = 3
"""The number of the first token of an entity in spaCy's ENT_IOB."""
