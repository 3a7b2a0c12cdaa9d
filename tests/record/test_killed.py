"""Killed at any moment, a record has all that was confirmed, is in order, and says what happened."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from ast import literal_eval
from pathlib import Path

from tests.made.memory import in_memory

ROOT = Path(__file__).parents[2]
KILLS = 200


def test_nothing_confirmed_is_lost_at_200_random_kills() -> None:
    # A process that is killed takes nothing along that it has written, as a power cut would: memory does as well as a disk.
    with tempfile.TemporaryDirectory(dir=in_memory()) as folder:
        command = [sys.executable, "-m", "tests.made.killing", folder, "7", str(KILLS)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    hit = literal_eval(done.stdout)
    assert sum(hit.values()) == KILLS
    assert min(hit.values()) > KILLS / 8  # adding, rebuilding, deciding and answering questions alike
