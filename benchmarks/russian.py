"""How much longer onrecord takes for Russian pages than natasha's own components take for them, in one run on one core.

    taskset -c 0 python benchmarks/russian.py [ROUNDS]

Both read the same paragraphs of our own Russian pages (tests/quality/ru, ru-fresh), in rounds that take turns, so that a
busy machine slows both alike. The components are those that onrecord loads (razdel, and slovnet's names, morphology and
syntax), called paragraph by paragraph as natasha's `Doc` calls them, without its lemmas. Prints words a second of
processor time and the ratio, as medians, and the ratio on pages that onrecord reads for the first time.
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
    from razdel import sentenize, tokenize

    from onrecord.extract import extract
    from onrecord.languages.ru import model

    before, after = (_documents(name) for name in ("ru", "ru-fresh"))
    models = model.load()

    def own(documents: list[Document]) -> None:
        for document in documents:
            extract(document)

    def alone(documents: list[Document]) -> None:
        for document in documents:
            for paragraph in _paragraphs(document):
                sentences = [[token.text for token in tokenize(cut.text)] for cut in sentenize(paragraph)]
                models.ner(paragraph)
                list(models.morph.map(sentences))
                list(models.syntax.map(sentences))

    own(before)  # what is loaded lazily is loaded
    alone(before)
    first = seconds(lambda: own(after)) / seconds(lambda: alone(after))
    ways = {"onrecord": lambda: own([*before, *after]), "natasha's components": lambda: alone([*before, *after])}
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, work in ways.items():
            taken[name].append(seconds(work))
    words = sum(len(paragraph.split()) for document in (*before, *after) for paragraph in _paragraphs(document))
    ratio = median(own / other for own, other in zip(taken["onrecord"], taken["natasha's components"], strict=True))
    print(f"{words} words a round, {rounds} rounds, one core, Python {platform.python_version()}\n")
    print("| | words/s, median |\n| --- | --- |")
    for name, times in taken.items():
        print(f"| {name} | {words / median(times):.0f} |")
    print(f"\n- pages that are read for the first time: {first:.2f} times the time of natasha's components")
    reached = "reached" if ratio <= TARGET else "not reached"
    print(f"- at most {TARGET} times the time of natasha's components: {ratio:.2f}, {reached}")


def _documents(name: str) -> list[Document]:
    from onrecord.decode import plain

    pages = sorted((QUALITY / name / "pages").glob("*.txt"))
    documents = [plain.decode(page.read_text("utf-8"), id=page.stem) for page in pages]
    return [document for document in documents if document.language == "ru"]


def _paragraphs(document: Document) -> list[str]:
    return [p.span.of(document.text) for p in document.readable() if p.language in ("ru", "kk", "und")]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
