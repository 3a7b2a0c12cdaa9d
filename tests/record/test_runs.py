"""A run that was cut short is told of by the next one, and by it alone that has to do with it."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from sqlalchemy import update

from onrecord.record import Store, open_store, schema


def ended_process() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_a_run_that_ends_leaves_nothing_to_tell(place: str, store: Store, report: Any) -> None:
    writer = store.writer()
    with writer.running("add"):
        writer.add_page(report().page())
        assert open_store(place).notices == ()  # it is at work: nothing is wrong
    assert open_store(place).notices == ()


@pytest.mark.parametrize(("pages", "told"), [(0, "after 0 pages"), (1, "after 1 page;"), (2, "after 2 pages")])
def test_a_run_whose_process_is_no_more_is_told_of(place: str, store: Store, report: Any, pages: int, told: str) -> None:
    writer = store.writer()
    running = writer.running("add")
    running.__enter__()
    for n in range(pages):
        writer.add_page(report(url=f"https://{n}.example", more=f"Part {n}.").page())
    with store._writing.begin() as connection:
        connection.execute(update(schema.run).values(pid=ended_process()))
    [notice] = open_store(place).notices
    assert notice.startswith("the last add (begun on 20")
    assert told in notice
    with open_store(place).writer().running("add"):
        assert open_store(place).notices == ()


def test_a_rebuild_that_was_cut_short_says_that_nothing_changed(place: str, store: Store) -> None:
    running = store.writer().running("rebuild")
    running.__enter__()
    with store._writing.begin() as connection:
        connection.execute(update(schema.run).values(pid=ended_process()))
    assert "nothing was changed by it" in open_store(place).notices[0]


def test_processes_of_other_machines_are_left_alone(place: str, store: Store) -> None:
    with store.writer().running("add"), store._writing.begin() as connection:
        connection.execute(update(schema.run).values(pid=ended_process(), host="elsewhere"))
        connection.commit()
        assert open_store(place).notices == ()
