"""The command that changes the record: `add`."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import screen
from onrecord.cli.faults import FAULT, complain
from onrecord.cli.options import DEFAULT_RECORD, Json, Record


def add(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE", help="Files, folders or addresses of pages; - reads one from stdin.")
    ],
    record: Record = DEFAULT_RECORD,
    processes: Annotated[
        int,
        typer.Option(min=0, metavar="N", help="Processes that read pages side by side; 0 takes one for each processor."),
    ] = 0,
    json: Json = False,
) -> None:
    """Read pages into the record.

    Text, Markdown, HTML and PDF, from files, folders and the web. A page that cannot be read is named with its cure, and the
    others get in. A page that is in the record already changes nothing.
    """
    import onrecord
    from onrecord.languages.processors import processors
    from onrecord.model.errors import UsageError
    from onrecord.review.wording import counted
    from onrecord.tell.plain import answer

    with onrecord.open(record) as target, screen.progress("Reading") as step:
        for notice in target.store.notices:
            complain(notice)
        summary = target.add(*sources, progress=step, processes=processes or processors())
        counts = target.view.counts()
    if len(summary.skipped) == len(summary.pages):
        others = f", but {counted(len(summary.skipped), 'file')} of no known type" if summary.skipped else ""
        raise UsageError(f"no page found in {', '.join(sources)}{others}", "name files, folders or addresses of pages")
    for page in summary.failed:
        complain(f"{page.source}: {page.reason}")
    if json:
        found = answer(pages=summary.pages, counts=counts)
        screen.json({"pages": found["pages"], "counts": found["counts"]})
    else:
        became = (
            (summary.added, "page", "added"), (summary.unchanged, "page", "there already"),
            (summary.failed, "page", "not read"), (summary.skipped, "file", "of no known type left out"),
        )  # fmt: skip
        done = [f"{counted(len(sources), noun)} {what}" for sources, noun, what in became if sources]
        held = (
            (counts.pages, "page", ""), (counts.persons, "person", ""), (counts.organizations, "organization", ""),
            (counts.gatherings, "gathering", ""), (counts.statements, "statement", ""), (counts.milestones, "milestone", ""),
        )  # fmt: skip
        screen.text(f"{', '.join(done)}. {record} holds {', '.join(counted(*one) for one in held)}.")
    if summary.failed and not summary.added and not summary.unchanged:
        raise typer.Exit(FAULT)
