"""The units that are weighed, in a file that all processes read in place: only their numbers go from one to the other."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from onrecord.match import stages
from onrecord.match.kinds import Kind
from onrecord.matching.rows import COLUMNS, Row, sighting
from onrecord.model.resolution import ClusterKind

PIECE = 1 << 14
"""Rows of a piece of the file; a power of two, so that a row is found by its number."""

KEPT = 50_000
"""Units that a process keeps taken apart."""

SCHEMA = pa.schema([(name, pa.large_string()) for name in COLUMNS])


def kind_of(name: ClusterKind) -> Kind[Any, Any]:
    """Return how sightings of a kind are matched."""
    kinds = (stages.BODIES, stages.PERSONS, stages.OCCASIONS, stages.STATEMENTS, stages.TEXTS)
    return next(kind for kind in kinds if kind.name == name)


def write(folder: Path, tables: Iterable[pa.Table], begins: NDArray[np.int64]) -> None:
    """Write the sightings of all units, unit by unit.

    Args:
        folder: where.
        tables: the sightings, with the columns of `rows.COLUMNS`, in pieces of any size.
        begins: the row at which each unit begins, and the number of all rows at the end.
    """
    np.save(folder / "begins.npy", begins)
    with pa.OSFile(str(folder / "samples.arrow"), "wb") as file, pa.ipc.new_file(file, SCHEMA) as out:
        waiting: list[pa.Table] = []
        for table in tables:
            waiting.append(table.cast(SCHEMA))
            rows = sum(len(one) for one in waiting)
            if rows >= PIECE:
                whole = pa.concat_tables(waiting).combine_chunks()
                out.write_table(whole.slice(0, rows - rows % PIECE), max_chunksize=PIECE)
                waiting = [whole.slice(rows - rows % PIECE)]
        if waiting:
            out.write_table(pa.concat_tables(waiting).combine_chunks(), max_chunksize=PIECE)


class Samples:
    """The units of a kind by their numbers, in the order of their ids.

    Args:
        kind: of what.
        folder: where `write` put them.
    """

    def __init__(self, kind: ClusterKind, folder: Path) -> None:
        self.kind = kind_of(kind)
        self._name = kind
        self._begins = np.load(folder / "begins.npy", mmap_mode="r")
        file = pa.ipc.open_file(pa.memory_map(str(folder / "samples.arrow")))
        self._pieces = [file.get_batch(n) for n in range(file.num_record_batches)]
        self._prepared: OrderedDict[int, Any] = OrderedDict()

    def sightings(self, unit: int) -> list[Any]:
        """Return the sightings of a unit that are weighed."""
        found = []
        for row in range(int(self._begins[unit]), int(self._begins[unit + 1])):
            piece, at = self._pieces[row // PIECE], row % PIECE
            found.append(sighting(self._name, Row(*(column[at].as_py() for column in piece.columns))))
        return found

    def between(self, first: int, end: int) -> Iterator[tuple[int, list[Any]]]:
        """Yield units that follow each other with their sightings that are weighed, faster than one by one."""
        begins = self._begins[first : end + 1].tolist()
        at, there = begins[0], begins[-1]
        told: list[Any] = []
        for piece in range(at // PIECE, -(-there // PIECE)):
            columns = [column.to_pylist() for column in self._pieces[piece].columns]
            low, high = max(at, piece * PIECE) % PIECE, min(there - piece * PIECE, PIECE)
            told += [sighting(self._name, Row(*row)) for row in zip(*(column[low:high] for column in columns), strict=True)]
        for unit, (low, high) in enumerate(pairwise(begins), first):
            yield unit, told[low - at : high - at]

    def prepared(self, unit: int) -> Any:
        """Return a unit, taken apart."""
        known = self._prepared.get(unit)
        if known is None:
            known = self._prepared[unit] = self.kind.prepared(str(unit), self.sightings(unit))
            if len(self._prepared) > KEPT:
                self._prepared.popitem(last=False)
        return known


@lru_cache(maxsize=1)
def samples(kind: ClusterKind, folder: Path) -> Samples:
    """Return the units of a kind; a process reads those of one kind at a time."""
    return Samples(kind, folder)
