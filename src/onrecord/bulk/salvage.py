"""Damaged web archives: Daft's reader ends silently at the damage, so what it read is compared with the file's end."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from onrecord.capture import members

_CHUNK = 1 << 20
_TAIL = 1 << 25
"""Bytes at the end of an archive in which its last record is looked for; pages are smaller."""
_LARGEST_RECORD = 1 << 27
_MAGIC = b"\x1f\x8b\x08"
_ID = re.compile(rb"^WARC-Record-ID:\s*<?(?:urn:uuid:)?([^>\s]+)", re.IGNORECASE | re.MULTILINE)


def damaged(paths: Iterable[str], records: Callable[[Collection[str]], set[str]]) -> set[str]:
    """Return those of some archives that were not read to their end.

    An archive whose last record was read was read to its end, since it is read in order; this takes no time. Any other is
    unpacked from its beginning.

    Args:
        paths: of archives that were read.
        records: gives those of some ids of records that were read.
    """
    last = {path: last_record(path) for path in paths if path.endswith(".gz")}
    read = records([own for own in last.values() if own])
    return {path for path, own in last.items() if own not in read and not is_whole(path)}


def ends_whole(path: str) -> bool:
    """Tell at a glance whether a file is not cut off, as far as that can be told from its end."""
    with open(path, "rb") as file:
        return file.seek(0, 2) == 0 or last_record(path) is not None or is_whole(path)


def last_record(path: str) -> str | None:
    """Return the id of the record in the gzip member that ends a file; None where the file does not end with a whole one."""
    with open(path, "rb") as file:
        file.seek(max(0, file.seek(0, 2) - _TAIL))
        tail = file.read()
    at = tail.rfind(_MAGIC)
    while at >= 0:
        unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
        try:
            content = unpacker.decompress(tail[at:], _LARGEST_RECORD)
        except zlib.error:  # three bytes that look like a beginning
            at = tail.rfind(_MAGIC, 0, at)
            continue
        ids = _ID.findall(content) if unpacker.eof and not unpacker.unused_data else []
        return ids[-1].decode("latin-1") if ids else None
    return None


def is_whole(path: str) -> bool:
    """Tell whether every gzip member of a file unpacks to its end with the right checksum; some 300 MB/s of what it holds."""
    unpacker = None
    with open(path, "rb") as file:
        while chunk := file.read(_CHUNK):
            while chunk:
                unpacker = unpacker or zlib.decompressobj(16 + zlib.MAX_WBITS)
                try:
                    unpacker.decompress(chunk)
                except zlib.error:
                    return False
                chunk = unpacker.unused_data
                unpacker = None if unpacker.eof else unpacker
    return unpacker is None


def salvaged(path: str, folder: str | Path) -> str:
    """Write the whole members of a damaged `.warc.gz` into a folder, and return the path of what was written."""
    target = Path(folder) / Path(path).name
    with open(path, "rb") as file, target.open("wb") as out:
        for member in members.walk(file, 0):
            out.write(member.content)
    return str(target)
