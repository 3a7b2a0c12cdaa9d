"""Matching of what does not fit into memory: the same clusters as `match.growth` makes of the same sightings at once.

Each step is a table of one DuckDB database on the disk; what has to be asked of names and units in Python goes through it
piece by piece, in as many processes as wanted. Sightings of one wording are looked at once, names are compared once, and units
are read from a file that the processes share.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from onrecord.languages.tidying import uncollected
from onrecord.match.judged import Judged
from onrecord.match.naming import OTHER_SCRIPTS, shouts
from onrecord.matching import samples
from onrecord.matching.base import LINK, VERDICT, Base
from onrecord.matching.components import components
from onrecord.matching.crew import Crew
from onrecord.matching.neighbours import neighbours
from onrecord.matching.pairs import links
from onrecord.matching.people import explain, people
from onrecord.matching.units import units
from onrecord.model.resolution import ClusterKind


@dataclass(frozen=True, slots=True)
class Means:
    """What matching may use.

    Attributes:
        memory: of DuckDB, as it writes it; the rest needs about as much again for ten million mentions.
        processes: that look at names and units.
        folder: for what does not fit into memory; the usual one for temporary files where None.
    """

    memory: str = "2GB"
    processes: int = 1
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there were of each step."""

    sightings: int
    wordings: int
    units: int
    names: int
    pairs_of_names: int
    links: int
    clusters: int


def match(
    kind: ClusterKind,
    sightings: str,
    out: Path,
    *,
    judged: Judged | None = None,
    means: Means | None = None,
    progress: Callable[[str], None] = lambda _: None,
    then: Callable[[Base], None] = lambda _: None,
) -> Counts:
    """Match sightings of one kind.

    Args:
        kind: of what.
        sightings: Parquet files with the columns of `rows.COLUMNS`, as DuckDB writes paths (with `*`).
        out: the folder for the results: members.parquet (key, cluster), clusters.parquet (key, name) and links.parquet (a, b,
            score, verdict, reasons as JSON), all by keys of sightings.
        judged: what analysts decided.
        means: what may be used.
        progress: called after each step with its name.
        then: called at the end with the tables that the steps have made.
    """
    means = means or Means()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=means.folder) as temporary, Crew(means.processes) as crew:
        folder = Path(temporary)
        with Base(folder, memory=means.memory, threads=means.processes) as base:
            base.do(f"CREATE VIEW sighting AS SELECT key, document, told, context FROM read_parquet('{sightings}')")
            counts = steps(base, kind, crew, judged or Judged(), out, progress)
            then(base)
            return counts


def steps(
    base: Base, kind: ClusterKind, crew: Crew, judged: Judged, out: Path, progress: Callable[[str], None] = lambda _: None
) -> Counts:
    """Carry out all steps with the view `sighting`, and write the results; arguments as of `match`."""
    units(base, kind, crew, judged.keys)
    progress("units")
    several = bool(samples.kind_of(kind).limits)
    if kind == "person":
        with uncollected():
            people(base, crew)
        progress("pairs")
    elif several:
        neighbours(base, kind, crew)
        progress("names")
        links(base, kind, crew)
        progress("pairs")
    else:
        base.do(f"CREATE TABLE link ({LINK})")
    components(base, kind, judged)
    if kind == "person":
        explain(base, crew)
    progress("components")
    _write(base, out)
    progress("results")
    tables = (
        ("seen", "told", "unit", "name", "near", "every") if several else ("seen", "told", "unit", "unit", "every", "every")
    )
    found = [int(base.one(f"SELECT count(*) FROM {table}")) for table in tables]
    sightings, wordings, units_, names, near, judged_pairs = found
    return Counts(sightings, wordings, units_, names, near, judged_pairs, base.one("SELECT count(DISTINCT r) FROM root"))


def _write(base: Base, out: Path) -> None:
    base.do("CREATE TABLE head AS SELECT r, min(least) AS n FROM unit JOIN root USING (u) GROUP BY r")
    base.do("CREATE TABLE keyed AS SELECT r, key AS cluster FROM head JOIN seen USING (n)")
    _copy(base, out, "members", "SELECT key, cluster FROM seen JOIN member USING (n) JOIN root USING (u) JOIN keyed USING (r)")
    base.do(
        "CREATE TABLE call AS SELECT r, shown, count(*) AS times FROM weighed JOIN seen USING (n) JOIN told USING (t)"
        " JOIN root USING (u) WHERE shown <> '' GROUP BY ALL"
    )
    base.do("CREATE TABLE loud (shown VARCHAR)")
    for piece in base.pieces("SELECT DISTINCT shown FROM call"):
        base.fill("loud", {"shown": [name for name in piece["shown"].to_pylist() if shouts(name)]})
    named = (
        "SELECT r, shown FROM (SELECT r, shown, row_number() OVER (PARTITION BY r ORDER BY contains(shown, ' ') DESC,"
        f" shown IN (SELECT shown FROM loud), times DESC, regexp_matches(shown, '{OTHER_SCRIPTS}'), length(shown) DESC, shown)"
        " AS rank FROM call) WHERE rank = 1"
    )
    _copy(base, out, "clusters", f"SELECT cluster AS key, coalesce(shown, '') AS name FROM keyed LEFT JOIN ({named}) USING (r)")
    least = "SELECT u, key FROM unit JOIN seen ON least = n"
    _copy(
        base,
        out,
        "links",
        f"SELECT least(p.key, q.key) AS a, greatest(p.key, q.key) AS b, score, {VERDICT}, reasons"
        f" FROM told_link JOIN ({least}) AS p ON a = p.u JOIN ({least}) AS q ON b = q.u",
    )


def _copy(base: Base, out: Path, name: str, query: str) -> None:
    base.do(f"COPY ({query}) TO '{out / name}.parquet' (FORMAT parquet, COMPRESSION zstd)")
