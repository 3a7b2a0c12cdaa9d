"""Snapshots kept for ever: a WARC file (ISO 28500) beside the database, with an index for reading by id.

Every record is a gzip member of its own, so that one can be read without the others and a run that is killed in the middle
of one damages no other: the next use cuts the unfinished member off. The index (`….warc.gz.idx`, a line a record) is a
convenience that is rebuilt from the archive when it is missing, damaged or behind.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import shutil
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from onrecord.capture import members, warc
from onrecord.model import Snapshot
from onrecord.model.errors import RecordDamaged, RecordLocked, RecordNotFound

_ENTRY = re.compile(r"\d+\t\d+\t[0-9a-f]{64}\t")


class _Place(NamedTuple):
    """Where a record stands: its first byte and its length in the archive, both in bytes."""

    offset: int
    length: int


class Archive:
    """Appends snapshots to a WARC file and reads them back by id. Several processes may use one archive at a time.

    Args:
        path: the file, by convention ending in `.warc.gz`; made when the first snapshot is added.

    Raises:
        RecordDamaged: where the file is there and is no archive.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self._index = Path(f"{self.path}.idx")
        self._places: dict[str, _Place] = {}
        self._seen: set[tuple[str, str]] = set()
        self._end = 0
        self._inode: int | None = None
        self._read_index()
        self._catch_up()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        return None

    def __contains__(self, id: str) -> bool:
        return id in self._places

    def __len__(self) -> int:
        return len(self._places)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all snapshots, in the order in which they came."""
        return tuple(self._places)

    def add(self, snapshot: Snapshot) -> bool:
        """Keep a snapshot, and tell whether its bytes are new to the archive.

        Bytes that are there already are not stored again; where they come from another address, a revisit record says so.

        Raises:
            RecordLocked: where the archive cannot be written.
        """
        return self.add_all([snapshot])[0]

    def add_all(self, snapshots: Sequence[Snapshot]) -> list[bool]:
        """Keep snapshots as `add` does, brought to the disk together; tell of each whether its bytes are new to the archive.

        Raises:
            RecordLocked: the archive cannot be written.
        """
        written: dict[tuple[str, str], tuple[Snapshot, bytes]] = {}
        found: list[bool] = []
        try:
            with self._locked():
                self._catch_up()
                for snapshot in snapshots:
                    pair = (snapshot.id, snapshot.url)
                    new = snapshot.id not in self._places and all(known != snapshot.id for known, _ in written)
                    if new or (pair not in self._seen and pair not in written):
                        written[pair] = (snapshot, warc.written(snapshot, revisit=not new))
                    found.append(new)
                self._append([*written.values()])
        except OSError as problem:
            cure = "free some space on the disk, or give another place"
            raise RecordLocked(f"{self.path}: cannot be written ({problem.strerror})", cure) from None
        return found

    def get(self, id: str) -> Snapshot:
        """Return the snapshot with this id.

        Raises:
            RecordNotFound: where the archive does not hold it.
            RecordDamaged: where its bytes are no longer what they were.
        """
        if id not in self._places:
            self._catch_up()
        known = id in self._places
        snapshot = self._at(id)
        if snapshot is None and known:
            self._rebuild()  # the index may be wrong
            snapshot = self._at(id)
        if snapshot is None and not known:
            raise RecordNotFound(f"{self.path}: no snapshot {id[:12]}…", "add its source again")
        if snapshot is None:
            raise RecordDamaged(
                f"{self.path}: snapshot {id[:12]}… is damaged", "restore the file from a copy, or add its source again"
            )
        return snapshot

    def __iter__(self) -> Iterator[Snapshot]:
        yield from map(self.get, self.ids())

    def forget(self, ids: Collection[str]) -> int:
        """Take the bytes of snapshots out of the archive, revisits included, and return how many records went.

        The archive is written anew beside the old one and takes its place when it is whole.

        Raises:
            RecordLocked: where the archive cannot be written.
        """
        if not self.path.exists():
            return 0
        unfinished = self.path.with_name(f"{self.path.name}.part")
        try:
            with self._locked():
                self._catch_up()
                with self.path.open("rb") as old, unfinished.open("wb") as new:
                    gone = warc.copy_without(old, new, frozenset(ids))
                    new.flush()
                    os.fsync(new.fileno())
                unfinished.replace(self.path)
                self._rebuild()
        except OSError as problem:
            cure = "free some space on the disk, and repeat the command"
            raise RecordLocked(f"{self.path}: cannot be written ({problem.strerror})", cure) from None
        return gone

    def copy(self, target: Path) -> None:
        """Copy the archive, as it is at one moment; nothing where there is none yet.

        Raises:
            RecordLocked: where the copy cannot be written.
        """
        if not self.path.exists():
            return
        try:
            with self._locked():
                unfinished = target.with_name(f"{target.name}.part")
                shutil.copyfile(self.path, unfinished)
                unfinished.replace(target)
        except OSError as problem:
            raise RecordLocked(f"{target}: cannot be written ({problem.strerror})", "give another place") from None

    def _at(self, id: str) -> Snapshot | None:
        """Return the snapshot that the index names, or None where other bytes stand there."""
        place = self._places.get(id)
        if place is None:
            return None
        with self.path.open("rb") as file:
            file.seek(place.offset)
            snapshot = warc.read(file.read(place.length))
        return snapshot if snapshot is not None and snapshot.id == id else None

    def _rebuild(self) -> None:
        """Forget the index and read the whole archive."""
        self._places, self._seen, self._end, self._inode = {}, set(), 0, None
        with contextlib.suppress(OSError):
            self._index.unlink()
        self._catch_up()

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold the archive for writing; other processes wait."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        while True:
            with self.path.open("ab") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                if os.fstat(file.fileno()).st_ino != self.path.stat().st_ino:
                    continue  # while this one waited, another process has put a new file in its place
                yield
                return

    def _append(self, written: Sequence[tuple[Snapshot, bytes]]) -> None:
        if not written:
            return
        if self._end < self.path.stat().st_size:
            os.truncate(self.path, self._end)  # what a killed run left unfinished
        with self.path.open("ab") as file:
            file.writelines(member for _, member in written)
            file.flush()
            os.fsync(file.fileno())
        for snapshot, member in written:
            self._note(snapshot.id, snapshot.url, _Place(self._end, len(member)))

    def _note(self, id: str, url: str, place: _Place) -> None:
        self._remember(id, url, place)
        # The index is rebuilt when it is behind: an archive on a read-only disk can be read without it.
        with contextlib.suppress(OSError), self._index.open("a", encoding="utf-8") as file:
            file.write(f"{place.offset}\t{place.length}\t{id}\t{url}\n")

    def _remember(self, id: str, url: str, place: _Place) -> None:
        self._places.setdefault(id, place)
        self._seen.add((id, url))
        self._end = place.offset + place.length

    def _read_index(self) -> None:
        """Take over the index where its lines follow on each other and lie inside the archive."""
        try:
            size = self.path.stat().st_size
            lines = self._index.read_text("utf-8").split("\n")[:-1]
        except (OSError, UnicodeDecodeError):
            return
        for line in lines:
            fields = line.split("\t")
            if len(fields) != 4 or not _ENTRY.match(line):
                break
            place = _Place(int(fields[0]), int(fields[1]))
            if place.offset < self._end or place.offset + place.length > size:
                break
            self._remember(fields[2], fields[3], place)
        else:
            return
        self._rebuild()

    def _catch_up(self) -> None:
        """Index what other processes, or a run before the index was written, have appended."""
        try:
            state = self.path.stat()
        except OSError:
            return
        size = state.st_size
        if self._inode not in (None, state.st_ino):  # another process has taken something out
            self._places, self._seen, self._end = {}, set(), 0
            self._inode = state.st_ino
            self._read_index()
        self._inode = state.st_ino
        if size == self._end:
            return
        if size < self._end:
            raise RecordDamaged(f"{self.path}: shorter than its index says", f"remove {self._index.name} to build it anew")
        with self.path.open("rb") as file:
            if self._end == 0 and not members.begins_archive(file):
                raise RecordDamaged(f"{self.path}: no web archive", "give another place, or remove the file")
            for offset, length, content in members.walk(file, self._end):
                if found := warc.described(content):
                    self._note(*found, _Place(offset, length))
                else:
                    self._end = offset + length
