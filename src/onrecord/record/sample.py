"""Sightings as JSON, for the samples of units."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from onrecord.model import PartialDate
from onrecord.model.resolution import (
    GatheringSighting,
    Office,
    OrganizationSighting,
    PersonSighting,
    StatementSighting,
    TextSighting,
)
from onrecord.record.reader import date_of

Sighting = PersonSighting | OrganizationSighting | GatheringSighting | StatementSighting | TextSighting


def as_json(value: Any) -> Any:
    """Return a sighting as a list of its fields, dates as EDTF."""
    if isinstance(value, PartialDate):
        return value.edtf
    if isinstance(value, tuple):
        return [as_json(one) for one in value]
    if hasattr(value, "__dataclass_fields__"):
        return [as_json(getattr(value, field.name)) for field in fields(value)]
    return value


def person(row: list[Any]) -> PersonSighting:
    """Return a person as `as_json` wrote it."""
    key, document, names, language, offices, company = row
    return PersonSighting(key, document, tuple(names), language, tuple(map(_office, offices)), tuple(company))


def _office(row: list[Any]) -> Office:
    title, organization, country, status, as_of, forms = row
    return Office(title, organization, country, status, date_of(as_of), tuple(forms))


def organization(row: list[Any]) -> OrganizationSighting:
    """Return a body as `as_json` wrote it."""
    key, document, names, language = row
    return OrganizationSighting(key, document, tuple(names), language)


def gathering(row: list[Any]) -> GatheringSighting:
    """Return an occasion as `as_json` wrote it."""
    told = dict(zip((field.name for field in fields(GatheringSighting)), row, strict=True))
    told |= {name: date_of(told[name]) for name in ("start", "end", "published")}
    told |= {name: tuple(told[name]) for name in ("participants", "phrases", "people")}
    return GatheringSighting(**told)


def statement(row: list[Any]) -> StatementSighting:
    """Return a statement as `as_json` wrote it."""
    return StatementSighting(*row)


def text(row: list[Any]) -> TextSighting:
    """Return a text as `as_json` wrote it."""
    key, signature = row
    return TextSighting(key, tuple(signature))
