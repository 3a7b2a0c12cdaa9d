"""Who "I" is in a page that its author signs: "I visited the site … Anna Berg, Ambassador of Norland"."""

from __future__ import annotations

from onrecord.extract.entities import Entities
from onrecord.model import Document, Person

LINES = 6
"""Paragraphs from the end among which a page is signed, a caption or a list of other news behind it."""

LINE = 120
"""Code points: a longer paragraph is prose and no signature."""


def author(document: Document, entities: Entities) -> Person | None:
    """Return the person whose name opens a short line behind the text or who alone is named in the headline, or None."""
    text = document.text
    for paragraph in reversed(list(document.readable())):
        line = paragraph.span
        words = line.of(text).strip()
        if not words or len(words) > LINE or words.endswith((".", "!", "?")) or paragraph.kind in ("title", "caption"):
            continue
        start = line.start + line.of(text).index(words[0])
        signed = [
            e for s, e in entities.within(line) if s.start == start and isinstance(e, Person) and text[s.end : s.end + 1] == ","
        ]
        if signed:
            return signed[0]
    title = document.title_span
    named = {e.id: e for _, e in entities.within(title) if isinstance(e, Person)} if title is not None else {}
    return next(iter(named.values())) if len(named) == 1 else None
