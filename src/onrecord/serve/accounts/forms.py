"""Forms that only pages of ours can send: each holds a token that belongs to a cookie of the browser that it was shown to."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from fastapi import Request
from starlette.datastructures import FormData

from onrecord.model.errors import UsageError
from onrecord.serve.languages import _

FORM_COOKIE = "form"
_SECRET = secrets.token_bytes(32)
"""Of this process: forms that were open when the server started anew are sent again from a fresh page."""


SIGN = secrets.token_hex(32)
"""Stands for the token in a page that is kept for all readers. Nobody else knows it, so that no text of a source holds it."""


Shared = tuple[bytes, str]
"""What forms are signed with, and the sign: the same in all processes of a server."""


def shared() -> Shared:
    """Return what the other processes of the server need to make pages with forms, and to take these."""
    return _SECRET, SIGN


def take_over(given: Shared) -> None:
    """Sign forms as another process of the server does."""
    global _SECRET, SIGN
    _SECRET, SIGN = given


class FormTooLarge(UsageError):
    """A form or its files are larger than the server takes, or do not say how large they are."""


class FormRefused(UsageError):
    """A form came in that no page of ours has shown to this browser."""


def shown_token(request: Request) -> str:
    """Return what a page shows as the token of its forms: the token, or its sign where the page is kept for others, too."""
    return SIGN if getattr(request.state, "kept", False) else form_token(request)


def form_token(request: Request) -> str:
    """Return the token for a form of the page that answers a request; the browser gets the cookie that belongs to it."""
    cookie = request.cookies.get(FORM_COOKIE) or getattr(request.state, "form_cookie", None)
    if not cookie:
        cookie = request.state.form_cookie = secrets.token_urlsafe(18)
    return _signed(cookie)


async def confirmed(request: Request) -> FormData:
    """Return the form that was sent, where it is one of ours (a dependency of every route that changes something).

    Raises:
        FormTooLarge: it is larger than the server takes.
        FormRefused: it is not, or it was opened before the server was started anew.
    """
    largest = request.app.state.settings.largest_upload
    length = request.headers.get("content-length", "")
    if not length.isdigit() or int(length) > largest:
        raise FormTooLarge(_("what was sent is too large"), _("send less at once"))
    form = await request.form(max_part_size=largest)
    cookie = request.cookies.get(FORM_COOKIE, "")
    if not cookie or not hmac.compare_digest(str(form.get("token", "")), _signed(cookie)):
        raise FormRefused(_("the form is no longer valid"), _("open the page again, and send it from there"))
    return form


def _signed(cookie: str) -> str:
    return hmac.new(_SECRET, cookie.encode(), hashlib.sha256).hexdigest()
