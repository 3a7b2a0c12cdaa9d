"""Searching what was said: words in three languages, narrowed down by facets, in the order of relevance or of days.

query      what a user writes → clauses
facets     what it is narrowed down by, as tokens
days       the order of entries
entries    making and refreshing the index
lookup     finding candidates, in either database
ranking    which of them say most of what was asked
snippets   the hit, marked
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import func, select

from onrecord.model.errors import UsageError
from onrecord.model.recorded import StatementRecord
from onrecord.model.search import Hit, Hits, Order, Sought
from onrecord.record import said, schema
from onrecord.record.reader import Reader
from onrecord.record.search import days
from onrecord.record.search.facets import Kind, asked, cities, named, telling
from onrecord.record.search.lookup import Candidate, candidates, frequency, matching_statements
from onrecord.record.search.query import Clause, Query, Term, parse
from onrecord.record.search.ranking import scores
from onrecord.record.search.snippets import snippet

RANKED = 700
"""So many statements are ranked, the newest that match: ranking more of them takes longer than anybody waits."""

COUNTED = 30_000
"""Up to here it is counted how many statements have a word; beyond, its rarity makes no difference worth the time."""


def search(reader: Reader, sought: Sought, *, order: Order = "relevance", limit: int, cursor: str | None = None) -> Hits:
    """Return one page of the statements that are sought, each once however many pages carry it.

    Raises:
        UsageError: the words cannot be looked for, or the cursor belongs to another search.
    """
    query = _query(reader, sought)
    name = hashlib.sha256(repr((sought, order)).encode()).hexdigest()[:8]
    skip = _skipped(cursor, name)
    wanted = RANKED if order == "relevance" else skip + RANKED
    found = _candidates(reader, query, sought, order == "oldest", wanted + 1)
    more = len(found) > wanted
    relevance = dict.fromkeys((one.cluster for one in reversed(found)), 0.0)
    if order == "relevance" and query.sought:
        found, relevance = _ranked(reader, found[:RANKED], query)
    clusters = list(dict.fromkeys(one.cluster for one in found))
    shown = clusters[skip : skip + limit]
    hits = tuple(
        Hit(record, snippet(" … ".join(record.content), query.sought), round(relevance[record.key], 4))
        for record in records(reader, shown)
    )
    rest = len(clusters) > skip + limit
    return Hits(hits, len(clusters), more, f"{name}-{skip + limit}" if rest else None)


def about(reader: Reader, words: str) -> set[int]:
    """Return the row numbers of the statements that hold words, or have topics that they name."""
    query = parse(words)
    return set(matching_statements(reader.connection, Query(tuple(_or_topic(clause) for clause in query.clauses))))


def matching(reader: Reader, sought: Sought) -> set[int]:
    """Return the row numbers of all statements that are sought, whatever their dates; something must be given."""
    return set(matching_statements(reader.connection, _query(reader, sought), sought.language))


def records(reader: Reader, clusters: Sequence[str]) -> list[StatementRecord]:
    """Return statements by the keys of their records, in the order of these."""
    made = {record.key: record for record in said.statements(reader, keys=reader.members(clusters))}
    return [made[key] for key in clusters if key in made]


def _or_topic(clause: Clause) -> Clause:
    """Let each word be that of a topic too: "test-site" is one, and "site" names it."""
    topics = [
        Term("facets", (named("topic", "".join(term.tokens)) if len(term.tokens) > 1 else asked("about", term.tokens[0])[0],))
        for term in clause.terms
        if term.column == "stems"
    ]
    return replace(clause, terms=(*clause.terms, *topics))


def _query(reader: Reader, sought: Sought) -> Query:
    """Return all that must hold, as clauses."""
    clauses = list(parse(sought.words).clauses)
    if sought.speakers is not None:
        keys = sorted(set(reader.cluster_of(sought.speakers).values())) or ["nobody"]
        clauses.append(_facet(*(named("speaker", key) for key in keys)))
    if sought.gathering:
        clauses.append(_facet(named("gathering", reader.cluster_of([sought.gathering])[sought.gathering])))
    words: tuple[tuple[Kind, str], ...] = (
        ("office", telling(sought.office) if sought.office else ""),
        ("source", "" if sought.source.startswith("d-") else sought.source),
    )
    clauses += [_facet(token) for kind, value in words for token in asked(kind, value)]
    city = cities([sought.place])
    clauses += [_facet(token, *sorted(city)) for token in asked("place", sought.place)]
    whole: tuple[tuple[Kind, str], ...] = (
        ("manner", sought.manner),
        ("topic", sought.topic),
        ("source", sought.source if sought.source.startswith("d-") else ""),
        ("direct", "" if sought.direct is None else "yes" if sought.direct else "no"),
    )
    clauses += [_facet(named(kind, value)) for kind, value in whole if value]
    # What is wanted comes first: without it, nothing can be left out.
    return Query(tuple(sorted(clauses, key=lambda clause: not clause.wanted)))


def _facet(*any_of: str) -> Clause:
    return Clause(tuple(Term("facets", (token,)) for token in any_of))


def _candidates(reader: Reader, query: Query, sought: Sought, oldest: bool, limit: int) -> list[Candidate]:
    """Return what matches, in order of days; what has no day of its own comes last."""
    since, until = days.days_of(sought.since), days.days_of(sought.until)
    within = (since[0] if since else None, until[1] if until else None)
    groups = (days.between(sought.since, sought.until), days.OTHERS) if since is None and until is None else (
        days.between(sought.since, sought.until), days.WIDE_RANGE,
    )  # fmt: skip
    found: list[Candidate] = []
    for numbers in groups:
        if len(found) < limit:
            rest = limit - len(found)
            found += candidates(
                reader.connection, query, numbers, within=within, language=sought.language, oldest=oldest, limit=rest
            )
    return found


def _ranked(reader: Reader, found: list[Candidate], query: Query) -> tuple[list[Candidate], dict[str, float]]:
    """Return the candidates, most relevant first, and of each record the relevance of its best page."""
    connection = reader.connection
    frequencies = {term: frequency(connection, term, COUNTED) for term in query.sought}
    entries = connection.execute(select(func.max(schema.search_entry.c.statement_id))).scalar() or 0
    made = scores(found, query, frequencies, entries)
    order = sorted(range(len(found)), key=lambda i: (-made[i], -found[i].id))
    best: dict[str, float] = {}
    for i in order:
        best.setdefault(found[i].cluster, made[i])
    return [found[i] for i in order], best


def _skipped(cursor: str | None, name: str) -> int:
    if not cursor:
        return 0
    of, _, number = cursor.partition("-")
    if of != name or not number.isdigit():
        raise UsageError(f"the cursor {cursor!r} belongs to another search", "leave it out to begin with the first page")
    return int(number)
