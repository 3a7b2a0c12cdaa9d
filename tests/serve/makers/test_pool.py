"""The front asks makers of the newest state that is there, waits for a newer one only where it comes soon, and loses nobody."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

import pytest
from starlette.types import Message
from tests.made.waiting import LONGEST

from onrecord.model.errors import RecordLocked
from onrecord.serve.answers import Answer
from onrecord.serve.makers import pool as module
from onrecord.serve.makers import wire
from onrecord.serve.makers.pool import Pool
from onrecord.serve.settings import Settings

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]
SOON, LATE = 0.1, 60.0
"""Seconds that the makers of a test say it took to raise them."""


class Front:
    """A pool without processes: the test is its nursery and its makers."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self.writers: list[asyncio.StreamWriter] = []

    async def comes(self, hello: wire.Hello) -> Streams:
        """Come as a process would."""
        reader, writer = await asyncio.open_unix_connection(str(self.pool._place))
        self.writers.append(writer)
        await wire.send(writer, hello)
        return reader, writer

    async def raised(self, generation: int, word: str, seconds: float, makers: int = 2) -> list[Streams]:
        """Come as all makers of a generation, and wait until they are known."""
        come = [await self.comes(wire.Hello(generation, word, seconds)) for _ in range(makers)]
        while self.pool._current is None or self.pool._current.number < generation:
            await asyncio.sleep(0.001)
        return come

    def asks(self, path: str = "/", method: str = "GET") -> Awaitable[wire.Told]:
        """Ask for a page."""

        async def receive() -> Message:
            return {"type": "http.request", "body": b""}

        scope = {"method": method, "path": path, "state": {}, "headers": []}
        return asyncio.ensure_future(self.pool.answer(scope, receive))


@asynccontextmanager
async def front() -> AsyncIterator[Front]:
    pool = Pool("nowhere.db", Settings(processes=2))
    pool.begin = lambda *_: None  # type: ignore[method-assign]  # no process for these tests
    await pool.listen()
    one = Front(pool)
    try:
        yield one
    finally:
        for writer in one.writers:
            writer.close()
        await pool.close()


def run(test: Callable[[Front], Awaitable[None]]) -> None:
    async def running() -> None:
        async with front() as one:
            await asyncio.wait_for(test(one), LONGEST)

    # In a thread of its own: where the browser's tests ran before, this one holds a loop that goes on running.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, running()).result()


async def answers(maker: Streams, words: str) -> str:
    """Answer one request as a maker, and return its path."""
    asked = await wire.receive(maker[0])
    await wire.send(maker[1], wire.Told(Answer(200, (), words.encode()), ""))
    return str(asked.scope["path"])


def test_requests_go_to_makers_that_are_free_in_the_order_in_which_they_come():
    async def test(one: Front) -> None:
        first, second = await one.raised(1, "a", SOON)
        told = [one.asks(f"/{n}") for n in range(3)]
        paths = [await answers(first, "x"), await answers(first, "z"), await answers(second, "y")]
        assert paths == ["/0", "/2", "/1"]
        assert [(await each).answer.body for each in told] == [b"x", b"y", b"z"]

    run(test)


def test_nobody_waits_for_makers_that_take_long():
    async def test(one: Front) -> None:
        nursery, _ = await one.comes(wire.Hello(0))
        await one.raised(1, "a", LATE)
        while one.pool._nursery is None:
            await asyncio.sleep(0.001)
        assert await one.pool.generation("b") == 1
        assert await one.pool.generation("b") == 1
        assert await nursery.readexactly(7) == b"changed"
        await one.raised(2, "b", LATE)
        assert await one.pool.generation("b") == 2
        assert nursery._buffer == b""  # type: ignore[attr-defined]  # it was told once

    run(test)


def test_makers_that_come_soon_are_waited_for(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "WAIT", LONGEST)

    async def test(one: Front) -> None:
        await one.comes(wire.Hello(0))
        await one.raised(1, "a", SOON)
        while one.pool._nursery is None:
            await asyncio.sleep(0.001)
        asked = asyncio.ensure_future(one.pool.generation("b"))
        await asyncio.sleep(0.02)
        assert not asked.done()
        await one.raised(2, "b", SOON)
        assert await asked == 2

    run(test)


def test_makers_of_an_earlier_state_finish_what_they_do_and_are_let_go():
    async def test(one: Front) -> None:
        old, idle = await one.raised(1, "a", SOON)
        told = one.asks()
        asked = asyncio.ensure_future(answers(old, "old"))
        new, _ = await one.raised(2, "b", SOON)
        await asked
        assert (await told).answer.body == b"old"
        assert await wire.receive(old[0]) is None
        assert await wire.receive(idle[0]) is None
        told = one.asks()
        await answers(new, "new")
        assert (await told).answer.body == b"new"

    run(test)


def test_a_page_is_asked_for_again_where_its_maker_died_and_a_form_is_not():
    async def test(one: Front) -> None:
        nursery, _ = await one.comes(wire.Hello(0))
        first, second = await one.raised(1, "a", SOON)
        told = one.asks()
        await wire.receive(first[0])
        first[1].close()
        await answers(second, "whole")
        assert (await told).answer.body == b"whole"
        assert await nursery.readexactly(7) == b"another"
        told = one.asks(method="POST")
        await wire.receive(second[0])
        second[1].close()
        with pytest.raises(RecordLocked):
            await told

    run(test)


def test_a_reader_who_leaves_takes_no_maker_along():
    async def test(one: Front) -> None:
        first, second = await one.raised(1, "a", SOON)
        busy = [one.asks(), one.asks()]
        waiting = one.asks()
        await asyncio.sleep(0.01)
        waiting.cancel()  # type: ignore[attr-defined]  # a task
        await answers(first, "x")
        await answers(second, "y")
        for each in busy:
            await each
        told = one.asks()
        await answers(first, "z")
        assert (await told).answer.body == b"z"

    run(test)


def test_before_any_maker_is_there_the_fault_says_to_come_again(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "FIRST", 0.01)

    async def test(one: Front) -> None:
        with pytest.raises(RecordLocked, match="try again"):
            await one.pool.generation("a")

    run(test)
