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
from onrecord.matching.beside import ENOUGH, MOST, Beside
from onrecord.matching.crew import Crew
from onrecord.model.resolution import ClusterKind

LARGE = 50_000
"""Documents from which all of a record is matched out of core: in memory, so many take one to two gigabytes."""


def match_changes(work: rooms.Matching, processes: int = 1) -> Iterable[Change]:
    """Match what changed in a record; where that is a large part of it, all anew, with the same clusters.

    That is done in memory, or out of core for a large record, where DuckDB is installed (the extra `bulk`).

    Args:
        work: what changed.
        processes: that may be used, where all is matched anew in memory; two at most are. With more than one, a script that
            calls this needs the usual `if __name__ == "__main__":`.
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

    def pour(kind: ClusterKind) -> None:
        here, there = places[kind]
        here.pour(there)

    with Crew(2 if processes > 1 and ENOUGH <= work.documents <= MOST else 1) as crew, uncollected():
        return take(Arrival(work.new), memory, judged, Beside(crew, pour))
