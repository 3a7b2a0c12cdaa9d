"""Name pairs: precision, recall, F1 and time of `onrecord.compare_names` beside what a user would use instead.

    python benchmarks/names.py PAIRS.csv [--write docs/names.md]

Peers are nomenklatura's logic-v2 at its default threshold of 0.70 and Jaro-Winkler (rapidfuzz) on names that ICU or anyascii
turned into Latin letters, at the threshold that is best for each set, which is more than a user can know. They are no
dependencies of onrecord: `pip install -r benchmarks/names.txt`; a peer that is missing is left out. PAIRS.csv has the columns
set, a, b, same.

All systems go over the same 20 pairs in turn, each with empty caches, `RUNS` times, and the least time of every 20 counts, so
that a busy machine lengthens all alike.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import itertools
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from onrecord import compare_names

RUNS = 3
BLOCK = 20
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"

Scorer = Callable[[str, str], float]


class System(NamedTuple):
    """A way to compare names: its name, its score for two names, and its threshold (None: the best of each set)."""

    name: str
    score: Scorer
    threshold: float | None


class Pair(NamedTuple):
    """A row of the file."""

    set: str
    a: str
    b: str
    same: bool


def _logic_v2() -> Scorer:
    """Return the score of nomenklatura's logic-v2 for two persons who have a name and nothing else."""
    matching = importlib.import_module("nomenklatura.matching")
    model = importlib.import_module("followthemoney").model
    algorithm = matching.get_algorithm("logic-v2")
    config = algorithm.default_config()

    ids = itertools.count()  # it remembers the names of an id

    def person(name: str) -> Any:
        entity = model.make_entity("Person")
        entity.id = f"p{next(ids)}"
        entity.add("name", name)
        return entity

    return lambda a, b: float(algorithm.compare(person(a), person(b), config).score)


def _jaro_winkler(romanise: Callable[[str], str]) -> Scorer:
    """Return Jaro-Winkler of two names in Latin letters, the better of the order given and the words in order."""
    jaro = importlib.import_module("rapidfuzz.distance").JaroWinkler.similarity

    def score(a: str, b: str) -> float:
        x, y = romanise(a).lower(), romanise(b).lower()
        return float(max(jaro(x, y), jaro(" ".join(sorted(x.split())), " ".join(sorted(y.split())))))

    return score


def _icu() -> Scorer:
    return _jaro_winkler(importlib.import_module("icu").Transliterator.createInstance("Any-Latin; Latin-ASCII").transliterate)


def _anyascii() -> Scorer:
    return _jaro_winkler(importlib.import_module("anyascii").anyascii)


def systems() -> Iterator[System]:
    """Yield onrecord and the peers that are installed."""
    yield System("onrecord", lambda a, b: compare_names(a, b).score, 0.5)
    for name, make, threshold in (
        ("nomenklatura logic-v2", _logic_v2, 0.7),
        ("Jaro-Winkler on ICU", _icu, None),
        ("Jaro-Winkler on anyascii", _anyascii, None),
    ):
        try:
            yield System(name, make(), threshold)
        except ImportError as error:
            print(f"{name} is left out: {error}", file=sys.stderr)


def empty_caches() -> None:
    """Forget every name that onrecord remembers; what it read from files stays."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("onrecord.match.names", "onrecord.languages")):
            for value in vars(module).values():
                if hasattr(value, "cache_clear") and value.cache_parameters()["maxsize"]:
                    value.cache_clear()


def measure(pairs: list[Pair], compared: list[System]) -> tuple[dict[str, list[float]], dict[str, dict[str, float]]]:
    """Return the score of every pair, and the seconds a set, by system."""
    scores: dict[str, list[float]] = {system.name: [] for system in compared}
    seconds: dict[str, dict[str, float]] = {system.name: defaultdict(float) for system in compared}
    for system in compared:
        for pair in pairs[:BLOCK]:  # load what is loaded once
            system.score(pair.a, pair.b)
    for name in {pair.set for pair in pairs}:
        first = next(pair for pair in pairs if pair.set == name)
        for system in compared:
            system.score(first.a, first.b)
    for begin in range(0, len(pairs), BLOCK):
        block = pairs[begin : begin + BLOCK]
        for system in compared:
            least = float("inf")
            for _ in range(RUNS):
                empty_caches()
                start = time.perf_counter()
                found = [system.score(pair.a, pair.b) for pair in block]
                least = min(least, time.perf_counter() - start)
            scores[system.name] += found
            for pair in block:
                seconds[system.name][pair.set] += least / len(block)
    return scores, seconds


def f1(scores: list[float], labels: list[bool], threshold: float) -> float:
    """Return F1 of the pairs whose score reaches the threshold."""
    said = sum(score >= threshold for score in scores)
    right = sum(label for score, label in zip(scores, labels, strict=True) if score >= threshold)
    return 2 * right / max(1, said + sum(labels))


def best_f1(scores: list[float], labels: list[bool]) -> float:
    """Return the best F1 that any threshold gives."""
    return max(f1(scores, labels, step / 100) for step in range(1, 100))


def table(pairs: list[Pair], compared: list[System]) -> str:
    """Return the figures as Markdown."""
    scores, seconds = measure(pairs, compared)
    sets = list(dict.fromkeys(pair.set for pair in pairs))
    lines = [
        "| F1 | " + " | ".join(sets) + " | mean | µs a pair | time, onrecord = 1 |",
        "| --- |" + " ---: |" * (len(sets) + 3),
    ]
    ours = sum(seconds[compared[0].name].values())
    for system in compared:
        row = []
        for name in sets:
            at = [k for k, pair in enumerate(pairs) if pair.set == name]
            values, labels = [scores[system.name][k] for k in at], [pairs[k].same for k in at]
            row.append(best_f1(values, labels) if system.threshold is None else f1(values, labels, system.threshold))
        spent = sum(seconds[system.name].values())
        figures = [f"{value:.3f}" for value in [*row, sum(row) / len(row)]]
        lines.append(
            "| " + " | ".join([system.name, *figures, f"{spent / len(pairs) * 1e6:.0f}", f"{spent / ours:.1f}"]) + " |"
        )
    return "\n".join(lines)


def main() -> None:
    """Print the table, or put it between the marks of a page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--write", type=Path, metavar="PAGE")
    args = parser.parse_args()
    with args.pairs.open(encoding="utf-8") as file:
        pairs = [Pair(row["set"], row["a"], row["b"], row["same"] == "1") for row in csv.DictReader(file)]
    text = table(pairs, list(systems()))
    print(text)
    if args.write:
        page = args.write.read_text(encoding="utf-8")
        head, rest = page.split(BEGIN)
        args.write.write_text(f"{head}{BEGIN}\n{text}\n{END}{rest.split(END)[1]}", encoding="utf-8")


if __name__ == "__main__":
    main()
