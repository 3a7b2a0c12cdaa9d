"""The parts of a bulk run: what is read in one go, and is not read again once it is done."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from onrecord.capture.media import BY_ENDING
from onrecord.model.errors import SourceNotFound, UsageError

Kind = Literal["archive", "files", "addresses"]

ARCHIVES = (".warc", ".warc.gz", ".warc.zst")
FILES_A_PART = 2_000
"""Pages from folders that go together: some minutes of work, which is what a killed run may lose."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some web archives, files of pages, or a list of addresses; `id` is made of their paths and sizes."""

    kind: Kind
    paths: tuple[str, ...]

    @property
    def id(self) -> str:
        """A name for the part's folder: the same for the same files, whatever else the run reads."""
        sizes = (f"{path}\t{os.path.getsize(path)}\n" for path in self.paths)
        return f"{self.kind}-{hashlib.sha256(''.join(sizes).encode()).hexdigest()[:16]}"

    @property
    def size(self) -> int:
        """Bytes of its files."""
        return sum(os.path.getsize(path) for path in self.paths)


def parts_of(sources: Sequence[str | Path], *, archives_a_part: int = 1) -> tuple[Part, ...]:
    """Return the parts of a run: archives first, then pages, then lists of addresses, each sorted by path.

    Args:
        sources: web archives, folders (with all archives and pages below), page files, Parquet files with a column `url`.
        archives_a_part: how many web archives go together; more on a cluster, whose machines share a part.

    Raises:
        SourceNotFound: where a source is not there.
        UsageError: where there is nothing to read in them, or a file is neither.
    """
    found: dict[Kind, set[str]] = {"archive": set(), "files": set(), "addresses": set()}
    for source in sources:
        for path in _files(Path(source)):
            found[_kind(path)].add(str(path.resolve()))
    if not any(found.values()):
        raise UsageError(f"nothing to read in {', '.join(map(str, sources))}", f"name {', '.join(ARCHIVES)} files, or folders")
    sizes: dict[Kind, int] = {"archive": archives_a_part, "files": FILES_A_PART, "addresses": 1}
    return tuple(Part(kind, some) for kind, paths in found.items() for some in _cut(sorted(paths), sizes[kind]))


def _files(source: Path) -> Iterator[Path]:
    if source.is_file():
        _kind(source)
        yield source
    elif source.is_dir():
        for folder, names, files in os.walk(source):
            names[:] = sorted(name for name in names if not name.startswith("."))
            paths = (Path(folder) / name for name in sorted(files) if not name.startswith("."))
            yield from (path for path in paths if _is_read(path))
    else:
        raise SourceNotFound(f"{source}: no such file or folder", "check the spelling of the path")


def _is_read(path: Path) -> bool:
    return path.name.endswith((*ARCHIVES, ".parquet")) or path.suffix.lower() in BY_ENDING


def _kind(path: Path) -> Kind:
    if not _is_read(path):
        raise UsageError(
            f"{path}: neither a web archive nor a page", f"give {', '.join(ARCHIVES)}, .parquet, or {', '.join(BY_ENDING)}"
        )
    if path.name.endswith(ARCHIVES):
        return "archive"
    return "addresses" if path.suffix == ".parquet" else "files"


def _cut(paths: Sequence[str], size: int) -> Iterable[tuple[str, ...]]:
    return (tuple(paths[start : start + size]) for start in range(0, len(paths), size))
