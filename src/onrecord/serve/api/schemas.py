"""The shapes of answers, for the OpenAPI document: made from the nouns, so that they cannot say otherwise.

`tell.plain` turns nouns into JSON values: a date into its EDTF text, a span into two numbers, a source into its key. The
models here describe these values; a test holds every answer against its model.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, create_model

from onrecord.model import PartialDate, Span
from onrecord.model.recorded import Evidence, GatheringRecord, ParticipationRecord, Source, StatementRecord
from onrecord.review.conflicts import Conflict

_VALUES: dict[Any, Any] = {PartialDate: str, dt.datetime: str, dt.date: str, Source: str, Span: tuple[int, int]}
LONG = frozenset(("positions", "people", "gatherings", "statements", "mentions"))
"""Lists of a person or body that are cut into pages."""

Responses = dict[int | str, dict[str, Any]]


class Fault(BaseModel):
    """What went wrong, and what to do about it."""

    status: int
    fault: str
    cure: str


class Refusal(BaseModel):
    """The body of every answer that is not 200."""

    error: Fault


class Comparison(BaseModel):
    """Whether two spellings can be one name: `score` is 0 (surely different) to 1 (one spelling)."""

    same: bool
    score: float
    reasons: list[str]


FAULTS: Responses = {
    304: {"description": "The record has not changed since the answer with this ETag"},
    404: {"model": Refusal, "description": "Nothing has this key"},
    422: {"model": Refusal, "description": "A value cannot be used; the fault names it"},
}


def listing(name: str, noun: type) -> Responses:
    """Return the description of a page of a list: its entries, how many there are in all, and the cursor of the next page."""
    model = _model(f"{name.capitalize()}Page", {name: list[model_of(noun)], "total": int, "next": str | None})  # type: ignore[misc]
    return {200: {"model": model}, **FAULTS}


def listing_with_sources(name: str, noun: type) -> Responses:
    """Return the description of a page of a list whose entries come with their evidence, beside the sources that they name."""
    fields = {name: list[model_of(noun)], "total": int, "next": str | None, "sources": dict[str, _source()]}  # type: ignore[misc]
    return {200: {"model": _model(f"{name.capitalize()}Page", fields)}, **FAULTS}


def begun(name: str, noun: type) -> Responses:
    """Return the description of an answer whose long lists are begun: how long each is, and where it goes on."""
    lists = [field.name for field in dataclasses.fields(noun) if field.name in LONG]
    kind = name.capitalize()
    total = _model(f"{kind}Totals", dict.fromkeys(lists, int))
    following = _model(f"{kind}Cursors", dict.fromkeys(lists, str | None))
    fields = {name: value_of(noun), "total": total, "next": following, "sources": dict[str, _source()]}  # type: ignore[misc]
    return {200: {"model": _model(f"{kind}Answer", fields)}, **FAULTS}


def single(name: str, noun: Any) -> Responses:
    """Return the description of one answer under a name, beside the sources that it names."""
    model = _model(f"{name.title().replace('_', '')}Answer", {name: value_of(noun), "sources": dict[str, _source()]})  # type: ignore[misc]
    return {200: {"model": model}, **FAULTS}


@cache
def model_of(noun: type) -> type[BaseModel]:
    """Return the model of a noun as it stands in answers."""
    hints = get_type_hints(noun)
    fields = {field.name: value_of(hints[field.name]) for field in dataclasses.fields(noun)}
    if noun is Evidence:
        fields["marks"] = list[tuple[int, int]]
    elif noun is Conflict:
        fields["key"] = str
    elif noun in (GatheringRecord, StatementRecord, ParticipationRecord):
        fields["independent_sources"] = int
    return _model(noun.__name__.replace("Entry", "Summary").removesuffix("Record"), fields, noun.__doc__)


def value_of(hint: Any) -> Any:
    """Return the type that JSON has for a type of ours."""
    if hint in _VALUES:
        return _VALUES[hint]
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return model_of(hint)
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return Union[tuple(map(value_of, inner))]  # noqa: UP007 - the number of types is not known here
    if origin is tuple and inner[-1] is ...:
        return list[value_of(inner[0])]  # type: ignore[misc]
    return hint if origin in (None, Literal) else origin[tuple(map(value_of, inner))]


@cache
def _source() -> type[BaseModel]:
    """Return the model of a source, which stands in full beside what names it."""
    hints = get_type_hints(Source)
    return _model("Source", {field.name: value_of(hints[field.name]) for field in dataclasses.fields(Source)}, Source.__doc__)


def _model(name: str, fields: dict[str, Any], doc: str | None = None) -> type[BaseModel]:
    required: Any = {field: (kind, ...) for field, kind in fields.items()}
    return create_model(name, __config__=ConfigDict(extra="forbid"), __doc__=doc, **required)
