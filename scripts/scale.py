"""Work out in docs/scale.md, from measured figures, what a year of Common Crawl's news archive takes.

    python scripts/scale.py            # write
    python scripts/scale.py --check    # end with 1 where the page is not what the figures give

Measured figures come from benchmarks/results/end_to_end.json and from LOOKING; everything else is an assumption and stands in
the page with its basis.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "scale.md"
RESULTS = ROOT / "benchmarks" / "results"
BEGIN, END = "<!-- figures: python scripts/scale.py -->\n", "<!-- end of figures -->"

PAGES_A_YEAR = 12 * 11_700_000
"""FineNews counts 11.5 to 11.7 million documents a month in CC-NEWS of March to May 2024."""
PACKED_KB = 30
"""Kilobytes of a page in a WARC file, packed; the main crawl of September 2016 has 18 (28.94 TiB, 1.72 thousand million pages),
and pages have grown since."""
RATIO = 4.5
"""Unpacked to packed; HTML packs that well."""
WORDS = 550
"""Words of a news page."""
FILE_GB = 1.07
"""Of an archive: the news crawl begins a new file at 1 GiB."""
CORES, PRICE = 16, 0.045
"""Of a machine; dollars a core hour, about what large clouds ask for general machines without a contract."""
SHARES = (("usual gate, few pages of politics", 0.05), ("usual gate, news", 0.20), ("usual gate, half the pages pass", 0.50))
NARROW = ("`--about nuclear`", 0.015)
WRITING, SETTLED_KB = 0.018, 90
"""Seconds that writing a page into a record takes, and kilobytes of it there (51 pages, `Writer.add_page`, 2026-11-22)."""
LOOKING = 8.6
"""Seconds on processors for a GB unpacked: Daft's reader 2.5, to the worker and back 3.2, the gate and the rest 2.9 (measured
over 0.6 GB in 11,284 records with the pieces taken out one by one, 2026-11-22, on a busy machine)."""
STATED = 0.8
"""Of the pages that pass, those that hold a fact."""


@dataclass(frozen=True, slots=True)
class Costs:
    """What was measured: seconds on a processor for a GB unpacked, for a word that is read, and for a worker's start."""

    gigabyte: float
    word: float
    start: float


def costs() -> Costs:
    """Return the costs that follow from the benchmarks' results."""
    found: dict[str, Any] = json.loads((RESULTS / "end_to_end.json").read_text("utf-8"))
    pages = found["pages"]
    seconds = median(one["processor"] for one in pages["ways"]["onrecord"])
    start = median(one["processor"] for one in found["add"]["first"])
    return Costs(LOOKING, seconds / pages["words"], start)


def figures() -> str:
    """Return the table and what follows from it."""
    cost = costs()
    unpacked = PAGES_A_YEAR * PACKED_KB * RATIO / 1e6
    files = PAGES_A_YEAR * PACKED_KB / 1e6 / FILE_GB
    looking, starting = unpacked * cost.gigabyte / 3600, files * CORES * cost.start / 3600
    lines = [
        f"Measured: {cost.gigabyte:.1f} s on a processor for each GB unpacked (reading, the gate, the tables), "
        f"{cost.word * 1e6:.0f} µs for each word of a page that passes, {cost.start:.1f} s to start a worker with English.",
        "",
        f"So a year is {PAGES_A_YEAR / 1e6:.0f} million pages in {files:,.0f} files, "
        f"{PAGES_A_YEAR * PACKED_KB / 1e9:.1f} TB packed, {unpacked / 1000:.0f} TB unpacked. Looking at all of them takes "
        f"{looking:,.0f} core hours. Starting {CORES} workers anew for each file would take {starting:,.0f} core hours more; "
        f"sixteen files a part, as on a cluster, make it {starting / 16:,.0f}.",
        "",
        f"| | pages that pass | core hours of reading | all | hours on 10 machines of {CORES} cores | dollars |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for name, share in (NARROW, *SHARES):
        reading = PAGES_A_YEAR * share * WORDS * cost.word / 3600
        total = looking + reading + starting / 16
        lines.append(
            f"| {name} | {share:.1%} | {reading:,.0f} | {total:,.0f} | {total / CORES / 10:,.0f} | {total * PRICE:,.0f} |"
        )
    facts = PAGES_A_YEAR * STATED
    lines += [
        "",
        "Loading what was found into one record, one writer:",
        "",
        "| | pages | hours | GB |",
        "| --- | --- | --- | --- |",
    ]
    for name, share in (NARROW, *SHARES):
        pages = facts * share
        lines.append(
            f"| {name} | {pages / 1e6:.1f} million | {pages * WRITING / 3600:,.0f} | {pages * SETTLED_KB / 1e6:,.0f} |"
        )
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the page, or compare."""
    text = PAGE.read_text("utf-8")
    at = text.index(BEGIN) + len(BEGIN)
    fresh = text[:at] + figures() + text[text.index(END) :]
    if "--check" in sys.argv:
        return int(fresh != text)
    PAGE.write_text(fresh, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
