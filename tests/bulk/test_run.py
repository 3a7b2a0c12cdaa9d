"""Runs in processes of their own: Daft's runner is chosen once a process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pyarrow
import pytest
from pyarrow import parquet
from tests.bulk.conftest import RECIPE, write_archive

import onrecord
from onrecord import bulk

ENVIRONMENT = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "RAY_AUTH_MODE": "disabled"}


def run(*arguments: object, check: bool = True) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "onrecord", "bulk", *map(str, arguments), "--json", "--workers", "1"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=1200, env=ENVIRONMENT, check=False)
    assert not check or done.returncode == 0, done.stderr
    return done


def counts(*arguments: object) -> dict[str, object]:
    found: dict[str, object] = json.loads(run(*arguments).stdout)
    return found


@pytest.fixture(scope="module")
def native(crawl: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, object]]:
    """A finished run over the crawl on this machine."""
    out = tmp_path_factory.mktemp("native") / "run"
    return out, counts(crawl, "--out", out)


def canonical(out: Path) -> bytes:
    """Return all claims of a run as JSON, in the order of their pages: parts are cut otherwise on a cluster."""
    table = duckdb.read_parquet(f"{out}/parts/*/claims.parquet").project("* EXCLUDE part").order("url, sha256, n")
    return json.dumps(table.fetchall(), default=str).encode()


def test_pages_of_the_field_are_read_and_the_others_refused(native: tuple[Path, dict[str, object]]):
    _, found = native
    assert (found["records"], found["refused"], found["read"], found["set_aside"]) == (46, 40, 6, 0)


def test_claims_name_their_page_rule_and_words(native: tuple[Path, dict[str, object]]):
    out, found = native
    table = duckdb.read_parquet(f"{out}/parts/*/claims.parquet")
    total, pages, rules = table.aggregate("count(*), count(DISTINCT url), min(length(rule))").fetchall()[0]
    assert (total, pages) == (found["claims"], 6)
    assert rules > 0


def test_a_finished_run_reads_nothing_again(native: tuple[Path, dict[str, object]], crawl: Path):
    out, found = native
    before = {path: path.stat().st_mtime_ns for path in out.glob("parts/*/*")}
    assert counts(crawl, "--out", out) == found
    assert {path: path.stat().st_mtime_ns for path in out.glob("parts/*/*")} == before


def test_what_a_run_found_loads_as_if_the_pages_had_been_added(native: tuple[Path, dict[str, object]], tmp_path: Path):
    out, _ = native
    with onrecord.open(tmp_path / "record.db") as record:
        assert len(bulk.load(out, record).added) == 6
        assert len(bulk.load(out, record).added) == 0
        gatherings = record.gatherings()
    assert max(len(gathering.sources) for gathering in gatherings) == 6


def test_a_run_with_other_options_is_not_mixed_in(native: tuple[Path, dict[str, object]], crawl: Path):
    out, _ = native
    done = run(crawl, "--out", out, "--all", check=False)
    assert done.returncode == 2
    assert "another gated" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_of_a_damaged_archive_the_whole_records_are_read_and_it_is_named(crawl: Path, tmp_path: Path):
    content = (crawl / "crawl-1.warc.gz").read_bytes()
    ended, middle = tmp_path / "ended.warc.gz", tmp_path / "middle.warc.gz"
    # A record of a page about cakes is damaged in both; one ends in the middle of the last page, the other is whole behind it.
    ended.write_bytes(content[:1000] + b"\0" * 20 + content[1020:-200])
    middle.write_bytes(content[:1000] + b"\0" * 20 + content[1020:])
    done = run(ended, middle, "--out", tmp_path / "run")
    parts = [json.loads(path.read_text("utf-8")) for path in tmp_path.glob("run/parts/*/done.json")]
    assert sorted((part["read"], part["damaged"]) for part in parts) == [(2, [str(ended)]), (3, [str(middle)])]
    found = json.loads(done.stdout)
    assert (found["read"], found["damaged"]) == (5, [str(ended), str(middle)])
    told = [line for line in done.stderr.splitlines() if "the web archive is damaged" in line]
    assert [line.startswith(f"onrecord: {path}: ") for line, path in zip(told, (ended, middle), strict=True)] == [True, True]


def test_a_page_that_ends_its_reader_is_set_aside_and_the_run_goes_on(crawl: Path, tmp_path: Path):
    poison = b"<html><body><p>The foreign minister and the ambassador spoke of nuclear disarmament. POISON</p></body></html>"
    archive = write_archive(tmp_path / "poisoned.warc.gz", {"a.html": RECIPE, "poison.html": poison})
    # Stands for whatever ends a process at once: a fault in a parser's C code, memory that runs out.
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(
        "import os, onrecord.decode as d\nreal = d.decode\n"
        "def decode(snapshot, **given):\n    return os.abort() if b'POISON' in snapshot.content else real(snapshot, **given)\n"
        "d.decode = decode\n",
        "utf-8",
    )
    environment = ENVIRONMENT | {"PYTHONPATH": os.pathsep.join([str(site), os.environ.get("PYTHONPATH", "")])}
    command = [
        sys.executable,
        "-m",
        "onrecord",
        "bulk",
        str(archive),
        str(crawl / "crawl-1.warc.gz"),
        "--json",
        "--workers",
        "1",
    ]
    done = subprocess.run(
        [*command, "--out", str(tmp_path / "run")], capture_output=True, text=True, timeout=1200, env=environment, check=False
    )
    found = json.loads(done.stdout)
    assert (found["read"], found["set_aside"], found["failed_parts"]) == (3, 1, {})
    table = duckdb.read_parquet(f"{tmp_path}/run/parts/*/set-aside.parquet")
    reasons = table.project("url, reason LIKE '%ended its reader%'").fetchall()
    assert reasons == [("https://example.org/poison.html", True)]


def test_an_address_that_gives_no_page_is_set_aside_with_the_reason(tmp_path: Path):
    addresses = {"url": ["http://127.0.0.1:9/news", "news/1.html", None]}
    parquet.write_table(pyarrow.table(addresses), tmp_path / "list.parquet")
    found = counts(tmp_path / "list.parquet", "--out", tmp_path / "run")
    assert (found["records"], found["set_aside"], found["failed_parts"]) == (3, 3, {})
    told = duckdb.read_parquet(f"{tmp_path}/run/parts/*/set-aside.parquet").project("url, reason").order("url").fetchall()
    assert [url for url, _ in told] == ["", "http://127.0.0.1:9/news", "news/1.html"]
    assert "write it as https://example.org/page" in told[0][1]
    assert "127.0.0.1" in told[1][1]
    assert told[2][1] == told[0][1]


@pytest.mark.skipif(sys.platform != "linux", reason="Ray's local cluster is tested on Linux")
def test_a_cluster_gives_the_same_bytes(native: tuple[Path, dict[str, object]], crawl: Path, tmp_path: Path):
    out, _ = native
    other = tmp_path / "ray"
    command = [sys.executable, "-m", "onrecord", "bulk", str(crawl), "--json", "--cluster", "local", "--out", str(other)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=1200, env=ENVIRONMENT, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert canonical(other) == canonical(out)
