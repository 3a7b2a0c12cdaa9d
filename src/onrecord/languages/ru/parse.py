"""One grammatical reading of a Russian document: Universal Dependencies, with case and number behind the part of speech.

The tag of a token is its part of speech and what its endings say: `NOUN Gen Sing`, `VERB Fin Past`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from onrecord.languages.reading import Reading, Row
from onrecord.languages.ru import datelines, model, name_marks
from onrecord.languages.ru.forms import has_kazakh_letter, in_russian_letters
from onrecord.model import Document, Paragraph, Span

LANGUAGES = ("ru", "kk", "und")
"""Paragraphs in Kazakh are read with the Russian rules as far as these hold: names, dates, numbers."""

_FEATURES = ("VerbForm", "Tense", "Case", "Number", "Gender", "Person")


def read(document: Document) -> Reading:
    """Parse the readable Russian paragraphs of a document.

    Raises:
        LanguageError: where the Russian models are not installed.
    """
    paragraphs = tuple(p for p in document.readable() if p.language in LANGUAGES or _in_cyrillic(p.span.of(document.text)))
    paragraphs = tuple(p for p in paragraphs if p.span.of(document.text).strip())  # the models fail where there is no word
    sentences: list[tuple[int, list[Row]]] = []
    first = 0
    marks = name_marks.found(document.text)
    hyphens = " -- " in document.text  # some agencies write a dash so
    for number, rows in _parsed(document.text, paragraphs):
        told = [row._replace(text=marks[row.start]) if row.start in marks else row for row in rows] if marks else rows
        told = [row._replace(text="–") if row.text == "--" else row for row in told] if hyphens else told
        sentences.append((number, [row._replace(head=first + row.head) for row in told]))
        first += len(rows)
    return Reading(document.text, paragraphs, sentences)


def _in_cyrillic(words: str) -> bool:
    """Tell whether most letters are Cyrillic: lists of foreign names are taken for other languages in these letters."""
    letters = [c for c in words if c.isalpha()]
    return 2 * sum("а" <= c.lower() <= "ё" for c in letters) > len(letters)


class _Cut(NamedTuple):
    """A sentence of paragraph number `paragraph`, `start` being its place in the document, and its words."""

    paragraph: int
    start: int
    tokens: list[Any]


def _parsed(text: str, paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[int, list[Row]]]:
    """Parse all paragraphs together, since the models are quicker on many; heads count from the sentence's first word."""
    models = model.load()
    words = [paragraph.span.of(text) for paragraph in paragraphs]
    cut = [
        _Cut(number, paragraph.span.start + span.start, tokens)
        for number, paragraph in enumerate(paragraphs)
        for span in _spans(words[number], paragraph)
        if (tokens := _tokens(span.of(words[number])))
    ]
    known = [_as_the_models_know(words[number], paragraph) for number, paragraph in enumerate(paragraphs)]
    named = [
        [(span.start + paragraph.span.start, span.stop + paragraph.span.start, span.type) for span in markup.spans]
        for paragraph, markup in zip(paragraphs, _in_batches(models.ner, known), strict=True)
    ]
    surfaces = [[token.text for token in one.tokens] for one in cut]
    forms, trees = _in_batches(models.morph, surfaces), _in_batches(models.syntax, surfaces)
    for one, morph, tree in zip(cut, forms, trees, strict=True):
        yield one.paragraph, _rows(one, named[one.paragraph], morph.tokens, tree.tokens)


def _as_the_models_know(words: str, paragraph: Paragraph) -> str:
    """Return a Russian paragraph without Kazakh letters, which the models never saw: Айнаш Құрманбай is a body to them."""
    return in_russian_letters(words) if paragraph.language != "kk" and has_kazakh_letter(words) else words


def _spans(words: str, paragraph: Paragraph) -> list[Span]:
    """Return the sentences of a paragraph, its dateline as one: else «АСТАНА» becomes the subject of the first sentence."""
    line = datelines.find(words) if paragraph.kind == "body" else None
    if line is None or line.end == len(words):
        return sentence_spans(words)
    return [_trimmed(words, 0, line.end), *(span.shifted(line.end) for span in sentence_spans(words[line.end :]))]


_APOSTROPHES = "’'ʼ‘"


def _tokens(words: str) -> list[Any]:
    """Return the words and marks, an apostrophe inside a name joined to it (О’Рейли)."""
    from razdel import tokenize
    from razdel.substring import Substring

    found: list[Any] = []
    for token in tokenize(words):
        inside = len(found) > 1 and found[-1].text in _APOSTROPHES and token.text[:1].isupper()
        if inside and found[-2].stop == found[-1].start and found[-1].stop == token.start and len(found[-2].text) <= 2:
            found[-2:] = [Substring(found[-2].start, token.stop, words[found[-2].start : token.stop])]
        else:
            found.append(token)
    return found


def _in_batches(part: Any, items: list[Any]) -> list[Any]:
    """Return what a model says of each item; items of like length go together, since a batch is as wide as its longest."""
    order = sorted(range(len(items)), key=lambda k: len(items[k]))
    found = dict(zip(order, part.map([items[k] for k in order]), strict=True))
    return [found[k] for k in range(len(items))]


def _rows(cut: _Cut, named: list[tuple[int, int, str]], morph: list[Any], tree: list[Any]) -> list[Row]:
    rows = []
    heads = acyclic([int(node.head_id) - 1 for node in tree])
    for head, token, form, node in zip(heads, cut.tokens, morph, tree, strict=True):
        start, end = cut.start + token.start, cut.start + token.stop
        entity = next((entity for entity in named if entity[0] <= start < entity[1]), None)
        if token.text == "|":
            entity = None  # the mark between the cells of a table is part of no name
        features = " ".join(form.feats[name] for name in _FEATURES if name in form.feats)
        tag = f"{form.pos} {features}".strip()
        rows.append(
            Row(token.text, start, end, tag, node.rel, head, entity[2] if entity else "", bool(entity and entity[0] == start))
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
    r"(?:\b[А-ЯЁӘҒҚҢӨҰҮҺІA-Z]|\b[ДЖ]ж|\b(?:г|гг|в|вв|т|д|е|п|к|н|э|тыс|млн|млрд|руб|им|ул|стр|см|рис|др|пр|проф|акад|доц|ген|тел|обл|р|с|о|м))\.$"
)


_NAMED = re.compile(r"[А-ЯЁ][а-яё]{1,3} [А-ЯЁ][а-яё]{1,4} [А-ЯЁ]\.?$")
"""A Korean name whose last syllable is one letter (Хон Сан У): no initial, since two words of a name stand before it."""


def sentence_spans(text: str) -> list[Span]:
    """Return the sentences of a paragraph: cut behind a final mark before a capital, not behind an initial or abbreviation."""
    found = []
    start = 0
    depth = 0
    at = 0
    paired = text.count('"') % 2 == 0 and '"' in text
    for match in _END.finditer(text):
        depth += text.count("«", at, match.start()) - text.count("»", at, match.end())
        at = match.end()
        before = text[max(start, match.start() - 8) : match.start()]
        if (_ABBREVIATED.search(before) and not _NAMED.search(text[start : match.start()])) or depth > 0:
            continue
        if paired and text.count('"', 0, match.end()) % 2:  # "…. …", - сказал X: one turn of speech
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
