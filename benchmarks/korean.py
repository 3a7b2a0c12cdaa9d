"""How much longer onrecord takes for Korean pages than Kiwi alone takes for their morphemes, in one run on one core.

    taskset -c 0 python benchmarks/korean.py [ROUNDS]

Both read the same paragraphs of our own Korean pages (tests/quality/ko, ko-fresh), in rounds that take turns, so that a
busy machine slows both alike. Kiwi is the instance that onrecord loads. Prints eojeol a second of processor
time and the ratio, as medians.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

QUALITY = Path(__file__).parents[1] / "tests" / "quality"
TARGET = 1.5


def seconds(work: Callable[[], object]) -> float:
    """Return the seconds of processor time that `work` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main(rounds: int) -> None:
    """Measure and print."""
    from onrecord.decode import plain
    from onrecord.extract import extract
    from onrecord.languages.ko import model

    pages = sorted(page for name in ("ko", "ko-fresh") for page in (QUALITY / name / "pages").glob("*.txt"))
    documents = [plain.decode(page.read_text("utf-8"), id=page.stem) for page in pages]
    documents = [document for document in documents if document.language == "ko"]
    paragraphs = [p.span.of(d.text) for d in documents for p in d.readable() if p.language in ("ko", "und")]
    kiwi = model.load()
    ways = {
        "onrecord": lambda: [extract(document) for document in documents],
        "kiwi": lambda: [kiwi.tokenize(paragraph) for paragraph in paragraphs],
    }
    for work in ways.values():
        work()  # what is loaded lazily is loaded
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, work in ways.items():
            taken[name].append(seconds(work))
    words = sum(len(paragraph.split()) for paragraph in paragraphs)
    ratio = median(own / other for own, other in zip(taken["onrecord"], taken["kiwi"], strict=True))
    for name, times in taken.items():
        print(f"{name}: {words / median(times):.0f} eojeol/s, median of {rounds} rounds of {words}")
    print(f"onrecord's time is {ratio:.2f} times Kiwi's; at most {TARGET}: {'reached' if ratio <= TARGET else 'not reached'}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
