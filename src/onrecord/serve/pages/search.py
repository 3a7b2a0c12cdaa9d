"""Search over everything, with filters in the address: names in any script, occasions, statements, pages."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter
from fastapi.responses import Response

from onrecord.languages.manners import manners
from onrecord.model import Span
from onrecord.model.errors import UsageError
from onrecord.model.search import Hit, Order
from onrecord.serve.cursors import Window, window
from onrecord.serve.filters import Cursor, Words, YearsAsked
from onrecord.serve.highlights import highlighted
from onrecord.serve.refusals import refusal
from onrecord.serve.shown import Page
from onrecord.serve.sought import KINDS, Narrowed, Search

router = APIRouter(include_in_schema=False)

FEW, MANY = 5, 30
"""Results of each kind where all kinds are shown, and where one is."""

ORDERS: tuple[Order, ...] = ("relevance", "newest", "oldest")


@router.get("/search")
def search(
    page: Page,
    years: YearsAsked,
    by: Narrowed,
    q: Words = "",
    kind: Literal["", "persons", "organizations", "gatherings", "statements", "sources"] = "",
    order: Literal["relevance", "newest", "oldest"] = "relevance",
    after: Cursor = None,
) -> Response:
    """Search the record."""
    sought = Search(page, q, years, by)
    fault: tuple[str, str] | None = None
    found: dict[str, Window[Any]] = {}
    kinds = [kind] if kind else KINDS
    try:
        if sought.asked:
            found = {one: _found(sought, one, order, after if kind else None, MANY if kind else FEW) for one in kinds}
    except UsageError as error:
        fault = refusal(error, page.language)
    return page.page(
        "search.html",
        q=q,
        asked=sought.asked,
        fault=fault,
        found=found,
        snippet=_snippet,
        in_all=sum(one.total for one in found.values()),
        kind=kind,
        kinds=KINDS,
        order=order,
        orders=ORDERS,
        by=by,
        who=sought.who[0] if len(sought.who) == 1 else "",
        topics=page.books.topics(),
        manners=manners(),
        languages_there=sorted({entry.language for entry in page.catalogue.sources.values()}),
        years=years,
        query={"q": q, "order": "" if order == "relevance" else order, **by.query, **years.query},
    )


def _found(sought: Search, kind: str, order: Order, after: str | None, size: int) -> Window[Any]:
    if kind == "statements":
        hits = sought.statements(order, size, after)
        return Window(hits.hits, hits.total, after, hits.cursor, hits.more_than_counted)
    entries: list[Any]
    if kind == "gatherings":
        entries = list(sought.occasions())
    elif kind == "sources":
        entries = list(sought.sources())
    else:
        entries = list(sought.names(kind.removesuffix("s")))
    return window(entries, after, lambda entry: entry.key, size)


def _snippet(hit: Hit) -> Any:
    """Return what was found, its words marked."""
    return highlighted(hit.snippet.text, Span(0, len(hit.snippet.text)), hit.snippet.marks)
