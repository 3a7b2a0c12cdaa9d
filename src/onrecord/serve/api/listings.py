"""Lists: summaries of what is in the record, filtered, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query

from onrecord.model.facts import GatheringType, MilestoneKind
from onrecord.model.recorded import Counts
from onrecord.record.catalogue import MilestoneEntry, NameEntry, OccasionEntry, SourceEntry, StatementEntry
from onrecord.serve.api.schemas import listing, model_of
from onrecord.serve.cursors import window
from onrecord.serve.filters import Cursor, Words, Years
from onrecord.serve.shown import Page
from onrecord.serve.words_sought import Sought
from onrecord.tell.plain import plain

router = APIRouter(tags=["lists"])


class Cutting:
    """Which page of a list is asked for.

    Args:
        after: the cursor of the page before; none for the first one.
        limit: entries on the page.
    """

    def __init__(self, after: Cursor = None, limit: Annotated[int, Query(ge=1, le=200)] = 50) -> None:
        self.after = after
        self.limit = limit


Cut = Annotated[Cutting, Depends(Cutting)]
YearsAsked = Annotated[Years, Depends(Years)]
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
    if words.strip():
        return list(Sought(page, words, Years(), "", "", "").found(kind))
    return [entry for entry in page.catalogue.names.values() if f"{entry.kind}s" == kind]


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
    sought = Sought(page, q, years, page.catalogue.key_of(who), "", "")
    found = [
        entry
        for entry in sought.found("gatherings")
        if isinstance(entry, OccasionEntry)
        and (type is None or entry.type == type)
        and (not place or any(place.casefold() in words.casefold() for words in entry.places))
    ]
    return _page("gatherings", found, cut)


@router.get("/statements", responses=listing("statements", StatementEntry))
def statements(
    page: Page,
    years: YearsAsked,
    cut: Cut,
    q: Words = "",
    who: Key = "",
    topic: Annotated[str, Query(max_length=40)] = "",
    language: Annotated[str, Query(max_length=3)] = "",
    direct: bool | None = None,
) -> Any:
    """List statements, the newest first: by words, speaker (key), topic, language of the page, direct or not, and years."""
    sought = Sought(page, q, years, page.catalogue.key_of(who), topic, language)
    found = [
        entry
        for entry in sought.found("statements")
        if isinstance(entry, StatementEntry) and (direct is None or entry.direct == direct)
    ]
    return _page("statements", found, cut)


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
    return _page("pages", Sought(page, q, years, "", "", language).found("sources"), cut)
