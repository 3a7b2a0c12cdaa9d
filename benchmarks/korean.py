"""How much longer onrecord takes for Korean pages than Kiwi alone takes for their morphemes, in one run on one core.

    taskset -c 0 python benchmarks/korean.py [ROUNDS]

Both read the same paragraphs of our own Korean pages (tests/quality/ko, ko-fresh), in rounds that take turns, so that a
busy machine slows both alike. Kiwi is the instance that onrecord loads, with the same dictionaries and options; it reads
paragraph by paragraph, as its users call it. onrecord keeps what it found out of words: the pages of ko-fresh are
therefore also measured when they are read for the first time, behind those of ko alone. Prints eojeol a second of
processor time and the ratio, as medians.
"""

from __future__ import annotations

import os
import platform
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model import Document

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
    from onrecord.extract import extract
    from onrecord.languages.ko import model

    before, after = (_documents(name) for name in ("ko", "ko-fresh"))
    kiwi = model.load()

    def own(documents: list[Document]) -> None:
        for document in documents:
            extract(document)

    def alone(documents: list[Document]) -> None:
        for document in documents:
            for paragraph in _paragraphs(document):
                kiwi.tokenize(paragraph)

    own(before)  # what is loaded lazily is loaded
    alone(before)
    first = seconds(lambda: own(after)) / seconds(lambda: alone(after))
    ways = {"onrecord": lambda: own([*before, *after]), "kiwi": lambda: alone([*before, *after])}
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, work in ways.items():
            taken[name].append(seconds(work))
    words = sum(len(paragraph.split()) for document in (*before, *after) for paragraph in _paragraphs(document))
    ratio = median(own / other for own, other in zip(taken["onrecord"], taken["kiwi"], strict=True))
    print(f"{words} eojeol a round, {rounds} rounds, one core, Python {platform.python_version()}\n")
    print("| | eojeol/s, median |\n| --- | --- |")
    for name, times in taken.items():
        print(f"| {name} | {words / median(times):.0f} |")
    print(f"\n- pages that are read for the first time: {first:.2f} times the time of Kiwi alone")
    print(f"- at most {TARGET} times the time of Kiwi alone: {ratio:.2f}, {'reached' if ratio <= TARGET else 'not reached'}")


def _documents(name: str) -> list[Document]:
    from onrecord.decode import plain

    pages = sorted((QUALITY / name / "pages").glob("*.txt"))
    documents = [plain.decode(page.read_text("utf-8"), id=page.stem) for page in pages]
    return [document for document in documents if document.language == "ko"]


def _paragraphs(document: Document) -> list[str]:
    return [p.span.of(document.text) for p in document.readable() if p.language in ("ko", "und")]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
