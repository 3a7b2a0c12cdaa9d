"""The network of who met whom, and the evidence for two people."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from onrecord.record.catalogue import OccasionEntry
from onrecord.serve import net
from onrecord.serve.cursors import window
from onrecord.serve.filters import Cursor, YearsAsked
from onrecord.serve.shown import Page
from onrecord.serve.speakers import columns_of

router = APIRouter(include_in_schema=False)

DRAWN, LISTED = 36, 60
"""People in the drawing, pairs in the list."""

TRACKS = ("1", "1.5", "2")


@router.get("/network")
def network(
    page: Page,
    years: YearsAsked,
    topic: Annotated[str, Query(max_length=40)] = "",
    track: Annotated[str, Query(max_length=8)] = "",
    who: Annotated[str, Query(max_length=24)] = "",
) -> Response:
    """Show who met whom."""
    catalogue = page.catalogue
    who = catalogue.key_of(who)

    def work() -> tuple[net.Net, list[tuple[str, str, int]], int]:
        everybody: net.Meetings = page.books.once("meetings", lambda: net.Meetings(catalogue.occasions.values()))
        spoken = columns_of(page).occasions(topic) if topic else frozenset()

        def fits(entry: OccasionEntry) -> bool:
            return (not track or entry.track == track) and years.hold(entry.start) and (not topic or entry.key in spoken)

        met = everybody.met(fits)
        listed = met.of(who) if who else met
        return net.draw(met, DRAWN, who), listed.often(LISTED), len(listed)

    drawing, pairs, in_all = page.books.once(f"?network {years.query} {topic} {track} {who}", work)
    return page.page(
        "network.html",
        drawing=drawing,
        pairs=pairs,
        in_all=in_all,
        years=years,
        topic=topic,
        track=track,
        tracks=TRACKS,
        who=who,
        topics=page.books.topics(),
    )


@router.get("/network/{a}/{b}")
def pair(a: str, b: str, page: Page, after: Cursor = None) -> Response:
    """Show where two people met, with the sentences that put each of them there."""
    first, second = page.name_entry(a, "person"), page.name_entry(b, "person")
    catalogue = page.catalogue
    there = set(catalogue.attended.get(second.key, ()))
    both = [catalogue.occasions[key] for key in catalogue.attended.get(first.key, ()) if key in there]
    common = [occasion for occasion in both if occasion.took_place]
    shown = window(common, after, lambda entry: entry.key, 20)
    keys = [entry.key for entry in shown.entries]
    return page.page(
        "pair.html",
        first=first,
        second=second,
        found=shown,
        roles=(page.words.roles(first.key, keys), page.words.roles(second.key, keys)) if keys else ({}, {}),
    )
