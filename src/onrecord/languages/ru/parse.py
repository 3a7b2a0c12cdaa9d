"""One grammatical reading of a Russian document: Universal Dependencies, with case and number behind the part of speech.

The tag of a token is its part of speech and what its endings say: `NOUN Gen Sing`, `VERB Fin Past`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from onrecord.languages.reading import Reading, Row
from onrecord.languages.ru import model
from onrecord.model import Document, Paragraph, Span

LANGUAGES = ("ru", "kk", "und")
"""Paragraphs in Kazakh are read with the Russian rules as far as these hold: names, dates, numbers."""

_FEATURES = ("VerbForm", "Tense", "Case", "Number", "Gender", "Person")


def read(document: Document) -> Reading:
    """Parse the readable Russian paragraphs of a document.

    Raises:
        LanguageError: where the Russian models are not installed.
    """
    paragraphs = tuple(p for p in document.readable() if p.language in LANGUAGES)
    sentences: list[tuple[int, list[Row]]] = []
    first = 0
    for number, paragraph in enumerate(paragraphs):
        for rows in _paragraph(document.text, paragraph, first):
            sentences.append((number, rows))
            first += len(rows)
    return Reading(document.text, paragraphs, sentences)


def _paragraph(text: str, paragraph: Paragraph, first: int) -> Iterator[list[Row]]:
    from razdel import tokenize

    models = model.load()
    words = paragraph.span.of(text)
    if not words.strip():
        return  # the model for names fails where there is no word
    named = [(span.start, span.stop, span.type) for span in models.ner(words).spans]
    cut = [(span, list(tokenize(span.of(words)))) for span in sentence_spans(words)]
    cut = [(span, tokens) for span, tokens in cut if tokens]
    surfaces = [[token.text for token in tokens] for _, tokens in cut]
    for (span, tokens), morph, tree in zip(cut, models.morph.map(surfaces), models.syntax.map(surfaces), strict=True):
        yield _rows(tokens, span.start, paragraph.span.start, first, named, morph.tokens, tree.tokens)
        first += len(tokens)


def _rows(
    tokens: list[Any], inner: int, outer: int, first: int, named: list[tuple[int, int, str]], morph: list[Any], tree: list[Any]
) -> list[Row]:
    rows = []
    heads = acyclic([int(node.head_id) - 1 for node in tree])
    for k, (token, form, node) in enumerate(zip(tokens, morph, tree, strict=True)):
        start = inner + token.start
        entity = next((entity for entity in named if entity[0] <= start < entity[1]), None)
        features = " ".join(form.feats[name] for name in _FEATURES if name in form.feats)
        rows.append(
            Row(
                token.text,
                outer + start,
                f"{form.pos} {features}".strip(),
                node.rel,
                first + heads[k],
                entity[2] if entity else "",
                bool(entity and entity[0] == start),
            )
        )
    return rows


def acyclic(heads: list[int]) -> list[int]:
    """Return the heads of a sentence as a forest: the model may tie words in a ring, which is cut at its last word.

    Args:
        heads: for each word the index of its governor; an index outside the sentence means a root.

    Returns:
        For each word the index of its governor, its own for a root.
    """
    fixed = [head if 0 <= head < len(heads) else k for k, head in enumerate(heads)]
    for start in range(len(fixed)):
        seen = {start}
        at = start
        while fixed[at] != at:
            if fixed[at] in seen:
                fixed[at] = at
                break
            at = fixed[at]
            seen.add(at)
    return fixed


_END = re.compile(r"(?<=[.!?…])[»”\")]*(?=\s+[«“\"(–—-]*\s?[А-ЯЁӘҒҚҢӨҰҮҺІA-Z0-9])")
_ABBREVIATED = re.compile(
    r"(?:\b[А-ЯЁӘҒҚҢӨҰҮҺІA-Z]|\b(?:г|гг|в|вв|т|д|е|п|к|н|э|тыс|млн|млрд|руб|им|ул|стр|см|рис|др|пр|проф|акад|доц|ген|тел|обл|р|с|о|м))\.$"
)


def sentence_spans(text: str) -> list[Span]:
    """Return the sentences of a paragraph: cut behind a final mark before a capital, not behind an initial or abbreviation."""
    found = []
    start = 0
    depth = 0
    at = 0
    for match in _END.finditer(text):
        depth += text.count("«", at, match.start()) - text.count("»", at, match.end())
        at = match.end()
        before = text[max(start, match.start() - 8) : match.start()]
        if _ABBREVIATED.search(before) or depth > 0:
            continue
        found.append(_trimmed(text, start, match.end()))
        start = match.end()
    found.append(_trimmed(text, start, len(text)))
    return [span for span in found if span.end > span.start]


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
