"""Places: the map with its list, and the page of one place with the names that it bore."""

from __future__ import annotations

from collections import defaultdict

from fastapi import APIRouter
from fastapi.responses import Response

from onrecord.languages.gazetteer import located, location, name_at
from onrecord.record.catalogue import Catalogue
from onrecord.serve import map_drawing
from onrecord.serve.cursors import window
from onrecord.serve.filters import Cursor, YearsAsked
from onrecord.serve.shown import Page

router = APIRouter(include_in_schema=False)

DRAWN = 80
"""Spots on the map: those of most occasions. The list has all."""


def occasions_by_place(catalogue: Catalogue) -> dict[str, list[str]]:
    """Return the keys of occasions by the id of their place, in the order of the catalogue; an empty id for unknown places."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for entry in catalogue.occasions.values():
        if entry.places:
            place = next((place for words in entry.places if (place := located(words))), None)
            found[place.id if place else ""].append(entry.key)
    return dict(found)


@router.get("/places")
def places(page: Page, years: YearsAsked) -> Response:
    """Show where people met."""
    catalogue = page.catalogue
    everywhere: dict[str, list[str]] = page.books.once("places", lambda: occasions_by_place(catalogue))
    counted = []
    unknown: list[str] = []
    for number, keys in everywhere.items():
        there = [key for key in keys if years.hold(catalogue.occasions[key].start)]
        place = location(number)
        if place is None:
            unknown = there
        elif there:
            counted.append((place, len(there), place.name(page.language)))
    counted.sort(key=lambda one: (-one[1], one[2]))
    return page.page(
        "places.html",
        counted=counted,
        drawing=map_drawing.draw(counted[:DRAWN]),
        unknown=[catalogue.occasions[key] for key in unknown[:20]],
        unknown_in_all=len(unknown),
        years=years,
    )


@router.get("/places/{id}")
def place(id: str, page: Page, years: YearsAsked, after: Cursor = None) -> Response:
    """Show one place: what it was called when, and who met there."""
    found = location(id)
    if found is None:
        raise page.missing()
    catalogue = page.catalogue
    everywhere: dict[str, list[str]] = page.books.once("places", lambda: occasions_by_place(catalogue))
    there = [catalogue.occasions[key] for key in everywhere.get(id, ()) if years.hold(catalogue.occasions[key].start)]
    return page.page(
        "place.html",
        place=found,
        drawing=map_drawing.draw([(found, 1, found.name(page.language))]),
        found=window(there, after, lambda entry: entry.key),
        name_at=lambda date: name_at(found, date, page.language),
        years=years,
        query=years.query,
    )
