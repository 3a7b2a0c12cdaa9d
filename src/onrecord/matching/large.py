"""All of a large record matched anew, out of core: from its rows to Parquet, and from there to its tables, piece by piece."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from onrecord import record as rooms
from onrecord.match.growth import Change
from onrecord.match.judged import Judged
from onrecord.match.kinds import block
from onrecord.match.shelf import Shelf
from onrecord.match.stages import identified
from onrecord.matching import outofcore, rows, samples, work
from onrecord.matching.base import VERDICT, Base, tuples
from onrecord.matching.crew import Crew
from onrecord.matching.neighbours import hold
from onrecord.matching.people import alone
from onrecord.matching.units import hexadecimal
from onrecord.model.resolution import Cluster, ClusterKind, GatheringSighting, Link, Sightings, StatementSighting
from onrecord.record.sample import Sighting

KINDS: tuple[ClusterKind, ...] = ("organization", "person", "gathering", "statement", "text")
"""In the order in which one rests on another."""

PIECE = 20_000
"""Rows that are handed to the record at a time."""


def match_large(matching: rooms.Matching, judged: Judged, means: outofcore.Means | None = None) -> Iterator[Change]:
    """Match all of a record whose matching was cleared; yield what came of it, a part of it in each change.

    Args:
        matching: the record.
        judged: what analysts decided.
        means: what may be used.
    """
    means = means or outofcore.Means()
    with tempfile.TemporaryDirectory(dir=means.folder) as temporary:
        folder = Path(temporary)
        _write(matching.portions(), folder)
        shelves: tuple[Shelf[Any], ...] = (
            matching.organizations(),
            matching.persons(),
            matching.gatherings(),
            matching.statements(),
            matching.texts(),
        )
        for kind, shelf in zip(KINDS, shelves, strict=True):
            if kind in ("gathering", "statement"):
                _identify(folder, kind, means)
            pour = _pourer(kind, shelf, judged)
            if (folder / f"{kind}.parquet").exists():
                outofcore.match(kind, f"{folder}/{kind}.parquet", folder / kind, judged=judged, means=means, then=pour)
                yield from _changes(kind, folder / kind, means)


def _write(portions: Iterable[Sightings], folder: Path) -> None:
    """Write the sightings of a record, those of each kind to a file of its own."""
    with ExitStack() as files:
        writers: dict[ClusterKind, pq.ParquetWriter] = {}
        for found in portions:
            of_kinds: tuple[tuple[Sighting, ...], ...] = (
                found.organizations,
                found.persons,
                found.gatherings,
                found.statements,
                found.texts,
            )
            for kind, sightings in zip(KINDS, of_kinds, strict=True):
                if sightings:
                    table = _table(map(rows.row, sightings))
                    if kind not in writers:
                        writers[kind] = files.enter_context(pq.ParquetWriter(folder / f"{kind}.parquet", table.schema))
                    writers[kind].write_table(table)


def _table(found: Iterable[rows.Row]) -> pa.Table:
    columns = zip(*found, strict=True)
    return pa.table({name: pa.array(column, pa.string()) for name, column in zip(rows.COLUMNS, columns, strict=True)})


def _identify(folder: Path, kind: ClusterKind, means: outofcore.Means) -> None:
    """Put clusters in the place of the persons and bodies of occasions and statements."""
    source, target = folder / f"{kind}.parquet", folder / f"{kind}.identified.parquet"
    if not source.exists():
        return
    there = [one for one in ("organization", "person") if (folder / f"{one}.parquet").exists()]
    wordings = "JOIN (SELECT key, told FROM '{folder}/{one}.parquet') USING (key)"
    people = [f"SELECT * FROM '{folder}/{one}/members.parquet' {wordings.format(folder=folder, one=one)}" for one in there]
    empty = "SELECT '' AS key, '' AS cluster, '' AS told WHERE false"
    with tempfile.TemporaryDirectory(dir=means.folder) as temporary, Base(Path(temporary), memory=means.memory) as base:
        base.do(f"CREATE TABLE identity AS {' UNION ALL BY NAME '.join(people) or empty}")
        with pq.ParquetWriter(target, _table([rows.Row("", "", "", "")]).schema) as out:
            for batch in pq.ParquetFile(source).iter_batches(PIECE):
                some = [rows.sighting(kind, rows.Row(**row)) for row in batch.to_pylist()]
                out.write_table(_table(map(rows.row, _identified(base, some))))
    target.replace(source)


def _identified(base: Base, some: list[Any]) -> Iterator[Any]:
    keys: set[str] = set()
    for one in some:
        keys.update(one.participants if isinstance(one, GatheringSighting) else [one.speaker or ""])
    found = base.table(
        "SELECT key, cluster, told FROM identity SEMI JOIN asked USING (key)", asked=pa.table({"key": sorted(keys)})
    )
    identity = dict(tuples(found, "key", "cluster"))
    names = {key: rows.names(told) for key, told in tuples(found, "key", "told")}
    for one in some:
        if isinstance(one, StatementSighting):
            yield replace(one, speaker=identity.get(one.speaker or "", one.speaker))
        else:
            yield identified(one, identity, names)


def _changes(kind: ClusterKind, out: Path, means: outofcore.Means) -> Iterator[Change]:
    """Yield the clusters and links that were written to a folder."""
    with tempfile.TemporaryDirectory(dir=means.folder) as temporary, Base(Path(temporary), memory=means.memory) as base:
        query = (
            "SELECT c.key, name, members FROM (SELECT cluster, list(key ORDER BY key) AS members"
            f" FROM '{out}/members.parquet' GROUP BY cluster) JOIN '{out}/clusters.parquet' AS c ON cluster = c.key"
        )
        for piece in base.pieces(query, PIECE):
            found = piece.to_pylist()
            clusters = tuple(Cluster(kind, one["key"], tuple(one["members"]), one["name"]) for one in found)
            yield Change(clusters, moved=frozenset(key for one in clusters for key in one.members))
        for piece in base.pieces(f"SELECT a, b, score, verdict, reasons FROM '{out}/links.parquet'", PIECE):
            yield Change(links=tuple(map(_link(kind), piece.to_pylist())))


def _link(kind: ClusterKind) -> Callable[[Mapping[str, Any]], Link]:
    return lambda row: Link(kind, row["a"], row["b"], row["score"], row["verdict"], tuple(rows.texts(row["reasons"])))


def _pourer(kind: ClusterKind, shelf: Shelf[Any], judged: Judged) -> Callable[[Base], None]:
    """Return what puts units, keys and pairs where the record keeps them, so that the next page can go on from there."""

    def pour(base: Base) -> None:
        units = "SELECT key, id, d FROM member JOIN unit USING (u) JOIN seen USING (n, d)"
        query = f"SELECT key, id, document FROM ({units}) JOIN document USING (d)"
        for piece in base.pieces(query, PIECE):
            found = piece.to_pylist()
            shelf.move([], {row["key"]: (hexadecimal(row["id"]), row["document"]) for row in found})
        known = samples.samples(kind, base.folder)
        for piece in base.pieces("SELECT u, id, name FROM unit ORDER BY u", PIECE):
            found = piece.to_pylist()
            weighed = {hexadecimal(row["id"]): tuple(known.sightings(row["u"])) for row in found}
            shelf.put(weighed, {hexadecimal(row["id"]): hexadecimal(row["name"]) for row in found}, [])
        _pour_keys(base, kind, shelf, judged)
        ends = "JOIN unit AS p ON a = p.u JOIN unit AS q ON b = q.u"
        kept = "" if samples.kind_of(kind).keeps_different else "WHERE verdict <> 0"
        query = f"SELECT p.id AS a, q.id AS b, a AS x, b AS y, score, {VERDICT}, reasons FROM link {ends} {kept}"
        for piece in base.pieces(query, PIECE):
            found = piece.to_pylist()
            unsaid = [row for row in found if row["reasons"] is None]
            for row, reasons in zip(unsaid, _reasons(kind, base, unsaid), strict=True):
                row["reasons"] = reasons
            links = [row | {"a": hexadecimal(row["a"]), "b": hexadecimal(row["b"])} for row in found]
            shelf.relink([], map(_link(kind), links))

    return pour


def _reasons(kind: ClusterKind, base: Base, links: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the reasons of pairs that were judged in arrays, as JSON."""
    left, right = (np.array([link[end] for link in links], np.int64) for end in ("x", "y"))
    return work.reasons(kind, base.folder, left, right)


def _pour_keys(base: Base, kind: ClusterKind, shelf: Shelf[Any], judged: Judged) -> None:
    how = samples.kind_of(kind)
    queries = []
    if kind == "person":
        with Crew() as crew:
            hold(base, kind, crew)
        alone(base)
    if how.limits:
        queries.append(
            "SELECT unit.name AS holder, list(DISTINCT block) AS blocks FROM held JOIN unit ON u = holder GROUP BY 1"
        )
    if judged.keys:
        base.do("CREATE TABLE profile (u BIGINT, h BIGINT, s BIGINT)")
        keys = pa.table({"key": sorted(judged.keys)})
        query = "SELECT u, u0 FROM unit SEMI JOIN (SELECT u FROM seen JOIN judged_ USING (key) JOIN member USING (n)) USING (u)"
        found = base.table(query, judged_=keys)
        blocks = [block(f"= {hexadecimal(profile)}") for profile in found["u0"].to_pylist()]
        base.fill("profile", {"u": found["u"], "h": np.array(blocks, np.int64), "s": np.full(len(blocks), -1)})
    of_units = [name for name, there in (("alone", how.lone), ("profile", judged.keys)) if there]
    if of_units:
        each = " UNION ALL ".join(f"SELECT u, CASE WHEN s = -1 THEN h ELSE s END AS block FROM {name}" for name in of_units)
        queries.append(f"SELECT id AS holder, list(DISTINCT block) AS blocks FROM ({each}) JOIN unit USING (u) GROUP BY 1")
    for query in queries:
        for piece in base.pieces(query, PIECE):
            shelf.hold({hexadecimal(row["holder"]): row["blocks"] for row in piece.to_pylist()})
