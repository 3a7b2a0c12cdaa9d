"""What the checks of the house look at."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def committed() -> list[Path]:
    """Return the files that git knows, and those that the next `git add` would bring in."""
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - git of the path is meant
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.split("\0")
    files = [ROOT / name for name in names if name and (ROOT / name).is_file()]
    if not files:
        pytest.skip("not a git repository (an unpacked archive): nothing is committed here")
    return files


@pytest.fixture(scope="session")
def texts(committed: list[Path]) -> dict[Path, str]:
    """Return the committed files that are text, each with its text; paths count from the root of the repo."""
    found = {}
    for path in committed:
        data = path.read_bytes()
        if b"\0" not in data[:8192]:
            found[path.relative_to(ROOT)] = data.decode("utf-8", "replace")
    return found
