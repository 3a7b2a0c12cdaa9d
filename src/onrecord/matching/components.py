"""Judged pairs → clusters, out of core: what "same" pairs connect is settled by itself, portion by portion.

root     u, r            the smallest unit of each unit's cluster
told     a, b, …         the links to show, by sightings
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pyarrow as pa

from onrecord.match.clusters import joined
from onrecord.match.evidence import VERDICTS
from onrecord.match.growth import ALIKE
from onrecord.match.judged import Judged
from onrecord.match.whole.joining import joined as joined_at_once
from onrecord.match.whole.sets import blocks
from onrecord.matching import samples
from onrecord.matching.base import LINK, Base, arrays, tuples
from onrecord.model.resolution import ClusterKind, Link

PORTION = 50_000
"""Units whose components are in memory at once, or one component, where that is larger."""


def components(base: Base, kind: ClusterKind, judged: Judged) -> None:
    """Make the clusters of all units.

    Args:
        base: where; with the table `link`.
        kind: of what.
        judged: what analysts decided.
    """
    decided = _decided(base, kind, judged)
    base.do(f"CREATE TABLE every ({LINK}, place TINYINT)")
    base.fill("every", {name: decided[name] for name in decided.column_names} | {"place": np.zeros(len(decided), np.int8)})
    base.do("INSERT INTO every BY NAME SELECT *, 1 AS place FROM link")
    by_hand = _units_of(base, judged)
    base.do("CREATE TABLE by_hand (a BIGINT, b BIGINT)")
    base.fill("by_hand", {"a": np.array([a for a, _ in by_hand], np.int64), "b": np.array([b for _, b in by_hand], np.int64)})
    # What was found on a pair that somebody judged joins nothing, and parts nothing.
    base.do(
        "CREATE TABLE inner_ AS SELECT a, b, score, verdict, place FROM every WHERE place = 0 UNION ALL BY NAME"
        " SELECT a, b, score, verdict, place FROM every ANTI JOIN by_hand USING (a, b) WHERE place = 1"
    )
    parts = samples.kind_of(kind).never_one is not None
    if parts or by_hand or len(decided):
        _connected(base)
    if parts:
        _part(base, kind)
    if by_hand or len(decided):
        _settle(base, kind, by_hand)
    else:
        _at_once(base, kind)
    _tell(base, kind)


def _units_of(base: Base, judged: Judged) -> set[tuple[int, int]]:
    """Return the pairs of units that somebody judged, by the numbers of units."""
    home = _homes(base, judged)
    return {(min(home[a], home[b]), max(home[a], home[b])) for a, b in judged.verdicts if a in home and b in home}


def _homes(base: Base, judged: Judged) -> dict[str, int]:
    if not judged.keys:
        return {}
    keys = pa.table({"key": sorted(judged.keys)})
    found = base.table("SELECT key, u FROM seen JOIN judged_ USING (key) JOIN member USING (n)", judged_=keys)
    return dict(tuples(found, "key", "u"))


def _decided(base: Base, kind: ClusterKind, judged: Judged) -> pa.Table:
    """Return what was judged, and the pairs of one profile that judgements have parted."""
    home = _homes(base, judged)
    found: dict[tuple[int, int], Link] = {}
    if home:
        alone = pa.table({"u": sorted(set(home.values()))})
        query = (
            "SELECT DISTINCT least(v.u, h.u) AS a, greatest(v.u, h.u) AS b FROM unit AS v"
            " JOIN (SELECT DISTINCT u0 FROM unit SEMI JOIN alone_ USING (u)) AS p ON v.u0 = p.u0"
            " JOIN unit AS h ON h.u0 = v.u0 AND h.u <> v.u AND (h.id = h.u0 OR h.u IN (SELECT u FROM alone_))"
            # A second one of that name in its document is parted by the document, not by a judgement: it is alike nobody.
            " WHERE v.id = v.u0 OR v.u IN (SELECT u FROM alone_)"
        )
        pairs = base.table(query, alone_=alone)
        for a, b in tuples(pairs, "a", "b"):
            found[a, b] = Link(kind, str(a), str(b), ALIKE, "same", ("the same name and offices",))
    for link in judged.of_kind(kind, home):
        found[min(home[link.a], home[link.b]), max(home[link.a], home[link.b])] = link
    return pa.table(
        {
            "a": pa.array([a for a, _ in found], pa.int64()),
            "b": pa.array([b for _, b in found], pa.int64()),
            "score": pa.array([link.score for link in found.values()], pa.float64()),
            "verdict": pa.array([VERDICTS.index(link.verdict) for link in found.values()], pa.int8()),
            "reasons": pa.array([json.dumps(link.reasons, ensure_ascii=False) for link in found.values()], pa.string()),
        }
    )


def _at_once(base: Base, kind: ClusterKind) -> None:
    """Make all clusters in arrays, where nobody judged anything: twenty-five bytes a pair, and some a unit."""
    links = base.table("SELECT a, b, score, verdict FROM inner_ WHERE verdict < 2")
    pairs = np.stack(arrays(links, "a", "b"), axis=1).astype(np.int64)
    count = base.one("SELECT count(*) FROM unit")
    documents = np.zeros(count + 1, np.int64), np.empty(0, np.int64)
    if samples.kind_of(kind).tells_apart:
        units, shown = arrays(base.table("SELECT u, d FROM member ORDER BY u, d"), "u", "d")
        documents = np.searchsorted(units, np.arange(count + 1)), shown.astype(np.int64)
    scores, verdicts = arrays(links, "score", "verdict")
    home, used = joined_at_once(pairs, scores, verdicts, documents)
    order = np.argsort(home, kind="stable")
    first, sizes = blocks(home[order])
    base.do("CREATE TABLE root (u BIGINT, r BIGINT)")
    base.fill("root", {"u": order, "r": np.repeat(order[first], sizes)})
    base.do("CREATE TABLE used (a BIGINT, b BIGINT, place TINYINT)")
    base.fill("used", {"a": pairs[used, 0], "b": pairs[used, 1], "place": np.ones(used.size, np.int8)})


def _connected(base: Base) -> None:
    """Number what "same" pairs connect: the table `component` has the units of each, and its smallest one."""
    parent = list(range(base.one("SELECT count(*) FROM unit")))
    for piece in base.pieces("SELECT a, b FROM inner_ WHERE verdict = 1", 1 << 17):
        for a, b in tuples(piece, "a", "b"):
            left, right = a, b
            while parent[left] != left:
                parent[left] = left = parent[parent[left]]
            while parent[right] != right:
                parent[right] = right = parent[parent[right]]
            parent[max(left, right)] = min(left, right)
    roots = np.array(parent, np.int64)
    del parent
    while True:  # each step halves the way to the root
        further = roots[roots]
        if np.array_equal(further, roots):
            break
        roots = further
    sizes = np.bincount(roots, minlength=len(roots))
    of_several = np.flatnonzero(sizes[roots] > 1)
    base.do("CREATE TABLE component (u BIGINT, c BIGINT)")
    base.fill("component", {"u": of_several, "c": roots[of_several]})


def _part(base: Base, kind: ClusterKind) -> None:
    """Note the pairs that are never one of units that "same" pairs connect; but for those that somebody judged."""
    known, never_one = samples.samples(kind, base.folder), samples.kind_of(kind).never_one
    if never_one is None:
        return
    of_several = "SELECT c FROM component GROUP BY c HAVING count(*) > 2"
    c, units = arrays(base.table(f"SELECT c, u FROM component SEMI JOIN ({of_several}) USING (c) ORDER BY c, u"), "c", "u")
    base.do("CREATE TABLE never (a BIGINT, b BIGINT)")
    for at, size in zip(*(column.tolist() for column in blocks(c)), strict=True):
        some = units[at : at + size].tolist()
        pairs = never_one([known.prepared(unit) for unit in some])
        base.fill("never", _columns(("a", "b"), [(some[min(n, k)], some[max(n, k)]) for n, k in pairs]))
    base.do(
        "INSERT INTO inner_ BY NAME SELECT a, b, 0.0 AS score, 0 AS verdict, 1 AS place FROM never"
        " ANTI JOIN by_hand USING (a, b) ANTI JOIN inner_ USING (a, b)"
    )


@dataclass(slots=True)
class _Component:
    """What is connected: units, the pairs of these, and the documents that show more than one of them."""

    units: list[int]
    links: list[Link]
    documents: defaultdict[str, set[int]]


def _settle(base: Base, kind: ClusterKind, by_hand: Iterable[tuple[int, int]]) -> None:
    tells_apart = samples.kind_of(kind).tells_apart
    judged = {(_key(a), _key(b)) for a, b in by_hand}
    base.do("CREATE TABLE joined (u BIGINT, r BIGINT)")
    base.do("CREATE TABLE used (a BIGINT, b BIGINT, place TINYINT)")
    base.do(
        "CREATE TABLE shared AS SELECT c, d, u FROM member JOIN component USING (u) SEMI JOIN"
        " (SELECT c, d FROM member JOIN component USING (u) GROUP BY c, d HAVING count(DISTINCT u) > 1) USING (c, d)"
        if tells_apart
        else "CREATE TABLE shared (c BIGINT, d BIGINT, u BIGINT)"
    )
    for portion in _portions(base, kind):
        units: list[tuple[int, int]] = []
        used: list[tuple[int, int, int]] = []
        for one in portion:
            documents = one.documents
            apart = (lambda key, held=documents: held[key]) if tells_apart else None
            found = joined([_key(unit) for unit in one.units], one.links, apart, judged)
            units += [(int(key), int(keys[0])) for keys in found.clusters for key in keys]
            used += [(int(link.a), int(link.b), int(link.reasons[0])) for link in found.used]
        base.fill("joined", _columns(("u", "r"), units))
        base.fill("used", _columns(("a", "b", "place"), used))
    base.do("CREATE TABLE root AS SELECT u, coalesce(r, u) AS r FROM unit LEFT JOIN joined USING (u)")


def _columns(names: Sequence[str], rows: Sequence[tuple[int, ...]]) -> Mapping[str, np.ndarray]:
    columns = np.array(rows, np.int64).reshape(-1, len(names))
    return {name: columns[:, n] for n, name in enumerate(names)}


def _key(unit: int) -> str:
    """Return a unit's number as text that is in the order of numbers."""
    return f"{unit:012d}"


def _portions(base: Base, kind: ClusterKind) -> Iterator[list[_Component]]:
    """Yield what is connected, some components at a time."""
    sizes = base.table("SELECT c, count(*) AS size FROM component GROUP BY c ORDER BY c")
    if not len(sizes):
        return
    order, size = sizes["c"].to_numpy(), sizes["size"].to_numpy()
    portion = np.cumsum(size) // PORTION
    starts = [*order[np.flatnonzero(np.diff(portion, prepend=-1))].tolist(), int(order[-1]) + 1]
    for first, end in pairwise(starts):
        here = f"c >= {first} AND c < {end}"
        found: dict[int, _Component] = {}
        rows = base.table(f"SELECT c, u FROM component WHERE {here} ORDER BY c, u")
        for c, unit in tuples(rows, "c", "u"):
            if c not in found:
                found[c] = _Component([], [], defaultdict(set))
            found[c].units.append(unit)
        rows = base.table(
            "SELECT p.c, a, b, score, verdict, place FROM inner_ JOIN (SELECT * FROM component"
            f" WHERE {here}) AS p ON a = p.u JOIN component AS q ON b = q.u AND p.c = q.c WHERE verdict < 2"
        )
        for c, a, b, score, verdict, place in tuples(rows, "c", "a", "b", "score", "verdict", "place"):
            found[c].links.append(Link(kind, _key(a), _key(b), score, VERDICTS[verdict], (str(place),)))
        rows = base.table(f"SELECT c, u, d FROM shared WHERE {here}")
        for c, unit, document in tuples(rows, "c", "u", "d"):
            found[c].documents[_key(unit)].add(document)
        yield list(found.values())


def _tell(base: Base, kind: ClusterKind) -> None:
    """Say what explains the clusters, and what is left open or held apart between two of them, the surest pair of each two."""
    shown = "" if samples.kind_of(kind).asked else "AND verdict = 2"
    base.do(
        "CREATE TABLE told_link AS SELECT a, b, score, verdict, reasons FROM every JOIN used USING (a, b, place)"
        " UNION ALL BY NAME"
        " SELECT a, b, score, verdict, reasons FROM (SELECT every.*, row_number() OVER (PARTITION BY least(p.r, q.r),"
        " greatest(p.r, q.r) ORDER BY score DESC, a, b, place) AS rank FROM every JOIN root AS p ON a = p.u"
        f" JOIN root AS q ON b = q.u WHERE p.r <> q.r AND verdict <> 1) WHERE rank = 1 {shown}"
    )
