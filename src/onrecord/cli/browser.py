"""The command that shows the record in a browser: `serve`."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import screen
from onrecord.cli.decider import As, decider
from onrecord.cli.faults import complain
from onrecord.cli.options import DEFAULT_RECORD, Record


def serve(
    record: Record = DEFAULT_RECORD,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="NUMBER", min=0, max=65535, help="0 takes any that is free.")] = 8000,
    processes: Annotated[
        int | None,
        typer.Option("--processes", metavar="N", min=0, max=64, help="Processes that make pages; one a core unless told."),
    ] = None,
    who: As = None,
) -> None:
    """Show the record in a browser.

    Pages to read, check and decide, at http://127.0.0.1:8000/ unless told otherwise. Ctrl-C ends it. Where there are accounts,
    whoever is signed in decides, else --as NAME. With --processes 0, the one that takes connections makes all pages itself.
    """
    from onrecord.serve.server import makers, run
    from onrecord.serve.settings import Settings

    settings = Settings(host=host, port=port, reviewer=_reviewer(who), processes=makers(processes))
    run(record, settings, ready=lambda address: screen.text(f"onrecord serves {record} at {address}"), notice=complain)


def _reviewer(given: str | None) -> str:
    """Return who decides where there are no accounts: as given, else git's user, else whoever is logged in at this machine."""
    from getpass import getuser

    from onrecord.model.errors import UsageError

    try:
        return decider(given)
    except UsageError:
        # Reading needs nobody's name, so that a server without git serves all the same.
        return getuser()
