"""What a search found: statements with the hit marked."""

from __future__ import annotations

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from onrecord.model.search import Hit, Hits, Snippet
from onrecord.review.wording import counted
from onrecord.tell.layout import DOT, HEADING, MARK, QUIET, date_cell, entry, line, proofs, spaced
from onrecord.tell.statements import context_line, speaker_name


def told(hits: Hits, *, evidence: bool = False) -> list[RenderableType]:
    """Return the hits as entries, and below them how many there are and how to see the rest."""
    if not hits.hits:
        return [Text("No statement matches.")]
    more = "more than " if hits.more_than_counted else ""
    rest = f"{DOT}the next ones: --cursor {hits.cursor}" if hits.cursor else ""
    foot = line((f"{more}{counted(hits.total, 'statement')}{rest}", QUIET))
    return [*spaced(_entry(hit, evidence) for hit in hits.hits), Text(), foot]


def _entry(hit: Hit, evidence: bool) -> RenderableType:
    statement = hit.statement
    cue = f"{DOT}{statement.cue}" if statement.cue else ""
    return entry(
        date_cell(statement.date),
        line((speaker_name(statement), HEADING), (cue, QUIET)),
        _Marked(hit.snippet, quoted=statement.direct),
        context_line(statement, evidence),
        *proofs(statement.evidence, evidence),
    )


class _Marked:
    """A snippet with what was found in a style, or between ⟦ and ⟧ where there are none."""

    def __init__(self, snippet: Snippet, *, quoted: bool) -> None:
        self._snippet = snippet
        self._quoted = quoted

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the text."""
        brackets = console.color_system is None
        text, at = Text("“" if self._quoted else "", overflow="fold"), 0
        words = self._snippet.text
        for mark in self._snippet.marks:
            text.append(_one_line(words[at : mark.start]))
            inside = _one_line(mark.of(words))
            text.append(f"⟦{inside}⟧" if brackets else inside, style=MARK)
            at = mark.end
        text.append(_one_line(words[at:]) + ("”" if self._quoted else ""))
        yield text


def _one_line(text: str) -> str:
    return text.replace("\n", " ")
