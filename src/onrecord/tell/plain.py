"""Records as plain JSON values: what `--json` prints.

Dates are EDTF text, spans `[start, end]` in Unicode code points of the document's text. A source is named by its key inside
the answer and stands in full, once, under `sources`.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable
from typing import Any

from onrecord.model import PartialDate, Span
from onrecord.model.recorded import Evidence, GatheringRecord, ParticipationRecord, Source, StatementRecord
from onrecord.review.conflicts import Conflict


def answer(**parts: Any) -> dict[str, Any]:
    """Return the parts of an answer as JSON values, with the sources that they name."""
    sources: dict[str, Source] = {}
    found = {name: plain(value, sources) for name, value in parts.items()}
    return {**found, "sources": {key: _fields(source, {}) for key, source in sorted(sources.items())}}


def plain(value: Any, sources: dict[str, Source]) -> Any:
    """Return one value as JSON values; sources that it names are added to `sources`."""
    if isinstance(value, Source):
        sources[value.key] = value
        return value.key
    if isinstance(value, PartialDate | dt.date):
        return value.edtf if isinstance(value, PartialDate) else value.isoformat()
    if isinstance(value, Span):
        return list(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {**_fields(value, sources), **_worked_out(value)}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [plain(inner, sources) for inner in value]
    return value


def _worked_out(value: Any) -> dict[str, Any]:
    """Return what a record knows of itself beside its fields, and a program would else have to work out."""
    if isinstance(value, Evidence):
        return {"marks": [list(mark) for mark in value.marks]}
    if isinstance(value, Conflict):
        return {"key": value.key}
    if isinstance(value, GatheringRecord | StatementRecord | ParticipationRecord):
        return {"independent_sources": value.independent_sources}
    return {}


def _fields(value: Any, sources: dict[str, Source]) -> dict[str, Any]:
    return {field.name: plain(getattr(value, field.name), sources) for field in dataclasses.fields(value)}
