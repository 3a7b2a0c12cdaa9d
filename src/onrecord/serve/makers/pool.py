"""The makers as the front sees them: which of them are there, which are free, and of which state they are."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import multiprocessing
import shutil
import socket
import tempfile
from collections import deque
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Literal

from starlette.types import Receive, Scope

from onrecord.model.errors import RecordLocked
from onrecord.serve.accounts.forms import shared
from onrecord.serve.makers import wire
from onrecord.serve.makers.nursery import live
from onrecord.serve.settings import Settings

log = logging.getLogger(__name__)

PATIENCE, WAIT = 1.0, 15.0
"""Seconds of a processor that the last makers may have taken for readers to wait for those of the present state, and how long
these wait at most; else the last version serves."""

FIRST, PAUSE = 120.0, 1.0
"""Seconds until the first makers must be there; seconds before a nursery that has died is followed by another."""

GRACE = 1.0
"""Seconds that the nursery is given to end by itself."""

_PASSED_ON = ("method", "path", "raw_path", "query_string", "headers", "http_version", "scheme", "root_path", "client",
    "server")  # fmt: skip


@dataclass(eq=False)
class Maker:
    """One maker: its connection, and of which state it is."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    generation: Generation


@dataclass(eq=False)
class Generation:
    """The makers of one state of the record."""

    number: int
    word: str
    seconds: float
    there: list[Maker] = field(default_factory=list)


class Pool:
    """Makers of the newest state of the record; for one event loop.

    Args:
        where: the record.
        settings: how it is served; `processes` makers work at once.
    """

    def __init__(self, where: str, settings: Settings) -> None:
        self._where = where
        self._settings = settings
        self._folder = Path(tempfile.mkdtemp(prefix="onrecord-"))  # only this user may enter it
        self._place = self._folder / "front"
        self._free: deque[Maker] = deque()
        self._waiting: deque[asyncio.Future[Maker]] = deque()
        self._current: Generation | None = None
        self._coming: Generation | None = None
        self._raised = asyncio.Condition()
        self._nursery: asyncio.StreamWriter | None = None
        self._process: BaseProcess | None = None
        self._asked_for = ""
        self._closed = False

    def begin(self, start: Literal["fork", "spawn"], listening: socket.socket | None = None) -> None:
        """Begin the nursery.

        Args:
            start: forked, which is quick, from a process without threads, loop and database; or spawned from any other.
            listening: a socket of this process that a forked one must not keep open.
        """
        context: Any = multiprocessing.get_context(start)
        given = (self._where, self._settings, self._place, shared(), listening if start == "fork" else None)
        self._process = context.Process(target=live, args=given, name="onrecord nursery", daemon=False)
        self._process.start()

    async def listen(self) -> None:
        """Let the nursery and the makers come."""
        self._server = await asyncio.start_unix_server(self._welcome, str(self._place))
        if self._process is None:
            self.begin("spawn")

    async def generation(self, word: str) -> int:
        """Return the number of the makers that answer now: those of a state, or of the last one where these take too long.

        Args:
            word: of the present state of the record.

        Raises:
            RecordLocked: no maker is there.
        """
        current = self._current
        if current is None or (current.word != word and self._changed(word, current).seconds <= PATIENCE):
            patience = FIRST if current is None else WAIT
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(patience), self._raised:
                    await self._raised.wait_for(lambda: self._current and word in ("", self._current.word))
        if self._current is None:
            raise RecordLocked("no process makes pages yet", "try again in a moment")
        return self._current.number

    def _changed(self, word: str, current: Generation) -> Generation:
        if self._asked_for != word and self._nursery:
            self._asked_for = word
            self._nursery.write(b"changed")
        return current

    async def answer(self, scope: Scope, receive: Receive) -> wire.Told:
        """Return the answer to a request.

        Raises:
            RecordLocked: the makers fail at it.
        """
        asked = wire.Asked(
            {**{name: scope.get(name) for name in _PASSED_ON}, "state": dict(scope["state"])}, await _body(receive)
        )
        # All of one generation may have died at once.
        for _ in range(self._settings.processes + 1):
            maker = await self._one()
            told = None
            try:
                with contextlib.suppress(ConnectionError):  # it is gone since it was last asked
                    await wire.send(maker.writer, asked)
                    told = await wire.receive(maker.reader)
            finally:
                # A reader who has gone leaves an answer on its way: that maker is let go.
                self._give_back(maker) if told is not None else self._lose(maker)
            if isinstance(told, wire.Told):
                return told
            if scope["method"] not in ("GET", "HEAD"):
                break  # it may have been done
        log.error("a process that makes pages died: %s", scope["path"])
        raise RecordLocked("a process that makes pages died", "try again in a moment")

    async def _one(self) -> Maker:
        """Return a maker of the newest generation that is free, in the order in which it is asked for."""
        await self.generation("" if self._current is None else self._current.word)
        while self._free:
            maker = self._free.popleft()
            if not maker.reader.at_eof():
                return maker
            self._lose(maker)  # it died while it had nothing to do
        waiting: asyncio.Future[Maker] = asyncio.get_running_loop().create_future()
        self._waiting.append(waiting)
        try:
            return await waiting
        except asyncio.CancelledError:
            if waiting.done() and not waiting.cancelled():
                self._give_back(waiting.result())
            raise

    def _give_back(self, maker: Maker) -> None:
        """Give a maker to who waits for one; let it go where makers of a newer state are there."""
        if maker.generation is not self._current:
            self._lose(maker)
            return
        while self._waiting:
            if not (waiting := self._waiting.popleft()).done():
                waiting.set_result(maker)
                return
        self._free.append(maker)

    def _lose(self, maker: Maker) -> None:
        """Let a maker go; one of the newest generation is followed by another."""
        if maker in maker.generation.there:
            maker.generation.there.remove(maker)
        maker.writer.close()
        if maker.generation is self._current and self._nursery and not self._closed:
            self._nursery.write(b"another")

    async def _welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        hello = await wire.receive(reader)
        if not isinstance(hello, wire.Hello):
            writer.close()
        elif hello.generation == 0:
            await self._watch_nursery(reader, writer)
        else:
            await self._arrived(hello, reader, writer)

    async def _arrived(self, hello: wire.Hello, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        known = next((one for one in (self._current, self._coming) if one and one.number == hello.generation), None)
        if known is None:
            known = self._coming = Generation(*hello)
        maker = Maker(reader, writer, known)
        known.there.append(maker)
        if known is self._current:
            self._give_back(maker)
        elif len(known.there) >= self._settings.processes or self._current is None:
            await self._follow(known)

    async def _follow(self, generation: Generation) -> None:
        """Let a generation answer instead of the one before."""
        before, self._free = self._free, deque()
        self._current, self._coming, self._asked_for = generation, None, ""
        for maker in before:
            self._lose(maker)
        for maker in generation.there:
            self._give_back(maker)
        async with self._raised:
            self._raised.notify_all()

    async def _watch_nursery(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._nursery = writer
        await reader.read()  # it says nothing more; this ends when it does
        self._nursery = None
        if not self._closed:
            log.error("the process that raises makers of pages ended; another one is started")
            await asyncio.sleep(PAUSE)
            self._asked_for = ""
            self.begin("spawn")

    async def close(self) -> None:
        """Let all makers and the nursery go."""
        self._closed = True
        self._server.close()
        for generation in (self._current, self._coming):
            for maker in generation.there if generation else ():
                maker.writer.close()
        if self._nursery:
            self._nursery.close()
        await asyncio.to_thread(self.end)

    def end(self) -> None:
        """End the nursery, and take away the folder of the socket."""
        if self._process is not None:
            if self._nursery is None:
                self._process.terminate()  # it has not come yet
            self._process.join(GRACE)
            if self._process.is_alive():  # at work on a catalogue that nobody needs any more
                self._process.kill()
                self._process.join()
        shutil.rmtree(self._folder, ignore_errors=True)


async def _body(receive: Receive) -> bytes:
    """Return the body of a request, which the guard of forms has found to be of a size that is taken."""
    parts = []
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        if message["type"] == "http.disconnect" or not message.get("more_body"):
            return b"".join(parts)
