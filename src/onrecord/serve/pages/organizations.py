"""Organizations: the list, and the page of one body."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import Response

from onrecord.record.catalogue import offices
from onrecord.serve.filters import Cursor, Words
from onrecord.serve.pages.persons import about, by_wording, listing
from onrecord.serve.shown import Page

router = APIRouter(include_in_schema=False)

PEOPLE = 40
"""People whom the page of a body shows; it tells how many there are."""


@router.get("/organizations")
def organizations(page: Page, q: Words = "", after: Cursor = None) -> Response:
    """List the bodies, those of most pages first."""
    return listing(page, "organization", q, after)


@router.get("/organizations/{key}")
def organization(key: str, page: Page, topic: Annotated[str, Query(max_length=40)] = "") -> Response:
    """Show one body."""
    entry = page.name_entry(key, "organization")
    people: dict[str, list[Any]] = {}
    for held in offices(page.books.store, organizations=[entry.key]):
        people.setdefault(held.positions[0].person_key, []).append(held)
    shown = sorted(people.items(), key=lambda pair: (-sum(one.pages for one in pair[1]), page.name(pair[0]).text))
    return page.page(
        "organization.html",
        people=[(person, by_wording(tuple(held), page.language)) for person, held in shown[:PEOPLE]],
        people_in_all=len(shown),
        **about(page, entry, topic),
    )
