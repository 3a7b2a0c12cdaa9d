"""The sides of the question whether two are one: each with all its spellings, what is known of it, and the sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model.recorded import Evidence, Spelling
from onrecord.record.catalogue import OccasionEntry, StatementEntry, offices
from onrecord.review.questions import Side
from onrecord.serve import dates, links
from onrecord.serve.languages import _
from onrecord.serve.names import ShownName
from onrecord.serve.safe_text import shortened
from onrecord.serve.shown import Shown
from onrecord.serve.terms import term

OFFICES, PARTIES = 4, 8
"""How many of each are shown."""


@dataclass(frozen=True, slots=True)
class Card:
    """One side: its name with the address of its page, its spellings, what is known of it (label and words), its sentences."""

    name: ShownName
    path: str
    spellings: tuple[Spelling, ...]
    known: tuple[tuple[str, str], ...]
    evidence: tuple[Evidence, ...]


def cards(shown: Shown, sides: Sequence[Side]) -> tuple[Card, ...]:
    """Return the sides of a pair as they are shown."""
    return tuple(_card(shown, side) for side in sides)


def _card(shown: Shown, side: Side) -> Card:
    key, catalogue = shown.catalogue.key_of(side.key), shown.catalogue
    if key in catalogue.names:
        known = tuple(_of_name(shown, key))
        return Card(shown.name(key), links.page(key), catalogue.names[key].spellings, known, side.evidence)
    if key in catalogue.occasions:
        entry = catalogue.occasions[key]
        return Card(shown.occasion(key), links.page(key), (), tuple(_of_occasion(shown, entry)), side.evidence)
    known = tuple(_of_statement(shown, catalogue.statements[key])) if key in catalogue.statements else ()
    path = links.page(key) if known else links.page(side.evidence[0].source.key)
    return Card(ShownName(shortened(side.title, 400), side.evidence[0].source.language), path, (), known, side.evidence)


def _of_name(shown: Shown, key: str) -> Iterator[tuple[str, str]]:
    for held in offices(shown.books.store, persons=[key])[:OFFICES] if key.startswith("p-") else ():
        when = dates.spoken_period(held.first, held.last, shown.language) if held.first else ""
        said = held.positions[0]
        words = ", ".join(filter(None, (said.title, said.organization, said.country)))
        yield shown.say(_("office")), shortened(f"{words} ({when})" if when else words, 200)
    entry = shown.catalogue.names[key]
    if entry.countries:
        yield shown.say(_("country")), ", ".join(entry.countries[:3])
    yield shown.say(_("sources")), dates.number(len(entry.sources), shown.language)


def _of_occasion(shown: Shown, entry: OccasionEntry) -> Iterator[tuple[str, str]]:
    yield shown.say(_("type")), term(entry.type, "type", shown.language)
    if entry.start:
        yield shown.say(_("date")), dates.spoken_period(entry.start, entry.end, shown.language)
    if entry.places:
        yield shown.say(_("place")), ", ".join(shortened(place, 80) for place in entry.places[:3])
    there = list(dict.fromkeys(key for key, role in entry.parties))
    if there:
        more = " …" if len(there) > PARTIES else ""
        yield shown.say(_("who took part")), ", ".join(shown.name(key).text for key in there[:PARTIES]) + more


def _of_statement(shown: Shown, entry: StatementEntry) -> Iterator[tuple[str, str]]:
    yield shown.say(_("speaker")), shown.name(entry.speaker).text if entry.speaker else shown.say(_("speaker not named"))
    if entry.date:
        yield shown.say(_("date")), dates.spoken_period(entry.date, None, shown.language)
    if entry.gathering:
        yield shown.say(_("occasion")), shown.occasion(entry.gathering).text
