"""People: the list, and the page of one person."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import Response

from onrecord.model import PartialDate
from onrecord.record.catalogue import NameEntry, OfficeHeld, StatementEntry, offices
from onrecord.serve.company import Company
from onrecord.serve.cursors import window
from onrecord.serve.filters import Cursor, Words
from onrecord.serve.life import Life, life
from onrecord.serve.review.asked import listed
from onrecord.serve.review.reasons import reasons_in
from onrecord.serve.shown import Page, Shown
from onrecord.serve.sought import named
from onrecord.tell.offices import by_office, fullest_of, office_words

router = APIRouter(include_in_schema=False)

OCCASIONS, STATEMENTS, COMPANIONS, PAGES, QUESTIONS = 15, 15, 12, 10, 10
"""How many of each are on the page of a person; the rest stands behind a link."""

MANY = 300
"""Pages that name a person from which on the offices, stated by as many of them, take long to work out (some 50 ms)."""


@router.get("/persons")
def persons(page: Page, q: Words = "", after: Cursor = None) -> Response:
    """List the people, those of most pages first."""
    return listing(page, "person", q, after)


def listing(page: Shown, kind: str, q: str, after: str | None) -> Response:
    """Return the list of persons or bodies whose spellings hold the words."""
    everybody = (entry for entry in page.catalogue.names.values() if entry.kind == kind)
    found = named(page, kind, q) if q.strip() else list(everybody)
    return page.page("names.html", found=window(found, after, lambda entry: entry.key, 60), kind=kind, q=q)


@router.get("/persons/{key}")
def person(key: str, page: Page, topic: Annotated[str, Query(max_length=40)] = "") -> Response:
    """Show one person."""
    entry = page.name_entry(key, "person")
    held = _offices(page, entry)
    offices_held = by_wording(held, page.language)
    return page.page("person.html", offices=offices_held, life=_life(page, offices_held), **about(page, entry, topic))


def _offices(page: Shown, entry: NameEntry) -> tuple[OfficeHeld, ...]:
    """Return the offices of a person; of who is on many pages they are worked out once for a state of the record."""

    def held() -> tuple[OfficeHeld, ...]:
        return offices(page.books.store, persons=[entry.key])

    return page.books.once(f"offices of {entry.key}", held) if len(entry.sources) >= MANY else held()


def about(page: Shown, entry: NameEntry, topic: str) -> dict[str, Any]:
    """Return what the pages of persons and of bodies have in common."""
    catalogue = page.catalogue
    occasions = catalogue.attended.get(entry.key, ())
    said = [catalogue.statements[key] for key in catalogue.said_by.get(entry.key, ())]
    shown = [one for one in said if not topic or topic in one.topics][:STATEMENTS]
    return {
        "entry": entry,
        "name": page.name(entry.key),
        "occasions": [catalogue.occasions[key] for key in occasions[:OCCASIONS]],
        "occasions_in_all": len(occasions),
        "roles": page.words.roles(entry.key, occasions[:OCCASIONS]) if occasions else {},
        "said": shown,
        "said_in_all": len(said),
        "quotations": page.words.statements([one.key for one in shown]),
        "topic": topic,
        "topics": Counter(topic for one in said for topic in one.topics).most_common(),
        "spoken_in": _years(said),
        "companions": _companions(page, entry.key),
        "mentions": page.words.mentions(entry.key, entry.sources[:PAGES]),
        "questions": page.books.questions_of(entry.key),
        "questions_shown": listed(page, page.books.questions_of(entry.key)[:QUESTIONS]),
        "conflicts": [one for one in page.books.conflicts() if one.subject == entry.key],
        "why": [(names, reasons_in(page.language, reasons)) for names, reasons in page.books.ties(entry.key)],
    }


def _years(said: list[StatementEntry]) -> list[tuple[int, int]]:
    years = Counter(one.date.year for one in said if one.date and one.date.year)
    return sorted(years.items())


def _companions(page: Shown, key: str) -> list[tuple[str, int]]:
    """Return the persons who took part in most of the same occasions, with the number of these."""
    occasions = page.catalogue.occasions.values()
    company: Company = page.books.once("company", lambda: Company(occasions))
    return company.of(key, page.catalogue.attended.get(key, ()), COMPANIONS)


def by_wording(held: tuple[OfficeHeld, ...], language: str) -> list[dict[str, Any]]:
    """Join wordings of one office, told in the reader's language where a source does.

    Each has its dates, the number of pages and some of their sentences.
    """
    of = {position.key: one for one in held for position in one.positions}
    found = []
    for group in by_office(position for one in held for position in one.positions):
        wordings = list({id(of[position.key]): of[position.key] for position in group}.values())
        shown = fullest_of(group, language)
        dated = [date for one in wordings for date in (one.first, one.last) if date]
        found.append(
            {
                "words": office_words(shown),
                "status": group[0].status,
                "body": next((position.organization_key for position in group if position.organization_key), None),
                "first": min(dated, key=_day, default=None),
                "last": max(dated, key=_day, default=None),
                "since": next((position.since for position in group if position.since), None),
                "until": next((position.until for position in group if position.until), None),
                "pages": sum(one.pages for one in wordings),
                "voices": len(frozenset[str]().union(*(one.texts for one in wordings))),
                "evidence": [position.evidence for position in group][:4],
                "language": shown.evidence.source.language,
            }
        )
    return sorted(found, key=lambda one: (one["first"] is None, _day(one["first"]), one["words"]))


def _day(date: Any) -> str:
    bounds = date.bounds() if date else None
    return bounds[0].isoformat() if bounds else ""


def _life(page: Shown, held: list[dict[str, Any]]) -> Life | None:
    """Return the drawing of offices over time, where there are two dated ones or more."""
    dated = [one for one in held if one["first"]]
    rows = [(one["words"], _or(one["since"], one["first"]), _or(one["until"], one["last"])) for one in dated]
    return life(rows, page.language) if len(rows) > 1 else None


def _or(stated: PartialDate | None, seen: PartialDate) -> PartialDate:
    """Return the date that is stated, where it is on the calendar, else that of a page."""
    return stated if stated and stated.bounds() else seen
