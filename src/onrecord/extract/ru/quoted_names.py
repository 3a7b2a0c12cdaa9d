"""Occasions whose noun stands inside the guillemets of their name: провели первый «Степной диалог», прошёл «Форум соседей»."""

from __future__ import annotations

from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import model, vocabulary
from onrecord.model import Span

LONGEST = 12
"""Tokens of a name."""


def extent(reading: Reading, token: Token) -> Span | None:
    """Return the whole name, with its ordinal, where a verb says of a noun inside it that it was held."""
    verb = token.head
    if not token.dep.startswith(("obj", "nsubj")) or model.lemma(verb.text) not in vocabulary.load("gatherings")["held"]:
        return None
    here = [t for t in reading.tokens[max(0, token.i - LONGEST) : token.i + LONGEST] if t.sentence == token.sentence]
    opening = next((t for t in reversed(here) if t.i < token.i and t.text in "«»"), None)
    closing = next((t for t in here if t.i > token.i and t.text in "«»"), None)
    if opening is None or closing is None or opening.text != "«" or closing.text != "»":
        return None
    before = opening.nbor(-1)
    first = opening
    if before is not None and before.sentence == token.sentence:
        if before.tag.startswith(("NOUN", "PROPN")):
            return None  # what it is called stands before its name
        first = before if before.tag.startswith(("ADJ", "NUM")) and before.head in (token, verb) else opening
    return Span(first.start, closing.end)
