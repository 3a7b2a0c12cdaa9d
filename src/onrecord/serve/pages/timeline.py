"""The timeline: dated steps by country, drawn in lanes and listed with their sentences."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Annotated, get_args

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from onrecord.languages.country_names import countries_in, country_of
from onrecord.model import PartialDate
from onrecord.model.facts import MilestoneKind
from onrecord.record.catalogue import Catalogue, MilestoneEntry
from onrecord.serve import lanes
from onrecord.serve.cursors import window
from onrecord.serve.filters import Cursor, Years
from onrecord.serve.gazetteer import located
from onrecord.serve.shown import Page

router = APIRouter(include_in_schema=False)

LANES = 8
"""Countries that get a lane; the rest share one."""


@dataclass(frozen=True, slots=True)
class Step:
    """One dated step, as all pages state it: the same kind, on the same date, of the same country.

    Attributes:
        key: of the first milestone; each of `milestones` leads here, too.
        country: code, or an empty string where none is stated.
    """

    key: str
    kind: MilestoneKind
    date: PartialDate | None
    country: str
    what: str
    source_language: str
    milestones: tuple[str, ...]


def steps(catalogue: Catalogue) -> tuple[Step, ...]:
    """Return the dated steps, the newest first; undated ones last."""
    together: dict[tuple[str, str, str], list[MilestoneEntry]] = {}
    for entry in catalogue.milestones.values():
        when = entry.date.edtf if entry.date else f"undated {entry.what.casefold()}"
        together.setdefault((entry.kind, when, country_of_milestone(entry)), []).append(entry)
    made = []
    for (_kind, _when, country), entries in together.items():
        # Where one page has several steps of a kind on one day, they are several steps.
        of_page = Counter(entry.source for entry in entries)
        groups = [entries] if max(of_page.values()) == 1 else [[entry] for entry in entries]
        for group in groups:
            best = min(group, key=lambda entry: (-len(entry.what), entry.key))
            language = catalogue.sources[best.source].language
            keys = tuple(entry.key for entry in group)
            made.append(Step(best.key, best.kind, best.date, country, best.what, language, keys))
    order = {key: n for n, key in enumerate(catalogue.milestones)}
    return tuple(sorted(made, key=lambda step: order[step.milestones[0]]))


def country_of_milestone(entry: MilestoneEntry) -> str:
    """Return the country of a step: of who took it, of the place or thing it is about, else the only one named with it."""
    for words in filter(None, (entry.actor, entry.what)):
        code = country_of(words)
        place = None if code else located(words)
        if code or place:
            return code or (place.country if place else "")
    named = countries_in(entry.text)
    return next(iter(named)) if len(named) == 1 else ""


@router.get("/timeline")
def timeline(
    page: Page,
    years: Annotated[Years, Depends(Years)],
    kind: Annotated[str, Query(max_length=40)] = "",
    country: Annotated[str, Query(max_length=4)] = "",
    after: Cursor = None,
) -> Response:
    """Show the dated steps."""
    catalogue = page.catalogue
    everything: tuple[Step, ...] = page.books.once("steps", lambda: steps(catalogue))
    chosen = [
        step
        for step in everything
        if (not kind or step.kind == kind) and (not country or step.country == country) and years.hold(step.date)
    ]
    shown = window(chosen, after, lambda step: step.key, 40)
    return page.page(
        "timeline.html",
        found=shown,
        drawing=lanes.draw([(step.key, step.country, step.date) for step in chosen if step.date], LANES),
        evidence=page.words.milestones([key for step in shown.entries for key in step.milestones]),
        kinds=[one for one in get_args(MilestoneKind) if any(step.kind == one for step in everything)],
        countries=[code for code, _ in Counter(step.country for step in everything if step.country).most_common()],
        kind=kind,
        country=country,
        years=years,
        query={"kind": kind, "country": country, **years.query},
    )
