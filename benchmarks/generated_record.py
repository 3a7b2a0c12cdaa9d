"""A record of invented pages as large as wanted, written row by row, since reading so many pages would take hours.

One page tells of one occasion (three to four pages an occasion), names four of the people and two of the bodies, and has five
statements. People are named as often as words of a language are: the n-th one in proportion to 1/n. Everything follows from the
numbers of the pages, without chance.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Table, insert, update

from onrecord.record import open_store, schema
from onrecord.record.search import entries

STATEMENTS_A_PAGE = 5
PEOPLE, BODIES, REPORTS = 2000, 400, 3.4
PORTION = 2000
"""Pages whose rows are written at once."""

FIRST = ("Aigerim", "Daniyar", "Seo-yeon", "Min-ho", "Olga", "Pavel", "Marat", "Ji-woo", "Helen", "Karl", "Saule", "Timur")
LAST = ("Akhmetov", "Baek", "Chernov", "Dulatov", "Eom", "Fischer", "Galiyev", "Hwang", "Ibraev", "Jang", "Kassenov", "Larsen")
CITIES = (
    "Astana",
    "Seoul",
    "Vienna",
    "Almaty",
    "Geneva",
    "Kurchatov",
    "Busan",
    "Moscow",
    "Semey",
    "New York",
    "Tashkent",
    "Tokyo",
)
COUNTRIES = ("Kazakhstan", "South Korea", "Russia", "United States", "Japan", "China", "Austria", "Uzbekistan")
TYPES = ("roundtable", "conference", "talks", "webinar", "forum", "visit", "call", "workshop")
TOPICS = ("verification", "security-guarantees", "sanctions", "model-precedent", "dialogue", "regional-zone", "leaders-will")
WORDS = ("archives", "inspectors", "treaty", "assurances", "shafts", "seals", "uranium")
WORDS += ("monitors", "villages", "harbours", "borders", "talks", "patience", "ledgers")


def generate(where: Path, statements: int) -> None:
    """Write a record with so many statements to a new file."""
    store = open_store(where)
    pages = statements // STATEMENTS_A_PAGE
    writer = store.writer()
    with writer._transaction() as connection:  # rows are written as no program should
        people = [{"key": _key("p", n), "kind": "person", "name": person(n)} for n in range(PEOPLE)]
        bodies = [{"key": _key("o", n), "kind": "organization", "name": body(n)} for n in range(BODIES)]
        _write(connection, schema.cluster, [*people, *bodies])
        for start in range(0, pages, PORTION):
            rows: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
            for number in range(start, min(start + PORTION, pages)):
                for table, row in _page(number, pages):
                    rows[table].append(row)
            for table in ("snapshot", "address", *(t.name for t in schema.STATED), "cluster", "member", "link"):
                _write(connection, schema.metadata.tables[table], rows[table])
        for counter in ("changes", "resolved"):
            connection.execute(update(schema.meta).where(schema.meta.c.name == counter).values(value=str(pages)))
    with store.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
    # Behind ANALYZE: without figures of its tables, the database looks rows up in an order that takes ten times as long.
    with store.connect() as connection, connection.begin():
        entries.rebuild(connection)
    store.close()


def _write(connection: Any, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _key(prefix: str, number: int) -> str:
    return f"{prefix}-{number:016x}"


def person(number: int) -> str:
    """Return the name of a person."""
    return f"{FIRST[number % 12]} {LAST[number // 12 % 12]}{'abcdefghijklmnop'[number // 144 % 16]}"


def body(number: int) -> str:
    """Return the name of a body."""
    return f"Institute of {WORDS[number % 14].title()} {number} of {COUNTRIES[number % 8]}"


def somebody(number: int) -> int:
    """Return a person as frequent as the n-th word of a language, 1/n, spread by a multiplier instead of by chance."""
    share = (number * 2654435761 % 2**32) / 2**32
    return int(PEOPLE**share) - 1


def occasion_of(page: int, pages: int) -> int:
    """Return the occasion that a page tells of."""
    return page % max(1, int(pages / REPORTS))


def _date(occasion: int) -> str:
    return f"{1995 + occasion % 31}-{1 + occasion // 31 % 12:02d}-{1 + occasion // 372 % 28:02d}"


def _page(number: int, pages: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the rows of one page, each with the name of its table."""
    found = {"rule": "generated", "confidence": 0.9}
    occasion = occasion_of(number, pages)
    day, city, kind = _date(occasion), CITIES[occasion * 7 % 12], TYPES[occasion % 8]
    people = list(dict.fromkeys(somebody(number * 4 + n) for n in range(4)))
    bodies = [(people[n % len(people)] * 7 + n) % BODIES for n in range(2)]  # those of the first two people
    row_id, digest = number + 1, f"{number:064x}"
    text, spans, paragraphs = _text(number, occasion, day, city, kind, people, bodies)
    document = _key("d", number)
    url = f"https://site{number % 40}.example/{number}"
    seen = f"2025-01-01T00:00:{number % 60:02d}+00:00"
    yield "snapshot", {"id": row_id, "sha256": digest, "media_type": "text/html", "size": len(text), "unread": None}
    yield "address", {"snapshot_id": row_id, "url": url, "first_seen": seen, "last_seen": seen, "headers": {}}
    row = {"id": row_id, "key": document, "snapshot_id": row_id, "name": f"page{number}", "url": url, "language": "en"}
    row |= {"title": f"Report {number}: {kind} {occasion} in {city}", "published": day, "site": f"Site {number % 40}"}
    row |= {"text": text, "paragraphs": paragraphs, "signature": [], "current": True, "notes": [], "refused": 0, "made_by": "0"}
    yield "document", row
    yield "cluster", {"key": document, "kind": "text", "name": ""}
    yield "member", {"key": document, "cluster": document}
    yield from _named(number, people, bodies, spans, found)
    yield from _occasion(number, occasion, (day, city, kind), people, spans, found)
    yield from _said(number, people, text, spans, found)
    if number % 5 == 0:
        a, b = spans["step"]
        step = {
            "id": row_id,
            "key": _key("m", number),
            "document_id": row_id,
            "kind": "treaty-signed",
            "what": f"treaty {number % 300}",
        }
        step |= {"what_start": a + 4, "what_end": a + 10, "date": f"{1990 + number % 30}", "actor": COUNTRIES[number % 8]}
        yield "milestone", step | {"text_start": a, "text_end": b} | found
    if number % 40 == 0 and len(people) > 1:
        a, b = sorted((_key("p", people[0]), _key("p", people[1])))
        yield (
            "link",
            {"kind": "person", "a": f"{a[:8]}{number:x}", "b": b, "score": 0.4, "verdict": "unsure", "reasons": ["alike"]},
        )


def _text(
    number: int, occasion: int, day: str, city: str, kind: str, people: list[int], bodies: list[int]
) -> tuple[str, dict[Any, tuple[int, int]], list[list[Any]]]:
    """Return a page's text, where each fact stands in it, and its paragraphs."""
    parts: list[str] = []
    spans: dict[Any, tuple[int, int]] = {}
    paragraphs: list[list[Any]] = []
    length = begun = 0

    def add(words: str, name: Any = None) -> None:
        nonlocal length
        if name is not None:
            spans[name] = (length, length + len(words))
        parts.append(words)
        length += len(words)

    def end() -> None:
        nonlocal begun
        paragraphs.append([begun, length, "body", "en"])
        add("\n\n")
        begun = length

    add(f"{kind} {occasion} of the field", "occasion")
    add(" was held in ")
    add(city, "place")
    add(" on ")
    add(day, "day")
    add(". ")
    for n, one in enumerate(people):
        add(person(one), ("person", n))
        add(", ")
        add("director", ("office", n))
        add(" of ")
        add(body(bodies[n % 2]), ("body", n))
        add(", took part. ")
    end()
    for n in range(STATEMENTS_A_PAGE):
        add("“")
        said = " ".join(WORDS[(number * 31 + n * 17 + k * (3 + n)) % 14] for k in range(18))
        add(f"{said.capitalize()} number {number % 977}", ("said", n))
        add(f",” {person(people[n % len(people)])} said. ")
        add("It was the first time that the matter had been spoken of so plainly, those present remarked afterwards.")
        end()
    add(f"The treaty {number % 300} was signed in {1990 + number % 30}.", "step")
    end()
    add("Nothing further was announced. " * 12)
    end()
    return "".join(parts), spans, paragraphs


def _named(
    number: int, people: list[int], bodies: list[int], spans: dict[Any, tuple[int, int]], found: dict[str, Any]
) -> Iterator[tuple[str, dict[str, Any]]]:
    for n, one in enumerate(people):
        yield from _entity(number, n, "person", _key("p", one), person(one), spans["person", n], found)
        a, b = spans["office", n]
        position = {"key": _key("t", number * 8 + n), "document_id": number + 1, "person_id": number * 8 + n + 1}
        position |= {
            "organization_id": number * 8 + 5 + n if n < 2 else None,
            "title": "director",
            "country": COUNTRIES[one % 8],
        }
        yield "position", position | {"status": "current", "qualifier": None, "start": a, "end": b} | found
    for n in range(min(2, len(people))):
        yield from _entity(number, 4 + n, "organization", _key("o", bodies[n]), body(bodies[n]), spans["body", n], found)


def _entity(
    number: int, n: int, kind: str, cluster: str, name: str, span: tuple[int, int], found: dict[str, Any]
) -> Iterator[tuple[str, dict[str, Any]]]:
    row_id, key = number * 8 + n + 1, f"{cluster[0]}-m{number:x}x{n}"
    entity = {"id": row_id, "key": key, "document_id": number + 1, "kind": kind, "local": f"{kind[0]}{n}", "name": name}
    yield "entity", entity | {"country": False} | found
    yield "spelling", {"entity_id": row_id, "n": 1, "text": name, "script": "Latn"}
    yield "mention", {"entity_id": row_id, "n": 1, "start": span[0], "end": span[1]}
    yield "member", {"key": key, "cluster": cluster}


def _occasion(
    number: int,
    occasion: int,
    facts: tuple[str, str, str],
    people: list[int],
    spans: dict[Any, tuple[int, int]],
    found: dict[str, Any],
) -> Iterator[tuple[str, dict[str, Any]]]:
    day, city, kind = facts
    row_id, cluster, key = number + 1, _key("g", occasion), f"g-r{number:x}"
    # Every twentieth page gives another day than its fellows do.
    start = day[:-2] + "28" if number % 20 == 0 else day
    gathering = {
        "id": row_id,
        "key": key,
        "document_id": row_id,
        "local": "g1",
        "type": kind,
        "name": f"{kind} {occasion} of the field",
    }
    gathering |= {
        "start": start,
        "place": city,
        "format": "in-person",
        "track": ("1", "1.5", "2")[occasion % 3],
        "status": "held",
    }
    gathering |= {"attendance": 20 + occasion % 100, "series": f"series {occasion % 200}", "main": True}
    yield "gathering", gathering | {"spans": [list(spans["occasion"])]} | found
    yield "member", {"key": key, "cluster": cluster}
    if number == occasion:
        yield "cluster", {"key": cluster, "kind": "gathering", "name": gathering["name"]}
    for n in range(len(people) + min(2, len(people))):
        named, role = (n, "speaker" if n else "moderator") if n < len(people) else (4 + n - len(people), "organizer")
        a, b = spans["person", n] if n < len(people) else spans["body", n - len(people)]
        part = {"key": _key("r", number * 8 + n), "gathering_id": row_id, "entity_id": number * 8 + named + 1, "role": role}
        yield "participation", part | {"words": None, "rank": n + 1, "start": a, "end": b} | found
    for n, (name, value, span) in enumerate((("start", start, "day"), ("place", city, "place")), 1):
        claim = {"document_id": row_id, "n": n, "subject": key, "property": name, "value": value, "wording": value}
        yield "claim", claim | found
        yield "claim_span", {"document_id": row_id, "claim_n": n, "n": 1, "start": spans[span][0], "end": spans[span][1]}


def _said(
    number: int, people: list[int], text: str, spans: dict[Any, tuple[int, int]], found: dict[str, Any]
) -> Iterator[tuple[str, dict[str, Any]]]:
    for n in range(STATEMENTS_A_PAGE):
        row_id = number * STATEMENTS_A_PAGE + n + 1
        key, (a, b) = _key("s", row_id), spans["said", n]
        topics = [TOPICS[(number + n) % 7]] if (number + n) % 2 else []
        statement = {"id": row_id, "key": key, "document_id": number + 1, "speaker_id": number * 8 + n % len(people) + 1}
        statement |= {
            "speaker_words": person(people[n % len(people)]),
            "content": text[a:b],
            "direct": True,
        }
        statement |= {"cue": "said", "manner": "said", "relayed_words": "", "gathering_id": number + 1, "topics": topics}
        yield "statement", statement | found
        yield "statement_part", {"statement_id": row_id, "n": 1, "start": a, "end": b}
        yield "cluster", {"key": key, "kind": "statement", "name": ""}
        yield "member", {"key": key, "cluster": key}


def described(where: Path) -> str:
    """Return how large a generated record is, as one line of JSON."""
    store = open_store(where, create=False)
    counts = store.view().counts()
    store.close()
    named = {name: getattr(counts, name) for name in ("pages", "persons", "organizations", "gatherings", "statements")}
    return json.dumps(named | {"megabytes": round(where.stat().st_size / 1e6)})
