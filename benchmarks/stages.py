"""Where the time of extraction goes, by stage, on our own English pages (tests/quality/en/own).

    taskset -c 0 python benchmarks/stages.py [ROUNDS]

Prints microseconds of processor time a word as Markdown: of each stage the median of ROUNDS (9), one thread. The vectors of
words that onrecord keeps are dropped before each round.
"""

from __future__ import annotations

import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import median
from types import ModuleType
from typing import Any

os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

PAGES = Path(__file__).parents[1] / "tests" / "quality" / "en" / "own" / "pages"


def stages() -> dict[str, tuple[ModuleType, str]]:
    """Return the stages in their order, each as the function that does it."""
    from onrecord import extract
    from onrecord.decode import plain
    from onrecord.extract.en import gatherings, milestones, names, positions, statements
    from onrecord.languages.en import parse

    return {
        "decoding (plain text)": (plain, "decode"),
        "parse": (parse, "read"),
        "names: persons, organizations, places": (names, "find"),
        "positions": (positions, "find"),
        "statements": (statements, "find"),
        "gatherings": (gatherings, "find"),
        "milestones": (milestones, "find"),
        "datelines left out": (extract, "without_datelines"),
        "grounding: every string is looked up in the text": (extract, "grounded"),
        "topics": (extract, "with_topics"),
        "confidence": (extract, "with_confidence"),
    }


def timed(work: Callable[..., Any], name: str, taken: dict[str, float]) -> Callable[..., Any]:
    """Return a function that does the work and adds the processor time that it takes."""

    def measured(*given: Any, **options: Any) -> Any:
        start = time.process_time()
        try:
            return work(*given, **options)
        finally:
            taken[name] += time.process_time() - start

    return measured


def main(rounds: int) -> None:
    """Measure and print."""
    from onrecord.decode import plain
    from onrecord.extract import extract
    from onrecord.languages.en import encoder, model

    taken: dict[str, float] = defaultdict(float)
    for name, (module, function) in stages().items():
        setattr(module, function, timed(getattr(module, function), name, taken))
    texts = [page.read_text("utf-8") for page in sorted(PAGES.glob("*.txt"))]
    words = sum(len(text.split()) for text in texts)
    measured: dict[str, list[float]] = defaultdict(list)
    for number in range(rounds + 1):
        encoder.forget(model.load())
        taken.clear()
        for text in texts:
            extract(plain.decode(text, language="en"))
        if number:  # what is loaded lazily is loaded in the first round
            for name in stages():
                measured[name].append(taken[name])
    medians = {name: median(times) / words * 1e6 for name, times in measured.items()}
    print(f"{words} words, {rounds} rounds, one core, Python {sys.version.split()[0]}\n")
    print("| stage | µs a word | share |\n| --- | --- | --- |")
    for name, time_a_word in medians.items():
        print(f"| {name} | {time_a_word:.1f} | {time_a_word / sum(medians.values()):.0%} |")
    print(f"| all | {sum(medians.values()):.1f} | 100% |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
