"""How long a search takes in records of 10,000, 100,000 and 1,000,000 generated statements (SQLite).

    python benchmarks/search.py [STATEMENTS ...] [--keep FOLDER]

The statements are of made-up words whose frequencies follow Zipf's law, so that the most frequent words stand in most of them;
three words in five are Latin, one Cyrillic, one Hangul. There are 20 statements to a page, by 5,000 speakers who hold offices,
at one gathering a page. The queries are of every kind in turn, each with words of its own: frequent, less frequent and rare
ones, two and three at once, phrases, prefixes, alternatives, exclusions, every filter, filters alone, all orders, second pages.

What is measured is all that a user waits for: the lookup, the ranking, the records of 20 hits with their evidence, the marked
snippets; by the clock, and on a processor, which other programs on the machine do not lengthen.
"""

from __future__ import annotations

import argparse
import itertools
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import insert, text

from onrecord.model import PartialDate
from onrecord.model.search import Hits, Order, Sought
from onrecord.record import open_store, schema
from onrecord.record.search import entries
from onrecord.record.store import Store

PAGE, SPEAKERS, VOCABULARY, ROUNDS = 20, 5000, 40_000, 12
LIMIT = 0.05
"""Seconds within which 95 of 100 queries have to be answered in a record of a million statements."""

PLACES = ("Almaty", "Astana", "Vienna", "Seoul", "Geneva", "New York", "Kurchatov", "Jeju")
OFFICES = ("Deputy Foreign Minister", "Minister of Energy", "Director General", "Ambassador", "Senior Fellow", "Spokesperson")
MANNERS = ("said", "wrote", "asked", "promised", "agreed", "denied", "believes", "wants")
_ALPHABETS = (("aeiou", "bcdfgklmnprstvz"), ("аеиоу", "бвгдзклмнпрстх"))
_MADE = {"rule": "made", "confidence": 1.0}

Rows = dict[str, list[dict[str, Any]]]


class Words:
    """A vocabulary in the order of its frequency."""

    def __init__(self, chance: random.Random) -> None:
        words: dict[str, None] = {}
        while len(words) < VOCABULARY:
            words[_word(chance)] = None
        self.words = list(words)
        self._weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(VOCABULARY)))

    def sentence(self, chance: random.Random) -> str:
        """Return 8 to 45 words by chance."""
        return " ".join(chance.choices(self.words, cum_weights=self._weights, k=chance.randint(8, 45)))


def _word(chance: random.Random) -> str:
    script = chance.choices((0, 1, 2), (3, 1, 1))[0]
    if script == 2:
        return "".join(chr(0xAC00 + chance.randint(0, 900)) for _ in range(chance.randint(2, 4)))
    vowels, consonants = _ALPHABETS[script]
    return "".join(chance.choice(consonants) + chance.choice(vowels) for _ in range(chance.randint(1, 4)))


def fill(store: Store, statements: int) -> float:
    """Write the generated pages, make the index, and return the seconds that the index took."""
    chance = random.Random(1)  # noqa: S311 - the same every time
    words = Words(chance)
    with store.connect() as connection, connection.begin():
        clusters = [{"key": f"p-{who:016x}", "kind": "person", "name": f"Speaker {who}"} for who in range(1, SPEAKERS + 1)]
        connection.execute(insert(schema.cluster), clusters)
        for first in range(1, statements // PAGE + 1, 1000):
            rows: Rows = {}
            for page in range(first, min(first + 1000, statements // PAGE + 1)):
                write(rows, page, chance, [words.sentence(chance) for _ in range(PAGE)])
            for name, values in rows.items():
                connection.execute(insert(schema.metadata.tables[name]), values)
    with store.connect() as connection, connection.begin():
        start = time.process_time()
        entries.rebuild(connection)
        taken = time.process_time() - start
        connection.execute(text("INSERT INTO search_index(search_index) VALUES ('optimize')"))
    return taken


def write(rows: Rows, page: int, chance: random.Random, said: list[str]) -> None:
    """Add the rows of one page, by table."""
    key, url, seen = f"{page:016x}", f"https://site{page % 300}.example/news/{page}", "2026-01-01T00:00:00.000000Z"
    day = f"{chance.randint(1995, 2025)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"

    def add(table: str, **values: Any) -> None:
        rows.setdefault(table, []).append(values)

    add("snapshot", id=page, sha256=key * 4, media_type="text/plain", size=1)
    add("address", snapshot_id=page, url=url, first_seen=seen, last_seen=seen, headers={})
    add("document", id=page, key=f"d-{key}", snapshot_id=page, name=f"page-{page}", url=url, language="en",
        title=f"Page {page}", published=day, site=f"Site {page % 300}", text="\n\n".join(said), paragraphs=[], signature=[],
        current=True, notes=[], refused=0, made_by="0")  # fmt: skip
    for n in range(3):
        who, number, name = min(int(chance.paretovariate(0.5)), SPEAKERS), page * 3 + n, f"{page:014x}{n:02d}"
        add("entity", id=number, key=f"p-{name}", document_id=page, kind="person", local=f"p{n}", name=f"Speaker {who}",
            country=False, **_MADE)  # fmt: skip
        add("member", key=f"p-{name}", cluster=f"p-{who:016x}")
        add("position", key=f"t-{name}", document_id=page, person_id=number, title=OFFICES[who % len(OFFICES)],
            country="Kazakhstan", status="current", start=0, end=1, **_MADE)  # fmt: skip
    add("gathering", id=page, key=f"g-{key}", document_id=page, local="g1", type="forum", name="Forum", start=day,
        place=PLACES[page % len(PLACES)], format="in-person", track="unknown", status="held", main=True, spans=[[0, 1]],
        **_MADE)  # fmt: skip
    at = 0
    for n, content in enumerate(said):
        number = page * PAGE + n
        add("statement", id=number, key=f"s-{number:016x}", document_id=page, speaker_id=page * 3 + n % 3,
            speaker_words="he", content=content, direct=chance.random() < 0.4, cue="said", manner=chance.choice(MANNERS),
            relayed_words="", gathering_id=page, topics=[], **_MADE)  # fmt: skip
        add("statement_part", statement_id=number, n=1, start=at, end=at + len(content))
        at += len(content) + 2


def queries(words: list[str], chance: random.Random) -> Iterator[tuple[str, Sought, Order]]:
    """Yield one query of each kind."""
    latin = [word for word in words if word.isascii()]
    frequent, common, rare = (chance.choice(latin[a:b]) for a, b in ((0, 20), (20, 400), (400, 12_000)))
    russian, korean = (chance.choice([w for w in words[:4000] if low <= w[0] <= high]) for low, high in ("ая", "가힣"))
    pair = f"{chance.choice(latin[:40])} {chance.choice(latin[:40])}"
    year, speaker = chance.randint(1995, 2024), f"p-{chance.randint(1, 50):016x}"
    day, month = PartialDate(f"{year}-05-01"), PartialDate(f"{year}-06")
    for name, sought in {
        "frequent word": Sought(frequent),
        "common word": Sought(common),
        "rare word": Sought(rare),
        "Russian word": Sought(russian),
        "Korean word": Sought(korean),
        "one Korean syllable": Sought(korean[0]),
        "two frequent words": Sought(pair),
        "frequent and rare": Sought(f"{frequent} {rare}"),
        "three words": Sought(f"{pair} {common}"),
        "phrase": Sought(f"“{pair}”"),
        "prefix": Sought(f"{common[:3]}*"),
        "either of two": Sought(f"{common} OR {rare}"),
        "word without another": Sought(f"{common} -{frequent}"),
        "word, speaker": Sought(frequent, speakers=(speaker,)),
        "word, office": Sought(common, office="deputy foreign minister"),
        "word, place": Sought(common, place="Almaty"),
        "word, dates": Sought(frequent, since=day, until=month),
        "word, from a day on": Sought(common, since=day),
        "word, source": Sought(common, source="site7.example"),
        "word, manner, direct": Sought(common, manner="denied", direct=True),
        "speaker alone": Sought(speakers=(speaker,)),
        "dates alone": Sought(since=day, until=month),
    }.items():
        yield name, sought, "relevance"
    yield "newest of a word", Sought(common), "newest"
    yield "oldest of a word", Sought(frequent), "oldest"


class Taken(NamedTuple):
    """How long something took: seconds by the clock and on a processor."""

    clock: float
    processor: float


def timed(search: Callable[[], Hits]) -> tuple[Hits, Taken]:
    """Return what a search finds, and how long it takes."""
    clock, processor = time.perf_counter(), time.process_time()
    found = search()
    return found, Taken(time.perf_counter() - clock, time.process_time() - processor)


def measure(store: Store) -> dict[str, list[Taken]]:
    """Return how long all queries take, by kind."""
    chance = random.Random(2)  # noqa: S311 - the same every time
    words = Words(random.Random(1)).words  # noqa: S311 - those of the record
    view, taken = store.view(), dict[str, list[Taken]]()
    for _, sought, order in queries(words, random.Random(3)):  # noqa: S311 - one round fills the caches
        view.search(sought, order=order)
    for _ in range(ROUNDS):
        for name, sought, order in queries(words, chance):
            found, seconds = timed(partial(view.search, sought, order=order))
            taken.setdefault(name, []).append(seconds)
            if found.cursor:
                _, seconds = timed(partial(view.search, sought, order=order, cursor=found.cursor))
                taken.setdefault("second pages", []).append(seconds)
    return taken


def percentile(values: list[float], share: float) -> float:
    """Return the value below which a share of the values lie."""
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def report(statements: int, folder: Path) -> None:
    """Measure a record of so many statements, made where it is not there already, and print the figures."""
    file = folder / f"search-{statements}.db"
    there = file.exists()
    store = open_store(file)
    made = "" if there else f", index made in {fill(store, statements):.0f} s of processor time"
    taken = measure(store)
    every = [one for values in taken.values() for one in values]
    print(f"\n{statements:,} statements, {file.stat().st_size / 1e6:,.0f} MB{made}; {len(every)} queries")
    for what, values in (("clock", [one.clock for one in every]), ("processor", [one.processor for one in every])):
        told = (("median", 0.5), ("95th percentile", 0.95), ("longest", 1.0))
        print(f"  {what:9}  " + ", ".join(f"{name} {percentile(values, share) * 1000:.1f} ms" for name, share in told))
    for name, seconds in sorted(taken.items(), key=lambda one: -statistics.median(each.clock for each in one[1])):
        clock, processor = (sorted(one[i] * 1000 for one in seconds) for i in (0, 1))
        print(f"    {name:24} median {statistics.median(clock):6.1f} ms, on a processor {statistics.median(processor):6.1f} ms")
    if statements >= 1_000_000:
        print(f"  limit {LIMIT * 1000:.0f} ms: {'kept' if percentile([e.clock for e in every], 0.95) <= LIMIT else 'BROKEN'}")
    store.close()


def main() -> None:
    """Measure all sizes."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("statements", nargs="*", type=int, default=[10_000, 100_000, 1_000_000])
    options.add_argument("--keep", type=Path, help="folder that keeps the records for the next time")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for number in given.statements:
            report(number, given.keep or Path(folder))


if __name__ == "__main__":
    main()
