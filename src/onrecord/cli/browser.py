"""The command that shows the record in a browser: `serve`."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import screen
from onrecord.cli.options import DEFAULT_RECORD, Record


def serve(
    record: Record = DEFAULT_RECORD,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="NUMBER", min=0, max=65535, help="0 takes any that is free.")] = 8000,
) -> None:
    """Show the record in a browser.

    Pages to read, check and decide, at http://127.0.0.1:8000/ unless told otherwise. Ctrl-C ends it.
    """
    from onrecord.serve.server import run
    from onrecord.serve.settings import Settings

    run(record, Settings(host=host, port=port), ready=lambda address: screen.text(f"onrecord serves {record} at {address}"))
