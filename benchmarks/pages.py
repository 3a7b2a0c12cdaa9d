"""How long a page takes, from its bytes to its facts.

    python benchmarks/pages.py [ROUNDS]

One process, one core; the best of ROUNDS (3) is printed, since other programs only ever make a round slower.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from onrecord.capture import capture
from onrecord.decode import decode
from onrecord.extract import extract
from onrecord.model import Snapshot

ROOT = Path(__file__).parents[1]
SETS = {
    "English, annotated pages": ROOT / "tests" / "quality" / "en" / "own" / "pages",
    "Korean, annotated pages": ROOT / "tests" / "quality" / "ko" / "own" / "pages",
    "samples (HTML, PDF)": ROOT / "samples" / "pages",
}


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measured(folder: Path, rounds: int) -> str:
    """Return the speed of reading the pages of a folder, in one line; the first round loads what the language needs."""
    snapshots = [found for found in capture(str(folder)) if isinstance(found, Snapshot)]
    documents = list(map(decode, snapshots))
    first = seconds(lambda: list(map(extract, documents)))
    decoding = min(seconds(lambda: list(map(decode, snapshots))) for _ in range(rounds))
    reading = min(seconds(lambda: list(map(extract, documents))) for _ in range(rounds))
    words = sum(len(document.text.split()) for document in documents)
    pages = len(documents)
    return (
        f"{pages:4} pages, {words:6} words: decode {pages / decoding:7.1f} pages/s, extract {pages / reading:6.1f} pages/s, "
        f"{words / reading:7.0f} words/s; first round {first:.1f} s"
    )


def main(rounds: int) -> None:
    """Measure and print."""
    for name, folder in SETS.items():
        print(f"{name:24} {measured(folder, rounds)}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
