"""Looking up clauses in the index of either database: candidates in the order of days, as many as are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from onrecord.record.search import days
from onrecord.record.search.query import Clause, Query, Term

_NUMBER = "(search_index.rowid & 4294967295)"

_OF_LANGUAGE = (
    "EXISTS (SELECT 1 FROM statement s JOIN document d ON d.id = s.document_id"
    " WHERE s.id = {statement} AND d.language = :language)"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that matches; `cluster` is the key of the statement in all pages that carry it."""

    id: int
    cluster: str
    words: str
    stems: str


def candidates(
    connection: Connection,
    query: Query,
    numbers: tuple[int, int] = days.EVERYTHING,
    *,
    within: tuple[int | None, int | None] = (None, None),
    language: str = "",
    oldest: bool = False,
    limit: int,
) -> list[Candidate]:
    """Return entries that match, newest first.

    Args:
        connection: a reading of the database.
        query: what must hold; every entry does where it has no clause.
        numbers: the least number of an entry, and the one behind the greatest.
        within: the earliest and the latest day, as ordinals, that the date of an entry may mean.
        language: of the page; empty for any.
        oldest: oldest first instead.
        limit: so many at most.
    """
    sqlite = connection.dialect.name == "sqlite"
    values: dict[str, Any] = {"low": numbers[0], "high": numbers[1], "limit": limit}
    conditions = []
    for name, day, condition in (("since", within[0], "e.last_day >= :since"), ("until", within[1], "e.first_day <= :until")):
        if day is not None:
            values[name] = day
            conditions.append(condition)
    if language:
        values["language"] = language
        conditions.append(_OF_LANGUAGE.format(statement="e.statement_id"))
    if query.clauses and sqlite:
        # The index comes first, and gives its finds in the order of numbers.
        source = "search_index i CROSS JOIN search_entry e ON e.id = i.rowid"
        number = "i.rowid"
        conditions.append("search_index MATCH :match")
        values["match"] = fts5(query.clauses)
    else:
        source, number = "search_entry e", "e.id"
        conditions += [_tsearch(clause, values) for clause in query.clauses]
    conditions += [f"{number} >= :low", f"{number} < :high"]
    order = "ASC" if oldest else "DESC"
    sql = (
        f"SELECT e.id, e.cluster, e.words, e.stems FROM {source} "  # noqa: S608 - words of ours; values are bound
        f"WHERE {' AND '.join(conditions)} ORDER BY {number} {order} LIMIT :limit"
    )
    return [Candidate(*row) for row in connection.execute(text(sql), values)]


def frequency(connection: Connection, term: Term, limit: int) -> int:
    """Return how many entries have a term, counted up to `limit`."""
    values: dict[str, Any] = {"limit": limit}
    if connection.dialect.name == "sqlite":
        values["match"] = fts5([Clause((term,))])
        condition, source = "search_index MATCH :match", "search_index"
    else:
        condition, source = _tsearch(Clause((term,)), values), "search_entry e"
    sql = f"SELECT count(*) FROM (SELECT 1 FROM {source} WHERE {condition} LIMIT :limit) AS found"  # noqa: S608 - as above
    return int(connection.execute(text(sql), values).scalar_one())


def matching_statements(connection: Connection, query: Query, language: str = "") -> list[int]:
    """Return the row numbers of all statements that match; of those from pages in a language, where one is given."""
    values: dict[str, Any] = {"language": language} if language else {}
    of_language = [_OF_LANGUAGE.format(statement="e.statement_id")] if language else []
    if not query.clauses:
        sql = f"SELECT statement_id FROM search_entry e WHERE {' AND '.join(of_language or ['1 = 1'])}"  # noqa: S608 - as above
    elif connection.dialect.name == "sqlite":
        values["match"] = fts5(query.clauses)
        # The statement is the lower half of the number.
        numbered = [_OF_LANGUAGE.format(statement=_NUMBER)] if language else []
        conditions = " AND ".join(["search_index MATCH :match", *numbered])
        sql = f"SELECT {_NUMBER} FROM search_index WHERE {conditions}"  # noqa: S608 - as above
    else:
        conditions = " AND ".join([*(_tsearch(clause, values) for clause in query.clauses), *of_language])
        sql = f"SELECT statement_id FROM search_entry e WHERE {conditions}"  # noqa: S608 - as above
    return list(connection.execute(text(sql), values).scalars())


def fts5(clauses: Sequence[Clause]) -> str:
    """Return clauses as an expression of FTS5 (sqlite.org/fts5.html, 3)."""
    wanted = [f"({' OR '.join(_phrase(term) for term in clause.terms)})" for clause in clauses if clause.wanted]
    others = [_phrase(term) for clause in clauses if not clause.wanted for term in clause.terms]
    found = " AND ".join(wanted)
    return f"({found}) NOT ({' OR '.join(others)})" if others else found


def _phrase(term: Term) -> str:
    return f'{term.column} : "{" ".join(term.tokens)}"' + (" *" if term.prefix else "")


def _tsearch(clause: Clause, values: dict[str, Any]) -> str:
    """Return a clause as a condition of PostgreSQL's text search, its words added to `values`."""
    found = []
    for term in clause.terms:
        name = f"t{len(values)}"
        values[name] = " <-> ".join(f"'{token}'" for token in term.tokens) + (":*" if term.prefix else "")
        found.append(f"e.{term.column}_found @@ CAST(:{name} AS tsquery)")
    condition = f"({' OR '.join(found)})"
    return condition if clause.wanted else f"NOT {condition}"
