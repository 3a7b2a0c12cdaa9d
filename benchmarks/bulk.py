"""One large web archive through `onrecord bulk`: time, memory over time, and what it tells while it reads.

    python benchmarks/bulk.py [GIGABYTES] [--workers N] [--folder FOLDER]

The archive is generated (generated_pages.crawl: one page in a hundred of the field, one in twenty of a neighbouring subject;
each padded to the size of a page of a news site), and its file has GIGABYTES (5). Writes results/bulk.json and prints it as
Markdown.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from archives import Ran, onrecord, ran, write_archive
from generated_pages import crawl

RESULTS = Path(__file__).parent / "results" / "bulk.json"
PADDING = 120_000


def measured(folder: Path, gigabytes: float, workers: int) -> dict[str, Any]:
    """Write the archive, read it, and return the figures."""
    archive = folder / "crawl.warc.gz"
    records, size = write_archive(archive, crawl(10**9), until=gigabytes * 1e9, padding=PADDING)
    told: list[str] = []
    command = onrecord("bulk", archive, "--out", folder / "run", "--workers", workers)
    run = ran(command, out=lambda line: told.append(line) if line.startswith("part") else None, terminal=True)
    (done,) = (json.loads(path.read_text("utf-8")) for path in (folder / "run").glob("parts/*/done.json"))
    return {
        "gigabytes": round(archive.stat().st_size / 1e9, 2),
        "unpacked": round(size / 1e9, 2),
        "records": records,
        "passed": records - done["refused"],
        "read": done["read"],
        "claims": done["claims"],
        "workers": workers,
        "seconds": round(run.seconds, 1),
        "processor": round(run.processor, 1),
        "load": round(os.getloadavg()[0], 1),
        "peak": round(run.peak),
        "memory": [round(megabytes) for megabytes in tenths(run)],
        "told": [told[len(told) * n // 4] for n in (1, 2, 3)] if len(told) > 3 else told,
    }


def tenths(run: Ran) -> list[float]:
    """Return the highest memory in each tenth of a run."""
    parts = itertools.groupby(run.memory, lambda at: min(9, int(10 * at[0] / run.seconds)))
    return [max(megabytes for _, megabytes in part) for _, part in parts]


def shown(at: dict[str, Any]) -> str:
    """Return the figures as Markdown."""
    used = f", {at['processor']:,.0f} s on processors" if at["processor"] else ""
    lines = [
        f"A file of {at['gigabytes']} GB ({at['unpacked']} GB unpacked, {at['records']:,} records), {at['workers']} workers:",
        "",
        f"- {at['seconds']:,.0f} s by the clock{used} (load of the machine {at['load']}); "
        f"{at['records'] / at['seconds']:,.0f} records/s",
        f"- {at['passed']:,} pages passed the gate, {at['read']:,} hold facts: {at['claims']:,} claims",
        f"- memory of all processes at most {at['peak']:,} MB; the highest in each tenth of the run: "
        + ", ".join(map(str, at["memory"])),
        "- told while it read: " + "; ".join(f"`{line}`" for line in at["told"]),
    ]
    return "\n".join(lines)


def main() -> None:
    """Measure, keep and print."""
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    words.add_argument("gigabytes", nargs="?", type=float, default=5.0)
    words.add_argument("--workers", type=int, default=2)
    words.add_argument(
        "--folder", type=Path, help="where the archive is written and deleted again; room for its size is needed"
    )
    words.add_argument("--show", action="store_true", help="print the figures of the last run")
    given = words.parse_args()
    if not given.show:
        with tempfile.TemporaryDirectory(dir=given.folder) as folder:
            RESULTS.write_text(json.dumps(measured(Path(folder), given.gigabytes, given.workers), indent=1) + "\n", "utf-8")
    print(shown(json.loads(RESULTS.read_text("utf-8"))))


if __name__ == "__main__":
    main()
