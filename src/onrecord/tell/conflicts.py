"""Contradictions: why, and both sentences; or what was compared where there is none."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.model.decision import DecisionRecord, Settlement
from onrecord.model.recorded import Counts
from onrecord.review.conflicts import Compared, Conflict
from onrecord.review.wording import counted
from onrecord.tell.deciding import listed
from onrecord.tell.layout import DOT, HEADING, QUIET, Proof, indented, line, spaced
from onrecord.tell.severity import STYLES


def told(
    conflicts: Sequence[Conflict], compared: Sequence[Compared], counts: Counts, settled: Sequence[DecisionRecord] = ()
) -> list[RenderableType]:
    """Return each contradiction with its sides and how it was settled, then what was compared."""
    decided = {one.decision.conflict: one.decision for one in settled if isinstance(one.decision, Settlement)}
    basis = f"{counted(counts.pages, 'page')} and {counted(counts.gatherings, 'occasion')} in the record"
    if conflicts:
        head = line(f"{counted(len(conflicts), 'contradiction')}", (f", in {basis}.", QUIET))
        return [*spaced(_told(conflict, decided.get(conflict.key)) for conflict in conflicts), Text(), head]
    return [line(f"No contradiction found, in {basis}."), Text(), line(("Compared:", QUIET)), indented(_compared(compared))]


def shown(conflict: Conflict, decisions: Sequence[DecisionRecord]) -> list[RenderableType]:
    """Return one contradiction with its sides, and all that was ever decided on it."""
    return [_told(conflict, None), *([Text(), *listed(decisions)] if decisions else [])]


def _told(conflict: Conflict, settled: Settlement | None) -> RenderableType:
    head = line(
        (conflict.severity, STYLES[conflict.severity]),
        (f"{DOT}{conflict.kind}{DOT}", QUIET),
        (conflict.title, HEADING),
        (f"{DOT}{conflict.key}", QUIET),
    )
    sides = Table.grid(padding=(0, 2, 0, 0))
    # Values are dates, numbers, names; a long name is broken rather than the sentence squeezed.
    sides.add_column(max_width=24, overflow="fold")
    sides.add_column(overflow="fold")
    for side in conflict.sides:
        sides.add_row(side.value, Proof(side.evidence))
    return Group(head, line(conflict.reason), *([_decided(settled)] if settled else []), sides)


def _decided(settled: Settlement) -> RenderableType:
    what = f"settled: {settled.choice} holds" if settled.choice is not None else "settled"
    note = f" ({settled.note})" if settled.note else ""
    return line((f"{what}{note}, by {settled.by}{DOT}{settled.id}", "green"))


def _compared(compared: Sequence[Compared]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    # The number stands behind what was counted, which is worded in the plural: right of it, 1 reads like any other.
    grid.add_column(overflow="fold")
    grid.add_column(justify="right")
    for one in compared:
        grid.add_row(one.what, f"{one.number:,}")
    return grid
