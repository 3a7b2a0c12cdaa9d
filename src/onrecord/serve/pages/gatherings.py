"""Gatherings: the list with its filters, and the page of one occasion."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from fastapi import APIRouter
from fastapi.responses import Response

from onrecord.languages.cities import names_place
from onrecord.languages.country_names import country_named, country_of
from onrecord.model.facts import GatheringType, Role
from onrecord.model.recorded import GatheringRecord, ParticipationRecord, PositionRecord, Stated
from onrecord.record.catalogue import OccasionEntry
from onrecord.record.catalogue import offices as offices_stated
from onrecord.review.conflicts import Case, find_conflicts
from onrecord.serve.countries import country_name
from onrecord.serve.cursors import window
from onrecord.serve.filters import Cursor, Words, YearsAsked
from onrecord.serve.shown import Page, Shown
from onrecord.tell.gatherings import ROLES
from onrecord.tell.offices import offices_line

router = APIRouter(include_in_schema=False)

PROPERTIES = ("start", "end", "place", "venue", "format", "attendance", "type", "status", "track")
"""In the order in which the sources are compared."""

SAID, DISPUTED = 20, 6
"""Statements and contradictions in full on the page of an occasion; of more, how many there are, and one line each."""


@router.get("/gatherings")
def gatherings(
    page: Page,
    years: YearsAsked,
    type: Literal["", GatheringType] = "",
    place: Words = "",
    after: Cursor = None,
) -> Response:
    """List the occasions, the newest first."""
    sought = place.strip()
    found = [
        entry
        for entry in page.catalogue.occasions.values()
        if (not type or entry.type == type) and years.hold(entry.start) and (not sought or names_place(sought, entry.places))
    ]
    types = sorted({entry.type for entry in page.catalogue.occasions.values()})
    return page.page(
        "gatherings.html",
        found=window(found, after, lambda entry: entry.key),
        types=types,
        type=type,
        place=place,
        years=years,
        query={"type": type, "place": place, **years.query},
    )


@router.get("/gatherings/{key}")
def gathering(key: str, page: Page) -> Response:
    """Show one occasion."""
    entry = page.occasion_entry(key)
    record = page.books.view.gathering(entry.key)
    said = page.catalogue.said_at.get(entry.key, ())
    quotations = page.words.statements(said[:SAID])

    def foreign(statement: str) -> bool:
        return quotations[statement].evidence[0].source.language != page.language

    return page.page(
        "gathering.html",
        entry=entry,
        record=record,
        roles=_roles(page, record),
        stated={name: record.values(name) for name in PROPERTIES},
        table=_side_by_side(record),
        # What is in the reader's language comes first: all of it was said on one occasion.
        said=[page.catalogue.statements[one] for one in sorted(quotations, key=foreign)],
        said_in_all=len(said),
        quotations=quotations,
        conflicts=find_conflicts(Case.of(page.books.view, (record,))),
        in_full=DISPUTED,
        series=_series(page, entry),
    )


def _roles(page: Shown, record: GatheringRecord) -> list[tuple[Role, list[tuple[ParticipationRecord, str, str]]]]:
    """Return who took part, role by role, each with the offices that the sources of this occasion give, and the delegation."""
    offices: dict[str, list[PositionRecord]] = {}
    for stated in offices_stated(page.books.store, sources=[source.key for source in record.sources]):
        offices.setdefault(stated.positions[0].person_key, []).extend(stated.positions)
    busy = {part.who.key for part in record.participations if part.who.key and part.role != "participant"}
    found: list[tuple[Role, list[tuple[ParticipationRecord, str, str]]]] = []
    for role in ROLES:
        held = sorted((part for part in record.participations if part.role == role), key=lambda part: part.rank)
        # Who spoke was there: that is not said twice.
        shown = [part for part in held if not (role == "participant" and part.who.key in busy)]
        if shown:
            held_by = [(part, offices_line(offices.get(part.who.key or "", ()), page.language)) for part in shown]
            lines = [(part, office, _delegation(part, office, page.language)) for part, office in held_by]
            found.append((role, lines))  # type: ignore[arg-type]
    return found


def _delegation(part: ParticipationRecord, office: str, language: str) -> str:
    """Return for whom somebody takes part, countries in the reader's language; nothing where the office says it."""
    words = part.delegation or ""
    code = country_of(words)
    if code is None:
        return "" if words in office else words
    country = country_name(code, language)
    if any(name in office for name in (words, country, country_name(code, "en"))):
        return ""
    return country if country_named(words) else words


def _side_by_side(record: GatheringRecord) -> list[tuple[str, list[Stated | None]]]:
    """Return what each report states, property by property, in the order of the reports, without rows that none fills."""
    rows: list[tuple[str, list[Stated | None]]] = []
    for name in PROPERTIES:
        values = [next((one for one in report.stated if one.property == name), None) for report in record.reports]
        if any(values):
            rows.append((name, values))
    return rows


def _series(page: Shown, entry: OccasionEntry) -> tuple[Sequence[Any], Sequence[Any]]:
    """Return the occasions of the same series before and after this one, the nearest first."""
    if not entry.series:
        return (), ()
    name = entry.series.casefold()
    others = [one for one in page.catalogue.occasions.values() if one.series and one.series.casefold() == name]
    place = next((n for n, one in enumerate(others) if one.key == entry.key), 0)
    # The catalogue lists the newest first.
    return others[place + 1 : place + 4], list(reversed(others[max(0, place - 3) : place]))
