"""`onrecord serve`: who decides in the browser where there are no accounts."""

from __future__ import annotations

import getpass
import subprocess
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from onrecord.cli.app import app
from onrecord.serve import server
from onrecord.serve.settings import Settings


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """Return with what the server is started."""
    found: list[Settings] = []
    monkeypatch.setattr(server, "run", lambda _where, settings, **_: found.append(settings))
    monkeypatch.delenv("ONRECORD_AS", raising=False)
    return found


def git(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    def asked(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 0, f"{name}\n", "")

    monkeypatch.setattr(subprocess, "run", asked)


@pytest.mark.parametrize(("arguments", "of_git", "who"), [(["--as", "Ana"], "Ben", "Ana"), ([], "Ben", "Ben"), ([], "", "zoe")])
def test_who_decides_is_named_or_gits_user_or_whoever_is_logged_in(
    served: list[Settings], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: list[str], of_git: str, who: str
):
    git(monkeypatch, of_git)
    monkeypatch.setattr(getpass, "getuser", lambda: "zoe")
    done = CliRunner().invoke(app, ["serve", "--record", str(tmp_path / "r.db"), *arguments])
    assert done.exit_code == 0, done.output
    assert [one.reviewer for one in served] == [who]
