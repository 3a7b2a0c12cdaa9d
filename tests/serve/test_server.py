"""Starting the server: what is said of the record before anything starts."""

from __future__ import annotations

from pathlib import Path

import pytest
import uvicorn

import onrecord
from onrecord.serve.server import run
from onrecord.serve.settings import Settings


@pytest.mark.parametrize("pages", [0, 1])
def test_a_record_without_pages_is_named_since_its_name_may_be_mistyped(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pages: int
):
    monkeypatch.setattr(uvicorn.Server, "run", lambda *_, **__: None)
    (tmp_path / "note.txt").write_text("A seminar took place in Lisbon on 4 May 2021.", encoding="utf8")
    with onrecord.open(tmp_path / "record.db") as record:
        record.add(*[tmp_path / "note.txt"] * pages)
    said: list[str] = []
    run(tmp_path / "record.db", Settings(port=0, processes=0), notice=said.append)
    assert ["holds no pages yet" in line for line in said] == [True] * (1 - pages)
