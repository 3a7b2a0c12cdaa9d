"""What the front and the other processes say to each other: pickled tuples with their length in front.

The socket lies in a folder that only the server's own user may enter: nobody else can send a pickle.
"""

from __future__ import annotations

import asyncio
import pickle
import socket
import struct
from typing import Any, NamedTuple

from onrecord.serve.answers import Answer

_LENGTH = struct.Struct("!Q")


class Hello(NamedTuple):
    """The first word of a process: a maker of a generation, or the nursery (generation 0).

    Attributes:
        generation: number of the state of the record as the nursery counts them, upwards from 1.
        word: of the state of the record (see `record.catalogue.State`).
        seconds: of a processor, that the nursery took for it.
    """

    generation: int
    word: str = ""
    seconds: float = 0.0


class Asked(NamedTuple):
    """A request: what an ASGI scope holds of it (text and numbers alone), and its body."""

    scope: dict[str, Any]
    body: bytes


class Told(NamedTuple):
    """An answer, and the cookie of a form that the browser is to get; an empty string where it needs none."""

    answer: Answer
    form_cookie: str


async def send(writer: asyncio.StreamWriter, message: object) -> None:
    """Send a message."""
    writer.write(_packed(message))
    await writer.drain()


async def receive(reader: asyncio.StreamReader) -> Any:
    """Return the next message; None where the other side is gone."""
    try:
        (length,) = _LENGTH.unpack(await reader.readexactly(_LENGTH.size))
        return pickle.loads(await reader.readexactly(length))  # noqa: S301 - from a process of ours
    except (asyncio.IncompleteReadError, ConnectionError):
        return None


def send_now(there: socket.socket, message: object) -> None:
    """Send a message, and wait until it is sent."""
    there.sendall(_packed(message))


def _packed(message: object) -> bytes:
    content = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(content)) + content
