"""Sources: the list, and the preserved page as text with every fact highlighted and linked."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from onrecord.model import Paragraph, Span
from onrecord.model.errors import UsageError
from onrecord.record.catalogue import Fact, MarkedPage, marked_page
from onrecord.serve.cursors import window
from onrecord.serve.filters import Cursor, Words, Years
from onrecord.serve.highlights import Piece, pieces
from onrecord.serve.links import marked_spans
from onrecord.serve.safe_text import web_address
from onrecord.serve.shown import Page
from onrecord.serve.sought import Narrowing, Search

router = APIRouter(include_in_schema=False)

PART = 60_000
"""Code points of a text on one page; a longer one is shown in parts, cut between paragraphs."""

NOTED = ("statement", "gathering", "position", "milestone")
"""Facts that are listed beside the paragraph in which they begin; persons and bodies are links in the text."""


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """A paragraph as it is shown: its pieces, and the facts that begin in it."""

    kind: str
    language: str
    pieces: tuple[Piece, ...]
    facts: tuple[Fact, ...]


@router.get("/sources")
def sources(page: Page, q: Words = "", language: Annotated[str, Query(max_length=3)] = "", after: Cursor = None) -> Response:
    """List the pages, the newest first."""
    found = Search(page, q, Years(), Narrowing(language=language)).sources()
    return page.page(
        "sources.html",
        found=window(found, after, lambda entry: entry.key),
        q=q,
        chosen=language,
        unread=page.books.view.unread()[:50] if page.catalogue.unread else (),
        languages_there=sorted({entry.language for entry in page.catalogue.sources.values()}),
        query={"q": q, "language": language},
    )


@router.get("/sources/{key}")
def source(
    key: str,
    page: Page,
    mark: Annotated[str, Query(max_length=2000)] = "",
    part: Annotated[int | None, Query(ge=1, le=100_000)] = None,
) -> Response:
    """Show one page as text."""
    try:
        marked = marked_page(page.books.store, key)
    except UsageError:
        raise page.missing() from None
    sought = marked_spans(mark)
    parts = parts_of(marked.document.paragraphs, len(marked.document.text))
    number = part or next((n for n, run in enumerate(parts, 1) if sought and run[-1].span.end > sought[0].start), 1)
    number = min(number, len(parts))
    return page.page(
        "source.html",
        marked=marked,
        runs=_runs(_paragraphs(marked, parts[number - 1], sought)),
        first_mark=sought[0].start if sought else -1,
        address=web_address(marked.source.url),
        other_addresses=[url for url in marked.source.other_urls if web_address(url)],
        facts_of_page=[fact for fact in marked.document.facts if fact.label and fact.value],
        part=number,
        parts=len(parts),
    )


def parts_of(paragraphs: tuple[Paragraph, ...], length: int) -> list[list[Paragraph]]:
    """Cut a page into runs of paragraphs of about `PART` code points; a giant paragraph is cut, too."""
    runs: list[list[Paragraph]] = [[]]
    size = 0
    for paragraph in paragraphs or (Paragraph(Span(0, length)),):
        start, end = paragraph.span
        for at in range(start, max(end, start + 1), PART):
            piece = Paragraph(Span(at, min(at + PART, end)), paragraph.kind, paragraph.language)
            if size and size + piece.span.end - at > PART:
                runs.append([])
                size = 0
            runs[-1].append(piece)
            size += piece.span.end - at
    return runs


@dataclass(frozen=True, slots=True)
class Run:
    """Paragraphs one after another that are all furniture of the site, or all the page's own."""

    furniture: bool
    paragraphs: tuple[ShownParagraph, ...]


def _runs(paragraphs: list[ShownParagraph]) -> list[Run]:
    """Part the page's own paragraphs from its furniture, which is folded away unless the reader came for something in it."""

    def folded(paragraph: ShownParagraph) -> bool:
        return paragraph.kind == "furniture" and not any(piece.sought for piece in paragraph.pieces)

    return [Run(is_furniture, tuple(run)) for is_furniture, run in groupby(paragraphs, folded)]


def _paragraphs(marked: MarkedPage, run: list[Paragraph], sought: list[Span]) -> list[ShownParagraph]:
    text = marked.document.text
    whole = Span(run[0].span.start, run[-1].span.end)
    near = [fact for fact in marked.facts if any(span.overlaps(whole) for span in fact.spans)]
    shown = []
    for paragraph in run:
        inside = [fact for fact in near if any(span.overlaps(paragraph.span) for span in fact.spans)]
        beside = [f for f in inside if f.kind in NOTED and paragraph.span.start <= f.spans[0].start < paragraph.span.end]
        cut = tuple(pieces(text, paragraph.span, inside, sought))
        shown.append(ShownParagraph(paragraph.kind, paragraph.language, cut, tuple(beside)))
    return shown
