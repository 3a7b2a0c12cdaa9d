from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.made.opened import MadeRecord
from tests.made.scripts import script

from onrecord.cli.app import COMMANDS

ROOT = Path(__file__).parents[2]


def test_the_reference_is_up_to_date():
    reference = script("cli_reference")
    page = reference.PAGE.read_text("utf-8")
    assert page == reference.reference(), "run: python scripts/cli_reference.py"


def test_every_command_is_in_the_reference_with_all_its_options_explained():
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    names = re.findall(r"## onrecord ([\w ]+)", page)
    assert names == [*(command.__name__ for command in COMMANDS), "user add", "user list", "user remove"]
    assert not re.findall(r"^\| `[^|]+` \|\s*\|$", page, re.MULTILINE)


def test_a_picture_shows_what_was_typed_and_what_was_answered(record: MadeRecord, monkeypatch):
    picture = script("picture")
    monkeypatch.setattr("sys.argv", [])
    svg = picture.draw(["onrecord who Seitov", "onrecord conflicts | head -2"], "sample.db", 80)
    words = re.sub(r"&#160;", " ", re.sub(r"<[^>]+>", "", svg))
    assert record.asked["where"] == "sample.db"
    assert "onrecord who Seitov" in words
    assert "Deputy Foreign Minister, Kazakhstan" in words
    assert "Sources date one occasion" in words
    assert "It met on" not in words
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "").replace("https://www.textualize.io", "")


def test_a_picture_of_a_fault_is_not_drawn(record: MadeRecord, monkeypatch):
    monkeypatch.setattr("sys.argv", [])
    with pytest.raises(SystemExit, match="onrecord who nobody ended with code 2"):
        script("picture").draw(["onrecord who nobody"], "sample.db", 80)
    assert record.closed
