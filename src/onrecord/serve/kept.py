"""Answers that are kept for as long as the record does not change: whoever asks for the same page again gets the same bytes.

An answer follows from the state of the record, the address, and what the reader chose (language, look) or may do. A form's
token is the one thing on a page that belongs to a single browser: a page is kept with a sign where the token stands.
"""

from __future__ import annotations

import threading
from collections import OrderedDict

from fastapi import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.model.errors import OnrecordError
from onrecord.serve.accounts.forms import form_token
from onrecord.serve.accounts.guard import SAFE
from onrecord.serve.answers import Answer, heard, send_answer
from onrecord.serve.faults import ours
from onrecord.serve.languages import language_of
from onrecord.serve.library import Library
from onrecord.serve.makers.pool import Pool
from onrecord.serve.rendering import SECTIONS, theme_of

FOLDERS = (*SECTIONS, "search", "charts", "api")
"""What stands below these, and the first page, follows from the record alone."""

KEPT_BYTES = 48_000_000
"""Of answers, compressed where browsers take that: some five thousand pages."""

LARGEST = 1_000_000
"""Bytes of an answer that is kept; a larger one is made anew each time."""

Name = tuple[object, ...]
_OURS = frozenset(("", *FOLDERS))
_FRONT = frozenset(("add", "login", "logout", "language", "theme", "static"))
"""What is answered here also where other processes make pages: what they would have to know of each other."""


class KeptAnswers:
    """Middleware that answers from memory what it has answered before.

    Args:
        inner: the application.
        library: the record that pages are made from.
        pool: the processes that make them; none where this one does.
        largest: bytes of a form that is taken.
    """

    def __init__(self, inner: ASGIApp, *, library: Library, pool: Pool | None = None, largest: int = 0) -> None:
        self.inner = inner
        self._library = library
        self._pool = pool
        self._largest = largest
        self._answers: OrderedDict[Name, Answer] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        folder = scope["path"].split("/")[1] if scope["type"] == "http" else ""
        if scope["type"] != "http" or (folder in _FRONT if self._pool else folder not in _OURS):
            await self.inner(scope, receive, send)
            return
        try:
            if self._pool and (scope["method"] != "GET" or folder not in _OURS):
                await self._passed_on(scope, receive, send, self._pool)
            elif scope["method"] != "GET":
                await self.inner(scope, receive, send)
            else:
                await self._from_memory(scope, receive, send)
        except OnrecordError as error:
            await ours(Request(scope, receive), error)(scope, receive, send)

    async def _from_memory(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        with self._library.at_once() as state:
            shown = await self._pool.generation(state.word) if self._pool else self._library.shown
            name = self._name(request, shown)
            answer = self._known(name)
            if answer is None:
                answer = (await self._made(scope, receive)).packed()
                if answer.lasting:
                    self._keep(name, answer)
        if not answer.compressed and answer.signed:
            answer = answer.with_token(form_token(request))
        await send_answer(request, answer, send)

    def _name(self, request: Request, shown: object) -> Name:
        """Return everything that an answer follows from."""
        reader = request.state.reader
        who = (reader.name if reader.signed_in else "", reader.role) if reader else ()
        prefix = getattr(request.state, "language", None)
        return shown, request.url.path, request.url.query, prefix, language_of(request), theme_of(request), who

    def _known(self, name: Name) -> Answer | None:
        with self._lock:
            answer = self._answers.get(name)
            if answer:
                self._answers.move_to_end(name)
            return answer

    async def _made(self, scope: Scope, receive: Receive) -> Answer:
        """Return the answer of the application or of a maker, whole, with signs for tokens."""
        # A page is made whole even where the browser has it, for the next reader has not; programs are told sooner (api.etags).
        left_out = () if scope["path"].startswith("/api/") else (b"if-none-match",)
        asked = [(name, value) for name, value in scope["headers"] if name not in left_out]
        scope = {**scope, "headers": asked, "state": {**scope["state"], "kept": True}}
        return (await self._pool.answer(scope, receive)).answer if self._pool else await heard(self.inner, scope, receive)

    async def _passed_on(self, scope: Scope, receive: Receive, send: Send, pool: Pool) -> None:
        """Have another process answer what is not kept."""
        request = Request(scope, receive)
        length = request.headers.get("content-length", "0" if scope["method"] in SAFE else "")
        if not length.isdigit() or int(length) > self._largest:
            await self.inner(scope, receive, send)  # which refuses it before it is read
            return
        told = await pool.answer(scope, receive)
        if told.form_cookie:
            scope["state"]["form_cookie"] = told.form_cookie
        await send_answer(request, told.answer, send)

    def _keep(self, name: Name, answer: Answer) -> None:
        if len(answer.body) > LARGEST:
            return
        with self._lock:
            before = self._answers.pop(name, None)
            self._answers[name] = answer
            self._bytes += len(answer.body) - (len(before.body) if before else 0)
            while self._bytes > KEPT_BYTES:
                self._bytes -= len(self._answers.popitem(last=False)[1].body)
