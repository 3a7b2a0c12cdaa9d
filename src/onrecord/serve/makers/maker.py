"""A maker: a forked process that answers one request at a time for one state of the record, until the front lets it go."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from starlette.types import ASGIApp, Message

from onrecord.serve.answers import Answer, heard
from onrecord.serve.makers import wire


def work(application: ASGIApp, place: Path, hello: wire.Hello) -> None:
    """Answer requests until the front is gone or needs this maker no more.

    Args:
        application: the pages, without middleware.
        place: the socket of the front.
        hello: who this is.
    """
    asyncio.run(_work(application, place, hello))


async def _work(application: ASGIApp, place: Path, hello: wire.Hello) -> None:
    from anyio.to_thread import current_default_thread_limiter

    current_default_thread_limiter().total_tokens = 1
    reader, writer = await asyncio.open_unix_connection(str(place))
    await wire.send(writer, hello)
    while (asked := await wire.receive(reader)) is not None:
        await wire.send(writer, await told(application, asked))


async def told(application: ASGIApp, asked: wire.Asked) -> wire.Told:
    """Return what the application answers, compressed where that is worth it."""
    state: dict[str, Any] = dict(asked.scope["state"])
    scope = {"type": "http", "asgi": {"version": "3.0"}, **asked.scope, "state": state}
    body = [asked.body]

    async def receive() -> Message:
        if body:
            return {"type": "http.request", "body": body.pop(), "more_body": False}
        # Who is asked again waits for the browser to go, which only the front sees.
        return await asyncio.Future[Message]()

    answer: Answer = await heard(application, scope, receive)
    return wire.Told(answer.packed(), state.get("form_cookie", ""))
