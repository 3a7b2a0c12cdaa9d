"""One thing by its key, whole, with its evidence; the contradictions; and the comparison of two names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from onrecord.match.names import compare_names
from onrecord.model import Document
from onrecord.model.errors import UsageError
from onrecord.model.recorded import (
    Attendance,
    ClaimRecord,
    Evidence,
    GatheringRecord,
    OrganizationRecord,
    PersonRecord,
    PositionRecord,
    StatementRecord,
)
from onrecord.record.catalogue import marked_page
from onrecord.record.portions import statements_of
from onrecord.review.conflicts import Case, Conflict, find_conflicts
from onrecord.serve.api.listings import Cut, Cutting
from onrecord.serve.api.portions import Long, cut_list, portion, whole
from onrecord.serve.api.schemas import FAULTS, Comparison, begun, listing_with_sources, single
from onrecord.serve.shown import Page
from onrecord.tell.plain import answer, plain

router = APIRouter(tags=["nouns"])

Key = Annotated[str, Path(max_length=64)]
Limit = Annotated[int, Query(ge=1, le=200)]


@router.get("/persons/{key}", responses=begun("person", PersonRecord))
def person(key: Key, page: Page, limit: Limit = 10) -> Any:
    """Return a person: spellings, offices as stated, gatherings with roles, statements, mentions; of each list the beginning.

    `total` tells how long each list is; `next` is the cursor with which it goes on at `/persons/KEY/LIST?after=`.
    """
    return whole(page, page.name_entry(key, "person"), limit)


@router.get("/persons/{key}/positions", responses=listing_with_sources("positions", PositionRecord))
def positions(key: Key, page: Page, cut: Cut) -> Any:
    """List the offices of a person as each page states them, oldest first."""
    return portion(page, page.name_entry(key, "person"), "positions", cut.after, cut.limit)


@router.get("/persons/{key}/statements", responses=listing_with_sources("statements", StatementRecord))
def said_by(key: Key, page: Page, cut: Cut) -> Any:
    """List what a person said, oldest first, with evidence."""
    return portion(page, page.name_entry(key, "person"), "statements", cut.after, cut.limit)


@router.get("/persons/{key}/gatherings", responses=listing_with_sources("gatherings", Attendance))
def attended(key: Key, page: Page, cut: Cut) -> Any:
    """List the occasions at which a person had a role, oldest first."""
    return portion(page, page.name_entry(key, "person"), "gatherings", cut.after, cut.limit)


@router.get("/persons/{key}/mentions", responses=listing_with_sources("mentions", Evidence))
def mentions(key: Key, page: Page, cut: Cut) -> Any:
    """List the first mention of a person in each page, the newest page first; the cursor is the key of a page."""
    return portion(page, page.name_entry(key, "person"), "mentions", cut.after, cut.limit)


@router.get("/organizations/{key}", responses=begun("organization", OrganizationRecord))
def organization(key: Key, page: Page, limit: Limit = 10) -> Any:
    """Return an organization: spellings, offices held in it, gatherings, statements, mentions; of each list the beginning.

    `total` tells how long each list is; `next` is the cursor with which it goes on at `/organizations/KEY/LIST?after=`.
    """
    return whole(page, page.name_entry(key, "organization"), limit)


@router.get("/organizations/{key}/people", responses=listing_with_sources("people", PositionRecord))
def people(key: Key, page: Page, cut: Cut) -> Any:
    """List the offices held in an organization as each page states them, oldest first."""
    return portion(page, page.name_entry(key, "organization"), "people", cut.after, cut.limit)


@router.get("/organizations/{key}/statements", responses=listing_with_sources("statements", StatementRecord))
def said_by_body(key: Key, page: Page, cut: Cut) -> Any:
    """List what an organization said, oldest first, with evidence."""
    return portion(page, page.name_entry(key, "organization"), "statements", cut.after, cut.limit)


@router.get("/organizations/{key}/gatherings", responses=listing_with_sources("gatherings", Attendance))
def attended_by_body(key: Key, page: Page, cut: Cut) -> Any:
    """List the occasions at which an organization had a role, oldest first."""
    return portion(page, page.name_entry(key, "organization"), "gatherings", cut.after, cut.limit)


@router.get("/organizations/{key}/mentions", responses=listing_with_sources("mentions", Evidence))
def mentions_of_body(key: Key, page: Page, cut: Cut) -> Any:
    """List the first mention of an organization in each page, the newest page first; the cursor is the key of a page."""
    return portion(page, page.name_entry(key, "organization"), "mentions", cut.after, cut.limit)


@router.get("/gatherings/{key}", responses=single("gathering", GatheringRecord))
def gathering(key: Key, page: Page) -> Any:
    """Return an occasion: as resolved, and as each report states it."""
    return answer(gathering=page.books.view.gathering(page.occasion_entry(key).key))


@router.get("/gatherings/{key}/statements", responses=listing_with_sources("statements", StatementRecord))
def said_at(key: Key, page: Page, cut: Cut) -> Any:
    """List what was said at an occasion, with evidence."""
    said = page.catalogue.said_at.get(page.occasion_entry(key).key, ())
    return cut_list("statements", Long(said, lambda keys: statements_of(page.books.store, keys)), cut.after, cut.limit)


@router.get("/gatherings/{key}/conflicts", responses=listing_with_sources("conflicts", Conflict))
def disputed(key: Key, page: Page, cut: Cut) -> Any:
    """List where the reports of an occasion contradict each other, the most severe first."""
    record = page.books.view.gathering(page.occasion_entry(key).key)
    return _conflicts(find_conflicts(Case.of(page.books.view, (record,))), cut)


@router.get("/conflicts", responses=listing_with_sources("conflicts", Conflict))
def conflicts(page: Page, cut: Cut) -> Any:
    """List the contradictions between sources, the most severe first, each with both sides' evidence."""
    return _conflicts(page.books.conflicts(), cut)


def _conflicts(found: Sequence[Conflict], cut: Cutting) -> Any:
    by_key = {conflict.key: conflict for conflict in found}
    return cut_list("conflicts", Long(tuple(by_key), lambda keys: [by_key[key] for key in keys]), cut.after, cut.limit)


@router.get("/claims/{key}", responses=listing_with_sources("claims", ClaimRecord))
def claims(key: Key, page: Page, cut: Cut) -> Any:
    """List the claims behind a fact, a mention or a whole record: what each page says of it, by which rule.

    The cursor is the number of a claim in the list.
    """
    try:
        found = page.books.view.claims(page.catalogue.key_of(key))
    except UsageError:
        raise page.missing() from None
    numbers = tuple(map(str, range(1, len(found) + 1)))
    return cut_list("claims", Long(numbers, lambda some: [found[int(one) - 1] for one in some]), cut.after, cut.limit)


@router.get("/sources/{key}", responses=single("document", Document))
def source(key: Key, page: Page) -> Any:
    """Return a page as text, with its paragraphs: spans of evidence count its Unicode code points."""
    try:
        marked = marked_page(page.books.store, key)
    except UsageError:
        raise page.missing() from None
    return {"document": plain(marked.document, {}), "sources": answer(source=marked.source)["sources"]}


@router.get("/names/compare", responses={200: {"model": Comparison}, 422: FAULTS[422]})
def compare(a: Annotated[str, Query(max_length=200)], b: Annotated[str, Query(max_length=200)]) -> Any:
    """Tell whether two spellings, also in two scripts, can be one name, and why."""
    found = compare_names(a, b)
    return Comparison(same=found.same, score=found.score, reasons=list(found.reasons))
