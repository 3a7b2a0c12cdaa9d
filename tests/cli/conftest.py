from __future__ import annotations

import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest
from tests.made.opened import MadeRecord, opener

import onrecord
from onrecord.cli import main


class Ended(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch, capsys) -> Callable[..., Ended]:
    """Run the program in this process, as its script does."""

    def run(*words: str) -> Ended:
        monkeypatch.setattr(sys, "argv", ["onrecord", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return Ended(ended.value.code or 0, out, err)  # type: ignore[arg-type]

    return run


@pytest.fixture
def record(monkeypatch) -> MadeRecord:
    """A record made by hand, which every command opens."""
    made = MadeRecord()
    monkeypatch.setattr(onrecord, "open", opener(made), raising=False)
    monkeypatch.delenv("ONRECORD_RECORD", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)
    return made
