"""Sources that put one occasion in different places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from onrecord.languages.cities import known_city, same_city
from onrecord.languages.distance import kilometres
from onrecord.languages.review_words import review_words
from onrecord.model.recorded import GatheringRecord, GatheringReport, Stated
from onrecord.review.conflicts.finding import Case, Compared, Conflict
from onrecord.review.conflicts.voices import opposed, several, stated
from onrecord.review.wording import listed

KIND = "place"


def find(case: Case) -> Iterator[Conflict]:
    """Yield occasions whose places are neither one nor one within the other, as far as the sources' words tell."""
    for gathering in case.gatherings:
        reports = {stated(report, "place", report.place): report for report in gathering.reports if report.place}
        sides = opposed(reports, lambda a, b, reports=reports: not _agree(reports[a], reports[b]))  # type: ignore[misc]
        if sides:
            yield _conflict(gathering, sides)


def compared(case: Case) -> Compared:
    """Count the occasions that two or more sources place."""
    return Compared(KIND, several(case.gatherings, "place"), "occasions placed by two or more sources")


def _conflict(gathering: GatheringRecord, sides: tuple[Stated, ...]) -> Conflict:
    places = dict.fromkeys(side.value for side in sides)
    # Two spellings, or a building and its city, may be one place, which only a reader can tell; two known cities are not.
    scripts = {side.evidence.source.language for side in sides}
    known = all(kilometres(a, b) is not None for a, b in combinations(places, 2))
    return Conflict(
        kind=KIND,
        severity="medium" if len(scripts) == 1 or known else "low",
        subject=gathering.key,
        title=gathering.name,
        reason=f"Sources put one occasion in {listed(places)}.",
        sides=sides,
    )


def _agree(a: GatheringReport, b: GatheringReport) -> bool:
    """Compare all that each report says of where it was: a venue that both name settles it, as does one inside the other."""
    mine = [place for place in (a.place, a.venue) if place]
    theirs = [place for place in (b.place, b.venue) if place]
    if any(_one_place(x, y) for x in mine for y in theirs):
        return True
    if _is_house(a) != _is_house(b):
        return True  # a town, and a house that may stand in it
    if _is_house(a) and _language(a) != _language(b):
        return True  # the name of a house is translated, and that two are translations of each other cannot be told from them
    # "the ministry's hall in Almaty": the sentence of one names the place of the other.
    sentences = ((a, b.place), (b, a.place))
    return any(place and place.casefold() in stated(r, "place", r.place).evidence.sentence.casefold() for r, place in sentences)


def _is_house(report: GatheringReport) -> bool:
    """Tell whether a report tells the place by a house alone, whose town is not said: музее «Полигон»."""
    house = review_words(_language(report)).get("house")
    return house is not None and re.search(house, report.place or "", re.IGNORECASE) is not None


def _language(report: GatheringReport) -> str:
    return stated(report, "place", report.place).evidence.source.language


def _one_place(a: str, b: str) -> bool:
    small, other = a.casefold(), b.casefold()
    if small in other or other in small or same_city(a, b) or kilometres(a, b) == 0.0:
        return True
    # "Semey Region", "the Semey memorial": a city is named among other words.
    mine, theirs = ([word for word in place.split() if known_city(word)] or [place] for place in (a, b))
    return any(same_city(x, y) or kilometres(x, y) == 0.0 for x in mine for y in theirs)
