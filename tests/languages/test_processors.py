"""How many processors there are to use."""

from __future__ import annotations

import os

import pytest

from onrecord.languages.processors import processors


def test_what_is_left_to_the_process_counts_and_not_what_the_machine_has(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {3, 5}, raising=False)
    assert processors() == 2


def test_a_system_that_does_not_tell_counts_all(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert processors() == 1
