"""Answers that are kept for as long as the record does not change: whoever asks for the same page again gets the same bytes.

An answer follows from the state of the record, the address, and what the reader chose (language, look) or may do. A form's
token is the one thing on a page that belongs to a single browser: a page is kept with a sign where the token stands.
"""

from __future__ import annotations

import gzip
import hashlib
import threading
from collections import OrderedDict
from dataclasses import dataclass, replace

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.model.errors import OnrecordError
from onrecord.serve.accounts.forms import SIGN, form_token
from onrecord.serve.languages import language_of
from onrecord.serve.library import Library
from onrecord.serve.rendering import SECTIONS, theme_of

FOLDERS = (*SECTIONS, "search", "charts", "api")
"""What stands below these, and the first page, follows from the record alone."""

KEPT_BYTES = 48_000_000
"""Of answers, compressed where browsers take that: some five thousand pages."""

LARGEST = 1_000_000
"""Bytes of an answer that is kept; a larger one is made anew each time."""

COMPRESSION, SHORTEST = 2, 1000
"""Level of gzip (a page takes half a millisecond, more on higher levels); bytes below which an answer is sent as it is."""

Name = tuple[object, ...]
_SIGN = SIGN.encode()
_OURS = frozenset(("", *FOLDERS))
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

    def packed(self) -> Answer:
        """Return the answer compressed, where that is worth the time and no token has to be put in."""
        if self.compressed or len(self.body) < SHORTEST or _SIGN in self.body:
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
        return replace(self, headers=tuple(headers.raw), body=self.body.replace(_SIGN, token.encode()))


class KeptAnswers:
    """Middleware that answers from memory what it has answered before.

    Args:
        inner: the application.
        library: the record that pages are made from.
    """

    def __init__(self, inner: ASGIApp, *, library: Library) -> None:
        self.inner = inner
        self._library = library
        self._answers: OrderedDict[Name, Answer] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].split("/")[1] not in _OURS:
            await self.inner(scope, receive, send)
            return
        request = Request(scope, receive)
        try:
            self._library.state()
        except OnrecordError:
            await self.inner(scope, receive, send)  # which says what is wrong
            return
        with self._library.at_once():
            name = self._name(request)
            answer = self._known(name)
            if answer is None:
                answer = (await self._made(scope, receive)).packed()
                if answer.lasting:
                    self._keep(name, answer)
        if not answer.compressed and _SIGN in answer.body:
            answer = answer.with_token(form_token(request))
        await _send(request, answer, send)

    def _name(self, request: Request) -> Name:
        """Return everything that an answer follows from."""
        reader = request.state.reader
        who = (reader.name if reader.signed_in else "", reader.role) if reader else ()
        prefix = getattr(request.state, "language", None)
        return self._library.shown, request.url.path, request.url.query, prefix, language_of(request), theme_of(request), who

    def _known(self, name: Name) -> Answer | None:
        with self._lock:
            answer = self._answers.get(name)
            if answer:
                self._answers.move_to_end(name)
            return answer

    async def _made(self, scope: Scope, receive: Receive) -> Answer:
        """Return the answer of the application, uncompressed and whole, with signs for tokens."""
        begun: list[Message] = []
        parts: list[bytes] = []

        async def hear(message: Message) -> None:
            if message["type"] == "http.response.start":
                begun.append(message)
            elif message["type"] == "http.response.body":
                parts.append(message.get("body", b""))

        # A page is made whole even where the browser has it, for the next reader has not; programs are told sooner (api.etags).
        left_out = (b"accept-encoding",) if scope["path"].startswith("/api/") else (b"accept-encoding", b"if-none-match")
        asked = [(name, value) for name, value in scope["headers"] if name not in left_out]
        await self.inner({**scope, "headers": asked, "state": {**scope["state"], "kept": True}}, receive, hear)
        headers = tuple((name, value) for name, value in begun[0]["headers"] if name not in _OF_BODY)
        return Answer(begun[0]["status"], headers, b"".join(parts))

    def _keep(self, name: Name, answer: Answer) -> None:
        if len(answer.body) > LARGEST:
            return
        with self._lock:
            before = self._answers.pop(name, None)
            self._answers[name] = answer
            self._bytes += len(answer.body) - (len(before.body) if before else 0)
            while self._bytes > KEPT_BYTES:
                self._bytes -= len(self._answers.popitem(last=False)[1].body)


async def _send(request: Request, answer: Answer, send: Send) -> None:
    """Send an answer as the browser takes it; nothing but its headers where the browser has it already."""
    headers = MutableHeaders(raw=list(answer.headers))
    headers.add_vary_header("Accept-Encoding")
    if answer.etag and answer.etag in request.headers.get("if-none-match", ""):
        await send({"type": "http.response.start", "status": 304, "headers": headers.raw})
        await send({"type": "http.response.body", "body": b""})
        return
    answer = answer.packed() if "gzip" in request.headers.get("accept-encoding", "") else answer.unpacked()
    if answer.compressed:
        headers["content-encoding"] = "gzip"
    headers["content-length"] = str(len(answer.body))
    await send({"type": "http.response.start", "status": answer.status, "headers": headers.raw})
    await send({"type": "http.response.body", "body": answer.body})
