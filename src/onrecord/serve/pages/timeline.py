"""The timeline: dated steps by country, drawn in lanes and listed with their sentences."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Query
from fastapi.responses import Response

from onrecord.languages.country_names import country_named
from onrecord.model import PartialDate
from onrecord.model.facts import MilestoneKind
from onrecord.record.catalogue import Catalogue, MilestoneEntry
from onrecord.serve import lanes
from onrecord.serve.cursors import window
from onrecord.serve.filters import Cursor, YearsAsked
from onrecord.serve.shown import Page
from onrecord.tell.steps import country_of_step, date_of_step, headline, taker
from onrecord.tell.steps import steps as grouped

router = APIRouter(include_in_schema=False)

LANES = 8
"""Countries that get a lane; the rest share one."""


LISTED, PROOFS, ANCHORS = 30, 2, 12
"""Steps on a page; sentences shown of each, and milestones of it that links lead to: hundreds of pages may state one step."""


@dataclass(frozen=True, slots=True)
class Step:
    """One dated step, as all pages state it (see `tell.steps`).

    Attributes:
        key: of the first milestone; each of `milestones` leads here, too.
        country: code, or an empty string where none is stated.
        taker: who took the step, in the words of a page in `taker_language`; empty where that is told by `country` or `what`.
        sources: how many pages state it; `voices` of them are independent.
    """

    key: str
    kind: MilestoneKind
    date: PartialDate | None
    country: str
    what: str
    source_language: str
    taker: str
    taker_language: str
    milestones: tuple[str, ...]
    sources: int
    voices: int


def steps(catalogue: Catalogue) -> tuple[Step, ...]:
    """Return the dated steps, in the order of the catalogue; undated ones last."""
    made = []
    for group in grouped(catalogue.milestones.values(), lambda entry: entry.source):
        best = min(group, key=lambda entry: (-len(entry.what), entry.key))
        country = country_of_step(group)
        language = catalogue.sources[best.source].language
        keys = tuple(entry.key for entry in group)
        pages = {entry.source for entry in group}
        voices = len({catalogue.sources[page].group for page in pages})
        what = headline(best)
        named, of = _taker(group, what, country, catalogue)
        made.append(
            Step(best.key, best.kind, date_of_step(group), country, what, language, named, of, keys, len(pages), voices)
        )
    return tuple(made)


def _taker(group: tuple[MilestoneEntry, ...], what: str, country: str, catalogue: Catalogue) -> tuple[str, str]:
    told = taker(group)
    if told is None or not told.actor or told.actor in what or (country and country_named(told.actor) == country):
        return "", ""
    return told.actor, catalogue.sources[told.source].language


@router.get("/timeline")
def timeline(
    page: Page,
    years: YearsAsked,
    kind: Literal["", MilestoneKind] = "",
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
    shown = window(chosen, after, lambda step: step.key, LISTED)
    return page.page(
        "timeline.html",
        found=shown,
        drawing=lanes.draw([(step.key, step.country, step.date) for step in chosen if step.date], LANES),
        evidence=page.words.milestones([key for step in shown.entries for key in step.milestones[:PROOFS]]),
        anchors=ANCHORS,
        kinds=[one for one in get_args(MilestoneKind) if any(step.kind == one for step in everything)],
        countries=[code for code, _ in Counter(step.country for step in everything if step.country).most_common()],
        kind=kind,
        country=country,
        years=years,
        query={"kind": kind, "country": country, **years.query},
    )
