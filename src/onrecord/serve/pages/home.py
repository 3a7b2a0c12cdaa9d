"""The first page: what is in the record, what came last, what is open, how the months are covered."""

from __future__ import annotations

from collections import Counter
from heapq import nlargest
from itertools import islice
from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response

from onrecord.record.catalogue import Catalogue
from onrecord.serve.dates import month_names
from onrecord.serve.review.asked import listed
from onrecord.serve.shown import Page

router = APIRouter(include_in_schema=False)

NEWEST, OPEN = 6, 4


@router.get("/")
def home(page: Page) -> Response:
    """Show the first page."""
    catalogue = page.catalogue
    newest = list(islice(catalogue.statements, 3))
    front = page.books.once("front page", lambda: _front(catalogue))
    return page.page(
        "home.html",
        **front,
        said=[catalogue.statements[key] for key in newest],
        quotations=page.words.statements(newest),
        conflicts=page.books.conflicts(),
        shown_conflicts=OPEN,
        questions=page.books.questions(),
        questions_shown=listed(page, page.books.questions()[:OPEN]),
        months=month_names(page.language),
        coverage=page.books.once("coverage", lambda: coverage(catalogue)),
    )


def _front(catalogue: Catalogue) -> dict[str, Any]:
    """Return what takes a look at every entry, and is the same until the record changes."""
    held = (entry for entry in catalogue.occasions.values() if entry.main)
    return {
        "held": list(islice(held, NEWEST)) or list(islice(catalogue.occasions.values(), NEWEST)),
        "added": nlargest(NEWEST, catalogue.sources.values(), key=lambda entry: (entry.captured, entry.key)),
        "span": _span(catalogue),
        "persons_in_all": sum(entry.kind == "person" for entry in catalogue.names.values()),
    }


def _span(catalogue: Catalogue) -> tuple[int, int] | None:
    years = [entry.start.year for entry in catalogue.occasions.values() if entry.start and entry.start.year]
    return (min(years), max(years)) if years else None


def coverage(catalogue: Catalogue) -> list[tuple[int, list[int]]]:
    """Return how many pages were published in each month, year by year, the newest year first."""
    months = Counter(
        (entry.published.year, entry.published.month)
        for entry in catalogue.sources.values()
        if entry.published and entry.published.year and entry.published.month
    )
    if not months:
        return []
    last, first = max(year for year, _ in months), min(year for year, _ in months)
    return [(int(year), [months[year, month] for month in range(1, 13)]) for year in range(int(last), int(first) - 1, -1)]
