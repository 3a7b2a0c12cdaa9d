"""Bytes and time a page in a record as it grows: python benchmarks/store_size.py [PAGES] [--out FILE].

Pages are generated: each some 3,000 letters long, with four persons, two bodies, up to four gatherings and six statements, all
of invented names. What is measured is keeping (rows, claims, search index, archive) and matching, added up over runs of 25
pages as `onrecord add` makes them; reading is measured in `extraction.py`. Time is processor time of this process. Growth is
the slope of a line through the points on logarithmic axes: 1 means linear.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import math
import random
import re
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from onrecord.capture import Archive
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
)  # fmt: skip
from onrecord.record import Page, Store, open_store

GIVEN = ("Aigerim", "Bolat", "Dana", "Erlan", "Gulnar", "Ilyas", "Kamila", "Marat", "Nurlan", "Saule", "Timur", "Zere")
STARTS, ENDS = ("Abd", "Bek", "Dos", "Kar", "Mus", "Nur", "Sar", "Tol"), ("enova", "imov", "yrbek", "alin")
FAMILY = [f"{start}{end}" for start in STARTS for end in ENDS]
BODIES = ("Institute", "Agency", "Committee")
TITLES = ("minister", "envoy", "director", "ambassador", "professor")
WORDS = (
    "site",
    "test",
    "treaty",
    "closure",
    "region",
    "inspector",
    "archive",
    "health",
    "money",
    "water",
    "steppe",
    "survey",
    "monitoring",
    "decade",
    "record",
    "convoy",
    "verification",
    "agreement",
    "dialogue",
    "expert",
    "proposal",
    "measure",
    "step",
    "country",
    "neighbour",
    "parliament",
    "energy",
    "uranium",
    "reactor",
    "border",
    "trust",
    "promise",
)


RUN = 25
"""Pages after which they are matched, as a run of `onrecord add` does at its end."""

OFFICE = re.compile(
    r"^(?P<name>\w+ \w+), (?P<title>\w+) of the (?P<body>[\w ]+), took part in the (?P<event>[\w ]+) on [\d-]+ in Karatal",
    re.MULTILINE,
)
QUOTED = re.compile(r"^“(?P<said>[^”]+),” (?P<name>\w+ \w+) said", re.MULTILINE)


def page(n: int) -> Page:
    """Return page number `n`: the same one every time."""
    chance = random.Random(n)  # noqa: S311 - nothing is secret here
    people = [f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}" for _ in range(4)]
    bodies = [
        f"{chance.choice(WORDS).title()} {chance.choice(('Institute', 'Agency', 'Committee'))} {chance.randrange(200)}"
        for _ in range(2)
    ]
    day = dt.date(2000, 1, 1) + dt.timedelta(days=chance.randrange(9000))
    parts = [f"Page {n}: " + " ".join(chance.choices(WORDS, k=8)) + "."]
    for number, (name, body) in enumerate(zip(people, bodies * 2, strict=True)):
        forum = f"{chance.choice(WORDS).title()} Forum {n % 997}"
        said = [f"“{' '.join(chance.choices(WORDS, k=22))},” {name} said." for _ in range(1 + number % 2)]
        more = " ".join(chance.choices(WORDS, k=70)).capitalize() + "."
        took = f"{name}, {chance.choice(TITLES)} of the {body}, took part in the {forum} on {day} in Karatal."
        parts += [took, *said, more]
    text = "\n".join(parts)
    content = text.encode()
    snapshot = Snapshot(
        hashlib.sha256(content).hexdigest(),
        content,
        f"https://example.org/{n}",
        "text/plain",
        dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
    )
    facts = _facts(text, snapshot.id, people, bodies, day)
    return Page(snapshot, facts, claims(facts), copies.signature(facts.document))


def _every(text: str, words: str) -> tuple[Span, ...]:
    """Return all places of words in a text."""
    return tuple(Span(*found.span()) for found in re.finditer(re.escape(words), text))


def _facts(text: str, snapshot: str, people: list[str], bodies: list[str], day: dt.date) -> Extract:
    """Return what a page says, as extraction would."""
    persons = {x: Person(f"p{i}", x, (), _every(text, x), "name", 0.9) for i, x in enumerate(dict.fromkeys(people), 1)}
    bodies_ = {x: Organization(f"o{i}", x, (), _every(text, x), "name", 0.9) for i, x in enumerate(dict.fromkeys(bodies), 1)}
    positions: list[Position] = []
    gatherings: dict[str, Gathering] = {}
    statements: list[Statement] = []
    for found in OFFICE.finditer(text):
        person, title = persons[found["name"]], Span(*found.span("title"))
        whole = Span(found.start(), title.end)
        positions.append(Position(person, found["title"], title, whole, bodies_[found["body"]], rule="title"))
        part = Participation(person, "participant", Span(*found.span("name")), rank=1, rule="took-part")
        event, name = found["event"], Span(*found.span("event"))
        made = Gathering("", "forum", event, name, start=PartialDate(day.isoformat()), place="Karatal", rule="forum")
        gatherings.setdefault(event, replace(made, id=f"g{len(gatherings) + 1}", participations=(part,)))
    for found in QUOTED.finditer(text):
        said, speaker = Span(*found.span("said")), persons[found["name"]]
        number = f"s{len(statements) + 1}"
        statements.append(Statement(number, (found["said"],), (said,), speaker, None, True, "said", rule="quote"))
    paragraphs = tuple(Paragraph(Span(*line.span()), "body", "en") for line in re.finditer("[^\n]+", text))
    head, published = text.split("\n", 1)[0], PartialDate(day.isoformat())
    document = Document(snapshot[:12], text, "en", paragraphs, head, None, published, None, "Example", snapshot=snapshot)
    people_, places = tuple(persons.values()), ()
    return Extract(
        document, people_, tuple(bodies_.values()), places, tuple(positions), tuple(gatherings.values()), tuple(statements)
    )


def measured(pages: int, folder: Path, *, match: bool) -> list[dict[str, float]]:
    """Add so many pages, and return what stands at each doubling: pages, bytes, seconds of keeping and of matching."""
    store = open_store(folder / "record.db")
    archive, points, kept, matched = Archive(folder / "record.warc.gz"), list[dict[str, float]](), 0.0, 0.0
    marks = {pages >> shift for shift in range(5)}
    writer = store.writer()
    for n in range(1, pages + 1):
        one = page(n)
        begun = time.process_time()
        archive.add(one.snapshot)
        writer.add_page(one)
        kept += time.process_time() - begun
        if match and (n % RUN == 0 or n in marks):
            begun = time.process_time()
            writer.match(match_changes)
            matched += time.process_time() - begun
        if n in marks:
            sizes = {"database": _bytes(store), "archive": archive.path.stat().st_size}
            points.append({"pages": n, **sizes, "kept": kept, "matched": matched})
            print(json.dumps(points[-1]), file=sys.stderr)
    store.close()
    return points


def _bytes(store: Store) -> int:
    with store.connect() as connection:
        count, size = (connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in ("page_count", "page_size"))
    return int(count) * int(size)


def exponent(points: list[dict[str, float]], of: str) -> float:
    """Return the slope of a line through the points on logarithmic axes, by least squares."""
    xs, ys = [math.log(point["pages"]) for point in points], [math.log(point[of]) for point in points]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / sum((x - mean_x) ** 2 for x in xs)


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.split(":", 1)[0] if __doc__ else "")
    parser.add_argument("pages", nargs="?", type=int, default=10_000)
    parser.add_argument("--out", type=Path, help="write the table there, too")
    parser.add_argument("--keep", action="store_true", help="measure keeping alone, without matching")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        points = measured(options.pages, Path(folder), match=not options.keep)
    lines = ["pages   bytes a page: database  archive   milliseconds a page: keeping  matching"]
    lines += [
        f"{p['pages']:6.0f}  {p['database'] / p['pages']:22.0f}  {p['archive'] / p['pages']:7.0f}  "
        f"{1000 * p['kept'] / p['pages']:28.1f}  {1000 * p['matched'] / p['pages']:8.1f}"
        for p in points
    ]
    parts = ("database", "archive", "kept") if options.keep else ("database", "archive", "kept", "matched")
    lines.append("growth: " + ", ".join(f"{of} pages^{exponent(points, of):.2f}" for of in parts))
    table = "\n".join(lines)
    print(table)
    if options.out:
        options.out.write_text(f"{table}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
