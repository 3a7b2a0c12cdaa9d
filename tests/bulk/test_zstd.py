from __future__ import annotations

import gzip
from pathlib import Path

import pytest
import zstandard

from onrecord.bulk.zstd import to_gzip
from onrecord.model.errors import PageUnreadable

RECORDS: list[bytes | bytearray | memoryview[int]] = [
    b"WARC/1.0\r\nrecord %d " % number + b"the ambassador and the minister " * 40 for number in range(60)
]


def frames(dictionary: zstandard.ZstdCompressionDict | None = None) -> bytes:
    compressor = zstandard.ZstdCompressor(dict_data=dictionary)
    return b"".join(compressor.compress(record) for record in RECORDS)


def test_every_frame_is_read(tmp_path: Path):
    (tmp_path / "a.warc.zst").write_bytes(frames())
    assert gzip.decompress(Path(to_gzip(str(tmp_path / "a.warc.zst"), tmp_path)).read_bytes()) == b"".join(RECORDS)


@pytest.mark.parametrize("compressed", [False, True])
def test_a_dictionary_in_front_is_used(tmp_path: Path, compressed: bool):
    dictionary = zstandard.train_dictionary(2000, RECORDS)
    content = dictionary.as_bytes()
    content = zstandard.ZstdCompressor().compress(content) if compressed else content
    head = b"\x5d\x2a\x4d\x18" + len(content).to_bytes(4, "little") + content
    (tmp_path / "a.warc.zst").write_bytes(head + frames(dictionary))
    assert gzip.decompress(Path(to_gzip(str(tmp_path / "a.warc.zst"), tmp_path)).read_bytes()) == b"".join(RECORDS)


def test_a_damaged_archive_is_named(tmp_path: Path):
    (tmp_path / "a.warc.zst").write_bytes(frames()[:-30] + b"damaged" * 20)
    with pytest.raises(PageUnreadable, match=r"a\.warc\.zst"):
        to_gzip(str(tmp_path / "a.warc.zst"), tmp_path)
