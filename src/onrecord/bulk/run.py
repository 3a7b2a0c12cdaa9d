"""A bulk run: its parts one after the other, each kept whole or not at all, so that a run that dies goes on where it was.

folder/run.json                the version and the options that all parts share
folder/parts/ID/claims.parquet     a row a claim
folder/parts/ID/pages.parquet      a row a page that holds a fact, with its bytes and its packed facts
folder/parts/ID/set-aside.parquet  a row a page that could not be read, with the reason
folder/parts/ID/done.json          the counts; a part with this file is done
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from onrecord.bulk import journal, recognised, salvage, tables, zstd
from onrecord.bulk.parts import Part, parts_of
from onrecord.bulk.progress import Meter, Progress, Tally
from onrecord.model.errors import OnrecordError, PageUnreadable, RecordLocked, UsageError

DEATHS = 25
"""Pages of one part that may end a worker before the part itself is given up."""


@dataclass(frozen=True, slots=True)
class Options:
    """What all parts of a run share.

    Attributes:
        about: a file with a vocabulary for the gate, or `nuclear` (see `decode.gate.gate_about`); the field's where None.
        gated: False to read every page.
        cluster: address of a Ray cluster, `local` for one on this machine, None for none.
        workers: processes that read at once; all cores where None.
        archives_a_part: web archives that go together.
    """

    about: str | None = None
    gated: bool = True
    cluster: str | None = None
    workers: int | None = None
    archives_a_part: int = 1


@dataclass(slots=True)
class Counts:
    """What became of the records of a run."""

    records: int = 0
    refused: int = 0
    read: int = 0
    claims: int = 0
    set_aside: int = 0
    failed_parts: dict[str, str] = field(default_factory=dict)
    damaged: list[str] = field(default_factory=list)
    """Archives of which only the undamaged records could be read."""


def run(
    sources: Sequence[str | Path],
    folder: str | Path,
    *,
    options: Options | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Counts:
    """Read web archives, folders and lists of addresses into Parquet files of claims.

    Args:
        sources: see `parts.parts_of`.
        folder: where the run is kept; an earlier run there is gone on with.
        options: how to read.
        progress: called after each part, and every other second while one is read (from a thread of its own; on a cluster
            after each part alone).

    Raises:
        UsageError: `folder` holds a run with other options, or there is nothing to read.
        RecordLocked: another run works in `folder`.
        SourceNotFound: a source is not there.
    """
    options = options or Options()
    root = Path(folder).resolve()
    parts = parts_of(sources, archives_a_part=options.archives_a_part)
    counts = Counts()
    with _locked(root):
        _agree(root, options)
        _choose_runner(options)
        waiting = [part for part in parts if not (root / "parts" / part.id / "done.json").exists()]
        meter = Meter(progress or _silent, len(parts), waiting)
        for part in parts:
            place, failed = root / "parts" / part.id, ""
            before = (counts.records, counts.read)
            if part in waiting:
                failed = _read(part, root, options, meter)
            _count(counts, part, place, failed)
            if part in waiting:
                meter.ended(part, Tally(counts.records - before[0], 0, counts.read - before[1]), failed)
    return counts


def _silent(_: Progress) -> None:
    """Tell nothing."""


def _read(part: Part, root: Path, options: Options, meter: Meter) -> str:
    """Read one part; returns why it could not be read, or an empty string. Pages on which a worker died are set aside."""
    from onrecord.bulk.frames import read_part

    work, place = root / "work" / part.id, root / "parts" / part.id
    set_aside: dict[str, str] = {}
    damaged = {path for path in part.paths if path.endswith(".gz") and not salvage.ends_whole(path)}
    for _ in range(DEATHS):
        shutil.rmtree(work, ignore_errors=True)
        (work / "journal").mkdir(parents=True)
        try:
            recognised.check(part)
            reader = (options.about, options.gated, str(work / "journal"), set_aside)
            ready = _ready(part, work, damaged)
            with meter.watching(part, work / "journal"):
                read_part(ready, str(work / "raw"), workers=options.workers or os.cpu_count() or 1, reader=reader)
            found = _unread(ready, work) - damaged
            if found:
                damaged |= found
                continue
            tables.finish(work / "raw", work / "done", part.id, damaged=sorted(damaged))
        except OnrecordError as error:
            return str(error)
        except Exception as error:  # whatever Daft, Ray or a damaged archive raises: the other parts go on
            new = journal.at_hand(work / "journal") - set_aside.keys()
            if not new:
                return f"{part.paths[0]}: {type(error).__name__}: {' '.join(str(error).split())[:300]}"
            set_aside |= dict.fromkeys(new, "the page ended its reader, or took too long: it is kept and not tried again")
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            os.replace(work / "done", place)
            shutil.rmtree(work, ignore_errors=True)
            return ""
    return f"{part.paths[0]}: {DEATHS} pages ended their readers, the part is left out"


def _ready(part: Part, work: Path, damaged: Collection[str]) -> Part:
    """Return the part as Daft can read it: Zstandard as gzip, of damaged archives what is whole."""
    if part.kind != "archive":
        return part
    folder = work / "ready"
    folder.mkdir()
    paths = (
        zstd.to_gzip(path, folder) if path.endswith(".zst") else salvage.salvaged(path, folder) if path in damaged else path
        for path in part.paths
    )
    return Part(part.kind, tuple(paths))


def _unread(part: Part, work: Path) -> set[str]:
    """Return the archives of a part that the reader gave up before their end, since they are damaged."""
    return salvage.damaged(part.paths, partial(tables.records, work / "raw")) if part.kind == "archive" else set()


def _count(counts: Counts, part: Part, place: Path, failed: str) -> None:
    if failed:
        counts.failed_parts[part.paths[0]] = failed
        return
    done = json.loads((place / "done.json").read_text("utf-8"))
    for name in ("records", "refused", "read", "claims", "set_aside"):
        setattr(counts, name, getattr(counts, name) + done[name])
    counts.damaged += done["damaged"]


def _choose_runner(options: Options) -> None:
    try:
        from onrecord.bulk.frames import choose_runner
    except ImportError as error:
        raise UsageError("bulk runs need Daft, which is not installed", "pip install 'onrecord[bulk]'") from error
    choose_runner(options.cluster)


def _agree(root: Path, options: Options) -> None:
    """Note what all parts of a run share, or check that it is what the run in this folder was begun with."""
    from onrecord import __version__
    from onrecord.decode.gate import NUCLEAR, gate_about, is_nuclear

    about = None
    if options.about:
        gate_about(options.about)  # a vocabulary that will not do is refused here, and not by every worker
        about = NUCLEAR if is_nuclear(options.about) else hashlib.sha256(Path(options.about).read_bytes()).hexdigest()
    own = {"onrecord": __version__, "gated": options.gated, "about": about}
    note = root / "run.json"
    if note.exists():
        there = json.loads(note.read_text("utf-8"))
        if there != own:
            differing = ", ".join(key for key in own if there.get(key) != own[key])
            raise UsageError(f"{root}: a run with another {differing} is there", "choose another folder with --out")
    else:
        note.write_text(json.dumps(own) + "\n", "utf-8")


@contextlib.contextmanager
def _locked(root: Path) -> Iterator[None]:
    try:
        root.mkdir(parents=True, exist_ok=True)
        lock = (root / ".lock").open("w")
    except OSError as error:
        raise PageUnreadable(f"{root}: cannot be written ({error.strerror})", "choose another folder with --out") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RecordLocked(
                f"{root}: another run works in this folder", "wait for it, or choose another with --out"
            ) from None
        yield
