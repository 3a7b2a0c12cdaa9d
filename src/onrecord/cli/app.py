"""The commands, registered in the order in which help lists them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer
from typer.main import get_command

from onrecord.cli import browser, bulk, deciding, faults, keeping, page, reading, reviewing, searching, user, writing

# Plain help: rich alone would cost more than the whole of the rest (about 0.1 s).
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)

COMMANDS: tuple[Callable[..., None], ...] = (
    writing.add,
    page.extract,
    reading.who,
    reading.said,
    searching.search,
    reading.gatherings,
    reading.timeline,
    reading.conflicts,
    reviewing.review,
    deciding.show,
    deciding.absent,
    deciding.decisions,
    deciding.undo,
    browser.serve,
    bulk.bulk,
    keeping.rebuild,
    keeping.backup,
    keeping.check,
    keeping.forget,
    page.explain,
    page.evaluate,
)
for command in COMMANDS:
    app.command()(command)
app.add_typer(user.user)


def _print_version(wanted: bool) -> None:
    if wanted:
        from onrecord import __version__

        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 - its callback does the work
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Turn the public record of nuclear diplomacy into a database in which every fact opens at its sentence."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def run() -> int:
    """Run the command that the process was started with, and return its exit code."""
    command = get_command(app)
    return faults.guarded(lambda: command.main(prog_name="onrecord", standalone_mode=False))
