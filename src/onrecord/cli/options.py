"""Options and arguments that several commands share, each defined once."""

from __future__ import annotations

from typing import Annotated

import typer

DEFAULT_RECORD = "onrecord.db"

Record = Annotated[
    str,
    typer.Option(
        "--record", envvar="ONRECORD_RECORD", metavar="FILE-or-URL", help="The record: a SQLite file, or a database address."
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")]
Evidence = Annotated[bool, typer.Option("--evidence", help="Under each fact, print the sentence that states it.")]
Since = Annotated[str | None, typer.Option("--from", metavar="DATE", help="Not before this date (2019, 2019-04, 2019-04-03).")]
Until = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Not after this date (2019, 2019-04, 2019-04-03).")]
