"""Plain text → Document; the text itself is never changed."""

from __future__ import annotations

from onrecord.decode import page, paragraphs
from onrecord.model import Document, PartialDate


def decode(text: str, *, id: str = "page", language: str | None = None, published: PartialDate | None = None) -> Document:
    """Return the text as a document: its paragraphs, their kinds and languages, its title, date and page facts.

    Args:
        text: what a reader of the page sees; spans of the document count its Unicode code points.
        id: a name for the page.
        language: ISO 639-1 code of the page; found from the text where None.
        published: the page's own date where the caller knows it; found from the text where None.
    """
    return read(text, page.Given(id, language, published))


def read(text: str, given: page.Given) -> Document:
    """Return the text as a document, with what is known of it."""
    return page.assemble(text, paragraphs.split(text), given)
