"""What was said: date, speaker, words, occasion, source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import RenderableType
from rich.text import Text

from onrecord.model.recorded import StatementRecord
from onrecord.review.wording import sources_counted
from onrecord.tell.layout import DOT, HEADING, QUIET, date_cell, dotted, entry, line, proofs, source_name, spaced


def told(statements: Sequence[StatementRecord], *, evidence: bool = False) -> list[RenderableType]:
    """Return the statements as entries, or one line that says there are none."""
    if not statements:
        return [Text("No statement matches.")]
    return spaced(statement_entries(statements, evidence=evidence))


def statement_entries(
    statements: Iterable[StatementRecord], *, evidence: bool = False, speaker: bool = True
) -> list[RenderableType]:
    """Return one entry a statement; `speaker` is False where all are of one person, who is named above."""
    return [_entry(statement, evidence, speaker) for statement in statements]


def _entry(statement: StatementRecord, evidence: bool, speaker: bool) -> RenderableType:
    words = speaker_name(statement)
    head = line((words, HEADING), (f"{DOT}{statement.cue}" if statement.cue else "", QUIET)) if speaker else None
    # The comma that a quotation ends with belongs to the sentence around it.
    content = " … ".join(" ".join(part.split()) for part in statement.content).rstrip(",")
    cue = "" if head or statement.direct or not statement.cue else f"{statement.cue}: "
    text = line((cue, QUIET), f"“{content}”" if statement.direct else content)
    return entry(
        date_cell(statement.date),
        *([head] if head else []),
        text,
        context_line(statement, evidence),
        *proofs(statement.evidence, evidence),
    )


def speaker_name(statement: StatementRecord) -> str:
    """Return who said it; beside the name, another one that the text has."""
    if statement.speaker is None:
        return statement.speaker_words or "somebody"
    name, stated = statement.speaker.name, statement.speaker.as_stated
    # "he" and "the expert" say nothing beside the name; another spelling does.
    different = stated and stated != name and stated[:1].isupper() and stated not in name
    return f"{name} ({stated})" if different and statement.speaker.kind != "phrase" else name


def context_line(statement: StatementRecord, evidence: bool) -> RenderableType:
    """Return occasion, manner, topics and sources; the source's title where there is one source."""
    pages = len(statement.evidence)
    if pages == 1:
        source = source_name(statement.evidence[0].source)
    else:
        source = sources_counted(pages, statement.independent_sources, "page")
    manner = statement.manner if statement.manner not in ("said", statement.cue) else None
    basis = "dated by its page" if statement.date and statement.date_basis == "published" else None
    occasion = f"at {statement.gathering_name}" if statement.gathering_name else None
    relayed = f"through {statement.relayed_by.name}" if statement.relayed_by else None
    if source == statement.gathering_name or (evidence and pages == 1):
        source = ""  # said already, or just below
    return dotted(manner, occasion, relayed, ", ".join(statement.topics), source, basis)
