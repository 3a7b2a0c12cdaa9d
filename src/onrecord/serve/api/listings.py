"""Lists: summaries of what is in the record, filtered, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query

from onrecord.model.facts import GatheringType, MilestoneKind
from onrecord.model.recorded import Counts
from onrecord.record.catalogue import MilestoneEntry, NameEntry, OccasionEntry, SourceEntry, StatementEntry
from onrecord.serve.api.schemas import listing, model_of
from onrecord.serve.cursors import window
from onrecord.serve.filters import Cursor, Words, YearsAsked
from onrecord.serve.shown import Page
from onrecord.serve.sought import Narrowed, Narrowing, Search, named
from onrecord.tell.plain import plain

router = APIRouter(tags=["lists"])


class Cutting:
    """Which page of a list is asked for.

    Args:
        after: the cursor of the page before; none for the first one.
        limit: entries on the page.
    """

    def __init__(self, after: str | None, limit: int) -> None:
        self.after = after
        self.limit = limit


async def cutting(after: Cursor = None, limit: Annotated[int, Query(ge=1, le=200)] = 50) -> Cutting:
    """Return which page of a list the address names (a dependency of routes)."""
    return Cutting(after, limit)


Cut = Annotated[Cutting, Depends(cutting)]
Key = Annotated[str, Query(max_length=64)]


def _page(name: str, entries: Sequence[Any], cut: Cutting) -> Any:
    found = window(entries, cut.after, lambda entry: entry.key, cut.limit)
    return {name: plain(found.entries, {}), "total": found.total, "next": found.following}


@router.get("/counts", responses={200: {"model": model_of(Counts)}})
def counts(page: Page) -> Any:
    """Tell how much the record holds."""
    return plain(page.books.view.counts(), {})


@router.get("/persons", responses=listing("persons", NameEntry))
def persons(page: Page, cut: Cut, q: Words = "") -> Any:
    """List persons, those of most pages first; with `q`, those whose name holds the words or sounds like them in any script."""
    return _page("persons", _names(page, "persons", q), cut)


@router.get("/organizations", responses=listing("organizations", NameEntry))
def organizations(page: Page, cut: Cut, q: Words = "") -> Any:
    """List organizations, those of most pages first; with `q`, those whose name holds the words."""
    return _page("organizations", _names(page, "organizations", q), cut)


def _names(page: Page, kind: str, words: str) -> list[Any]:
    singular = kind.removesuffix("s")
    if words.strip():
        return list(named(page, singular, words))
    return [entry for entry in page.catalogue.names.values() if entry.kind == singular]


@router.get("/gatherings", responses=listing("gatherings", OccasionEntry))
def gatherings(
    page: Page,
    years: YearsAsked,
    cut: Cut,
    q: Words = "",
    who: Key = "",
    type: GatheringType | None = None,
    place: Words = "",
) -> Any:
    """List occasions, the newest first: by words, by a person or body who took part (key), type, place, and years."""
    entries = Search(page, q, years, Narrowing(who=who, place=place)).occasions()
    found = [entry for entry in entries if type is None or entry.type == type]
    return _page("gatherings", found, cut)


@router.get("/statements", responses=listing("statements", StatementEntry))
def statements(
    page: Page,
    years: YearsAsked,
    cut: Cut,
    by: Narrowed,
    q: Words = "",
    order: Literal["relevance", "newest", "oldest"] = "newest",
) -> Any:
    """List statements by words, speaker (key or name), years, topic, office, place, source, manner, language, direct or not.

    Words and filters are those of `onrecord search`. `total` counts up to 2,000 where words are asked for.
    """
    search = Search(page, q, years, by)
    if search.asked or order != "newest":
        hits = search.statements(order, cut.limit, cut.after)
        found = (page.catalogue.statements.get(hit.statement.key) for hit in hits.hits)
        entries = [entry for entry in found if entry]
        return {"statements": plain(entries, {}), "total": hits.total, "next": hits.cursor}
    return _page("statements", tuple(page.catalogue.statements.values()), cut)


@router.get("/milestones", responses=listing("milestones", MilestoneEntry))
def milestones(page: Page, years: YearsAsked, cut: Cut, kind: MilestoneKind | None = None) -> Any:
    """List the dated steps towards and away from disarmament, the oldest first."""
    entries = page.catalogue.milestones.values()
    found = [entry for entry in entries if (kind is None or entry.kind == kind) and years.hold(entry.date)]
    return _page("milestones", found, cut)


@router.get("/sources", responses=listing("pages", SourceEntry))
def sources(
    page: Page,
    years: YearsAsked,
    cut: Cut,
    q: Words = "",
    language: Annotated[str, Query(max_length=3)] = "",
) -> Any:
    """List the pages of the record, the newest first: by words of title or site, language, and years of publication."""
    return _page("pages", Search(page, q, years, Narrowing(language=language)).sources(), cut)
