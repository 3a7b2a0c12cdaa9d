"""The nursery: a process that reads the catalogue for each state of the record, and forks the makers that share it."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import os
import select
import signal
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path

from onrecord.record.catalogue import Catalogue
from onrecord.serve.accounts.forms import Shared, take_over
from onrecord.serve.findings import Finder
from onrecord.serve.library import Library
from onrecord.serve.makers import maker, wire
from onrecord.serve.rendering import compile_all
from onrecord.serve.routes import pages
from onrecord.serve.settings import Settings

log = logging.getLogger(__name__)

LARGE = 5000
"""Statements from which pages are read for practice before makers are forked: what is made once is made for all of them."""

PRACTICE = (
    "/", "/gatherings", "/persons?q=a", "/organizations?q=a", "/statements?from=2000", "/sources?q=a", "/places", "/timeline",
    "/network", "/topics", "/contradictions", "/search?q=a",
)  # fmt: skip


class Nursery:
    """Raises one generation of makers after the other.

    Args:
        where: the record.
        settings: how it is served.
        place: the socket of the front.
    """

    def __init__(self, where: str, settings: Settings, place: Path) -> None:
        self._where = where
        self._settings = settings
        self._place = place
        self._front = _connected(place)
        wire.send_now(self._front, wire.Hello(0))
        self._finder = Finder(where)
        self._books: Library | None = None
        self._seconds = 0.0
        self._generation = 0

    def live(self) -> None:
        """Raise makers whenever the front says that the record has changed, until it is gone."""
        self._raise()
        while True:
            finding = self._finder.answer
            heard: list[socket.socket | Connection] = [self._front, *([finding] if finding else [])]
            ready, _, _ = select.select(heard, [], [])
            if finding in ready:
                self._take_findings()
            elif self._front in ready:
                # How often it was said does not matter.
                if not (said := self._front.recv(4096)):
                    break
                if b"changed" in said:
                    self._raise()
                else:
                    self._fork(said.count(b"another"))
        self._finder.stop()

    def _raise(self) -> None:
        """Read the catalogue of the present state, and fork makers that know it."""
        begun = time.process_time()
        previous, self._books = self._books, Library(self._where, fixed=True)
        if previous:
            previous.close()
        # Nothing that is read now goes before the next state: looking for garbage in it only takes time.
        gc.disable()
        large = len(self._books.catalogue().statements) > LARGE
        if large and previous:
            self._books.keep_findings_of(previous)
        self._seconds = time.process_time() - begun
        compiling = time.process_time()
        if not previous:
            self._generation += 1
            self._fork(self._settings.processes)  # they answer while what follows is made
            compile_all()
        compiling = time.process_time() - compiling
        if large:
            self._practise((*PRACTICE, *examples(self._books.catalogue())))
        if self._books.finds_elsewhere:
            self._finder.begin()
        else:
            self._books.questions()
            self._seconds = time.process_time() - begun - compiling
        gc.enable()
        self._generation += 1
        self._fork(self._settings.processes)

    def _take_findings(self) -> None:
        assert self._books  # noqa: S101  makers were raised before anything is looked for
        found = self._finder.take()
        if found is not None:
            self._books.keep_findings(found, late=self._finder.answer is not None)
            self._generation += 1
            self._fork(self._settings.processes)

    def _practise(self, addresses: Sequence[str]) -> None:
        assert self._books  # noqa: S101  makers are raised for a state
        application = pages(self._books, self._settings)
        scope = {
            "http_version": "1.1", "method": "GET", "scheme": "http", "root_path": "", "headers": [(b"host", b"localhost")],
            "client": None, "server": None, "state": {"kept": True, "reader": None},
        }  # fmt: skip

        async def read() -> None:
            for address in addresses:
                path, _, query = address.partition("?")
                told = {**scope, "path": path, "raw_path": path.encode(), "query_string": query.encode()}
                await maker.told(application, wire.Asked(told, b""))

        asyncio.run(read())
        while threading.active_count() > 1:  # a fork takes no threads along; those that answered end by themselves
            time.sleep(0.01)

    def _fork(self, number: int) -> None:
        assert self._books  # noqa: S101  makers are raised for a state
        hello = wire.Hello(self._generation, self._books.state().word, self._seconds)
        self._books.let_go()
        gc.freeze()  # what is shared is not touched by looking for garbage
        for _ in range(number):
            if os.fork() == 0:
                self._grow_up(hello)

    def _grow_up(self, hello: wire.Hello) -> None:
        """Be a maker, and never return."""
        status = 1
        try:
            self._front.close()
            self._finder.forget()
            assert self._books  # noqa: S101  as above
            maker.work(pages(self._books, self._settings), self._place, hello)
            status = 0
        except (ConnectionError, FileNotFoundError):
            status = 0  # the front is gone
        except Exception:
            log.exception("a process that makes pages failed")
        finally:
            os._exit(status)


EXAMPLES = 12
"""Persons and bodies, those of most pages, whose pages are read for practice: what takes longest is then made already."""


def examples(catalogue: Catalogue) -> Iterator[str]:
    """Yield addresses of pages of each kind of thing: of what is named most often, or comes first."""
    for kind, folder in (("person", "persons"), ("organization", "organizations")):
        keys = list(islice((entry.key for entry in catalogue.names.values() if entry.kind == kind), EXAMPLES))
        yield from (f"/{folder}/{key}" for key in keys)
        yield from (f"/network?who={key}" for key in keys[:1])
        yield from (f"/api/v1/{folder}/{key}?limit=1" for key in keys[:1])
        if kind == "person" and len(keys) > 1:
            yield f"/network/{keys[0]}/{keys[1]}"
    for folder, facts in (
        ("gatherings", catalogue.occasions), ("statements", catalogue.statements), ("sources", catalogue.sources),
    ):  # fmt: skip
        yield from (
            address
            for key in islice(facts, 1)
            for address in (f"/{folder}/{key}", f"/{folder}?after={key}", f"/api/v1/{folder}?limit=1")
        )


def _connected(place: Path) -> socket.socket:
    """Return a connection to the front, which may not be listening yet.

    Raises:
        ConnectionError: it is gone.
    """
    parent = os.getppid()
    while True:
        there = socket.socket(socket.AF_UNIX)
        try:
            there.connect(str(place))
        except FileNotFoundError:
            there.close()
            if os.getppid() != parent or not place.parent.is_dir():
                raise ConnectionError("the front is gone") from None
            time.sleep(0.02)
        else:
            return there


def live(where: str, settings: Settings, place: Path, shared: Shared, listening: socket.socket | None = None) -> None:
    """Be the nursery of a server, until the server ends.

    Args:
        where: the record.
        settings: how it is served.
        place: the socket of the front.
        shared: what forms are signed with.
        listening: a socket that browsers come to, which is the front's alone.
    """
    if listening:
        listening.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of the terminal: the front ends first, and this with it
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # makers that end leave nothing behind
    take_over(shared)
    with contextlib.suppress(ConnectionError):
        Nursery(where, settings, place).live()
