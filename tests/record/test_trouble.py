"""A full disk, a record in use, a web archive that is broken: nothing confirmed is lost, and the next start goes on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import onrecord
from onrecord import upkeep
from onrecord.model.errors import RecordDamaged, RecordLocked

ROOT = Path(__file__).parents[2]
LINE = "Aigerim Sultanova, minister, at Lake Forum on 2018-05-14 in Karatal: “Sites close slowly and at a price, {n}”"

# Files of this process may grow to so many bytes: the disk is full, as far as it can tell.
FULL = """
import json, resource, signal, sys
from pathlib import Path
import onrecord
from onrecord import workers
from onrecord.model.errors import RecordError
from tests.made import reading
workers.decode, workers.extract = reading.decode, reading.extract
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder, kept = Path(sys.argv[1]), []
record = onrecord.open(folder / "record.db")
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), -1))
fault = ""
try:
    for n in range(400):
        page = folder / "pages" / f"{n}.txt"
        kept += [one.source for one in record.add(page, processes=1).added]
except RecordError as error:
    fault = str(error)
print(json.dumps([len(kept), fault]))
"""


def write_pages(folder: Path, number: int) -> Path:
    (folder / "pages").mkdir(exist_ok=True)
    for n in range(number):
        (folder / "pages" / f"{n}.txt").write_text(LINE.format(n=n))
    return folder / "pages"


@pytest.mark.usefixtures("without_models")
def test_a_full_disk_is_named_and_loses_nothing(tmp_path: Path) -> None:
    pages = write_pages(tmp_path, 400)
    command = [sys.executable, "-c", FULL, str(tmp_path), "1000000"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    number, fault = json.loads(done.stdout)
    assert 0 < number < 400
    assert "disk" in fault or "cannot be written" in fault
    assert "Traceback" not in done.stderr
    with onrecord.open(tmp_path / "record.db") as record:
        assert record.view.counts().pages in (number, number + 1)
        record.add(pages / "0.txt", pages / "399.txt", processes=1)
        assert not [one for one in upkeep.check(record) if one.kind != "bytes"]


@pytest.mark.usefixtures("without_models")
def test_a_broken_web_archive_is_named_and_what_is_in_the_record_stays(tmp_path: Path) -> None:
    pages, archive = write_pages(tmp_path, 4), tmp_path / "record.warc.gz"
    with onrecord.open(tmp_path / "record.db") as record:
        record.add(pages, processes=1)
    whole = archive.read_bytes()
    middle = len(whole) // 2
    archive.write_bytes(whole[:middle] + bytes(len(whole) // 8) + whole[middle + len(whole) // 8 :])
    with onrecord.open(tmp_path / "record.db") as record:
        broken = {one.kind for one in upkeep.check(record)}
        assert broken == {"bytes"}
        done = upkeep.rebuild(record)
        assert 0 < len(done.failed) < 4
        assert record.view.counts().pages == 4  # those that cannot be read anew stay as they were
        write_pages(tmp_path, 5)
        assert len(record.add(pages, processes=1).added) == 1
    archive.write_bytes(b"no archive at all" * 100)
    Path(f"{archive}.idx").unlink()
    with onrecord.open(tmp_path / "record.db") as record:
        assert record.view.counts().pages == 5
        with pytest.raises(RecordDamaged, match="no web archive"):
            record.add(pages, processes=1)


@pytest.mark.usefixtures("without_models")
def test_a_record_in_use_is_named_and_the_same_command_goes_on_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.record.sqlite.WAIT", 0.05)
    pages: Any = write_pages(tmp_path, 2)
    with onrecord.open(tmp_path / "record.db") as record, onrecord.open(tmp_path / "record.db") as other:
        with other.store._writing.begin(), pytest.raises(RecordLocked, match="in use"):
            record.add(pages, processes=1)
        assert len(record.add(pages, processes=1).added) == 2
