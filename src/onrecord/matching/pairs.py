"""Pairs of units, judged: the table `link` (a, b, score, verdict, reasons), with units by their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa

from onrecord.matching import base as bases
from onrecord.matching import samples, work
from onrecord.matching.base import Base, integers
from onrecord.matching.crew import Crew
from onrecord.model.resolution import ClusterKind

NAMES = 250_000
"""Names whose units are paired at a time: what is in memory and on the disk does not grow with the number of all pairs."""


def links(base: Base, kind: ClusterKind, crew: Crew) -> None:
    """Judge all units that are worth comparing."""
    base.do("CREATE TABLE judged (a BIGINT, b BIGINT, score DOUBLE, verdict TINYINT, reasons VARCHAR)")
    waiting: list[pa.Table] = []
    for found in crew.map(work.judged, _pairs(base, kind, waiting)):
        piece = waiting.pop(0).take(pa.array(found.place))
        ends = {"a": piece["a"], "b": piece["b"]}
        base.fill("judged", ends | {"score": found.score, "verdict": found.verdict, "reasons": found.reasons})
    base.do("CREATE TABLE single (a BIGINT, b BIGINT, score DOUBLE, verdict TINYINT, reasons VARCHAR)")
    how = samples.kind_of(kind)
    if how.lone:
        _alone(base, kind, crew)
    apart = _apart("judged") if how.tells_apart else "judged"
    # What a surname can only mean says more than what the pair by itself left open.
    base.do(f"CREATE TABLE link AS SELECT * FROM single UNION ALL BY NAME SELECT * FROM {apart} ANTI JOIN single USING (a, b)")
    base.do("DROP TABLE judged")


def _apart(table: str) -> str:
    """Return a query for the pairs of a table of which no document shows both."""
    shared = (
        f"SELECT DISTINCT a, b FROM {table} JOIN member AS one ON one.u = a"
        " JOIN member AS other ON other.u = b AND other.d = one.d"
    )
    return f"(SELECT * FROM {table} ANTI JOIN ({shared}) USING (a, b))"


def _pairs(base: Base, kind: ClusterKind, waiting: list[pa.Table]) -> Iterator[tuple[Any, ...]]:
    """Yield the pairs of units, names by names; a pair is judged if the smaller one looks for the name of the other."""
    last = base.one("SELECT count(*) FROM unit")
    base.do("CREATE TABLE bearer AS SELECT example AS x, u FROM unit JOIN name USING (name)")
    for first, end in pairwise([*range(0, last, NAMES), last]):
        here = f"x >= {first} AND x < {end}"
        across = (
            "SELECT least(p.u, q.u) AS a, greatest(p.u, q.u) AS b"
            f" FROM (SELECT * FROM near WHERE {here}) AS n JOIN bearer AS p ON p.x = n.x JOIN bearer AS q ON q.x = n.y"
            " WHERE CASE WHEN p.u < q.u THEN forth ELSE back END"
        )
        within = (
            "SELECT p.u AS a, q.u AS b FROM bearer AS p JOIN bearer AS q ON p.x = q.x AND p.u < q.u"
            f" WHERE p.x >= {first} AND p.x < {end}"
        )
        for piece in base.pieces(f"SELECT a, b FROM ({across} UNION ALL {within}) ORDER BY a, b"):
            waiting.append(piece)
            yield kind, base.folder, *integers(piece, "a", "b")


def _alone(base: Base, kind: ClusterKind, crew: Crew) -> None:
    """Judge what can only be joined if no more than one thing fits it."""
    lone = samples.kind_of(kind).lone
    assert lone is not None  # noqa: S101  asked for by the caller
    base.do("CREATE TABLE alone (u BIGINT, s BIGINT, h BIGINT)")
    everybody = np.arange(base.one("SELECT count(*) FROM unit"), dtype=np.int64)
    pieces = ((kind, base.folder, everybody[n : n + bases.PIECE]) for n in range(0, len(everybody), bases.PIECE))
    for unit, sought, held in crew.map(work.alone, pieces):
        base.fill("alone", {"u": unit, "s": sought, "h": held})
    base.do("CREATE TABLE fit AS SELECT DISTINCT u, h FROM alone WHERE s = -1 AND h IN (SELECT h FROM alone WHERE s <> -1)")
    base.do("CREATE TABLE crowd AS SELECT h, count(*) AS fits FROM fit GROUP BY h")
    seeking = (
        "SELECT DISTINCT u, h FROM alone WHERE s <> -1 AND u NOT IN"
        f" (SELECT u FROM alone JOIN crowd USING (h) WHERE s <> -1 AND fits > {lone.most})"
    )
    base.do(f"CREATE TABLE chance AS SELECT DISTINCT k.u AS a, f.u AS b FROM ({seeking}) AS k JOIN fit AS f USING (h)")
    query = f"SELECT a, list(b ORDER BY b) AS fits FROM {_apart('chance')} GROUP BY a"
    waiting: list[pa.Table] = []

    def chances() -> Iterator[tuple[Any, ...]]:
        for piece in base.pieces(query):
            waiting.append(piece)
            yield kind, base.folder, piece["a"].to_pylist(), piece["fits"].to_pylist()

    for others, found in crew.map(work.meant, chances()):
        unit = waiting.pop(0)["a"].to_numpy()[found.place]
        ends = {"a": np.minimum(unit, others), "b": np.maximum(unit, others)}
        base.fill("single", ends | {"score": found.score, "verdict": found.verdict, "reasons": found.reasons})
