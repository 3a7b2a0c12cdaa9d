"""Blocking keys → pairs of names that can be one, out of core: tables `held`, `name`, and `near`.

name   name, example                    each name once, with the unit by which it is compared
held   name, block                      blocking keys
near   x, y, forth, back                pairs of names that can be one, x below y; who looks for whom
"""

from __future__ import annotations

from dataclasses import fields

import pyarrow as pa

from onrecord.match.kinds import Kind
from onrecord.matching import samples, work
from onrecord.matching.base import NAME, Base, arrays
from onrecord.matching.crew import Crew
from onrecord.model.resolution import ClusterKind

COMPARED = 1 << 17
"""Pairs of names that are compared together: enough for compiled code to be worth its loading."""

_AKIN = next(field.default for field in fields(Kind) if field.name == "akin")
"""What kinds have whose names say nothing by themselves: all are worth comparing."""


def neighbours(base: Base, kind: ClusterKind, crew: Crew) -> None:
    """Find the pairs of names of which units are worth comparing."""
    base.do(NAME)
    hold(base, kind, crew)
    base.do("CREATE TABLE size AS SELECT block, count(*) AS holders FROM held GROUP BY block")
    base.do(
        "CREATE TABLE way AS SELECT DISTINCT seeker, key FROM looks LEFT JOIN size ON sized = block"
        ' WHERE coalesce(holders, 0) <= "limit"'
    )
    base.do("DROP TABLE looks")
    base.do(
        "CREATE TABLE candidate AS SELECT least(seeker, holder) AS x, greatest(seeker, holder) AS y,"
        " bool_or(seeker < holder) AS forth, bool_or(seeker > holder) AS back"
        " FROM way JOIN held ON key = block WHERE seeker <> holder GROUP BY ALL"
    )
    base.do("DROP TABLE way")
    if samples.kind_of(kind).akin is _AKIN:
        base.do("ALTER TABLE candidate RENAME TO near")
        return
    base.do("CREATE TABLE near (x BIGINT, y BIGINT, forth BOOLEAN, back BOOLEAN)")
    candidates = base.pieces("SELECT x, y, forth, back FROM candidate ORDER BY x, y", COMPARED)
    pieces = ((piece, (kind, base.folder, *arrays(piece, "x", "y"))) for piece in candidates)
    for piece, found in crew.beside(work.akin, pieces):
        base.fill("near", _columns(piece.filter(pa.array(found))))
    base.do("DROP TABLE candidate")


def hold(base: Base, kind: ClusterKind, crew: Crew) -> None:
    """Note the blocking keys of names: the tables `held`, and `looks` (who looks under which)."""
    base.do("CREATE TABLE held (holder BIGINT, block BIGINT)")
    base.do('CREATE TABLE looks (seeker BIGINT, key BIGINT, sized BIGINT, "limit" BIGINT)')
    pieces = ((kind, base.folder, piece["example"].to_numpy()) for piece in base.pieces("SELECT example FROM name ORDER BY 1"))
    for found in crew.map(work.blocked, pieces):
        base.fill("held", {"holder": found.holder, "block": found.held})
        base.fill("looks", {"seeker": found.seeker, "key": found.key, "sized": found.sized, "limit": found.limit})


def _columns(table: pa.Table) -> dict[str, pa.ChunkedArray]:
    return {name: table[name] for name in table.column_names}
