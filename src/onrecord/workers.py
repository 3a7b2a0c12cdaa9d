"""Pages read side by side: decoding and extraction in processes whose models stay loaded, results in the order of the pages.

One process writes, the others read. What a page tells does not depend on the process that reads it, and results are handed
over in the order of the pages, so that a record comes out the same with any number of processes.
"""

from __future__ import annotations

import logging
import multiprocessing
import signal
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from types import TracebackType
from typing import Any

from onrecord.decode import decode
from onrecord.extract import extract
from onrecord.extract.claims import claims
from onrecord.languages.tidying import Tidying
from onrecord.match import copies
from onrecord.model import Claim, Extract, Snapshot
from onrecord.model.errors import OnrecordError

log = logging.getLogger(__name__)

FEW = 12
"""Pages that are read in the calling process: others take as long to load their models."""

PATIENCE = 1.0
"""Seconds for which is waited to see whether there are more pages than a few, before the first is read."""

GATHERING = 0.2
"""Seconds for which a page that was read waits for those behind it: written together they take two thirds of the time."""

AHEAD = 6
"""Pages in hand for each process, so that a long page keeps none of them waiting, and few wait in memory to be written."""

DIED = "the process that read it died, most likely for want of memory: add it alone, or split it; the page is kept"


@dataclass(frozen=True, slots=True)
class Read:
    """What reading a page came to: its facts, or the reason why there are none."""

    extract: Extract | None = None
    claims: tuple[Claim, ...] = ()
    signature: tuple[int, ...] = ()
    reason: str = ""


def read(snapshot: Snapshot) -> Read:
    """Decode a snapshot and extract what it tells; a page that cannot be read gives its reason and raises nothing."""
    try:
        document = decode(snapshot)
        facts = extract(document)
        return Read(facts, claims(facts), copies.signature(document))
    except OnrecordError as error:
        return Read(reason=str(error))
    except Exception as error:
        # A fault of ours on one page must not cost the others; the page is kept and can be read again by a later version.
        log.error("%s could not be read\n%s", snapshot.url, traceback.format_exc())
        return Read(reason=f"onrecord failed on this page ({type(error).__name__}: {error}): report it; the page is kept")


class Readers:
    """Processes that read pages; a context manager. They are started when the first piece of work is given to them.

    Args:
        processes: how many; with more than one, a script that calls this needs the usual `if __name__ == "__main__":`.
    """

    def __init__(self, processes: int = 1) -> None:
        self.processes = processes
        self._pool: ProcessPoolExecutor | None = None

    def submit[R](self, work: Callable[..., R], *given: Any) -> Future[R]:
        """Begin a piece of work, which need not be a page: matching takes a process that is warm already."""
        self._pool = self._pool or _pool(self.processes)
        return self._pool.submit(work, *given)

    def close(self) -> None:
        """Let the processes end; work that is given later is done by others."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    def __enter__(self) -> Readers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def in_order[Item](
    items: Iterable[Item], snapshot_of: Callable[[Item], Snapshot | None], readers: Readers
) -> Iterator[list[tuple[Item, Callable[[], Read]]]]:
    """Yield the items in order, each with a call that gives what reading it came to; several at once where they are read.

    A few pages are read when that call is made; where there are more than `FEW`, they are read in processes meanwhile.
    Models are loaded in this process only where the first pages come slowly, or are few.

    Args:
        items: what was captured.
        snapshot_of: gives the page to be read, or None where an item needs no reading.
        readers: the processes; where there is to be one alone, all pages are read in this process.
    """
    processes = readers.processes
    source = ((item, snapshot_of(item)) for item in items)
    first = _at_hand(source) if processes > 1 else []
    pages, begun = chain(first, source), 0
    if sum(snapshot is not None for _, snapshot in first) <= FEW:
        for item, snapshot in pages:
            yield [(item, partial(_read_here, snapshot))]
            begun += snapshot is not None
            if processes > 1 and begun >= FEW:
                break
    if processes > 1:
        yield from _side_by_side(pages, readers)


def _at_hand[Item](source: Iterator[tuple[Item, Snapshot | None]]) -> list[tuple[Item, Snapshot | None]]:
    """Take the first items, as many as tell that there are more than a few, or as come within the time."""
    found: list[tuple[Item, Snapshot | None]] = []
    until = time.monotonic() + PATIENCE
    for one in source:
        found.append(one)
        if len(found) > FEW or time.monotonic() > until:
            break
    return found


def _read_here(snapshot: Snapshot | None) -> Read:
    return Read() if snapshot is None else read(snapshot)


def _side_by_side[Item](
    items: Iterator[tuple[Item, Snapshot | None]], readers: Readers
) -> Iterator[list[tuple[Item, Callable[[], Read]]]]:
    waiting: deque[tuple[Item, Snapshot | None, Future[Read] | None]] = deque()
    while True:
        while len(waiting) < AHEAD * readers.processes and (one := next(items, None)) is not None:
            item, snapshot = one
            waiting.append((item, snapshot, None if snapshot is None else readers.submit(_read_there, snapshot)))
        if not waiting:
            return
        ready: list[tuple[Item, Callable[[], Read]]] = []
        most = (len(waiting) + 1) // 2  # the others are in hand while these are written
        until = None
        while waiting and len(ready) < most and _is_done(waiting[0][2], until):
            until = until or time.monotonic() + GATHERING
            item, snapshot, future = waiting.popleft()
            try:
                outcome = future.result() if future else Read()
            except BrokenProcessPool:
                outcome = _read_alone(snapshot)
                readers.close()
                waiting = deque((i, s, None if s is None else readers.submit(_read_there, s)) for i, s, _ in waiting)
            ready.append((item, partial(_the, outcome)))
        yield ready


def _is_done(future: Future[Read] | None, until: float | None) -> bool:
    """Wait for a page to be read, until a moment of the clock at most where one is given; tell whether it was."""
    patience = None if until is None else max(0.0, until - time.monotonic())
    return future is None or bool(wait([future], timeout=patience).done)


def _the(outcome: Read) -> Read:
    return outcome


def _read_alone(snapshot: Snapshot | None) -> Read:
    """Read a page in a process of its own, since one of those that were read together ended its process."""
    if snapshot is None:
        return Read()
    with _pool(1) as pool:
        try:
            return pool.submit(_read_there, snapshot).result()
        except BrokenProcessPool:
            return Read(reason=DIED)


def _pool(processes: int) -> ProcessPoolExecutor:
    # Processes are not forked from this one, which may have threads and an open database.
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    if method == "forkserver":
        _start_forkserver()
    return ProcessPoolExecutor(processes, multiprocessing.get_context(method), initializer=_begin)


def _start_forkserver() -> None:
    """Start the process from which the others are forked, deaf to Ctrl-C from its first moment, as these are."""
    from multiprocessing import forkserver, resource_tracker

    resource_tracker.ensure_running()  # the fork server's own call of it would let signals in again
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)


def _begin() -> None:
    """Prepare a process: an interruption is the caller's to handle, and garbage is looked for between pages."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _tidying()


@cache
def _tidying() -> Tidying:
    return Tidying()


def _read_there(snapshot: Snapshot) -> Read:
    """Read a page in a process that is prepared."""
    found = read(snapshot)
    _tidying().after(len(snapshot.content))
    return found
