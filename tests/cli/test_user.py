from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from onrecord.serve.accounts.book import Account, Accounts


def run(record: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "onrecord", "user", *arguments, "--record", str(record)]
    return subprocess.run(command, input=typed, capture_output=True, text=True, check=False)


def test_accounts_are_added_listed_and_removed(tmp_path: Path):
    record = tmp_path / "record.db"
    assert run(record, "add", "ana", "--role", "reviewer", typed="correct horse battery\n").returncode == 0
    assert Accounts(tmp_path / "record.accounts").verify("ana", "correct horse battery") == Account("ana", "reviewer")
    assert run(record, "list").stdout == "ana\treviewer\n"
    assert run(record, "remove", "ana").returncode == 0
    assert "no accounts" in run(record, "list").stdout


def test_accounts_do_without_the_pages_and_what_these_need():
    code = "import sys, onrecord.serve.accounts.book; print(sorted({'fastapi', 'sqlalchemy', 'jinja2'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_what_will_not_do_is_told_in_one_line(tmp_path: Path):
    for arguments, typed in ((("add", "ana"), "short\n"), (("add", "a b"), "correct horse battery\n"), (("remove", "zoe"), "")):
        done = run(tmp_path / "record.db", *arguments, typed=typed)
        assert done.returncode == 2
        assert len(done.stderr.strip().splitlines()) == 1
