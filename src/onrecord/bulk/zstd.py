"""Web archives compressed with Zstandard, as gzip ones, which is what the reader of archives takes.

The form is that of the Zstandard WARC specification of the IIPC: every record is a frame of its own; a dictionary for all of
them may stand first, in a skippable frame, itself compressed or not.
"""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import BinaryIO

from onrecord.model.errors import PageUnreadable

_SKIPPABLE = b"\x5d\x2a\x4d\x18"
_FRAME = b"\x28\xb5\x2f\xfd"


def to_gzip(path: str, folder: str | Path) -> str:
    """Write a `.warc.zst` as `.warc.gz` into a folder, a piece at a time, and return its path.

    Raises:
        PageUnreadable: where the archive is damaged.
    """
    import zstandard

    target = Path(folder) / f"{Path(path).name.removesuffix('.zst')}.gz"
    with open(path, "rb") as source, gzip.open(target, "wb", compresslevel=1) as out:
        dictionary = _dictionary(source)
        reader = zstandard.ZstdDecompressor(dict_data=zstandard.ZstdCompressionDict(dictionary) if dictionary else None)
        try:
            with reader.stream_reader(source, read_across_frames=True) as pieces:
                while piece := pieces.read(1 << 20):
                    out.write(piece)
        except zstandard.ZstdError as error:
            raise PageUnreadable(f"{path}: the web archive is damaged ({error})", "fetch it again, or leave it out") from error
    return str(target)


def _dictionary(source: BinaryIO) -> bytes | None:
    """Return the dictionary at the beginning, and leave the file where the records begin."""
    import zstandard

    if source.read(4) != _SKIPPABLE:
        source.seek(0)
        return None
    content = source.read(int.from_bytes(source.read(4), "little"))
    return zstandard.ZstdDecompressor().decompressobj().decompress(content) if content.startswith(_FRAME) else content
