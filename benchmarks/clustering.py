"""Mentions → people: B³ F1 and time of onrecord beside Splink on DuckDB, and how time grows with the number of mentions.

    python benchmarks/clustering.py NAMES-FOLDER [--mentions 100000] [--growth 1000,10000,100000,1000000] [--own-names]

NAMES-FOLDER holds the open name lists that `benchmarks/mentions.py` draws from. Splink is no dependency of onrecord:
`pip install -r benchmarks/clustering.txt`; without it onrecord is measured alone. Splink is set up as its guide says for
people, with names in Latin letters (anyascii), since it knows no scripts: comparisons with term frequencies, u from random
pairs, m by expectation maximisation under two blocking rules; of all thresholds the one that is best on the truth counts, which
is more than a user can know. Both get the same mentions; time is from the mentions in memory to the clusters.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import logging
import os
import resource
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

# Libraries start no threads of their own: a process of one thread can be copied, and a copy takes half of the work.
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

from growth import exponent
from mentions import Lists, Mention, mentions

from onrecord.match.whole.people import match_people
from onrecord.match.whole.sighted import Columns
from onrecord.model import PartialDate
from onrecord.model.resolution import Office

THRESHOLDS = (0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999)
"""Match probabilities at which Splink's pairs are clustered."""

Groups = list[list[str]]


class Spent(NamedTuple):
    """Seconds by the clock, and of processors."""

    clock: float
    processor: float


def timed[T](work: Callable[[], T]) -> tuple[T, Spent]:
    """Do some work and say how long it took."""
    clock, processor = time.perf_counter(), _processors()
    done = work()
    return done, Spent(time.perf_counter() - clock, _processors() - processor)


def _processors() -> float:
    """Return the seconds that this process and those that it made have had of processors."""
    every = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return sum(one.ru_utime + one.ru_stime for one in every)


def b_cubed(groups: Iterable[Sequence[str]], truth: dict[str, int]) -> tuple[float, float, float]:
    """Return B³ precision, recall and F1 (Bagga and Baldwin, 1998)."""
    of: defaultdict[int, set[str]] = defaultdict(set)
    for key, person in truth.items():
        of[person].add(key)
    precision = recall = 0.0
    for group in groups:
        held: defaultdict[int, int] = defaultdict(int)
        for key in group:
            held[truth[key]] += 1
        precision += sum(n * n for n in held.values()) / len(group)
        recall += sum(n * n / len(of[person]) for person, n in held.items())
    precision, recall = precision / len(truth), recall / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


def onrecord(found: Sequence[Mention]) -> Groups:
    """Return the clusters of onrecord."""
    keys, pages, _, names, titles, bodies, countries, years, company = zip(*found, strict=True)
    dates = {year: PartialDate(str(year)) for year in set(years)}
    posts = [*zip(titles, bodies, countries, years, strict=True)]
    held = {
        (title, body, country, year): (Office(title, body, country, "current", dates[year]),) if title else ()
        for title, body, country, year in set(posts)
    }
    offices = [*map(held.__getitem__, posts)]
    sightings = Columns(keys, pages, [(name,) for name in names], offices, company)
    return [list(cluster.members) for cluster in match_people(sightings)]


class Splink:
    """Splink on DuckDB."""

    def __init__(self) -> None:
        self._splink = importlib.import_module("splink")
        self._compare = importlib.import_module("splink.comparison_library")
        self._arrow = importlib.import_module("pyarrow")
        self._latin: Callable[[str], str] = importlib.import_module("anyascii").anyascii
        logging.getLogger("splink").setLevel(logging.ERROR)
        self.version: str = self._splink.__version__

    def _row(self, m: Mention) -> dict[str, Any]:
        words = self._latin(m.name).lower().replace("-", "").replace(".", "").split()
        latin = sorted(words)
        return {
            "unique_id": m.key,
            "name": " ".join(latin),
            "one": latin[0],
            "other": latin[-1],
            "title": m.title,
            "body": m.body,
            "country": m.country,
            "company": [self._latin(name).lower() for name in m.company],
        }

    def predicted(self, found: Sequence[Mention]) -> tuple[Any, Any]:
        """Return a trained linker and its judged pairs."""
        splink, compare = self._splink, self._compare
        table = self._arrow.Table.from_pylist([self._row(m) for m in found])
        settings = splink.SettingsCreator(
            link_type="dedupe_only",
            comparisons=[
                compare.JaroWinklerAtThresholds("name", [0.97, 0.92, 0.85]).configure(term_frequency_adjustments=True),
                compare.ExactMatch("title"),
                compare.ExactMatch("body"),
                compare.ExactMatch("country"),
                compare.ArrayIntersectAtSizes("company", [3, 2, 1]),
            ],
            blocking_rules_to_generate_predictions=[
                splink.block_on("one"),
                splink.block_on("other"),
                splink.block_on("substr(name, 1, 4)", "title"),
                splink.block_on("body", "title"),
            ],
        )
        database = splink.DuckDBAPI()
        linker = splink.Linker(self._registered(database, table), settings, **self._api(database))
        training = linker.training
        training.estimate_probability_two_random_records_match([splink.block_on("name", "body")], recall=0.3)
        training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
        training.estimate_parameters_using_expectation_maximisation(splink.block_on("name"))
        training.estimate_parameters_using_expectation_maximisation(splink.block_on("body", "title"))
        return linker, linker.inference.predict(threshold_match_probability=THRESHOLDS[0])

    def _registered(self, database: Any, table: Any) -> Any:
        return database.register(table) if self.version >= "5" else table

    def _api(self, database: Any) -> dict[str, Any]:
        return {} if self.version >= "5" else {"db_api": database}

    def groups(self, linker: Any, pairs: Any, threshold: float) -> Groups:
        """Return the clusters at a threshold."""
        table = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=threshold)
        together: defaultdict[str, list[str]] = defaultdict(list)
        for row in table.as_record_list():
            together[row["cluster_id"]].append(row["unique_id"])
        return list(together.values())


def compared(lists: Lists, number: int, *, own: bool) -> None:
    """Print B³ and time of both systems."""
    found = mentions(lists, number, own=own)
    truth = {m.key: m.person for m in found}
    print(f"{len(found)} mentions of {len(set(truth.values()))} people\n")
    onrecord(found[:1000])  # code is compiled once an installation, and loaded once a process
    gc.collect()
    gc.freeze()  # what this benchmark holds is nothing that the garbage collector of either has to look through
    print("| system | precision | recall | B³ F1 | seconds | processor seconds |\n| --- | ---: | ---: | ---: | ---: | ---: |")
    groups, ours = timed(lambda: onrecord(found))
    _print("onrecord", b_cubed(groups, truth), ours)
    try:
        splink = Splink()
    except ImportError as error:
        print(f"\nSplink is left out: {error}")
        return
    (linker, pairs), learned = timed(lambda: splink.predicted(found))
    best = ((0.0, 0.0, 0.0), 0.0, Spent(0.0, 0.0))
    for threshold in THRESHOLDS:
        groups, spent = timed(lambda at=threshold: splink.groups(linker, pairs, at))  # type: ignore[misc]  # called at once
        scores = b_cubed(groups, truth)
        if scores[2] > best[0][2]:
            best = scores, threshold, spent
    theirs = Spent(learned.clock + best[2].clock, learned.processor + best[2].processor)
    _print(f"Splink {splink.version}, best threshold ({best[1]})", best[0], theirs)
    ratio = f"{theirs.clock / ours.clock:.1f} times by the clock, {theirs.processor / ours.processor:.1f} times by processors"
    print(f"\nonrecord is as fast as Splink {ratio}.")


def _print(name: str, scores: tuple[float, float, float], spent: Spent) -> None:
    figures = " | ".join(f"{score:.3f}" for score in scores)
    print(f"| {name} | {figures} | {spent.clock:.1f} | {spent.processor:.1f} |", flush=True)


def growth(lists: Lists, sizes: Sequence[int], *, own: bool) -> None:
    """Print the time of onrecord for more and more mentions, and the exponent at which it grows."""
    print("\n| mentions | B³ F1 | processor seconds |\n| ---: | ---: | ---: |")
    points = []
    onrecord(mentions(lists, 1000))  # code is compiled once an installation, and loaded once a process
    for size in sizes:
        found = mentions(lists, size, own=own)
        groups, spent = timed(lambda given=found: onrecord(given))  # type: ignore[misc]  # called at once
        scores = b_cubed(groups, {m.key: m.person for m in found})
        points.append((size, spent.processor))
        print(f"| {size} | {scores[2]:.3f} | {spent.processor:.1f} |", flush=True)
    print(f"\nTime grows with the number of mentions to the power of {exponent(points):.2f}.")


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", type=Path)
    parser.add_argument("--mentions", type=int, default=100_000)
    parser.add_argument("--growth", type=lambda text: [int(n) for n in text.split(",")], default=[])
    parser.add_argument("--own-names", action="store_true", help="names are not shared by more people because the lists end")
    args = parser.parse_args()
    lists = Lists(args.names)
    if args.mentions:
        compared(lists, args.mentions, own=args.own_names)
    if args.growth:
        growth(lists, args.growth, own=args.own_names)


if __name__ == "__main__":
    main()
