"""Answers as bytes: made by the application, kept, passed from process to process, and sent as a browser takes them."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass, replace

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.serve.accounts import forms

COMPRESSION, SHORTEST = 2, 1000
"""Level of gzip (a page takes half a millisecond, more on higher levels); bytes below which an answer is sent as it is."""

_OF_BODY = (b"content-length", b"content-encoding")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: its status, its headers but those of its body's length and form, its body, and whether that is compressed."""

    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    compressed: bool = False

    @property
    def lasting(self) -> bool:
        """Whether others may get it, too."""
        told = Headers(raw=list(self.headers))
        return self.status == 200 and "set-cookie" not in told and "no-store" not in told.get("cache-control", "")

    @property
    def etag(self) -> str:
        """The ETag, or an empty string."""
        return Headers(raw=list(self.headers)).get("etag", "")

    @property
    def signed(self) -> bool:
        """Whether the sign of a form's token stands in it."""
        return forms.SIGN.encode() in self.body

    def packed(self) -> Answer:
        """Return the answer compressed, where that is worth the time and no token has to be put in."""
        if self.compressed or len(self.body) < SHORTEST or self.signed:
            return self
        return replace(self, body=gzip.compress(self.body, COMPRESSION, mtime=0), compressed=True)

    def unpacked(self) -> Answer:
        """Return the answer for a browser that takes no compressed ones."""
        return replace(self, body=gzip.decompress(self.body), compressed=False) if self.compressed else self

    def with_token(self, token: str) -> Answer:
        """Return the answer for one browser, whose own token stands in its forms."""
        headers = MutableHeaders(raw=list(self.headers))
        if self.etag:
            # A page with the token of an earlier session is another page.
            headers["etag"] = f'"{hashlib.blake2b((self.etag + token).encode(), digest_size=12).hexdigest()}"'
        return replace(self, headers=tuple(headers.raw), body=self.body.replace(forms.SIGN.encode(), token.encode()))


async def heard(inner: ASGIApp, scope: Scope, receive: Receive) -> Answer:
    """Return the answer of an application, whole and uncompressed."""
    begun: list[Message] = []
    parts: list[bytes] = []

    async def hear(message: Message) -> None:
        if message["type"] == "http.response.start":
            begun.append(message)
        elif message["type"] == "http.response.body":
            parts.append(message.get("body", b""))

    asked = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
    await inner({**scope, "headers": asked}, receive, hear)
    headers = tuple((name, value) for name, value in begun[0]["headers"] if name not in _OF_BODY)
    return Answer(begun[0]["status"], headers, b"".join(parts))


async def send_answer(request: Request, answer: Answer, send: Send) -> None:
    """Send an answer as the browser takes it; nothing but its headers where the browser has it already."""
    headers = MutableHeaders(raw=list(answer.headers))
    headers.add_vary_header("Accept-Encoding")
    if answer.status == 200 and answer.etag and answer.etag in request.headers.get("if-none-match", ""):
        await send({"type": "http.response.start", "status": 304, "headers": headers.raw})
        await send({"type": "http.response.body", "body": b""})
        return
    answer = answer.packed() if "gzip" in request.headers.get("accept-encoding", "") else answer.unpacked()
    if answer.compressed:
        headers["content-encoding"] = "gzip"
    headers["content-length"] = str(len(answer.body))
    await send({"type": "http.response.start", "status": answer.status, "headers": headers.raw})
    await send({"type": "http.response.body", "body": answer.body})
