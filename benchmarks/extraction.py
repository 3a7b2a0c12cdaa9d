"""How fast onrecord extracts, beside what a user would script, on the same documents and one core in one run.

    pip install -r benchmarks/extraction.txt
    taskset -c 0 python benchmarks/extraction.py [ROUNDS [REPEATS]]

Over our own English pages (tests/quality/en/own), REPEATS (3) times each, in ROUNDS (5) that take turns, so that a busy machine
slows all alike:

- onrecord: all kinds of facts with their topics, each checked against the text;
- reading: the part of it that is the parse: the same components, with the vectors of words computed by languages/en/encoder.py;
- textacy: direct quotations and named entities of each paragraph, with the same model, whole as it comes;
- textacy in batches: the same, with the paragraphs of a page in one batch, as spaCy advises;
- bare: tokenizer, tagger, parser and entities of that model as spaCy loads and runs them, on the same paragraphs.

The vectors of words that onrecord keeps are dropped before each repeat: the pages are read as if no word had been seen before.

Prints words a second of processor time as Markdown: the median of the rounds, with the slowest and the fastest.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from onrecord.model import Document

# One core also for the libraries underneath: set before they are imported.
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

PAGES = Path(__file__).parents[1] / "tests" / "quality" / "en" / "own" / "pages"
TARGETS = {"textacy": "at least 2.0 times as fast as textacy", "bare": "at most 1.35 times the time of the bare components"}


def ways() -> dict[str, Callable[[], object]]:
    """Return what is timed, by name; models are loaded here."""
    import spacy

    from onrecord.decode import plain
    from onrecord.extract import extract
    from onrecord.languages.en import encoder, model, parse

    documents = [plain.decode(page.read_text("utf-8"), id=page.stem, language="en") for page in sorted(PAGES.glob("*.txt"))]
    paragraphs = [
        [parse.flattened(d.text[slice(*p.span)]) for p in d.readable() if p.language in ("en", "und")] for d in documents
    ]
    components = spacy.load(model.model_folder(), exclude=list(model.UNUSED))

    def bare() -> None:
        for one in paragraphs:
            list(components.pipe(one))

    def own(read: Callable[[Document], object]) -> Callable[[], object]:
        def work() -> None:
            encoder.forget(model.load())
            for one in documents:
                read(one)

        return work

    found: dict[str, Callable[[], object]] = {"onrecord": own(extract), "reading": own(parse.read), "bare": bare}
    return found | peers(paragraphs)


def peers(paragraphs: list[list[str]]) -> dict[str, Callable[[], object]]:
    """Return what a user would script, by name: nothing where textacy is not installed."""
    try:
        import textacy
        from textacy.extract import direct_quotations, entities
    except ImportError:
        print("textacy is not here: pip install -r benchmarks/extraction.txt", file=sys.stderr)
        return {}
    import spacy

    from onrecord.languages.en import model

    whole = spacy.load(model.model_folder())

    def facts(doc: Doc) -> None:
        with suppress(ValueError):  # it refuses a paragraph with an odd number of quotation marks
            list(direct_quotations(doc))
        list(entities(doc))

    def one_by_one() -> None:
        for one in paragraphs:
            for text in one:
                facts(textacy.make_spacy_doc(text, lang=whole))

    def batches() -> None:
        for one in paragraphs:
            for doc in whole.pipe(one):
                facts(doc)

    return {"textacy": one_by_one, "textacy in batches": batches}


def seconds(work: Callable[[], object], repeats: int) -> float:
    """Return the seconds of processor time that `work` takes, `repeats` times: other programs do not count."""
    start = time.process_time()
    for _ in range(repeats):
        work()
    return time.process_time() - start


def main(rounds: int, repeats: int) -> None:
    """Measure and print."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    timed = ways()
    for work in timed.values():
        work()  # what is loaded lazily is loaded
    taken: dict[str, list[float]] = {name: [] for name in timed}
    for _ in range(rounds):
        for name, work in timed.items():
            taken[name].append(seconds(work, repeats))
    words = repeats * sum(len(page.read_text("utf-8").split()) for page in PAGES.glob("*.txt"))
    print(f"{words} words a round, {rounds} rounds, one core, Python {sys.version.split()[0]}\n")
    print(
        "| | words/s, median | slowest to fastest | onrecord's time to its time, median of rounds |\n| --- | --- | --- | --- |"
    )
    for name, times in taken.items():
        ratio = median(own / other for own, other in zip(taken["onrecord"], times, strict=True))
        print(f"| {name} | {words / median(times):.0f} | {words / max(times):.0f} to {words / min(times):.0f} | {ratio:.2f} |")
    print()
    for name, target in TARGETS.items():
        if name in taken:
            ratio = median(own / other for own, other in zip(taken["onrecord"], taken[name], strict=True))
            reached = 1 / ratio >= 2.0 if name == "textacy" else ratio <= 1.35
            print(f"- {target}: {1 / ratio if name == 'textacy' else ratio:.2f}, {'reached' if reached else 'not reached'}")


if __name__ == "__main__":
    given = [int(number) for number in sys.argv[1:3]]
    main(*given, *(5, 3)[len(given) :])
