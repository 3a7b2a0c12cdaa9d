"""Search over everything, with filters in the address: names in any script, occasions, statements, pages."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from onrecord.record.catalogue import NameEntry, OccasionEntry, SourceEntry, StatementEntry
from onrecord.serve.cursors import Window, window
from onrecord.serve.filters import Cursor, Words, Years
from onrecord.serve.shown import Page, Shown
from onrecord.serve.words_sought import Sought

router = APIRouter(include_in_schema=False)

KINDS = ("persons", "organizations", "gatherings", "statements", "sources")
FEW, MANY = 5, 30
"""Results of each kind where all kinds are shown, and where one is."""


@router.get("/search")
def search(
    page: Page,
    years: Annotated[Years, Depends(Years)],
    q: Words = "",
    kind: Annotated[str, Query(max_length=20)] = "",
    who: Annotated[str, Query(max_length=24)] = "",
    topic: Annotated[str, Query(max_length=40)] = "",
    language: Annotated[str, Query(max_length=3)] = "",
    after: Cursor = None,
) -> Response:
    """Search the record."""
    sought = Sought(page, q, years, page.catalogue.key_of(who), topic, language)
    asked = bool(q.strip() or who or topic or years.asked or language)
    chosen = [kind] if kind in KINDS else list(KINDS)
    size = MANY if kind in KINDS else FEW
    found = {name: sought.found(name) if asked else [] for name in chosen}
    shown = {name: window(entries, after if kind else None, lambda entry: entry.key, size) for name, entries in found.items()}
    return page.page(
        "search.html",
        q=q,
        asked=asked,
        found=shown,
        quotations=_words(page, shown.get("statements")),
        in_all=sum(one.total for one in shown.values()),
        kind=kind,
        kinds=KINDS,
        who=sought.who,
        topic=topic,
        topics=page.books.topics(),
        language_asked=language,
        languages_there=sorted({entry.language for entry in page.catalogue.sources.values()}),
        years=years,
        query={"q": q, "who": who, "topic": topic, "language": language, **years.query},
    )


def _words(page: Shown, found: Window[NameEntry | OccasionEntry | StatementEntry | SourceEntry] | None):  # type: ignore[no-untyped-def]
    return page.words.statements([entry.key for entry in found.entries]) if found else {}
