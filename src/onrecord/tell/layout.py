"""The look of what is printed: entries with a date at their left, sentences with their words marked, quiet colours.

Every part is a rich renderable, so that rich lays it out for the width at hand, counts wide letters as two columns, and
drops colours where there are none to be had. Nothing is cut off: what is too long for a line goes on in the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.measure import Measurement
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from onrecord.model import PartialDate
from onrecord.model.recorded import Evidence, Source

QUIET, DATE, HEADING, MARK = "dim", "cyan", "bold", "bold underline"
DOT = " · "
DATE_WIDTH = 12
"""A full date, with its mark or with the dash of a period."""

BAR = "│ "


def line(*parts: str | tuple[str, str] | Text) -> Text:
    """Return one line of text; a part may be a pair of words and their style."""
    return Text.assemble(*parts, overflow="fold")


def dotted(*parts: str | None, style: str = QUIET) -> Text:
    """Return the parts that are there, with dots between."""
    return Text(DOT.join(part for part in parts if part), style=style, overflow="fold")


def entry(date: Text | str, *parts: RenderableType) -> Table:
    """Return a date with what belongs to it at its right."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style=DATE, width=DATE_WIDTH, overflow="fold")
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
    lines = [part for one in start.alternatives for part in ("or", one.edtf)][1:]
    return Text("\n".join([*lines, *([f"- {end}"] if end and end != start else [])]))


def source_name(source: Source) -> str:
    """Return what a reader calls a source: its title, else its site, else its name."""
    return source.title or source.site or source.id


class Proof:
    """Sentences of one source that state a fact, their words marked, and below them the source.

    Where there are no colours and no underlines (a pipe), the marks are ⟦ and ⟧.
    """

    def __init__(self, *evidence: Evidence) -> None:
        self._evidence = evidence

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the sentences and their source behind a bar at the left."""
        brackets = console.color_system is None
        inner = options.update_width(max(options.max_width - len(BAR), 1))
        for part in (*(marked(one, brackets=brackets) for one in self._evidence), where(self._evidence)):
            for segments in console.render_lines(part, inner, pad=False):
                yield Segment(BAR, console.get_style(QUIET))
                yield from segments
                yield Segment.line()

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Take the width of the longest line, as a text does."""
        lines = (*(marked(one, brackets=True) for one in self._evidence), where(self._evidence))
        widest = max(Measurement.get(console, options, part).maximum for part in lines) + len(BAR)
        return Measurement(min(20, options.max_width), min(widest, options.max_width))


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


def where(evidence: Sequence[Evidence]) -> Text:
    """Return title, date, address and the places in the text, counted in letters from its start."""
    source = evidence[0].source
    places = dict.fromkeys(f"{span.start}-{span.end}" for one in evidence for span in one.spans)
    published = str(source.published) if source.published else "no date"
    return dotted(source_name(source), published, address(source), f"at {', '.join(places)}")


def address(source: Source) -> str:
    """Return where a source is found: a file by its path, as seen from the working folder; everything else by its address."""
    if not source.url.startswith("file://"):
        return source.url or source.id
    path, here = Path(unquote(source.url.removeprefix("file://"))), Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def proofs(evidence: Iterable[Evidence], wanted: bool = True) -> list[RenderableType]:
    """Return the proofs where they are wanted: source by source, each sentence once with all its marks."""
    if not wanted:
        return []
    found: dict[str, dict[tuple[int, int], Evidence]] = {}
    for one in evidence:
        sentences = found.setdefault(one.source.key, {})
        before = sentences.get(one.sentence_span)
        spans = tuple(sorted({*(before.spans if before else ()), *one.spans}))
        sentences[one.sentence_span] = replace(one, spans=spans)
    return [Proof(*sentences.values()) for sentences in found.values()]


def _one_line(text: str) -> str:
    return text.replace("\r\n", " ").replace("\n", " ")
