"""Pairs of units, judged: the table `link` (a, b, score, verdict, reasons), with units by their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pyarrow as pa

from onrecord.matching import samples, work
from onrecord.matching.base import LINK, Base, arrays
from onrecord.matching.crew import Crew
from onrecord.model.resolution import ClusterKind

NAMES = 250_000
"""Names whose units are paired at a time: what is in memory and on the disk does not grow with the number of all pairs."""


def links(base: Base, kind: ClusterKind, crew: Crew) -> None:
    """Judge all units that are worth comparing."""
    base.do(f"CREATE TABLE judged ({LINK})")
    pieces = ((piece, (kind, base.folder, *arrays(piece, "a", "b"))) for piece in _pairs(base))
    for piece, found in crew.beside(work.judged, pieces):
        said = piece.take(pa.array(found.place))
        ends = {"a": said["a"], "b": said["b"]}
        base.fill("judged", ends | {"score": found.score, "verdict": found.verdict, "reasons": found.reasons})
    told = _apart("judged") if samples.kind_of(kind).tells_apart else "judged"
    base.do(f"CREATE TABLE link AS SELECT * FROM {told}")
    base.do("DROP TABLE judged")


def _apart(table: str) -> str:
    """Return a query for the pairs of a table of which no document shows both."""
    shared = (
        f"SELECT DISTINCT a, b FROM {table} JOIN member AS one ON one.u = a"
        " JOIN member AS other ON other.u = b AND other.d = one.d"
    )
    return f"(SELECT * FROM {table} ANTI JOIN ({shared}) USING (a, b))"


def _pairs(base: Base) -> Iterator[pa.Table]:
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
        yield from base.pieces(f"SELECT a, b FROM ({across} UNION ALL {within}) ORDER BY a, b")
