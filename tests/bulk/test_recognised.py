from __future__ import annotations

import gzip
from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet
from tests.bulk.conftest import RECIPE, write_archive

from onrecord.bulk.parts import parts_of
from onrecord.bulk.recognised import check
from onrecord.model.errors import PageUnreadable


def checked(path: Path) -> None:
    for part in parts_of([path]):
        check(part)


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("crawl.warc.gz", gzip.compress(b"Dear reader"), "no web archive"),
        ("crawl.warc", b"Dear reader", "no web archive"),
        ("list.parquet", b"https://example.org/", "no whole Parquet file"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_named(tmp_path: Path, name: str, content: bytes, fault: str):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(PageUnreadable, match=f"{name}: {fault}: "):
        checked(tmp_path / name)


def test_a_list_without_a_column_of_addresses_is_named(tmp_path: Path):
    parquet.write_table(pyarrow.table({"link": ["https://example.org/"]}), tmp_path / "list.parquet")
    with pytest.raises(PageUnreadable, match="no column `url`"):
        checked(tmp_path / "list.parquet")


def test_archives_whole_empty_and_damaged_at_their_beginning_are_read(tmp_path: Path):
    write_archive(tmp_path / "whole.warc.gz", {"cake.html": RECIPE})
    write_archive(tmp_path / "plain.warc", {"cake.html": RECIPE}, gzip=False)
    (tmp_path / "empty.warc.gz").write_bytes(b"")
    (tmp_path / "damaged.warc.gz").write_bytes(b"\0\0" + (tmp_path / "whole.warc.gz").read_bytes())
    checked(tmp_path)
