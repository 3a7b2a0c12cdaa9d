"""One person: spellings, offices over time, gatherings with roles, statements, and why the pages mean one person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.model.recorded import Attendance, PersonRecord, PositionRecord, Spelling, independent
from onrecord.review.wording import counted
from onrecord.tell.gatherings import facts_line
from onrecord.tell.layout import (
    DOT,
    HEADING,
    QUIET,
    date_cell,
    dotted,
    entry,
    labelled,
    line,
    proofs,
    section,
    source_name,
)
from onrecord.tell.offices import by_office, fullest, offices_line
from onrecord.tell.statements import statement_entries

NAMED = 3
"""So many sources of an office are named; the rest are counted, and shown with --evidence."""

_SCRIPTS = {"Latn": "Latin", "Cyrl": "Cyrillic", "Hang": "Hangul", "Hani": "Chinese"}


def told(person: PersonRecord, *, evidence: bool = False) -> list[RenderableType]:
    """Return all that the record says of one person."""
    parts: list[RenderableType] = [_header(person)]
    offices = [_office(group, evidence) for group in by_office(person.positions)]
    occasions = [_occasion(attendance, evidence) for attendance in person.gatherings]
    statements = statement_entries(person.statements, evidence=evidence, speaker=False)
    for title, found in (("Offices, as stated", offices), ("Gatherings", occasions), ("Statements", statements)):
        if found:
            parts.append(section(title, found))
    if not (offices or occasions or statements):
        parts.append(section("Mentions", _mentions(person)))
    if person.why:
        parts.append(section("Why these pages mean one person", _why(person.why)))
    return parts


MOST_REASONS = 5
"""Pairs of pages whose evidence is shown; they come best first."""


def _why(reasons: Sequence[str]) -> list[RenderableType]:
    shown: list[RenderableType] = [line(reason) for reason in reasons[:MOST_REASONS]]
    rest = len(reasons) - MOST_REASONS
    return [*shown, line((f"and {counted(rest, 'more pair')} of pages", QUIET))] if rest > 0 else shown


def candidates(name: str, persons: Sequence[PersonRecord]) -> list[RenderableType]:
    """Return the persons whom a name can mean, each with what tells them apart, and how to choose."""
    rows = [(person.key, Group(line((person.name, HEADING)), _brief(person))) for person in persons]
    return [
        line(
            f"{counted(len(persons), 'person')} can be meant by “{name}”. Ask again with a key: onrecord who {persons[0].key}"
        ),
        Text(),
        labelled(rows),
    ]


def _header(person: PersonRecord) -> RenderableType:
    others = [spelling for spelling in person.spellings if spelling.text != person.name]
    counts = (
        counted(len(person.sources), "source"),
        counted(len(person.gatherings), "gathering"),
        counted(len(person.statements), "statement"),
    )
    also = [line(("also ", QUIET), dotted(*_by_script(others)))] if others else []
    return Group(line((person.name, HEADING)), *also, dotted(*counts, person.key))


def _by_script(spellings: Iterable[Spelling]) -> list[str]:
    """Return the spellings script by script, the script named behind the last of it where it is not Latin."""
    found: dict[str, list[str]] = {}
    for spelling in spellings:
        found.setdefault(spelling.script, []).append(spelling.text)
    return [
        f"{', '.join(texts)}{'' if script == 'Latn' else f' ({_SCRIPTS[script]})' if script in _SCRIPTS else ''}"
        for script, texts in sorted(found.items(), key=lambda pair: pair[0] != "Latn")
    ]


def _brief(person: PersonRecord) -> Text:
    return dotted(offices_line(person.positions) or None, counted(len(person.sources), "source"))


def _office(group: list[PositionRecord], evidence: bool) -> RenderableType:
    dates = [position.as_of for position in group if position.as_of]
    terms = dict.fromkeys(
        f"{word} {date}" for p in group for word, date in (("since", p.since), ("until", p.until)) if date is not None
    )
    sources = list(dict.fromkeys(source_name(position.evidence.source) for position in group))
    more = [f"and {counted(len(sources) - NAMED, 'more page')}"] if len(sources) > NAMED else []
    voices = independent(position.evidence.source for position in group)
    return entry(
        date_cell(dates[0], dates[-1]) if dates else date_cell(None),
        line(fullest(group), (DOT + DOT.join(terms) if terms else "", QUIET)),
        dotted("; ".join([*sources[:NAMED], *more]), f"{voices} independent" if voices < len(sources) else None),
        *proofs([position.evidence for position in group], evidence),
    )


def _occasion(attendance: Attendance, evidence: bool) -> RenderableType:
    gathering = attendance.gathering
    # Who spoke was there: "participant" is told where there is nothing else to tell.
    roles = dict.fromkeys(part.role for part in attendance.roles if part.role != "participant") or ["participant"]
    return entry(
        date_cell(gathering.start, gathering.end),
        line(gathering.name),
        line((", ".join(roles), "italic"), (DOT, QUIET), facts_line(gathering)),
        *proofs([item for part in attendance.roles for item in part.evidence], evidence),
    )


def _mentions(person: PersonRecord) -> list[RenderableType]:
    first = {mention.source.key: mention for mention in reversed(person.mentions)}
    return proofs(first.values())
