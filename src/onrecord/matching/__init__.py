"""From what changed in a record to what that says about who and what is the same: matching as `Writer.match` takes it."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec

from onrecord import record as rooms
from onrecord.match.growth import Change
from onrecord.match.judged import Judged
from onrecord.match.stages import Arrival, Shelves, in_memory, take

LARGE = 50_000
"""Documents from which all of a record is matched out of core: in memory, so many take one to two gigabytes."""


def match_changes(work: rooms.Matching) -> Iterable[Change]:
    """Match what changed in a record; where that is a large part of it, all anew, with the same clusters.

    That is done in memory, or out of core for a large record, where DuckDB is installed (the extra `bulk`).
    """
    judged = Judged.of(work.judgements)
    shelves = Shelves(work.organizations(), work.persons(), work.gatherings(), work.statements(), work.texts())
    if not work.whole:
        new = work.new
        return take(Arrival(new, work.gone(new), work.resting, work.names), shelves, judged)
    work.clear()
    if work.documents > LARGE and find_spec("duckdb") and find_spec("pyarrow"):
        from onrecord.matching.large import match_large

        return match_large(work, judged)
    memory = in_memory()
    changes = take(Arrival(work.new), memory, judged)
    memory.organizations.pour(shelves.organizations)
    memory.persons.pour(shelves.persons)
    memory.gatherings.pour(shelves.gatherings)
    memory.statements.pour(shelves.statements)
    memory.texts.pour(shelves.texts)
    return changes
