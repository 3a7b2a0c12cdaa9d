"""Since when and until when an office is held, by the dated steps of its page: "the minister, who left office on 19 March"."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from onrecord.languages.review_words import review_words
from onrecord.model import Extract, Milestone, PartialDate, Position

_SINCE, _UNTIL = "office-taken", "office-left"


def with_terms(extract: Extract) -> Extract:
    """Return the extract, each position with the days on which its paragraph says that it was taken and left."""
    steps = [step for step in extract.milestones if step.kind in (_SINCE, _UNTIL)]
    if not steps:
        return extract
    own = [(step.kind, step.date, held) for step in steps if (held := _held(step, extract)) is not None]
    return dataclasses.replace(extract, positions=tuple(_dated(position, own) for position in extract.positions))


def _dated(position: Position, steps: Sequence[tuple[str, PartialDate | None, Position]]) -> Position:
    days = {kind: date for kind, date, held in reversed(steps) if held is position}
    return dataclasses.replace(
        position,
        since=_closer(position.since, days.get(_SINCE)),
        until=_closer(position.until, days.get(_UNTIL)),
    )


def _closer(told: PartialDate | None, step: PartialDate | None) -> PartialDate | None:
    """Return the day of a step where the title's own words tell none, or only its year or month."""
    return step if step and (told is None or step.edtf.startswith(told.edtf)) else told


def _held(step: Milestone, extract: Extract) -> Position | None:
    """Return the position that a step is about: its title, or the only one of who took it that the paragraph tells of."""
    named = [position for position in extract.positions if step.what_span.overlaps(position.title_span)]
    if not named and _is_about_no_title(step, extract):
        here = _paragraph(step.text_span.start, extract)
        named = [position for position in extract.positions if _paragraph(position.span.start, extract) == here]
    held = [position for position in named if step.actor in (None, *position.person.names)]
    return held[0] if len(held) == 1 else None


def _is_about_no_title(step: Milestone, extract: Extract) -> bool:
    """Tell whether a step names the office as such ("left office"), or who left it alone ("resigned in May")."""
    if step.actor is None:
        return False
    words = step.what.casefold().split()
    itself = review_words(extract.document.language).get("office_itself", ())
    return words[-1] in itself or any(step.what_span.overlaps(at) for person in extract.persons for at in person.mentions)


def _paragraph(place: int, extract: Extract) -> int:
    """Return where the paragraph of a place begins."""
    return extract.document.text.rfind("\n", 0, place)
