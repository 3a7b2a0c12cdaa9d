"""The command for web archives of any size: `bulk`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import screen
from onrecord.cli.faults import FAULT, complain
from onrecord.cli.options import Json

if TYPE_CHECKING:
    from onrecord.bulk import Counts, Progress

FIELDS = ("records", "refused", "read", "claims", "set_aside", "failed_parts", "damaged")
"""Of the counts, in the order of the JSON."""
DEFAULT_OUT = Path("onrecord-bulk")
SOURCES = "Web archives (.warc, .warc.gz, .warc.zst), folders, pages, or Parquet lists of addresses (column url)."
OUT = "The folder of the run; a run that is there already is gone on with."
ABOUT = "Read pages about this vocabulary: a text file with one term a line, or `nuclear` for pages with a nuclear term alone."
CLUSTER = "Run on the Ray cluster at this address (`local` starts one here)."


def bulk(
    sources: Annotated[list[str], typer.Argument(metavar="WARC", help=SOURCES)],
    out: Annotated[Path, typer.Option("--out", metavar="FOLDER", help=OUT)] = DEFAULT_OUT,
    about: Annotated[str | None, typer.Option("--about", metavar="FILE", help=ABOUT)] = None,
    everything: Annotated[bool, typer.Option("--all", help="Read every page: no gate.")] = False,
    cluster: Annotated[str | None, typer.Option("--cluster", metavar="ADDRESS", help=CLUSTER)] = None,
    workers: Annotated[
        int | None, typer.Option("--workers", min=1, metavar="N", help="Processes that read at once; one a core unless told.")
    ] = None,
    record: Annotated[
        str | None,
        typer.Option("--record", metavar="FILE-or-URL", help="Load what was found into this record as well."),
    ] = None,
    json: Json = False,
) -> None:
    """Read web archives of any size into Parquet files of claims.

    A quick scan decides which pages can be of the field; only these are read. A run that was stopped goes on where it was,
    and a page that cannot be read is set aside with its reason.
    """
    import onrecord
    from onrecord.bulk import Options, load, run
    from onrecord.model.errors import UsageError
    from onrecord.review.wording import counted

    if about and everything:
        raise UsageError("--about and --all contradict each other", "give one of them")
    options = Options(about=about, gated=not everything, cluster=cluster, workers=workers, archives_a_part=16 if cluster else 1)
    counts = run(sources, out, options=options, progress=_tell)
    for reason in counts.failed_parts.values():
        complain(reason)
    for path in counts.damaged:
        complain(f"{path}: the web archive is damaged, its whole records were read: fetch it again for the others")
    loaded = None
    if record is not None and counts.read:
        with onrecord.open(record) as target, screen.progress("Loading", counts.read) as step:
            loaded = len(load(out, target, progress=step).added)
    if json:
        screen.json({name: getattr(counts, name) for name in FIELDS} | ({} if loaded is None else {"loaded": loaded}))
    else:
        _report(counts, out)
        if loaded is not None:
            screen.text(f"{counted(loaded, 'page')} loaded into {record}.")
    if counts.failed_parts and not counts.records:
        raise typer.Exit(FAULT)


def _report(counts: Counts, out: Path) -> None:
    from onrecord.review.wording import counted

    parts = (
        f"{counted(counts.records, 'record')} looked at",
        f"{counted(counts.refused, 'page')} refused by the gate",
        f"{counted(counts.read, 'page')} with facts",
        counted(counts.claims, "claim"),
        f"{counts.set_aside} set aside",
    )
    screen.text(f"{', '.join(parts)}. {out} holds them.")


def _tell(at: Progress) -> None:
    """Tell on stderr how far the run is, in a line that is written anew until its part ends; silent where it is no terminal."""
    if sys.stderr.isatty():
        left = "" if at.seconds_left is None else f", {_duration(at.seconds_left)} left"
        rate = f", {at.records / at.seconds:,.0f} records/s" if at.records else ""
        part = at.parts_done if at.part_ended else at.parts_done + 1
        line = f"part {part} of {at.parts}: {at.records:,} records, {at.pages:,} pages{rate}{left}"
        print(f"\r{line:79}", end="\n" if at.part_ended else "", file=sys.stderr, flush=True)


def _duration(seconds: float) -> str:
    minutes, seconds = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {seconds:02} s"
