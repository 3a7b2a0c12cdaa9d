"""How much longer onrecord takes for Korean and Russian pages than Kiwi and natasha's components alone take, on one core.

    taskset -c 0 python benchmarks/analysers.py [ROUNDS] [LANGUAGE…]

Both read the same paragraphs of our own pages (tests/quality: `own` and `fresh` of both), in rounds that take turns, so
that a busy machine slows both alike; paragraph by paragraph, as users of an analyser call it. Kiwi is the instance that
onrecord loads, with the same dictionaries, called with its own defaults (onrecord calls it without `z_coda`). natasha's
components are those that onrecord loads (razdel, and slovnet's names, morphology and syntax), called as natasha's `Doc`
calls them, without its lemmas. onrecord keeps what it found out of words: the pages of the second folder are therefore also
measured when they are read for the first time, behind those of the first alone. Prints words (eojeol in Korean) a second of
processor time and the ratio, as medians.
"""

from __future__ import annotations

import argparse
import os
import platform
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model import Document

os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

QUALITY = Path(__file__).parents[1] / "tests" / "quality"
TARGET = 1.5
Analyser = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Side:
    """What one language is measured against.

    Attributes:
        name: of the analyser.
        words: what its words are called.
        paragraphs: languages of the paragraphs that are read.
        load: loads the analyser; the result reads one paragraph.
    """

    name: str
    words: str
    paragraphs: frozenset[str]
    load: Callable[[], Analyser]


def kiwi() -> Analyser:
    """Return Kiwi's reading of a paragraph."""
    from onrecord.languages.ko import model

    return model.load().tokenize


def natasha() -> Analyser:
    """Return the reading of a paragraph by natasha's components."""
    from razdel import sentenize, tokenize

    from onrecord.languages.ru import model

    models = model.load()

    def read(paragraph: str) -> None:
        sentences = [[token.text for token in tokenize(cut.text)] for cut in sentenize(paragraph)]
        models.ner(paragraph)
        list(models.morph.map(sentences))
        list(models.syntax.map(sentences))

    return read


SIDES = {
    "ko": Side("Kiwi", "eojeol", frozenset({"ko", "und"}), kiwi),
    "ru": Side("natasha's components", "words", frozenset({"ru", "kk", "und"}), natasha),
}


def seconds(work: Callable[[], object]) -> float:
    """Return the seconds of processor time that `work` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def measure(language: str, rounds: int) -> None:
    """Measure one language and print."""
    from onrecord.extract import extract

    side = SIDES[language]
    before, after = (_documents(folder, language) for folder in (f"{language}/own", f"{language}/fresh"))
    read = side.load()

    def own(documents: Sequence[Document]) -> None:
        for document in documents:
            extract(document)

    def alone(documents: Sequence[Document]) -> None:
        for document in documents:
            for paragraph in _paragraphs(document, side):
                read(paragraph)

    own(before)  # what is loaded lazily is loaded
    alone(before)
    first = seconds(lambda: own(after)) / seconds(lambda: alone(after))
    pages = [*before, *after]
    taken = [(seconds(lambda: own(pages)), seconds(lambda: alone(pages))) for _ in range(rounds)]
    words = sum(len(paragraph.split()) for page in pages for paragraph in _paragraphs(page, side))
    ratio = median(ours / theirs for ours, theirs in taken)
    print(f"{words} {side.words} a round, {rounds} rounds, one core, Python {platform.python_version()}\n")
    print(f"| | {side.words}/s, median |\n| --- | --- |")
    for name, times in zip(("onrecord", side.name), zip(*taken, strict=True), strict=True):
        print(f"| {name} | {words / median(times):.0f} |")
    print(f"\n- pages that are read for the first time: {first:.2f} times the time of {side.name} alone")
    reached = "reached" if ratio <= TARGET else "not reached"
    print(f"- at most {TARGET} times the time of {side.name} alone: {ratio:.2f}, {reached}")


def _documents(folder: str, language: str) -> list[Document]:
    from onrecord.decode import plain

    pages = sorted((QUALITY / folder / "pages").glob("*.txt"))
    documents = [plain.decode(page.read_text("utf-8"), id=page.stem) for page in pages]
    return [document for document in documents if document.language == language]


def _paragraphs(document: Document, side: Side) -> list[str]:
    return [p.span.of(document.text) for p in document.readable() if p.language in side.paragraphs]


def main() -> None:
    """Measure the languages that are asked for."""
    arguments = argparse.ArgumentParser(description="onrecord beside the analysers that it rests on")
    arguments.add_argument("rounds", type=int, nargs="?", default=7)
    arguments.add_argument("languages", nargs="*", metavar="LANGUAGE", help=f"of {', '.join(SIDES)}; all otherwise")
    given = arguments.parse_args()
    for number, language in enumerate(given.languages or SIDES):
        if number:
            print()
        measure(language, given.rounds)


if __name__ == "__main__":
    main()
