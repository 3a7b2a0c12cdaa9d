"""What a Russian title quotes of somebody: Азамат Кулов: «…»; the whole title of an interview."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.extract.entities import Entities
from onrecord.extract.ru import quotations
from onrecord.model import Document, Person, Span, Statement


def quoted(
    document: Document, entities: Entities, found: Sequence[Statement]
) -> tuple[Span, tuple[Person, Span | None]] | None:
    """Return the words that the title quotes of one person, and who that is, where the text does not repeat them.

    Args:
        document: the page.
        entities: whom it names.
        found: the statements of its text.
    """
    text, title = document.text, document.title_span
    quotes = quotations.quotes(text, title) if title else []
    if title is None or len(quotes) != 1:
        return None
    quote = quotes[0]
    whole = quote.outer.end - quote.outer.start == len(title.of(text).strip())
    answered = next((s for s in found if s.rule in ("led-speech", "turn") and s.cue_span is None), None)
    if whole and answered is not None and isinstance(answered.speaker, Person):  # the title of an interview
        return quote.inner, (answered.speaker, None)
    if text[: quote.outer.start].rstrip()[-1:] != ":":
        return None
    named = [(e, s) for s, e in entities.within(Span(title.start, quote.outer.start)) if isinstance(e, Person)]
    words = set(re.findall(r"\w+", quote.inner.of(text).lower()))
    repeated = any(words <= set(re.findall(r"\w+", " ".join(s.content).lower())) for s in found)
    return (quote.inner, named[0]) if len(named) == 1 and not repeated else None
