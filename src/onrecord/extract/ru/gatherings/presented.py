"""A book or film that is presented to guests, told by a verb: В библиотеке презентовали книгу «Степь без взрывов»."""

from __future__ import annotations

from onrecord.extract.ru.gatherings.complements import complement
from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import model, vocabulary
from onrecord.model import Span

LONGEST_TITLE = 20
"""Words of a title in guillemets at most."""


def name(reading: Reading, verb: Token) -> Span | None:
    """Return the words for a presentation that a verb tells, with the title of what is presented."""
    if model.lemma(verb.text) not in vocabulary.words("gatherings", "presenting"):
        return None
    shown = verb.child("obj", "nsubj:pass", "nsubj")
    if shown is None or model.lemma(shown.text) not in vocabulary.words("gatherings", "presented"):
        return None
    first, last = min(verb, shown, key=lambda t: t.i), max(verb, shown, key=lambda t: t.i)
    opening = shown.nbor()
    if opening is not None and opening.text == "«":
        inside = reading.tokens[opening.i : opening.i + LONGEST_TITLE]
        last = max(last, next((t for t in inside if t.text == "»"), last), key=lambda t: t.i)
    elif last is shown:
        last = complement(shown)
    return Span(first.start, last.end)
