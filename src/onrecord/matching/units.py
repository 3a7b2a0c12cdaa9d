"""Sightings → units, out of core: tables `seen` and `unit`, and the file of samples.

told      t, told, u0, name, shown      each wording once; u0 -1 where its unit depends on the page
seen      n, key, d, t, context         a row a sighting, numbered in the order of keys
member    n, u                          the unit of each, by the unit's number
unit      u, id, u0, name, least        numbered in the order of ids; `name` is the number of what its blocking keys follow from
document  d, document
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

import numpy as np
import pyarrow as pa

from onrecord.match.kinds import SAMPLE, number
from onrecord.match.whole.sets import starts
from onrecord.matching import rows, samples, work
from onrecord.matching.base import Base, tuples
from onrecord.matching.crew import Crew
from onrecord.model.resolution import ClusterKind


def units(base: Base, kind: ClusterKind, crew: Crew, judged: Collection[str]) -> None:
    """Put sightings (the table or view `sighting`: key, document, told, context) into units.

    Args:
        base: where.
        kind: of what.
        crew: who works.
        judged: sightings that somebody judged: each is a unit of its own.
    """
    base.do(
        "CREATE TABLE document AS SELECT row_number() OVER () - 1 AS d, document FROM (SELECT DISTINCT document FROM sighting)"
    )
    base.do("CREATE TABLE wording AS SELECT row_number() OVER () - 1 AS t, told FROM (SELECT DISTINCT told FROM sighting)")
    base.do(
        "CREATE TABLE seen AS SELECT row_number() OVER (ORDER BY key) - 1 AS n, key, d, t, context"
        " FROM sighting JOIN document USING (document) JOIN wording USING (told)"
    )
    _words(base, kind, crew)
    _pages(base, kind, crew)
    _parted(base, kind, judged)
    base.do(
        "CREATE TABLE unit AS SELECT row_number() OVER (ORDER BY id) - 1 AS u, * FROM (SELECT coalesce(own, u0) AS id,"
        " any_value(u0) AS u0, any_value(name) AS name, min(n) AS least FROM home LEFT JOIN parted USING (n) GROUP BY 1)"
    )
    base.do(
        "CREATE TABLE member AS SELECT n, d, u FROM (SELECT n, d, coalesce(own, u0) AS id FROM home LEFT JOIN parted USING (n))"
        " JOIN unit USING (id)"
    )
    base.do("DROP TABLE home")
    _samples(base)


def _words(base: Base, kind: ClusterKind, crew: Crew) -> None:
    base.do("CREATE TABLE worded (t BIGINT, u0 BIGINT, name BIGINT, shown VARCHAR)")
    pieces = ((piece["t"], (kind, piece["told"].to_pylist())) for piece in base.pieces("SELECT t, told FROM wording"))
    for t, found in crew.beside(work.worded, pieces):
        base.fill("worded", {"t": t, "u0": found.unit, "name": found.name, "shown": found.shown})
    base.do("CREATE TABLE told AS SELECT t, told, u0, name, shown FROM wording JOIN worded USING (t)")
    base.do("DROP TABLE wording")
    base.do("DROP TABLE worded")


def _pages(base: Base, kind: ClusterKind, crew: Crew) -> None:
    """Work out the units of sightings whose wording does not tell; `home` has those of all."""
    base.do("CREATE TABLE placed (n BIGINT, u0 BIGINT, name BIGINT)")
    query = (
        "SELECT n, key, document, told, context FROM seen JOIN (SELECT t, told FROM told WHERE u0 < 0) USING (t)"
        " JOIN document USING (d)"
    )
    pieces = ((piece["n"], (kind, list(tuples(piece, *rows.COLUMNS)))) for piece in base.pieces(query))
    for n, (unit, name) in crew.beside(work.placed, pieces):
        base.fill("placed", {"n": n, "u0": unit, "name": name})
    base.do(
        "CREATE TABLE home AS SELECT n, d, coalesce(placed.u0, told.u0) AS u0, coalesce(placed.name, told.name) AS name"
        " FROM seen JOIN told USING (t) LEFT JOIN placed USING (n)"
    )
    base.do("DROP TABLE placed")


def _parted(base: Base, kind: ClusterKind, judged: Collection[str]) -> None:
    """Part from their units what is two on one page, and what somebody judged: `parted` has the ids of their own."""
    base.do("CREATE TABLE parted (n BIGINT, own BIGINT)")
    own: dict[int, int] = {}
    if samples.kind_of(kind).tells_apart:
        base.do("CREATE TABLE again AS SELECT u0, d FROM home GROUP BY ALL HAVING count(*) > 1")
        query = "SELECT n, u0, row_number() OVER (PARTITION BY u0, d ORDER BY n) AS k FROM home SEMI JOIN again USING (u0, d)"
        for piece in base.pieces(f"SELECT * FROM ({query}) WHERE k > 1"):
            for n, unit, k in tuples(piece, "n", "u0", "k"):
                own[n] = int(number(hexadecimal(unit), k), 16)
    if judged:
        keys = pa.table({"key": sorted(judged)})
        found = base.table("SELECT n, key, u0 FROM seen JOIN judged_ USING (key) JOIN home USING (n)", judged_=keys)
        for n, key, unit in tuples(found, "n", "key", "u0"):
            own[n] = int(number(hexadecimal(own.get(n, unit)), key), 16)
    base.fill("parted", {"n": np.array([*own], np.int64), "own": np.array([*own.values()], np.int64)})


def hexadecimal(unit: int) -> str:
    """Return the id of a unit as matching writes it: see `match.kinds.number`."""
    return f"{unit:015x}"


def _samples(base: Base) -> None:
    """Write the sightings of the smallest keys of each unit, unit by unit."""
    base.do(f"CREATE TABLE weighed AS SELECT u, unnest(min(n, {SAMPLE})) AS n FROM member GROUP BY u")
    sizes = base.table("SELECT u, count(*) AS size FROM weighed GROUP BY u ORDER BY u")
    begins = starts(sizes["size"].to_numpy())
    number_of = base.one("SELECT count(*) FROM unit")
    portion = 200_000
    borders = [*range(0, number_of, portion), number_of]

    def tables() -> Iterator[pa.Table]:
        for first, last in pairwise(borders):
            yield base.table(
                "SELECT key, document, told, context FROM weighed JOIN seen USING (n) JOIN told USING (t)"
                f" JOIN document USING (d) WHERE u >= {first} AND u < {last} ORDER BY u, n"
            )

    samples.write(base.folder, tables(), begins)
