"""Where output goes: a terminal, a pipe, or JSON. The one module that writes to stdout.

On a terminal, rich lays out for its width and colours (unless NO_COLOR is set). In a pipe nothing is coloured and no line is
broken, so that `grep` and `cut` see whole facts; COLUMNS, where set, gives a width to both.
"""

from __future__ import annotations

import json as jsonlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

from onrecord.cli.faults import PIPE_CLOSED, silence_stdout

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

UNBROKEN = 100_000
"""Columns of a pipe: more than any line needs."""

_given: list[Console] = []


def use(console: Console | None) -> None:
    """Write to this console from now on, or to stdout again where None (for pictures and tests)."""
    _given[:] = [console] if console else []


def show(*parts: RenderableType) -> None:
    """Print parts one after another, without blanks at the ends of lines where the output is no terminal."""
    from rich.console import Console

    if _given:
        for part in parts:
            _given[0].print(part)
        return
    terminal = sys.stdout.isatty()
    console = Console(soft_wrap=False, highlight=False, markup=False, emoji=False, width=_width(terminal))
    with console.capture() as capture:
        for part in parts:
            console.print(part)
    lines = capture.get().splitlines()
    _write("\n".join(line if terminal else line.rstrip() for line in lines))


def text(line: str) -> None:
    """Print one line as it is."""
    if _given:
        _given[0].print(line)
    else:
        _write(line)


def json(value: Any) -> None:
    """Print a value as JSON: the letters of every script as they are, keys in the order given."""
    _write(jsonlib.dumps(value, ensure_ascii=False, indent=1))


def _width(terminal: bool) -> int | None:
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns) > 0:
        return int(columns)
    return None if terminal else UNBROKEN


def _write(text: str) -> None:
    encoding = sys.stdout.encoding or "utf-8"
    try:
        # A terminal that cannot show a letter shows its code, and does not stop us.
        sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        silence_stdout()
        raise typer.Exit(PIPE_CLOSED) from None


@contextmanager
def progress(what: str, total: int | None = None) -> Iterator[Callable[[Any], Any]]:
    """Show a progress bar on stderr while the block runs, where stderr is a terminal; else nothing.

    Args:
        what: what is being done, as one word.
        total: the number of steps, where it is known.

    Yields:
        A function that counts one step and hands its argument through.
    """
    if not sys.stderr.isatty():
        yield lambda value: value
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(style="dim", complete_style="cyan", pulse_style="cyan"),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)

        def step(value: Any) -> Any:
            bar.advance(task)
            return value

        yield step
