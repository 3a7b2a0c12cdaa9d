"""The look of what is printed: entries with a date at their left, sentences with their words marked, quiet colours.

Every part is a rich renderable, so that rich lays it out for the width at hand, counts wide letters as two columns, and
drops colours where there are none to be had. Nothing is cut off: what is too long for a line goes on in the next.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.model import PartialDate
from onrecord.model.recorded import Evidence, Source

QUIET, DATE, HEADING, MARK = "dim", "cyan", "bold", "bold underline"
DOT = " · "
DATE_WIDTH = 12


def line(*parts: str | tuple[str, str] | Text) -> Text:
    """Return one line of text; a part may be a pair of words and their style."""
    return Text.assemble(*parts, overflow="fold")


def dotted(*parts: str | None, style: str = QUIET) -> Text:
    """Return the parts that are there, with dots between."""
    return Text(DOT.join(part for part in parts if part), style=style, overflow="fold")


def entry(date: Text | str, *parts: RenderableType) -> Table:
    """Return a date with what belongs to it at its right."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style=DATE, min_width=DATE_WIDTH - 2, max_width=DATE_WIDTH, overflow="fold")
    grid.add_column(overflow="fold")
    grid.add_row(date, Group(*parts))
    return grid


def labelled(rows: Iterable[tuple[str, RenderableType]], width: int = 0) -> Table:
    """Return rows of a quiet label and what belongs to it; `width` is the least width of the labels."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style=QUIET, no_wrap=True, min_width=width or None)
    grid.add_column(overflow="fold")
    for label, value in rows:
        grid.add_row(label, value)
    return grid


def section(title: str, parts: Iterable[RenderableType]) -> Group:
    """Return a heading with its parts below it, an empty line before the heading."""
    return Group(Text(), Text(title, style=HEADING), *(indented(part) for part in parts))


def indented(part: RenderableType, by: int = 2) -> Padding:
    """Return the part moved to the right."""
    return Padding(part, (0, 0, 0, by), expand=False)


def spaced(parts: Iterable[RenderableType]) -> list[RenderableType]:
    """Return the parts with an empty line between each two."""
    found: list[RenderableType] = []
    for part in parts:
        found += [Text(), part] if found else [part]
    return found


def date_cell(start: PartialDate | None, end: PartialDate | None = None) -> Text:
    """Return a date or a period as it stands in the date column: EDTF, one date a line."""
    if start is None:
        return Text("no date", style=QUIET)
    dates = [one.edtf for one in start.alternatives]
    lines = [*(f"{date} or" for date in dates[:-1]), dates[-1]]
    return Text("\n".join([*lines, *([f"- {end}"] if end and end != start else [])]))


def source_name(source: Source) -> str:
    """Return what a reader calls a source: its title, else its site, else its name."""
    return source.title or source.site or source.id


class Proof:
    """The sentence that states a fact, its words marked, and where it stands.

    Where there are no colours and no underlines (a pipe), the marks are ⟦ and ⟧.
    """

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the sentence and its source behind a bar at the left."""
        evidence = self._evidence
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(style=QUIET, width=1)
        grid.add_column(overflow="fold")
        sentence = marked(evidence, brackets=console.color_system is None)
        # A sentence of several lines stays one in a pipe, so that a line is a fact.
        grid.add_row("│", sentence)
        grid.add_row("│", where(evidence))
        yield from console.render(grid, options)


def marked(evidence: Evidence, *, brackets: bool) -> Text:
    """Return the sentence with the words of the fact in brackets or in a style."""
    text, at, sentence = Text(overflow="fold"), 0, evidence.sentence
    for mark in sorted(evidence.marks):
        start, end = max(mark.start, at), min(mark.end, len(sentence))
        if start >= end:
            continue
        text.append(_one_line(sentence[at:start]))
        words = _one_line(sentence[start:end])
        text.append(f"⟦{words}⟧" if brackets else words, style=MARK)
        at = end
    text.append(_one_line(sentence[at:]))
    return text


def where(evidence: Evidence) -> Text:
    """Return title, date, address and the place in the text, counted in letters from its start."""
    source = evidence.source
    places = ", ".join(f"{span.start}-{span.end}" for span in evidence.spans)
    return dotted(
        source_name(source), str(source.published) if source.published else "no date", source.url or source.id, f"at {places}"
    )


def _one_line(text: str) -> str:
    return text.replace("\r\n", " ").replace("\n", " ")


def proofs(evidence: Iterable[Evidence], wanted: bool) -> list[RenderableType]:
    """Return the proofs where they are wanted, each sentence once."""
    if not wanted:
        return []
    kept = {(item.source.key, item.sentence_span, item.spans): item for item in evidence}
    return [Proof(item) for item in kept.values()]
