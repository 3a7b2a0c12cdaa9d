"""Dated steps of the nuclear and diplomatic record in English text."""

from __future__ import annotations

from onrecord.extract.en.coreference import Referents
from onrecord.extract.en.milestones import lists, nouns, offices, states, verbs
from onrecord.extract.en.milestones.found import Page
from onrecord.extract.en.milestones.takers import Takers
from onrecord.extract.en.when import Dates
from onrecord.extract.entities import Entities
from onrecord.extract.steps import signing_day
from onrecord.languages.reading import Reading
from onrecord.model import Document, Gathering, Milestone


def find(
    document: Document, reading: Reading, entities: Entities, referents: Referents, gatherings: tuple[Gathering, ...]
) -> tuple[Milestone, ...]:
    """Return the milestones, in text order."""
    takers = Takers(document.text, entities, referents)
    page = Page(document, reading, entities, Dates.of(document, reading), takers, signing_day(gatherings))
    found = [*verbs.find(page), *nouns.find(page), *states.find(page), *offices.find(page), *lists.find(page)]
    kept: list[Milestone] = []
    for milestone in sorted(found, key=lambda m: (m.what_span, m.text_span, m.kind)):
        dated = milestone.date is not None and milestone.date.bounds() is not None  # a day of no year is not dated to the year
        if dated and not any(_same(milestone, other) for other in kept):
            kept.append(milestone)
    return tuple(kept)


def _same(a: Milestone, b: Milestone) -> bool:
    """Tell whether two rules found one step: the same kind and day at one place of the text."""
    listed = "signed-list" in (a.rule, b.rule)  # the documents of a list share the day of the line above them
    return (
        a.kind == b.kind
        and ((a.date_span == b.date_span and not listed) or a.text_span.overlaps(b.text_span))
        and a.date == b.date
    )
