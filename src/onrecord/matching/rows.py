"""Sightings as rows of text: what a page tells of somebody, and apart from it what changes from page to page.

`told` is the same on thousands of pages (a name and an office), so that it is looked at once; `context` (the page's date, the
company kept) is looked at for the few sightings of each unit that are weighed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from onrecord.model import PartialDate
from onrecord.model.resolution import (
    ClusterKind,
    Office,
    OrganizationSighting,
    PersonSighting,
    StatementSighting,
    TextSighting,
)
from onrecord.record import sample
from onrecord.record.sample import Sighting

COLUMNS = ("key", "document", "told", "context")

CACHED = 65536
"""Texts whose meaning is kept."""


class Row(NamedTuple):
    """A sighting as text; `told` and `context` are JSON, `context` is empty where a kind has none."""

    key: str
    document: str
    told: str
    context: str


def row(sighting: Sighting) -> Row:
    """Return a sighting as a row."""
    told, context = sample.as_json(sighting)[2:], None
    if isinstance(sighting, PersonSighting):
        names, language, offices, company = told
        told = [names, language, [[title, body, country, status, forms] for title, body, country, status, _, forms in offices]]
        context = [[office[4] for office in offices], company]
    elif isinstance(sighting, TextSighting):
        told = sighting.signature
    return Row(sighting.key, sighting.document, _text(told), _text(context) if context else "")


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def sighting(kind: ClusterKind, found: Row) -> Sighting:
    """Return the sighting of a row."""
    return _MAKERS[kind](found)


def elsewhere(kind: ClusterKind, told: str) -> tuple[Sighting, Sighting]:
    """Return two sightings of one wording that differ in all that a page adds: what both share follows from the words."""
    one, other = (sighting(kind, Row(page, page, told, "")) for page in ("", "?"))
    if isinstance(other, PersonSighting):
        offices = tuple(replace(office, as_of=PartialDate("2000-01-01")) for office in other.offices)
        other = replace(other, offices=offices, company=("?",))
    return one, other


def names(told: str) -> tuple[str, ...]:
    """Return the names of a person or body by the wording of a sighting."""
    return tuple(json.loads(told)[0])


def texts(found: str) -> list[str]:
    """Return texts that are kept as JSON."""
    read: list[str] = json.loads(found)
    return read


@lru_cache(maxsize=CACHED)
def _named(told: str) -> tuple[tuple[str, ...], str, tuple[Office, ...]]:
    names, language, offices = json.loads(told)
    held = tuple(Office(title, body, country, status, None, tuple(forms)) for title, body, country, status, forms in offices)
    return tuple(names), language, held


@lru_cache(maxsize=CACHED)
def _date(edtf: str | None) -> PartialDate | None:
    return PartialDate(edtf) if edtf else None


def _person(found: Row) -> PersonSighting:
    names, language, offices = _named(found.told)
    if not found.context:
        return PersonSighting(found.key, found.document, names, language, offices)
    dates, company = json.loads(found.context)
    dated = tuple(
        Office(o.title, o.organization, o.country, o.status, _date(date), o.forms)
        for o, date in zip(offices, dates, strict=True)
    )
    return PersonSighting(found.key, found.document, names, language, dated, tuple(company))


def _body(found: Row) -> OrganizationSighting:
    names, language = json.loads(found.told)
    return OrganizationSighting(found.key, found.document, tuple(names), language)


def _statement(found: Row) -> StatementSighting:
    content, speaker = json.loads(found.told)
    return StatementSighting(found.key, found.document, content, speaker)


_MAKERS: Mapping[ClusterKind, Callable[[Row], Sighting]] = {
    "person": _person,
    "organization": _body,
    "gathering": lambda found: sample.gathering([found.key, found.document, *json.loads(found.told)]),
    "statement": _statement,
    "text": lambda found: TextSighting(found.key, tuple(json.loads(found.told))),
}
