"""A process that is killed in the middle loses nothing that was confirmed, and leaves no half of a page."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.record import open_store

WRITE = """
import datetime as dt, hashlib, sys
from onrecord.extract.claims import claims
from onrecord.match.resolve import resolve
from onrecord.model import Document, Extract, Person, Snapshot, Span
from onrecord.record import Page, open_store

store = open_store(sys.argv[1])
for n in range(10_000):
    text = f"Bolat Omarov spoke {n} times."
    id = hashlib.sha256(text.encode()).hexdigest()
    snapshot = Snapshot(id, text.encode(), f"https://example.org/{n}", "text/plain", dt.datetime(2024, 1, 1, tzinfo=dt.UTC))
    extract = Extract(
        Document("page", text, "en", snapshot=id), persons=(Person("p1", "Bolat Omarov", (), (Span(0, 12),), "name"),)
    )
    store.writer().add_page(Page(snapshot, extract, claims(extract)))
    print(n, flush=True)
    if n % 7 == 0:
        store.writer().resolve(resolve(store.view().sightings()))
"""


@pytest.mark.parametrize("pages", [0, 1, 3, 7, 8, 15, 30])
def test_what_was_confirmed_is_there_after_a_kill(tmp_path: Path, pages: int) -> None:
    path = tmp_path / "record.db"
    process = subprocess.Popen([sys.executable, "-c", WRITE, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    confirmed = [process.stdout.readline() for _ in range(pages + 1)][-1]
    time.sleep(0.0007 * pages)  # somewhere inside the next transaction
    os.kill(process.pid, signal.SIGKILL)
    rest = process.stdout.read().split()
    process.wait()
    last = int(rest[-1]) if rest else int(confirmed)
    store = open_store(path)
    counts = store.view().counts()
    assert counts.pages in (last + 1, last + 2)  # the page in hand was kept whole, or not at all
    assert counts.claims == counts.pages
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
