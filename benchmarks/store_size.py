"""Bytes and time a page in a record as it grows: python benchmarks/store_size.py [PAGES] [--match HOW] [--out FILE].

Pages are generated (`news.py`): a minister is on every second one, and the number of persons grows with the pages. What is
measured is keeping (rows, claims, search index, archive) and matching; reading is measured in `extraction.py`. `onrecord add`
matches at its end. With `--match runs` there is a run of it for each 25 pages, and what they take is added up; with
`--match once` all pages come in one run. Time is processor time of this process. Growth is the slope of a line through points
on logarithmic axes: 1 means linear.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from growth import exponent
from news import page

from onrecord.capture import Archive
from onrecord.matching import match_changes
from onrecord.record import Store, open_store

RUN = 25
"""Pages after which they are matched, as a run of `onrecord add` does at its end."""


def measured(pages: int, folder: Path, match: str) -> list[dict[str, float]]:
    """Add so many pages, and return what stands at each doubling: pages, bytes, seconds of keeping and of matching.

    Args:
        pages: how many.
        folder: where the record is made.
        match: "runs", "once" or "never". With "once", a record with so many pages is matched as a whole at each doubling.
    """
    store = open_store(folder / "record.db")
    archive, points, kept, matched = Archive(folder / "record.warc.gz"), list[dict[str, float]](), 0.0, 0.0
    marks = {pages >> shift for shift in range(5)}
    writer = store.writer()
    for n in range(1, pages + 1):
        one = page(n)
        begun = time.process_time()
        archive.add(one.snapshot)
        writer.add_page(one)
        kept += time.process_time() - begun
        if match == "runs" and (n % RUN == 0 or n in marks):
            begun = time.process_time()
            writer.match(match_changes)
            matched += time.process_time() - begun
        if match == "once" and n in marks:
            begun = time.process_time()
            writer.rebuild((), match_changes)
            matched = time.process_time() - begun
        if n in marks:
            sizes = {"database": _bytes(store), "archive": archive.path.stat().st_size}
            points.append({"pages": n, **sizes, "kept": kept, "matched": matched})
            print(json.dumps(points[-1]), file=sys.stderr)
    store.close()
    return points


def _bytes(store: Store) -> int:
    with store.connect() as connection:
        count, size = (connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in ("page_count", "page_size"))
    return int(count) * int(size)


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.split(":", 1)[0] if __doc__ else "")
    parser.add_argument("pages", nargs="?", type=int, default=10_000)
    parser.add_argument("--out", type=Path, help="write the table there, too")
    parser.add_argument(
        "--match", choices=("runs", "once", "never"), default="runs", help="in runs of 25 pages, or all at once"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        points = measured(options.pages, Path(folder), options.match)
    lines = ["pages   bytes a page: database  archive   milliseconds a page: keeping  matching"]
    lines += [
        f"{p['pages']:6.0f}  {p['database'] / p['pages']:22.0f}  {p['archive'] / p['pages']:7.0f}  "
        f"{1000 * p['kept'] / p['pages']:28.1f}  {1000 * p['matched'] / p['pages']:8.1f}"
        for p in points
    ]
    parts = ("database", "archive", "kept") if options.match == "never" else ("database", "archive", "kept", "matched")
    powers = {of: exponent((point["pages"], point[of]) for point in points) for of in parts}
    lines.append("growth: " + ", ".join(f"{of} pages^{power:.2f}" for of, power in powers.items()))
    table = "\n".join(lines)
    print(table)
    if options.out:
        options.out.write_text(f"{table}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
