"""From what changed in a record to what that says about who and what is the same: matching as `Writer.match` takes it."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from typing import Any

from onrecord import record as rooms
from onrecord.languages.tidying import uncollected
from onrecord.match.growth import Change
from onrecord.match.judged import Judged
from onrecord.match.shelf import MemoryShelf, Shelf
from onrecord.match.stages import KINDS, Arrival, Shelves, in_memory, take
from onrecord.matching.beside import ENOUGH, MOST, Beside, Submit
from onrecord.model.resolution import ClusterKind

LARGE = 50_000
"""Documents from which all of a record is matched out of core: in memory, so many take one to two gigabytes."""


def match_changes(work: rooms.Matching, submit: Submit | None = None) -> Iterable[Change]:
    """Match what changed in a record; where that is a large part of it, all anew, with the same clusters.

    That is done in memory, or out of core for a large record, where DuckDB is installed (the extra `bulk`).

    Args:
        work: what changed.
        submit: gives work to another process, where all is matched anew in memory and that gains more than it takes.
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
    places: dict[ClusterKind, tuple[MemoryShelf[Any], Shelf[Any]]] = dict(
        zip(KINDS, zip(memory, shelves, strict=True), strict=True)
    )

    def keep(kind: ClusterKind, change: Change) -> None:
        here, there = places[kind]
        here.pour(there)
        work.write(change)

    with uncollected():
        take(Arrival(work.new), memory, judged, Beside(submit if ENOUGH <= work.documents <= MOST else None, keep))
    return ()  # all is written
