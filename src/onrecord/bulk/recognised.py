"""Files that are not what their names say: an archive without a record, a list without addresses."""

from __future__ import annotations

import zlib

from onrecord.bulk.parts import Part
from onrecord.model.errors import PageUnreadable

_ARCHIVE = b"WARC/"
"""How every record of a web archive begins (ISO 28500:2017, 4)."""


def check(part: Part) -> None:
    """See that the files of a part are of the kind that their names tell.

    Raises:
        PageUnreadable: the first one that is not.
    """
    for path in part.paths:
        if part.kind == "archive":
            _check_archive(path)
        elif part.kind == "addresses":
            _check_list(path)


def _check_archive(path: str) -> None:
    start = _start(path)
    if start and not start.startswith(_ARCHIVE):
        raise PageUnreadable(f"{path}: no web archive", "name it for what it holds, or leave it out")


def _start(path: str) -> bytes:
    """Return the first bytes of what a file holds, unpacked; none of an empty file and of one that is damaged there."""
    with open(path, "rb") as file:
        first = file.read(1 << 16)
    if not path.endswith(".gz"):
        return b"" if path.endswith(".zst") else first
    try:
        return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(first, len(_ARCHIVE))
    except zlib.error:
        return b""


def _check_list(path: str) -> None:
    from pyarrow import ArrowInvalid, parquet

    try:
        columns = parquet.read_schema(path).names
    except ArrowInvalid as error:
        raise PageUnreadable(f"{path}: no whole Parquet file", "write the addresses into one, in a column `url`") from error
    if "url" not in columns:
        raise PageUnreadable(f"{path}: no column `url`", "give the column with the addresses that name")
