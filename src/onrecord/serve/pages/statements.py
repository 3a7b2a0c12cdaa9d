"""Statements: the list with its filters, and the page of one statement."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response
from markupsafe import Markup

from onrecord.model import Document, Span
from onrecord.model.recorded import Evidence
from onrecord.record.catalogue import Quotation, StatementEntry
from onrecord.serve.cursors import window
from onrecord.serve.filters import Cursor, YearsAsked
from onrecord.serve.highlights import highlighted
from onrecord.serve.shown import Page, Shown
from onrecord.serve.speakers import columns_of, countries_of_speakers

router = APIRouter(include_in_schema=False)

KINDRED = 0.6
"""Share of equal words from which two statements of one speaker are shown as wordings of one."""

COMPARED = 60
"""Statements of one speaker at one occasion, or on one day, that are compared with each other."""


@router.get("/statements")
def statements(
    page: Page,
    years: YearsAsked,
    topic: Annotated[str, Query(max_length=40)] = "",
    country: Annotated[str, Query(max_length=4)] = "",
    speaker: Annotated[str, Query(max_length=24)] = "",
    direct: bool = False,
    after: Cursor = None,
) -> Response:
    """List the statements, the newest first."""
    catalogue = page.catalogue
    speaker = catalogue.key_of(speaker)
    countries = countries_of_speakers(page)

    keys: tuple[str, ...] = catalogue.said_by.get(speaker, ()) if speaker else catalogue.statement_keys
    if topic or direct or country or years.asked:
        keys = columns_of(page).fitting(years, topic=topic, speaker=speaker, country=country, direct=direct)
    shown = window(keys, after, str, 25)
    entries = [catalogue.statements[key] for key in shown.entries]
    return page.page(
        "statements.html",
        found=shown,
        entries=entries,
        quotations=page.words.statements(shown.entries),
        topic=topic,
        country=country,
        speaker=speaker,
        direct=direct,
        years=years,
        topics=page.books.topics(),
        countries=sorted(set(countries.values())),
        query={"topic": topic, "country": country, "speaker": speaker, "direct": "true" if direct else "", **years.query},
    )


@router.get("/statements/{key}")
def statement(key: str, page: Page) -> Response:
    """Show one statement."""
    entry = page.catalogue.statements.get(page.catalogue.key_of(key))
    if entry is None:
        raise page.missing()
    quotation = page.words.statements([entry.key])[entry.key]
    first = quotation.evidence[0]
    others = _beside(page, entry)
    words = page.words.statements([other.key for other in others])
    kindred = [other for other in others if _alike(quotation, words[other.key]) >= KINDRED]
    return page.page(
        "statement.html",
        entry=entry,
        quotation=quotation,
        paragraph=_paragraph(page.books.view.document(first.source.key), first),
        wordings=_wordings(quotation),
        kindred=[(other, words[other.key]) for other in kindred],
        beside=[(other, words[other.key]) for other in others if other not in kindred][:8],
    )


def _beside(page: Shown, entry: StatementEntry) -> list[StatementEntry]:
    """Return what the same speaker said at the same occasion, or on the same day where none is known."""
    if not entry.speaker:
        return []
    said = (page.catalogue.statements[key] for key in page.catalogue.said_by[entry.speaker])
    same = (
        one
        for one in said
        if one.key != entry.key and ((one.gathering == entry.gathering) if entry.gathering else (one.date == entry.date))
    )
    return [one for one, _ in zip(same, range(COMPARED), strict=False)]


def _alike(a: Quotation, b: Quotation) -> float:
    mine, theirs = (" ".join(one.content).casefold().split() for one in (a, b))
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio()


def _wordings(quotation: Quotation) -> list[tuple[str, list[Evidence]]]:
    """Return the wordings that pages give the statement, each with the pages that have it, as many as there are."""
    found: dict[str, list[Evidence]] = {}
    for evidence in quotation.evidence:
        found.setdefault(" ".join(evidence.wording.split()), []).append(evidence)
    return list(found.items())


def _paragraph(document: Document, evidence: Evidence) -> Markup:
    """Return the paragraphs around a statement, its words marked."""
    first, last = evidence.spans[0].start, max(span.end for span in evidence.spans)
    around: Sequence[Span] = [p.span for p in document.paragraphs if p.span.start < last and first < p.span.end]
    start = min((span.start for span in around), default=evidence.sentence_span.start)
    end = max((span.end for span in around), default=evidence.sentence_span.end)
    return highlighted(document.text, Span(start, end), evidence.spans, 2000)
