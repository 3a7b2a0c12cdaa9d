"""How the tests are spread over processes where the machine has room for two (`pytest -n auto`).

A file stays in one process: its tests share what is made once for the file. The longest begin, so that none is left to the end.
"""

from __future__ import annotations

import os
from typing import Any

import psutil
import pytest
from xdist.scheduler import LoadScopeScheduling

MOST = 2
"""Processes at most: with so many the tests were tried, and models and browsers are loaded in each of them."""

MEMORY = 4 << 30
"""Bytes that each of them needs."""

COMPILED = ("tests/match/", "tests/matching/", "tests/record/test_matching.py")
"""What loads compiled code: half a minute's work in a fresh clone, and two processes that keep it at once may mix it up."""

FIRST = (*COMPILED, "tests/bulk/test_run.py", "tests/record/test_killed.py", "tests/test_decisions_survive.py")


def processes() -> int:
    """Return how many processes to start; 0 for none beside this one, where the machine has one core or little memory."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    room = min(cores, psutil.virtual_memory().available // MEMORY, MOST)
    return room if room > 1 else 0


def by_length(items: list[pytest.Item]) -> None:
    """Put the longest first, and leave all others in their order."""
    items.sort(key=lambda item: not item.nodeid.startswith(FIRST))


class Spreading(LoadScopeScheduling):  # type: ignore[misc]  # xdist keeps its types to itself
    """Gives files to processes, and what loads compiled code to one of them."""

    def _split_scope(self, nodeid: str) -> str:
        return "compiled" if nodeid.startswith(COMPILED) else nodeid.split("::", 1)[0]


def scheduler(config: pytest.Config, log: Any) -> Spreading:
    """Return what spreads the tests of a run."""
    config.option.loadscopereorder = False  # by the number of their tests, the longest would be among the last
    return Spreading(config, log)
