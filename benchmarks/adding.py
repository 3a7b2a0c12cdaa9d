"""How long one more page takes in a record of many persons, by step, and how that grows with the record.

    python benchmarks/adding.py NAMES-FOLDER [--persons 1000,10000,100000] [--pages 60] [--store URL] [--folder FOLDER]

A record is made of an invented archive (`archive.py`: Zipf's law, names of the open lists in NAMES-FOLDER) in which so many
people are named, each at least once, two and a half mentions a person. Its rows are written as no program should, since reading
so many pages would take hours; matching them is onrecord's own. Then pages of the same archive are added one by one: each names
one to six people, tells of an occasion and quotes somebody. Reading a page is measured in `extraction.py`; here it is read.

Printed are the median, the 95th percentile and the longest of the pages in milliseconds, by the clock and of this process, of
keeping the page, matching it and keeping what came of that. Growth is the slope of the medians on logarithmic axes.
With --folder the records are kept there and used again. The exit code is 1 where one page in a hundred takes a second.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from archive import SCRIPTS, Drawn, People, date, drawn, pages, people
from growth import exponent
from mentions import Lists
from sqlalchemy import insert, update

from onrecord.extract.claims import claims
from onrecord.match import copies
from onrecord.matching import match_changes
from onrecord.model import (
    Document,
    Extract,
    Gathering,
    Organization,
    Paragraph,
    PartialDate,
    Participation,
    Person,
    Position,
    Snapshot,
    Span,
    Statement,
)
from onrecord.record import Page, Store, open_store, schema
from onrecord.record.keys import document_key, fact_keys
from onrecord.record.rows import script_of

PORTION = 2000
"""Pages whose rows are written at once."""

EACH = 2.5
"""Mentions a person."""

LIMIT = 1000.0
"""Milliseconds."""


class Told(NamedTuple):
    """What a page says: its text, and what stands in it, as extraction would give it."""

    text: str
    extract: Extract


def told(population: People, found: Drawn, mentions: range, number: int) -> Extract:
    """Return what a page says."""
    day, language = date(int(found.day[mentions[0]])), SCRIPTS[found.script[mentions[0]]]
    parts: list[str] = []
    length = 0

    def add(words: str) -> Span:
        nonlocal length
        parts.append(words)
        length += len(words)
        return Span(length - len(words), length)

    persons: dict[str, Person] = {}
    bodies: dict[str, Organization] = {}
    positions = []
    for n in mentions:
        name, post = population.forms[found.form[n]], population.posts[found.post[n]]
        title = add(post.title) if post else None
        add(" ")
        persons.setdefault(name, Person(f"p{len(persons) + 1}", name, (), (add(name),), "name", 0.9))
        body = None
        if post and post.body:
            add(" of ")
            body = bodies.setdefault(
                post.body, Organization(f"o{len(bodies) + 1}", post.body, (), (add(post.body),), "name", 0.9)
            )
        if post and title:
            whole = Span(title.start, length)
            positions.append(Position(persons[name], post.title, title, whole, body, post.country, rule="title"))
        add(" came. ")
    where, first = f"Dialogue {number % 1500} on day {day}", next(iter(persons.values()))
    event = add(where)
    add(" was held. “")
    said = add(f"We speak of matter {number} again and go on with it in the year after {day}")
    add("”, said ")
    speaker = add(first.name)
    parts_ = tuple(
        Participation(one, "participant", one.mentions[0], rank=rank, rule="came")
        for rank, one in enumerate(persons.values(), 1)
    )
    occasion = Gathering("g1", "dialogue", where, event, start=PartialDate(day), participations=parts_, rule="held")
    quoted = Statement("s1", (said.of("".join(parts)),), (said,), first, speaker, True, "said", gathering="g1", rule="quote")
    text = "".join(parts)
    digest = hashlib.sha256(f"{number} {text}".encode()).hexdigest()
    document = Document(
        f"page-{number}", text, language, (Paragraph(Span(0, length), "body", language),), f"Page {number}", None,
        PartialDate(day), None, "Example", url=f"https://example.org/{number}", snapshot=digest,
    )  # fmt: skip
    return Extract(document, tuple(persons.values()), tuple(bodies.values()), (), tuple(positions), (occasion,), (quoted,))


def page(extract: Extract) -> Page:
    """Return a page as reading it would."""
    document = extract.document
    seen = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
    snapshot = Snapshot(document.snapshot, document.text.encode(), document.url or "", "text/plain", seen)
    return Page(snapshot, extract, claims(extract), copies.signature(document))


def generate(where: str, population: People, found: Drawn, ranges: Sequence[range]) -> None:
    """Make a record of pages and match it."""
    store = open_store(where)
    writer = store.writer()
    with writer._transaction() as connection:  # rows are written as no program should
        made: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        ids: defaultdict[str, int] = defaultdict(int)
        for number, mentions in enumerate(ranges):
            _rows(told(population, found, mentions, number), made, ids)
            if len(made["document"]) == PORTION or number == len(ranges) - 1:
                for table in ("snapshot", "address", *(t.name for t in schema.STATED)):
                    if made[table]:
                        connection.execute(insert(schema.metadata.tables[table]), made.pop(table))
        connection.execute(update(schema.meta).where(schema.meta.c.name == "changes").values(value=str(len(ranges))))
        if connection.dialect.name == "postgresql":
            for table in schema.metadata.sorted_tables:
                if "id" in table.c:
                    sequence = f"pg_get_serial_sequence('{table.name}', 'id')"
                    connection.exec_driver_sql(
                        f"SELECT setval({sequence}, (SELECT coalesce(max(id), 1) FROM {table.name}))"  # noqa: S608 - of our schema
                    )
    writer.match(match_changes)
    with store.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
    store.close()


Adding = Callable[[str, dict[str, Any]], int]
"""Adds a row to a table; returns its number."""

FOUND = {"rule": "generated", "confidence": 0.9}
"""How every fact was found."""


def _page_row(document: Document, made: defaultdict[str, list[dict[str, Any]]], add: Adding) -> int:
    """Collect the rows of a page itself; return its number."""
    base = {"url": document.url, "language": document.language, "title": document.title, "text": document.text}
    snapshot = add("snapshot", {"sha256": document.snapshot, "media_type": "text/plain", "size": 1, "unread": None})
    seen = "2025-01-01T00:00:00.000000Z"
    made["address"].append({"snapshot_id": snapshot, "url": document.url, "first_seen": seen, "last_seen": seen, "headers": {}})
    row = {
        "key": document_key(document.snapshot),
        "snapshot_id": snapshot,
        "name": document.id,
        "published": str(document.published),
    }
    row |= {"site": "Example", "paragraphs": [], "signature": list(copies.signature(document)), "current": True, "notes": []}
    return add("document", base | row | {"refused": 0, "made_by": "0"})


def _entity_rows(
    extract: Extract, keys: dict[str, str], page_id: int, made: defaultdict[str, list[dict[str, Any]]], add: Adding
) -> dict[str, int]:
    """Collect the rows of persons and bodies; return their numbers by their names within the page."""
    here: dict[str, int] = {}
    for kind, entities in (("person", extract.persons), ("organization", extract.organizations)):
        for one in entities:
            row = {
                "key": keys[one.id],
                "document_id": page_id,
                "kind": kind,
                "local": one.id,
                "name": one.name,
                "country": False,
            }
            here[one.id] = add("entity", row | FOUND)
            made["spelling"].append({"entity_id": here[one.id], "n": 1, "text": one.name, "script": script_of(one.name)})
    return here


def _rows(extract: Extract, made: defaultdict[str, list[dict[str, Any]]], ids: defaultdict[str, int]) -> None:
    """Collect the rows of a page; claims are left out, since matching reads none."""
    document = extract.document
    keys = fact_keys(extract, document.snapshot)

    def add(table: str, row: dict[str, Any]) -> int:
        ids[table] += 1
        made[table].append({"id": ids[table]} | row)
        return ids[table]

    page_id = _page_row(document, made, add)
    here = _entity_rows(extract, keys, page_id, made, add)
    for n, position in enumerate(extract.positions, 1):
        body = here[position.organization.id] if position.organization else None
        row = {"key": keys[f"position:{n}"], "document_id": page_id, "person_id": here[position.person.id], "status": "current"}
        row |= {"organization_id": body, "title": position.title, "country": position.country, "qualifier": None}
        add("position", row | {"start": position.span.start, "end": position.span.end} | FOUND)
    (occasion,), (said,) = extract.gatherings, extract.statements
    row = {"key": keys["g1"], "document_id": page_id, "local": "g1", "type": "dialogue", "name": occasion.name}
    row |= {
        "start": str(occasion.start),
        "format": "unknown",
        "track": "unknown",
        "status": "held",
        "main": False,
        "spans": [list(occasion.name_span)],
    }
    gathering = add("gathering", row | FOUND)
    for n, part in enumerate(occasion.participations, 1):
        row = {"key": keys[f"g1:participation:{n}"], "gathering_id": gathering, "entity_id": here[f"p{n}"], "words": None}
        add("participation", row | {"role": "participant", "rank": n, "start": part.span.start, "end": part.span.end} | FOUND)
    row = {"key": keys["s1"], "document_id": page_id, "speaker_id": here["p1"], "speaker_words": extract.persons[0].name}
    row |= {"content": said.content[0], "direct": True, "cue": "said", "manner": "said", "relayed_words": "", "topics": []}
    number = add("statement", row | {"gathering_id": gathering} | FOUND)
    made["statement_part"].append(
        {"statement_id": number, "n": 1, "start": said.content_spans[0].start, "end": said.content_spans[0].end}
    )


def measured(store: Store, extracts: Iterable[Extract]) -> list[dict[str, float]]:
    """Add pages one by one; return the milliseconds of each by step, by the clock and of this process."""
    writer = store.writer()
    spent = []
    for extract in extracts:
        one = page(extract)
        marks = [(time.perf_counter(), time.process_time())]
        writer.add_page(one)
        marks.append((time.perf_counter(), time.process_time()))
        writer.match(match_changes)
        marks.append((time.perf_counter(), time.process_time()))
        steps = {"keeping": marks[:2], "matching": marks[1:], "both": marks[::2]}
        figures = {name: 1000 * (end[0] - begin[0]) for name, (begin, end) in steps.items()}
        spent.append(figures | {f"{name} cpu": 1000 * (end[1] - begin[1]) for name, (begin, end) in steps.items()})
    return spent


def _table(persons: int, size: str, spent: Sequence[dict[str, float]]) -> float:
    """Print the figures of one record; return the 99th percentile of adding a page."""
    for step in spent[0]:
        values = sorted(one[step] for one in spent)
        figures = (statistics.median(values), values[int(len(values) * 0.95)], values[-1])
        print(f"| {persons} | {size} | {step} | " + " | ".join(f"{figure:.0f}" for figure in figures) + " |", flush=True)
    return sorted(one["both"] for one in spent)[int(len(spent) * 0.99)]


def main() -> int:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", type=Path)
    parser.add_argument("--persons", type=lambda text: [int(n) for n in text.split(",")], default=[1000, 10_000, 100_000])
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--store", help="an empty database for the record, instead of files; for one size")
    parser.add_argument("--folder", type=Path, help="where records are kept and found again")
    args = parser.parse_args()
    lists = Lists(args.names)
    print(
        "| persons | pages and mentions | step | median ms | 95th percentile | longest |\n"
        "| ---: | ---: | --- | ---: | ---: | ---: |"
    )
    points, slow = [], False
    with tempfile.TemporaryDirectory() as temporary:
        for persons in args.persons:
            population = people(lists, persons)
            found = drawn(population, int(persons * EACH), everybody=True)
            ranges = list(pages(found))
            base, more = ranges[: -args.pages], ranges[-args.pages :]
            where = args.store or str((args.folder or Path(temporary)) / f"record-{persons}.db")
            if args.store or not Path(where).exists():
                generate(where, population, found, base)
            store = open_store(where)
            number = len(base) + int(time.time()) * 1000  # pages of another run on the same record are others
            extracts = [told(population, found, one, number + n) for n, one in enumerate(more)]
            measured(store, extracts[:3])  # models, tables and pages of the file are loaded
            spent = measured(store, extracts[3:])
            store.close()
            slow |= _table(persons, f"{len(base)}, {base[-1].stop}", spent) >= LIMIT
            points.append((persons, statistics.median(one["both cpu"] for one in spent)))
    if len(points) > 1:
        print(f"\nThe time of one more page grows with the number of persons to the power of {exponent(points):.2f}.")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
