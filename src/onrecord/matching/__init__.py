"""From what changed in a record to what that says about who and what is the same: matching as `Writer.match` takes it."""

from __future__ import annotations

from onrecord import record as rooms
from onrecord.match.growth import Change
from onrecord.match.judged import Judged
from onrecord.match.stages import Arrival, Shelves, in_memory, take


def match_changes(work: rooms.Matching) -> tuple[Change, ...]:
    """Match what changed in a record; where that is a large part of it, all anew in memory, with the same clusters."""
    judged = Judged.of(work.judgements)
    shelves = Shelves(work.organizations(), work.persons(), work.gatherings(), work.statements(), work.texts())
    if not work.whole:
        new = work.new
        return take(Arrival(new, work.gone(new), work.resting, work.names), shelves, judged)
    work.clear()
    memory = in_memory()
    changes = take(Arrival(work.new), memory, judged)
    memory.organizations.pour(shelves.organizations)
    memory.persons.pour(shelves.persons)
    memory.gatherings.pour(shelves.gatherings)
    memory.statements.pour(shelves.statements)
    memory.texts.pour(shelves.texts)
    return changes
