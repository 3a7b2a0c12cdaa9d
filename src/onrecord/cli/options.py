"""Options and arguments that several commands share, each defined once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from onrecord.model.dates import PartialDate

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


def one(words: list[str] | None) -> str | None:
    """Return the words of an argument as one, so that a name of several words needs no quotation marks; None without any."""
    return " ".join(words) if words else None


def period(since: str | None, until: str | None) -> tuple[PartialDate | None, PartialDate | None]:
    """Return `--from` and `--to` as dates.

    Raises:
        DateError: one of them is no date.
        UsageError: nothing can be in the period, since it ends before it begins.
    """
    from onrecord.model.dates import PartialDate
    from onrecord.model.errors import UsageError

    first, last = (PartialDate(since) if since else None), (PartialDate(until) if until else None)
    begins, ends = first and first.bounds(), last and last.bounds()
    if begins and ends and begins[0] > ends[1]:
        raise UsageError(f"--from {since} is after --to {until}", "give the earlier date with --from")
    return first, last
