"""Kills a process that adds pages, rebuilds or decides, at random points of its own doing, and looks at what is left.

Run as a program, so that what is forked has no threads. A point is a call of a function: the process counts its calls and kills
itself with SIGKILL at the chosen one, so that no clock is asked and a seed gives the same points again.
"""

from __future__ import annotations

import os
import random
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.made import reading

import onrecord
from onrecord import pipeline, upkeep, workers
from onrecord.model.decision import Correction
from onrecord.record import open_store

FRESH = 30
WORKS = ("add", "rebuild", "decide")
LINE = "Aigerim Sultanova, minister, at Lake Forum on 2018-05-14 in Karatal: “Sites close slowly and at a price, {n}”"


def main(folder: Path, seed: int, kills: int) -> None:
    """Kill so many times, and print the number of kills that hit each kind of work."""
    readers = (workers, "decode", reading.decode), (workers, "extract", reading.extract), (upkeep, "extract", reading.extract)
    for module, name, reader in readers:
        setattr(module, name, reader)  # without models
    chance = random.Random(seed)  # noqa: S311 - nothing is secret here
    lengths: dict[str, int] = {}
    hit = dict.fromkeys(WORKS, 0)
    confirmed: list[str] = []
    number = 0
    while sum(hit.values()) < kills:
        if number % FRESH == 0:  # a small record, so that looking it through takes no time
            path, confirmed = folder / f"{sum(hit.values())}-{number}.db", []
            with onrecord.open(path):
                pass
        work = WORKS[number % 3]
        number += 1
        if work not in lengths or number % FRESH in (1, 2, 3):
            lengths[work], said, _ = forked(path, work, number, None)
            confirmed += said
            continue
        _, said, killed = forked(path, work, number, chance.randrange(1, lengths[work] + 1))
        confirmed += said
        hit[work] += killed
        look(path, confirmed, whole=number % 10 == 0)
    print(hit)


def forked(path: Path, work: str, number: int, last: int | None) -> tuple[int, list[str], bool]:
    """Do a piece of work in a process that ends at its call `last`; return its calls, what it confirmed, if it was killed."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(out)
        calls = 0

        def count(*_: object) -> None:
            nonlocal calls
            calls += 1
            if calls == last:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.setprofile(count)
        do(path, work, number, lambda word: os.write(into, f"{word}\n".encode()))
        sys.setprofile(None)
        os.write(into, f"calls {calls}\n".encode())
        os._exit(0)
    os.close(into)
    with os.fdopen(out) as pipe:
        words = pipe.read().split("\n")
    _, status = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(status)
    assert killed or status == 0, f"{work} failed"
    calls = next((int(word.split()[1]) for word in words if word.startswith("calls ")), 0)
    return calls, [word for word in words if word and not word.startswith("calls ")], killed


def do(path: Path, work: str, number: int, confirm: Callable[[str], Any]) -> None:
    """Do a piece of work, and confirm each step of it when it is done."""
    with onrecord.open(path) as record:
        writer, archive = record.store.writer(), record.archive()
        if work == "add":
            with writer.running("add"):
                for part in range(2):
                    url = f"https://{number}.example/{part}"
                    found = reading.snapshot(LINE.format(n=f"{number}-{part}"), url, captured_at=reading.NOON)
                    pipeline._add_one(writer, archive, found, lambda found=found: workers.read(found))  # type: ignore[misc]
                    confirm(url)
                record.settle()
        elif work == "rebuild":
            upkeep.rebuild(record, start="extract")
        else:
            for statement in record.view.sightings().statements[:2]:
                kept = upkeep.decide(
                    record,
                    Correction("edit", statement.key, "manner", f"said {number}", by="Meruert"),
                    seen=seen(record, statement.key),
                )
                confirm(kept.id)


def seen(record: onrecord.Record, key: str) -> str | None:
    """Return the latest decision on a statement."""
    found = [one.id for one in record.view.decisions(keys=[key]) if one.state == "standing"]
    return found[-1] if found else None


def look(path: Path, confirmed: list[str], *, whole: bool) -> None:
    """See that the record has all that was confirmed, says what happened, and is in order."""
    store = open_store(path)
    view = store.view()
    there = {source.url for source in view.sources()} | {one.id for one in view.decisions(history=True)}
    assert set(confirmed) <= there, f"lost: {set(confirmed) - there}"
    assert len(view.sources()) == len({source.url for source in view.sources()}), "doubled"
    with store.connect() as connection:
        runs = connection.exec_driver_sql("SELECT count(*) FROM run").scalar_one()
    assert len(store.notices) == runs, "the next start does not say what happened"
    store.close()
    if whole:
        with onrecord.open(path) as record:
            # Bytes are kept before a page is made of them, and matching comes last: both are made good by the next run.
            wrong = [one for one in upkeep.check(record) if one.kind not in ("matching", "bytes")]
            assert not wrong, wrong


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
