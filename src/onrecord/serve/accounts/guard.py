"""Every request: who asks, whether they may, and whether a form that comes in is one of ours.

Forms are guarded twice (OWASP Cross-Site Request Forgery Prevention): the browser's own word for where a request comes from
(`Origin`, `Sec-Fetch-Site`) must be this site, and the form must hold a token that only a page of ours could give.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import time
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import quote, urlsplit

from fastapi import Request
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.serve.accounts.attempts import Attempts
from onrecord.serve.accounts.book import Account, Accounts, Role
from onrecord.serve.accounts.forms import FORM_COOKIE
from onrecord.serve.faults import answer
from onrecord.serve.languages import _
from onrecord.serve.rendering import translate
from onrecord.serve.settings import Settings

SESSION_COOKIE = "session"
OPEN = ("/login", "/logout", "/language/", "/theme/", "/static/")
"""What everybody may ask for, signed in or not."""

ASSETS = "/static/"

SAFE = ("GET", "HEAD", "OPTIONS")
_VERIFIED_SECONDS = 300.0
"""For which a name and password of the API are not checked again: argon2 is slow on purpose."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who asks: an account, or whoever sits at this machine."""

    name: str
    role: Role
    signed_in: bool = False

    @property
    def decides(self) -> bool:
        """Whether they may decide and add pages."""
        return self.role == "reviewer"


class Guard:
    """Middleware that lets nobody in who may not come in, and notes who asks in `scope["state"]["reader"]`.

    Args:
        inner: the application.
        accounts: who may sign in; where there is no account, whoever reaches the server reviews.
        settings: how the record is served.
    """

    def __init__(self, inner: ASGIApp, *, accounts: Accounts, settings: Settings) -> None:
        self.inner = inner
        self._accounts = accounts
        self._settings = settings
        self._asked = bool(accounts)
        self._verified: dict[str, tuple[float, Account]] = {}
        self._attempts = Attempts(10, 300)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.inner(scope, receive, send)
            return
        request = Request(scope, receive)
        state = scope.setdefault("state", {})
        # Style sheets and scripts are everybody's: nobody looks up who asks for them.
        state["reader"] = None if scope["path"].startswith(ASSETS) else self._reader(request)
        refusal = self._refusal(request, state["reader"])
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        await self.inner(scope, receive, _with_form_cookie(scope, send, secure=self._settings.secure))

    def _reader(self, request: Request) -> Reader | None:
        if not self._asked:
            return Reader(self._settings.reviewer, "reviewer")
        token = request.cookies.get(SESSION_COOKIE)
        account = self._accounts.of_session(token) if token else self._of_basic(request)
        return Reader(account.name, account.role, signed_in=True) if account else None

    def _of_basic(self, request: Request) -> Account | None:
        """Return the account of a program that sends name and password with each request (RFC 7617), to the API alone."""
        scheme, _, word = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "basic" or not _is_api(request):
            return None
        known = self._verified.get(digest := hashlib.sha256(word.encode()).hexdigest())
        if known and known[0] > time.monotonic():
            return known[1]
        try:
            name, colon, password = base64.b64decode(word, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            return None
        if not colon or self._attempts.wait(asker(request)):
            return None
        account = self._accounts.verify(name, password)
        if account:
            self._verified = {digest: (time.monotonic() + _VERIFIED_SECONDS, account)} | dict(
                list(self._verified.items())[:100]
            )
        return account

    def _refusal(self, request: Request, reader: Reader | None) -> Response | None:
        path, method = request.url.path, request.method
        if method not in SAFE and not _is_from_here(request):
            return _refused(request, 403, _("the form was sent from another site"), _("open the page here and send it again"))
        if path.startswith(OPEN):
            return None
        if reader is None:
            if _is_api(request):
                refusal = _refused(request, 401, _("this server asks who you are"), _("send name and password of an account"))
                refusal.headers["WWW-Authenticate"] = 'Basic realm="onrecord", charset="UTF-8"'
                return refusal
            asked = path + (f"?{request.url.query}" if request.url.query else "")
            return RedirectResponse(f"/login?back={quote(asked if method in SAFE else '/', safe='')}", 303)
        if method not in SAFE and not reader.decides:
            return _refused(request, 403, _("your account may read and not decide"), _("ask for the role of a reviewer"))
        return None


def _refused(request: Request, status: int, fault: str, cure: str) -> Response:
    return answer(request, status, translate(request, fault), translate(request, cure))


def reader_of(request: HTTPConnection) -> Reader:
    """Return who asks; nobody else gets past the guard."""
    reader: Reader = request.state.reader
    return reader


def asker(request: HTTPConnection) -> str:
    """Return the address of the machine that asks, as far as the server can see it."""
    return request.client.host if request.client else ""


def _is_api(request: Request) -> bool:
    return request.url.path.startswith("/api/")


def _is_from_here(request: Request) -> bool:
    """Tell whether the browser says that a page of this site sent the request; programs, which say nothing, send no cookies."""
    origin = request.headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc == request.headers.get("host")
    return request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")


def _with_form_cookie(scope: Scope, send: Send, *, secure: bool) -> Send:
    """Return a `send` that hands the browser the cookie of a form, where the page has one."""

    async def sending(message: Message) -> None:
        cookie = scope["state"].get("form_cookie")
        if message["type"] == "http.response.start" and cookie:
            made = SimpleCookie({FORM_COOKIE: cookie})
            made[FORM_COOKIE]["path"] = "/"
            made[FORM_COOKIE]["samesite"] = "Strict"
            for flag in ("httponly", *(("secure",) if secure else ())):
                made[FORM_COOKIE][flag] = True
            MutableHeaders(scope=message).append("Set-Cookie", made[FORM_COOKIE].OutputString())
        await send(message)

    return sending
