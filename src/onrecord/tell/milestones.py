"""The dated steps of a nuclear or diplomatic record, in time order."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from onrecord.model.recorded import MilestoneRecord
from onrecord.tell.layout import HEADING, QUIET, date_cell, dotted, entry, line, proofs, source_name, spaced


def told(milestones: Sequence[MilestoneRecord], *, evidence: bool = False) -> list[RenderableType]:
    """Return the milestones as entries, or one line that says there are none."""
    if not milestones:
        return [Text("No milestone matches.")]
    return spaced(_entry(milestone, evidence) for milestone in milestones)


def _entry(milestone: MilestoneRecord, evidence: bool) -> RenderableType:
    actor = milestone.actor if milestone.actor and milestone.actor not in milestone.what else ""
    return entry(
        date_cell(milestone.date),
        line((milestone.what, HEADING), (f" ({actor})" if actor else "", QUIET)),
        dotted(milestone.kind.replace("-", " "), source_name(milestone.evidence.source)),
        *proofs([milestone.evidence], evidence),
    )
