"""Commands that keep a record in order: `rebuild`, `backup`, `check`, `forget`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import screen
from onrecord.cli.decider import As, Why, decider
from onrecord.cli.faults import FAULT
from onrecord.cli.opening import opened
from onrecord.cli.options import DEFAULT_RECORD, Json, Record


def rebuild(
    start: Annotated[
        str, typer.Option("--from", metavar="STAGE", help="Where to begin: decode (the bytes), extract (the texts), match.")
    ] = "decode",
    record: Record = DEFAULT_RECORD,
    json: Json = False,
) -> None:
    """Read all pages anew from what was kept.

    Replaces what is derived, all or nothing. Decisions are not touched and hold for what is found; those whose ground is gone
    are listed.
    """
    from onrecord import upkeep
    from onrecord.tell import keeping
    from onrecord.tell.plain import answer

    with opened(record) as source, screen.progress("Reading", total=len(source.view.captures())) as step:
        done = upkeep.rebuild(source, start=start, progress=step)  # type: ignore[arg-type]  # checked there
    if json:
        screen.json(answer(pages=done.pages, failed=done.failed, gone=done.gone))
    else:
        screen.show(*keeping.rebuilt(done.pages, done.failed, done.gone))


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The copy: a SQLite file; the web archive gets its name.")],
    record: Record = DEFAULT_RECORD,
) -> None:
    """Copy the record and its web archive.

    Others may read and change both while it runs; the copy is whole.
    """
    from onrecord import upkeep

    with opened(record) as source:
        kept = upkeep.backup(source, file)
    screen.text(f"{record} is copied to {' and '.join(map(str, kept))}.")


def check(record: Record = DEFAULT_RECORD, json: Json = False) -> None:
    """Look the record through for damage.

    Spans, wordings, hashes, references, what search goes by.

    Ends with exit code 2 where something is wrong.
    """
    from onrecord import upkeep
    from onrecord.tell import keeping
    from onrecord.tell.plain import answer

    with opened(record) as source:
        counts = source.view.counts()
        found = upkeep.check(source)
    if json:
        screen.json(answer(findings=found))
    else:
        screen.show(*keeping.checked(found, counts))
    if found:
        raise typer.Exit(FAULT)


def forget(
    url: Annotated[
        str, typer.Argument(metavar="URL", help="The address of the source, or the path of its file; --evidence prints it.")
    ],
    who: As = None,
    why: Why = "",
    record: Record = DEFAULT_RECORD,
) -> None:
    """Withdraw a source: its text goes, also from the web archive.

    A note stays that it was there: when it was captured, who withdrew it and why. Copies made with `backup` are not touched.
    """
    from onrecord import upkeep
    from onrecord.review.wording import counted

    by = decider(who)
    with opened(record) as source:
        notes = upkeep.forget(source, url, by=by, why=why)
    screen.text(f"{url} is withdrawn: {counted(len(notes), 'capture')} gone, a note stays.")
