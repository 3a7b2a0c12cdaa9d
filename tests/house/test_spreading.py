"""How many processes run the tests, and which tests keep together."""

from __future__ import annotations

import os
from types import SimpleNamespace

import psutil
import pytest
from tests.made.spreading import by_length, processes


@pytest.mark.parametrize(("cores", "gibibytes", "number"), [(1, 64, 0), (2, 7, 0), (2, 8, 2), (16, 64, 2)])
def test_two_processes_need_two_cores_and_room(monkeypatch: pytest.MonkeyPatch, cores: int, gibibytes: int, number: int):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(cores)), raising=False)
    monkeypatch.setattr(psutil, "virtual_memory", lambda: SimpleNamespace(available=gibibytes << 30))
    assert processes() == number


def test_the_longest_begin_and_the_others_keep_their_order():
    items = [
        SimpleNamespace(nodeid=f"tests/{path}.py::test")
        for path in ("bulk/test_run", "cli/test_a", "match/test_b", "tell/test_c")
    ]
    by_length(items)  # type: ignore[arg-type]  # a name is all that is asked for
    assert [one.nodeid[6:] for one in items] == [
        "bulk/test_run.py::test", "match/test_b.py::test", "cli/test_a.py::test", "tell/test_c.py::test",
    ]  # fmt: skip
