"""Pages read side by side: the same results in the same order, whatever becomes of a process."""

from __future__ import annotations

import copy
import datetime as dt
import signal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from tests.made.waiting import LONGEST

import onrecord
from onrecord import workers
from onrecord.model import Snapshot
from onrecord.record.dump import dump

SPEECH = """Day {n} of the forum

KARATAL – Director Marat Shaiakhov of the Lake Institute opened day {n} of the forum on May {n}, 2021.
“We will come again before the end of the year,” Shaiakhov said.
"""


def read(items: list[int], processes: int) -> list[Any]:
    """Return what reading came to, a number standing for a page that ends its process with that signal, -1 for none."""
    with workers.Readers(processes) as readers:
        found = workers.in_order(items, lambda item: None if item < 0 else item, readers)  # type: ignore[arg-type,return-value]
        return [(item, outcome() or None) for group in found for item, outcome in group]


@pytest.fixture
def signals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let reading a page raise the signal of its number, which a process of its own survives or not."""
    monkeypatch.setattr(workers, "read", signal.raise_signal)
    monkeypatch.setattr(workers, "_read_there", signal.raise_signal)
    monkeypatch.setattr(workers, "FEW", 1)
    monkeypatch.setattr(workers, "PATIENCE", LONGEST)  # however busy the machine is


@pytest.mark.usefixtures("signals")
def test_items_come_in_order_also_those_without_a_page():
    items = [0, -1, 0, -2, *[0] * 20, -3]
    assert [item for item, _ in read(items, 2)] == items


@pytest.mark.usefixtures("signals")
def test_a_page_that_ends_its_process_is_named_and_costs_no_other():
    died = workers.Read(reason=workers.DIED)
    outcomes = [outcome for _, outcome in read([0, 0, signal.SIGKILL, 0, signal.SIGKILL, 0], 2)]
    assert outcomes == [None, None, died, None, died, None]


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="processes are begun otherwise there")
def test_an_interruption_is_kept_from_the_processes_from_their_first_moment():
    with workers.Readers(2) as readers:
        assert signal.SIGINT in readers.submit(signal.pthread_sigmask, signal.SIG_BLOCK, []).result()
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def test_a_snapshot_can_be_sent_to_another_process():
    sent = Snapshot(
        "id", b"bytes", "file:a", "text/plain", dt.datetime(2021, 5, 1, tzinfo=dt.UTC), MappingProxyType({"a": "b"})
    )
    received = copy.deepcopy(sent)
    assert received == sent
    assert type(received.headers) is MappingProxyType


def test_few_pages_are_read_in_the_calling_process(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workers, "read", lambda item: item)  # cannot be handed to another process
    assert len(read([0] * workers.FEW, 2)) == workers.FEW


@pytest.mark.usefixtures("signals")
def test_where_many_pages_are_at_hand_none_is_read_in_the_calling_process(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workers, "_read_here", lambda _: pytest.fail("read here"))
    assert [item for item, _ in read([0, 0, -1, 0], 2)] == [0, 0, -1, 0]


@pytest.mark.usefixtures("signals")
def test_the_first_page_of_a_slow_source_does_not_wait_for_the_others(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workers, "PATIENCE", -1)
    taken = []
    source = (taken.append(n) or 0 for n in range(9))  # type: ignore[func-returns-value]
    with workers.Readers(2) as readers:
        found = workers.in_order(source, lambda item: item, readers)  # type: ignore[arg-type,return-value]
        next(found)[0][1]()
        assert taken == [0]
        assert sum(map(len, found)) == 8


@pytest.mark.usefixtures("signals")
def test_pages_that_are_read_come_together_and_half_of_those_at_hand_stay_in_work(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workers, "GATHERING", LONGEST)
    with workers.Readers(2) as readers:
        groups = [len(group) for group in workers.in_order([0] * 40, lambda item: item, readers)]  # type: ignore[arg-type,return-value]
    assert sum(groups) == 40
    assert max(groups) == workers.AHEAD


def test_a_page_is_read_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workers, "read", lambda _: pytest.fail("read"))
    assert len(list(workers.in_order([1, 2], lambda item: item, workers.Readers()))) == 2  # type: ignore[arg-type,return-value]


def test_processes_give_the_record_of_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workers, "FEW", 1)
    pages = tmp_path / "pages"
    pages.mkdir()
    for n in range(1, 8):
        (pages / f"{n}.txt").write_text(SPEECH.format(n=n), "utf-8")
    (pages / "6.txt").write_bytes(b"")
    (pages / "again.txt").write_text(SPEECH.format(n=2), "utf-8")
    made = []
    for processes in (1, 2):
        with onrecord.open(tmp_path / f"{processes}.db") as record:
            summary = record.add(pages, pages, processes=processes)
            made.append(([(page.source, page.outcome, page.reason) for page in summary.pages], dump(record._store)))
    assert made[0] == made[1]
    assert [outcome for _, outcome, _ in made[0][0]].count("added") == 6
