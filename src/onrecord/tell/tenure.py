"""Who was in office on a day: certainly, possibly, and according to whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import RenderableType
from rich.text import Text

from onrecord.model import PartialDate
from onrecord.model.recorded import PositionRecord
from onrecord.review.tenure import Tenure, tenure
from onrecord.tell.layout import DOT, HEADING, QUIET, dotted, entry, line, proofs, source_name, spaced
from onrecord.tell.offices import fullest, one_office

_ORDER = ("certainly", "possibly", "no")


def on(positions: Iterable[PositionRecord], day: PartialDate) -> list[Tenure]:
    """Return what was held on a day, certain ones first; offices that were not held are left out where others were."""
    groups: list[list[PositionRecord]] = []
    for position in positions:
        group = next((group for group in groups if all(_of_one_holder(position, other) for other in group)), None)
        if group is None:
            groups.append([position])
        else:
            group.append(position)
    found = [one for one in (tenure(group, day) for group in groups) if one]
    held = [one for one in found if one.held != "no"] or found
    return sorted(held, key=lambda one: (_ORDER.index(one.held), one.person, one.positions[0].key))


def told(found: Sequence[Tenure], day: PartialDate, *, evidence: bool = False) -> list[RenderableType]:
    """Return each office with the verdict, the reason and the sources."""
    if not found:
        return [Text(f"No source tells of an office on {day}.")]
    return spaced(_entry(one, evidence) for one in found)


def _entry(one: Tenure, evidence: bool) -> RenderableType:
    sources = dict.fromkeys(_stated(position) for position in one.positions)
    return entry(
        one.held if one.held != "no" else "not",
        line((one.person, HEADING), f"{DOT}{fullest([p for p in one.positions if p.status == 'current'] or one.positions)}"),
        line((one.reason, QUIET)),
        dotted("; ".join(sources)),
        *proofs([position.evidence for position in one.positions], evidence),
    )


def _stated(position: PositionRecord) -> str:
    terms = [f"{word} {date}" for word, date in (("since", position.since), ("until", position.until)) if date]
    when = str(position.as_of) if position.as_of else "no date"
    return " ".join([source_name(position.evidence.source), f"({', '.join([when, position.status, *terms])})"])


def _of_one_holder(a: PositionRecord, b: PositionRecord) -> bool:
    return a.person_key == b.person_key and one_office(a, b)
