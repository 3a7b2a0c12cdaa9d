"""Persons of web archives matched out of core: time, memory and B³ F1 as the number of mentions grows.

    python benchmarks/outofcore.py NAMES-FOLDER [--mentions 10000,100000,1000000,10000000] [--people 60000] [--processes 2]

Mentions are drawn as `archive.py` tells: Zipf's law over so many people, names of the open lists in NAMES-FOLDER. They are
written to Parquet, which is not measured; from there to the Parquet of clusters each size runs in processes of its own, whose
memory is measured together (what they share counts once; pages of files that they map do not). DuckDB gets 3 GB and a folder.
Growth is the slope of the seconds on logarithmic axes: 1 means linear. Processor seconds are those of all processes.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
from archive import SCRIPTS, YEARS, Drawn, People, drawn, people
from growth import exponent
from mentions import Lists

from onrecord.matching import outofcore

MEMORY = "3GB"


def write(population: People, found: Drawn, folder: Path) -> None:
    """Write mentions as `matching.rows` has them, and the truth beside them."""
    forms = population.forms
    combined = (found.form * 3 + found.script) * len(population.posts) + found.post
    distinct, worded = np.unique(combined, return_inverse=True)
    told = []
    for number in distinct.tolist():
        named, post = divmod(number, len(population.posts))
        offices = [[*population.posts[post], "current", []]] if post else []
        told.append(json.dumps([[forms[named // 3]], SCRIPTS[named % 3], offices], ensure_ascii=False, separators=(",", ":")))
    with duckdb.connect(config={"memory_limit": MEMORY, "temp_directory": str(folder / "spill")}) as base:
        columns = {"page": found.page, "form": found.form, "day": found.day, "post": found.post, "person": found.person}
        base.register("mention", pa.table(columns | {"n": np.arange(len(found.page)), "worded": worded.ravel()}))
        base.register("named", pa.table({"form": np.arange(len(forms)), "name": forms}))
        base.register("wording", pa.table({"worded": np.arange(len(told)), "told": told}))
        day = f"strftime(DATE '{YEARS[0]}-01-01' + INTERVAL (day) DAY, '%Y-%m-%d')"
        dates = f"""CASE WHEN post > 0 THEN '["' || {day} || '"]' ELSE '[]' END"""
        base.execute(
            f"""COPY (SELECT format('p-{{:016x}}', hash(n)) AS key, format('d-{{:016x}}', hash(page + 1000000000)) AS document,
            told, person,
            '[' || {dates} || ',' || to_json(list_filter(company, lambda other: other <> name))::VARCHAR || ']' AS context
            FROM mention JOIN named USING (form) JOIN wording USING (worded) JOIN
            (SELECT page, list(DISTINCT name ORDER BY name) AS company FROM mention JOIN named USING (form) GROUP BY page)
            USING (page)) TO '{folder}/sightings.parquet' (FORMAT parquet, COMPRESSION zstd)"""  # noqa: S608 - a folder of ours
        ).fetchall()


def b_cubed(folder: Path) -> tuple[float, float, float]:
    """Return B³ precision, recall and F1 (Bagga and Baldwin, 1998)."""
    query = f"""WITH pair AS (SELECT cluster, person, count(*)::DOUBLE AS n FROM '{folder}/out/members.parquet'
        JOIN '{folder}/sightings.parquet' USING (key) GROUP BY ALL),
        sums AS (SELECT n, sum(n) OVER (PARTITION BY cluster) AS c, sum(n) OVER (PARTITION BY person) AS p FROM pair)
        SELECT sum(n * n / c) / sum(n), sum(n * n / p) / sum(n) FROM sums"""  # noqa: S608 - a folder of ours
    ((precision, recall),) = duckdb.sql(query).fetchall()
    return precision, recall, 2 * precision * recall / (precision + recall)


def run(folder: Path, processes: int) -> None:
    """Match what lies in a folder, and print what that took as a line of JSON."""
    peak, done = [0], threading.Event()
    watch = threading.Thread(target=_watch, args=(peak, done))
    watch.start()
    clock, steps = time.perf_counter(), {}

    def note(step: str) -> None:
        steps[step] = round(time.perf_counter() - clock, 1)

    means = outofcore.Means(MEMORY, processes, folder)
    counts = outofcore.match("person", f"{folder}/sightings.parquet", folder / "out", means=means, progress=note)
    seconds = time.perf_counter() - clock
    done.set()
    watch.join()
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    processor = sum(one.ru_utime + one.ru_stime for one in spent)
    figures = {name: getattr(counts, name) for name in counts.__slots__}
    print(json.dumps(figures | {"seconds": seconds, "processor": processor, "memory": peak[0], "steps": steps}))


def _watch(peak: list[int], done: threading.Event) -> None:
    """Note the most memory that this process and its children have had together."""
    while not done.wait(0.5):
        peak[0] = max(peak[0], sum(map(_memory, _family(os.getpid()))))


def _family(process: int) -> list[int]:
    try:
        children = [int(word) for word in Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()]
    except OSError:
        return []
    return [process, *(one for child in children for one in _family(child))]


def _memory(process: int) -> int:
    """Return the bytes of a process; pages that it shares with others count in part, pages of files that it reads do not."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) << 10 for line in lines if line.startswith("Pss_Anon:"))


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", type=Path)
    parser.add_argument(
        "--mentions", type=lambda text: [int(n) for n in text.split(",")], default=[10**n for n in (4, 5, 6, 7)]
    )
    parser.add_argument("--people", type=int, default=60_000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--folder", type=Path, help="where all is written; the usual one for temporary files otherwise")
    parser.add_argument("--run", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.run:
        run(args.run, args.processes)
        return
    population = people(Lists(args.names), args.people)
    names = ("sightings", "wordings", "names", "units", "pairs_of_names", "links", "clusters")
    print("| mentions | wordings | names | units | pairs of names | links | clusters | B³ F1 | seconds | processor | GB |")
    print("| ---: " * 11 + "|", flush=True)
    points = []
    for mentions in args.mentions:
        folder = Path(tempfile.mkdtemp(dir=args.folder))
        write(population, drawn(population, mentions), folder)
        command = [sys.executable, __file__, str(args.names), "--run", str(folder), "--processes", str(args.processes)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603 - it is ourselves
        found = json.loads(done.stdout)
        counts = " | ".join(str(found[name]) for name in names)
        figures = f"{b_cubed(folder)[2]:.3f} | {found['seconds']:.0f} | {found['processor']:.0f} | {found['memory'] / 1e9:.1f}"
        print(f"| {counts} | {figures} |", flush=True)
        print(f"  {found['steps']}", file=sys.stderr, flush=True)
        points.append((found["sightings"], found["processor"], found["seconds"]))
        shutil.rmtree(folder)
    if len(points) > 1:
        clock, processor = exponent((x, z) for x, _, z in points), exponent((x, y) for x, y, _ in points)
        print(f"\nTime grows with the mentions to the power of {clock:.2f} by the clock, {processor:.2f} by processors.")


if __name__ == "__main__":
    main()
