"""Occasions: when, what, where, how; who did what in the order listed; how many sources; what contradicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from onrecord.model.recorded import GatheringRecord, ParticipationRecord, PositionRecord
from onrecord.review.conflicts import Conflict
from onrecord.review.conflicts.attendance import number_in_words
from onrecord.review.wording import sources_counted
from onrecord.tell.layout import HEADING, QUIET, date_cell, dotted, entry, labelled, line, proofs, spaced
from onrecord.tell.offices import offices_line
from onrecord.tell.places import place_named
from onrecord.tell.severity import STYLES

ROLES = ("organizer", "host", "moderator", "opening", "speaker", "signatory", "participant")
"""In the order in which they are told."""

_FORMATS = {"in-person": "in person", "online": "online", "hybrid": "in person and online"}

Offices = Mapping[str, Sequence[PositionRecord]]
"""Positions as stated, by the key of the person."""


def told(
    gatherings: Sequence[GatheringRecord], *, offices: Offices, conflicts: Iterable[Conflict], evidence: bool = False
) -> list[RenderableType]:
    """Return the occasions as entries, or one line that says there are none."""
    if not gatherings:
        return [Text("No gathering matches.")]
    against: dict[str, list[Conflict]] = {}
    for conflict in conflicts:
        against.setdefault(conflict.subject, []).append(conflict)
    return spaced(_entry(one, offices, against.get(one.key, []), evidence) for one in gatherings)


def facts_line(gathering: GatheringRecord) -> Text:
    """Return type, place, form, attendance and number of sources in one line."""
    sources = sources_counted(len(gathering.sources), gathering.independent_sources)
    venue = gathering.venue if gathering.venue != gathering.place else None
    return dotted(
        gathering.type,
        place_named(gathering.place, gathering.start) if gathering.place else None,
        venue,
        _FORMATS.get(gathering.format),
        f"track {gathering.track}" if gathering.track != "unknown" else None,
        gathering.status if gathering.status != "held" else None,
        _attendance(gathering),
        sources,
    )


def _attendance(gathering: GatheringRecord) -> str | None:
    """Return the number of people with the "about" or "over" of the source that gives it."""
    if gathering.attendance is None:
        return None
    told = next((side for side in gathering.values("attendance") if side.value == str(gathering.attendance)), None)
    return f"{number_in_words(told) if told else f'{gathering.attendance:,}'} attended"


def _entry(gathering: GatheringRecord, offices: Offices, conflicts: list[Conflict], evidence: bool) -> RenderableType:
    proof = [stated.evidence for report in gathering.reports for stated in report.stated]
    return entry(
        date_cell(gathering.start, gathering.end),
        line((gathering.name, HEADING)),
        facts_line(gathering),
        *(line((f"{c.severity} contradiction, {c.kind}: ", STYLES[c.severity]), c.reason) for c in conflicts),
        *proofs(proof or [report.evidence for report in gathering.reports], evidence),
        *_roles(gathering, offices, evidence),
    )


def _roles(gathering: GatheringRecord, offices: Offices, evidence: bool) -> list[RenderableType]:
    rows: list[tuple[str, RenderableType]] = []
    busy = {part.who.key for part in gathering.participations if part.who.key and part.role != "participant"}
    for role in ROLES:
        label: str = role
        # Who spoke was there: the table does not say it twice, the JSON does.
        held = (p for p in gathering.participations if p.role == role and not (role == "participant" and p.who.key in busy))
        for part in sorted(held, key=lambda p: p.rank):
            rows.append((label, _party(part, gathering, offices)))
            rows += [("", proof) for proof in proofs(part.evidence, evidence)]
            label = ""
    return [labelled(rows, width=len("participant"))] if rows else []


def _party(part: ParticipationRecord, gathering: GatheringRecord, offices: Offices) -> Text:
    office = _office(part, gathering, offices)
    # A delegation is said by the office already where that names the country.
    delegation = part.delegation if part.delegation and part.delegation not in office else ""
    return line(part.who.name, (f", {office}" if office else "", QUIET), (f" ({delegation})" if delegation else "", QUIET))


def _office(part: ParticipationRecord, gathering: GatheringRecord, offices: Offices) -> str:
    """Return the offices that the sources of this occasion give the person, current ones first, each once."""
    pages = {source.key for source in gathering.sources}
    return offices_line(p for p in offices.get(part.who.key or "", ()) if p.evidence.source.key in pages)
