"""Folders in memory, for what no test needs on a disk: databases are made and thrown away ten times as fast."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOM = 4 << 30
"""Bytes that have to be free: all databases of a run of the tests take half of it."""

_MEMORY = Path("/dev/shm")  # noqa: S108 - what is made in it are folders of their own


def in_memory() -> Path | None:
    """Return where a temporary folder is one in memory; None, the usual place, where there is no such place or little room."""
    return _MEMORY if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > ROOM else None
