"""From the bytes of web pages to facts: onrecord, the script that a user would write, and the bare components, side by side.

    pip install -r benchmarks/extraction.txt
    python benchmarks/end_to_end.py [--rounds 3] [--parts pages,crawl,growth,add,both] [--folder FOLDER] [--write]

Pages are generated (generated_pages.py). Parts, each of which can be left out:

- pages: relevant pages alone, each way in a process of its own on one and the same core, in turns, several rounds;
- crawl: a mixed crawl in the same manner: one page in a hundred of the field, one in twenty of a neighbouring subject;
- growth: web archives of 1,000, 10,000 and 100,000 pages of such a crawl by `onrecord bulk`, on two cores; the largest also
  by one worker on one core, and by one worker that may use both, in turns, several rounds;
- add: 1,000 relevant pages by `onrecord add` in one process on one core, and in two on two; the wait for the first page;
- both: relevant pages as whole commands on both cores, by the clock, models loaded each time: the script with `n_process=2`;
  `onrecord bulk` with two workers; `onrecord add` with two processes, which keeps a record and matches, too.

Programs that are started find their byte code, as installed ones do, once they ran for the first time.

Writes results/end_to_end.json, where parts that were not run keep their figures; --write puts them into docs/performance.md,
with a picture. --folder keeps the generated archives, so that a second run need not write them again.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import end_to_end_page
import psutil
from archives import Ran, onrecord, ran, write_archive
from generated_pages import crawl, field

# One core also for the libraries underneath: set before they are imported.
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

RESULTS = Path(__file__).parent / "results" / "end_to_end.json"
WAYS = ("onrecord", "nuclear", "script", "bare")
RELEVANT, MIXED = 60, 1_400
"""Pages that the ways read. In 1,400 of a mixed crawl each neighbouring subject comes equally often, and a round takes onrecord
long enough for a steady figure."""
SIZES = (1_000, 10_000, 100_000)
ADDED = 1_000
BOTH = 300
FIRST = 50_000_000
"""Number of the first page of the mixed crawl that the ways read, so that it is not part of the archives."""


def reader(way: str) -> Callable[[list[bytes]], int]:
    """Return a function that reads pages and tells how many facts it found; models are loaded here."""
    if way == "script":
        from peers import script

        model = script.load()
        return lambda pages: sum(len(one["quotations"]) + len(one["entities"]) for one in script.facts(pages, model))
    if way == "bare":
        from peers import bare

        parts = bare.load()
        return lambda pages: sum(1 for _ in bare.parses(pages, parts))
    import datetime as dt

    from onrecord.bulk.reading import PageReader
    from onrecord.languages.en import encoder
    from onrecord.languages.en import model as english

    own = PageReader(about="nuclear" if way == "nuclear" else None, gated=True, journal=None, set_aside={}, alone=True)
    noon = dt.datetime(2026, 11, 1, 12, tzinfo=dt.UTC)

    def read(pages: list[bytes]) -> int:
        encoder.forget(english.load())  # no word counts as seen before
        return sum(len(own.read(one, f"https://e.org/{n}", noon, is_response=False).claims) for n, one in enumerate(pages))

    return read


def serve(way: str) -> None:
    """Read pages whenever asked on stdin, in a process of its own; answer with seconds and memory as JSON."""
    sets = {"pages": [field(n) for n in range(RELEVANT)], "crawl": list(crawl(MIXED, start=FIRST))}
    read = reader(way)
    read(sets["pages"][:5])  # what is loaded lazily is loaded
    for line in sys.stdin:
        pages = sets[line.strip()]
        start, used = time.perf_counter(), time.process_time()
        facts = read(pages)
        seconds, processor = time.perf_counter() - start, time.process_time() - used
        peak = psutil.Process().memory_full_info().pss / 1e6
        print(json.dumps({"seconds": seconds, "processor": processor, "facts": facts, "memory": peak}), flush=True)


def in_turns(which: str, rounds: int) -> dict[str, Any]:
    """Let the ways read the same pages in turns on one core."""
    core = {max(os.sched_getaffinity(0))}
    processes = {
        way: subprocess.Popen(  # noqa: S603 - it is ourselves
            [sys.executable, __file__, "--serve", way], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for way in WAYS
    }
    found: dict[str, list[dict[str, float]]] = {way: [] for way in WAYS}
    for process in processes.values():
        os.sched_setaffinity(process.pid, core)
    for _ in range(rounds):
        for way, process in processes.items():
            found[way].append(asked(process, which))
    for process in processes.values():
        process.communicate()
    pages = RELEVANT if which == "pages" else MIXED
    return {"pages": pages, "words": words(which), "rounds": rounds, "ways": found}


def asked(process: subprocess.Popen[str], which: str) -> dict[str, float]:
    """Return what a process answers that serves a way."""
    if process.stdin is None or process.stdout is None:
        raise SystemExit("a process was started without pipes")
    process.stdin.write(f"{which}\n")
    process.stdin.flush()
    answer: dict[str, float] = json.loads(process.stdout.readline())
    return answer


def words(which: str) -> int:
    """Return the words of the texts of the pages, as the script sees them."""
    import trafilatura

    pages = (field(n) for n in range(RELEVANT)) if which == "pages" else crawl(MIXED, start=FIRST)
    return sum(len((trafilatura.extract(page, fast=True) or "").split()) for page in pages)


def growth(folder: Path, sizes: tuple[int, ...], rounds: int) -> dict[str, Any]:
    """Read archives of a mixed crawl of growing size with two workers; the largest also with one, in turns, several rounds."""
    rows: list[dict[str, Any]] = []
    for size in sizes:
        archive = folder / f"crawl-{size}.warc.gz"
        if not archive.exists():
            write_archive(archive, crawl(size))
        cases: list[tuple[int, set[int] | None]] = [(2, None)]
        if size == sizes[-1]:  # where loading the models, once a worker, no longer counts
            cases += [(1, None), (1, {max(os.sched_getaffinity(0))})]
        measured: list[dict[str, Any]] = [
            {"pages": size, "megabytes": archive.stat().st_size / 1e6, "workers": workers, "runs": []}
            | {"cores": len(cores or os.sched_getaffinity(0))}
            for workers, cores in cases
        ]
        for _ in range(rounds):
            for row, (workers, cores) in zip(measured, cases, strict=True):
                run, done = bulk(archive, workers, cores)
                row["runs"].append({"seconds": run.seconds, "processor": run.processor, "memory": run.peak})
                row |= {"read": done["read"], "passed": size - done["refused"]}
        rows += measured
    return {"rounds": rounds, "rows": rows}


def bulk(archive: Path, workers: int, cores: set[int] | None) -> tuple[Ran, dict[str, Any]]:
    """Run `onrecord bulk` on an archive; return what it took and what it tells of its one part."""
    with tempfile.TemporaryDirectory(dir=archive.parent) as out:
        run = ran(onrecord("bulk", archive, "--out", out, "--workers", workers), cores=cores)
        done: dict[str, Any] = json.loads(next(Path(out).glob("parts/*/done.json")).read_text("utf-8"))
    return run, done


def added(folder: Path, pages: int) -> dict[str, Any]:
    """Add relevant pages to a new record in one process and in two; and one page, from a cold start."""
    source = folder / "pages"
    source.mkdir(exist_ok=True)
    for number in range(pages):
        (source / f"{number}.html").write_bytes(field(number))
    rows = []
    for processes, cores in ((1, {max(os.sched_getaffinity(0))}), (2, None)):
        with tempfile.TemporaryDirectory(dir=folder) as out:
            run = ran(onrecord("add", source, "--record", f"{out}/record.db", "--processes", processes), cores=cores)
        rows.append({"processes": processes, "seconds": run.seconds, "processor": run.processor, "memory": run.peak})
    first = []
    for _ in range(3):
        with tempfile.TemporaryDirectory(dir=folder) as out:
            run = ran(onrecord("add", source / "0.html", "--record", f"{out}/record.db"))
            first.append({"seconds": run.seconds, "processor": run.processor})
    return {"pages": pages, "rows": rows, "first": first}


def on_both_cores(folder: Path, pages: int, rounds: int) -> dict[str, Any]:
    """Let the script, `onrecord bulk` and `onrecord add` read the same relevant pages in turns, each in two processes."""
    source = folder / f"both-{pages}"
    source.mkdir(exist_ok=True)
    for number in range(pages):
        (source / f"{number}.html").write_bytes(field(number))
    found: dict[str, list[dict[str, float]]] = {"script": [], "bulk": [], "add": []}
    script = Path(__file__).parent / "peers" / "script.py"
    for _ in range(rounds):
        with tempfile.TemporaryDirectory(dir=folder) as out:
            commands = {
                "script": [sys.executable, str(script), str(source), "2"],
                "bulk": onrecord("bulk", source, "--out", f"{out}/run", "--workers", 2),
                "add": onrecord("add", source, "--record", f"{out}/record.db", "--processes", 2),
            }
            for way, command in commands.items():
                run = ran(command)
                found[way].append({"seconds": run.seconds, "processor": run.processor, "memory": run.peak})
    return {"pages": pages, "rounds": rounds, "ways": found}


def main() -> None:
    """Measure what is asked for, keep it, and write the page."""
    arguments = argparse.ArgumentParser(description="pages to facts, side by side")
    arguments.add_argument("--serve", choices=WAYS, help=argparse.SUPPRESS)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--parts", default="pages,crawl,growth,add,both")
    arguments.add_argument("--sizes", default=",".join(map(str, SIZES)))
    arguments.add_argument("--added", type=int, default=ADDED)
    arguments.add_argument("--both", type=int, default=BOTH)
    arguments.add_argument("--folder", type=Path)
    arguments.add_argument("--write", action="store_true", help="put the figures into docs/performance.md")
    given = arguments.parse_args()
    if given.serve:
        serve(given.serve)
        return
    machine = end_to_end_page.machine()  # asked first: a package that is missing is not found out after an hour
    results: dict[str, Any] = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    with tempfile.TemporaryDirectory(dir=given.folder) as temporary:
        folder = given.folder or Path(temporary)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = f"{temporary}/bytecode"
        for part in filter(None, given.parts.split(",")):
            begun = {"load": round(os.getloadavg()[0], 1)}
            if part in ("pages", "crawl"):
                results[part] = in_turns(part, given.rounds) | begun
            elif part == "growth":
                results[part] = growth(folder, tuple(map(int, given.sizes.split(","))), given.rounds) | begun
            elif part == "both":
                results[part] = on_both_cores(folder, given.both, given.rounds) | begun
            else:
                results[part] = added(folder, given.added) | begun
            results["machine"] = machine
            RESULTS.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    print(end_to_end_page.markdown(results))
    if given.write:
        end_to_end_page.write(results)


if __name__ == "__main__":
    main()
