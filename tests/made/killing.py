"""Kills a process that adds pages, rebuilds, decides or reviews, at random points of its own doing, and looks at what is left.

Run as a program, so that what is forked has no threads. A point is a call of a function: the process counts its calls and kills
itself with SIGKILL at the chosen one, so that no clock is asked and a seed gives the same points again.
"""

from __future__ import annotations

import contextlib
import io
import os
import random
import signal
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from tests.made import reading

import onrecord
from onrecord import adding, upkeep, workers
from onrecord.cli import reviewing
from onrecord.model import Snapshot
from onrecord.model.decision import Correction
from onrecord.record import open_store

FRESH = 30
WORKS = ("add", "rebuild", "decide", "review")
LINES = (
    "Aigerim Sultanova, minister, at Lake Forum on 2018-05-14 in {place}: “Sites close slowly and at a price, {words}”\n"
    "Bolat Omarov, envoy, at Dune Forum on 2018-06-20 in {place}: “Sand keeps nothing for itself”"
)
PLACES = ("Karatal", "Semey")


def main(folder: Path, seed: int, kills: int) -> None:
    """Kill so many times, and print the number of kills that hit each kind of work."""
    readers = (workers, "decode", reading.decode), (workers, "extract", reading.extract), (upkeep, "extract", reading.extract)
    for module, name, reader in readers:
        setattr(module, name, reader)  # without models
    for number, work in enumerate(WORKS):
        do(folder / "before.db", work, number, len)  # what is loaded once for a process is loaded before any of them is killed
    assert threading.active_count() == 1, "what is forked would lack the other threads"
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
        work = WORKS[number % len(WORKS)]
        number += 1
        if work not in lengths or number % FRESH in range(1, len(WORKS) + 1):
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
                pages = [page(number, part) for part in range(2)]
                for group in [pages] if number % 2 else [pages[:1], pages[1:]]:  # pages are kept together, or one by one
                    adding.add_all(writer, archive, [(found, partial(workers.read, found)) for found in group])
                    for found in group:
                        confirm(found.url)
                record.settle()
        elif work == "rebuild":
            upkeep.rebuild(record, start="extract")
        elif work == "review":
            review(path, confirm)
        else:
            for statement in record.view.sightings().statements[:2]:
                kept = upkeep.decide(
                    record,
                    Correction("edit", statement.key, "manner", f"said {number}", by="Meruert"),
                    seen=seen(record, statement.key),
                )
                confirm(kept.id)


def page(number: int, part: int) -> Snapshot:
    """Return a page: no two are copies of each other, and they place both forums differently, so that there are questions."""
    words = " ".join(f"word{number}of{part}at{place}" for place in range(20))
    lines = LINES.format(place=PLACES[part], words=words)
    return reading.snapshot(lines, f"https://{number}.example/{part}", captured_at=reading.NOON)


def review(path: Path, confirm: Callable[[str], Any]) -> None:
    """Answer questions as the command `review` does: two, of which the second is taken back, and another one."""
    keys = iter("dzdq")
    decide, undo = onrecord.Record.decide, onrecord.Record.undo

    def decided(record: onrecord.Record, *given: Any, **named: Any) -> Any:
        kept = decide(record, *given, **named)
        confirm(kept.id)
        return kept

    def undone(record: onrecord.Record, *given: Any, **named: Any) -> Any:
        kept = undo(record, *given, **named)
        confirm(kept.id)
        return kept

    reviewing._key = lambda: next(keys)
    setattr(onrecord.Record, "decide", decided)  # noqa: B010 - to hear of each, in a process that ends with it
    setattr(onrecord.Record, "undo", undone)  # noqa: B010 - as above
    with contextlib.redirect_stdout(io.StringIO()):
        reviewing.review(who="Meruert", record=str(path))


def seen(record: onrecord.Record, key: str) -> str | None:
    """Return the latest decision on the manner of a statement."""
    standing = [one for one in record.view.decisions(keys=[key]) if one.state == "standing"]
    found = [one.id for one in standing if one.decision.matter == f"value {key} manner"]
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
