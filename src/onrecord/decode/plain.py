"""Plain text → Document; the text itself is never changed."""

from __future__ import annotations

from onrecord.decode import kinds, page_date, paragraphs
from onrecord.decode import language as languages
from onrecord.model import Document, PageFact, Paragraph, PartialDate


def decode(text: str, *, id: str = "page", language: str | None = None, published: PartialDate | None = None) -> Document:
    """Return the text as a document: its paragraphs, their kinds and languages, its title, date and page facts.

    Args:
        text: what a reader of the page sees; spans of the document count its Unicode code points.
        id: a name for the page.
        language: ISO 639-1 code of the page; found from the text where None.
        published: the page's own date where the caller knows it; found from the text where None.
    """
    spans = paragraphs.split(text)
    page_language, each = languages.of_paragraphs([span.of(text) for span in spans], language)
    lines = kinds.classify(text, spans, each, page_language)
    found = tuple(Paragraph(line.span, line.kind, line.language) for line in lines)
    facts: tuple[PageFact, ...] = tuple(fact for line in lines if line.kind != "furniture" for fact in line.facts)
    dated = page_date.find(text, found, facts) if published is None else None
    title = next((line for line in lines if line.kind == "title"), None)
    return Document(
        id,
        text,
        page_language,
        found,
        title=" ".join(title.text.split()) if title else "",
        title_span=title.span if title else None,
        published=dated.date if dated else published,
        published_span=dated.span if dated else None,
        facts=facts,
    )
