"""The dated steps of a nuclear or diplomatic record, in time order: each once, with all that state it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from onrecord.languages.country_names import country_in, country_named
from onrecord.model.recorded import MilestoneRecord, independent
from onrecord.review.wording import sources_counted
from onrecord.tell.layout import HEADING, QUIET, date_cell, dotted, entry, line, proofs, source_name, spaced
from onrecord.tell.steps import country_of_step, date_of_step, headline, steps, taker

NAMED = 2
"""Sources of a step that are named; more are counted."""


def told(milestones: Sequence[MilestoneRecord], *, evidence: bool = False) -> list[RenderableType]:
    """Return the steps as entries, or one line that says there are none."""
    if not milestones:
        return [Text("No milestone matches.")]
    return spaced(_entry(step, evidence) for step in _steps(milestones))


def as_steps(milestones: Sequence[MilestoneRecord]) -> list[dict[str, Any]]:
    """Return the steps for JSON: what happened, when and where, the milestones that state it, and how many voices these are."""
    return [
        {
            "kind": step[0].kind,
            "date": date.edtf if (date := date_of_step(step)) else None,
            "country": country_of_step(step) or None,
            "what": _fullest(step).what,
            "actor": told.actor if (told := taker(step)) else None,
            "milestones": [one.key for one in step],
            "independent_sources": independent(one.evidence.source for one in step),
        }
        for step in _steps(milestones)
    ]


def _steps(milestones: Sequence[MilestoneRecord]) -> list[tuple[MilestoneRecord, ...]]:
    return steps(milestones, lambda one: one.evidence.source.key)


def _entry(step: tuple[MilestoneRecord, ...], evidence: bool) -> RenderableType:
    shown = _fullest(step)
    what = headline(shown)
    told = shown if shown.actor else taker(step)
    actor = _named(told.actor) if told and told.actor and told.actor not in what else ""
    sources = list({one.evidence.source.key: one.evidence.source for one in step}.values())
    named = "; ".join(source_name(source) for source in sources[:NAMED])
    counts = sources_counted(len(sources), independent(sources))
    return entry(
        date_cell(date_of_step(step)),
        line((what, HEADING), (f" ({actor})" if actor else "", QUIET)),
        dotted(shown.kind.replace("-", " "), named if len(sources) <= NAMED else None, counts if len(sources) > 1 else None),
        *proofs([one.evidence for one in step], evidence),
    )


def _named(actor: str) -> str:
    """Return who took a step, a country that is told in another script by its English name."""
    code = None if actor.isascii() else country_named(actor)
    return country_in(code, "en") if code else actor


def _fullest(step: tuple[MilestoneRecord, ...]) -> MilestoneRecord:
    """Return the milestone whose words say most to a reader of English."""
    return max(step, key=lambda one: (one.evidence.source.language == "en", bool(one.actor), len(one.what)))
