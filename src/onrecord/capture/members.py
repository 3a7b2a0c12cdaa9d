"""The gzip members of a file, one after the other: where each begins, how long it is, and what it holds."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

_CHUNK = 1 << 16
_GZIP = 16 + zlib.MAX_WBITS
_MAGIC = b"\x1f\x8b\x08"


class Member(NamedTuple):
    """A whole member: its first byte in the file, its length there in bytes, and the member itself, still compressed."""

    offset: int
    length: int
    content: bytes


def begins_archive(file: BinaryIO) -> bool:
    """Tell whether a file begins as a compressed WARC does, even where its first member is cut off or it is empty."""
    file.seek(0)
    start = file.read(_CHUNK)
    try:
        text = zlib.decompressobj(_GZIP).decompress(start, 16)
    except zlib.error:
        return False
    return b"WARC/1".startswith(text[:6])


def walk(file: BinaryIO, offset: int) -> Iterator[Member]:
    """Yield the members from `offset` on; an unfinished one at the end is left out, a damaged one passed over."""
    while True:
        content, whole = _member(file, offset)
        if whole:
            yield Member(offset, len(content), content)
            offset += len(content)
            continue
        following = _next_magic(file, offset + 1)
        if following is None:
            return
        offset = following


def _member(file: BinaryIO, offset: int) -> tuple[bytes, bool]:
    """Return the bytes of the member at `offset`, and whether it is whole."""
    file.seek(offset)
    decompressor = zlib.decompressobj(_GZIP)
    content = bytearray()
    while chunk := file.read(_CHUNK):
        content += chunk
        try:
            decompressor.decompress(chunk)
        except zlib.error:
            return b"", False
        if decompressor.eof:
            return bytes(content[: len(content) - len(decompressor.unused_data)]), True
    return b"", False


def _next_magic(file: BinaryIO, offset: int) -> int | None:
    """Return where the next member may begin, or None."""
    file.seek(offset)
    kept = b""
    while chunk := file.read(_CHUNK):
        found = (kept + chunk).find(_MAGIC)
        if found >= 0:
            return offset - len(kept) + found
        offset += len(chunk)
        kept = chunk[-2:]
    return None
