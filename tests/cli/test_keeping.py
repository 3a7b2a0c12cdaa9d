"""The commands around decisions and upkeep, as they are typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import onrecord
from onrecord.model.decision import Correction

pytestmark = pytest.mark.usefixtures("without_models")

PAGE = "Report\nAigerim Sultanova, minister, at Lake Forum on 2018-05-14 in Karatal: “Sites close slowly and at a price”\n"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ONRECORD_RECORD", str(tmp_path / "record.db"))
    monkeypatch.setenv("COLUMNS", "400")  # nothing is broken into lines, whoever runs the tests
    (tmp_path / "a.txt").write_text(PAGE)
    with onrecord.open(tmp_path / "record.db") as record:
        record.add(tmp_path / "a.txt")
    return tmp_path


def test_show_lays_a_fact_open(run: Callable[..., Any], kept: Path) -> None:
    with onrecord.open(kept / "record.db") as record:
        forum = record.view.gatherings()[0].key
        record.store.writer().correct(Correction("edit", forum, "start", "2018-05-15", by="Meruert", why="the programme"))
    ended = run("show", forum)
    assert ended.code == 0
    for words in (
        "As resolved: Lake Forum",
        "As stated: Report",
        "first seen",
        "2018-05-14",
        "replaced by k-",
        "by Meruert",
        "the programme",
        "line 1.00",
    ):
        assert words in ended.out
    assert "⟦Karatal⟧" in run("show", forum, "--evidence").out
    found = json.loads(run("show", forum, "--json").out)
    assert {claim["value"] for claim in found["claims"] if claim["property"] == "start"} == {"2018-05-14", "2018-05-15"}
    assert found["decisions"][0]["decision"]["by"] == "Meruert"


def test_show_lays_a_contradiction_open(run: Callable[..., Any], kept: Path) -> None:
    (kept / "b.txt").write_text(PAGE.replace("Report", "Another report").replace("05-14", "05-15"))
    run("add", str(kept / "b.txt"))
    (conflict,) = json.loads(run("conflicts", "--json").out)["conflicts"]
    assert "settled" not in run("show", conflict["key"]).out
    run("conflicts", "--settle", conflict["key"], "--choice", "2018-05-15", "--as", "Meruert")
    shown = run("show", conflict["key"]).out
    for words in ("2018-05-14  │", "2018-05-15  │", "is settled: 2018-05-15 holds", "by Meruert"):
        assert words in shown
    found = json.loads(run("show", conflict["key"], "--json").out)
    assert (found["conflicts"], found["decisions"][0]["decision"]["choice"]) == ([conflict], "2018-05-15")


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("key", "fault"), [("g-nothing", "nothing with the key"), ("c-nothing", "no contradiction 'c-nothing'")]
)
def test_what_has_no_key_is_a_fault_with_its_cure(run: Callable[..., Any], key: str, fault: str) -> None:
    ended = run("show", key)
    assert (ended.code, ended.out) == (2, "")
    assert fault in ended.err


@pytest.mark.usefixtures("kept")
def test_absence_is_noted_listed_and_taken_back(run: Callable[..., Any]) -> None:
    ended = run("absent", "a protocol", "--source", "the archive", "--on", "2024-05-30", "--as", "Timur")
    assert ended.code == 0
    kept_as = ended.out.split()[-1]
    assert "not found: a protocol, in the archive" in run("absent").out
    assert "by Timur" in run("decisions").out
    assert run("undo", kept_as, "--as", "Dana", "--why", "found").code == 0
    assert "Nothing was decided" in run("decisions").out
    assert "took back" in run("decisions", "--history").out


def test_rebuild_check_and_backup_say_what_they_did(run: Callable[..., Any], kept: Path) -> None:
    assert "1 page read anew" in run("rebuild").out
    assert "in order: 1 page" in run("check").out
    assert "copied to" in run("backup", str(kept / "copy.db")).out
    (kept / "record.warc.gz").unlink()
    ended = run("check")
    assert ended.code == 2
    assert "add its source again" in ended.out
    assert run("rebuild", "--from", "capture").code == 2


def test_forget_needs_who_and_leaves_a_note(run: Callable[..., Any], kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = (kept / "a.txt").as_uri()
    monkeypatch.setenv("PATH", "")  # no git
    assert "name yourself with --as" in run("forget", url).err
    assert "1 capture gone" in run("forget", url, "--as", "Meruert").out
    assert "no source" in run("forget", url + "x", "--as", "Meruert").err
