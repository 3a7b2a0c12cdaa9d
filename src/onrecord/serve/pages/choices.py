"""The switches of language and look: each sets a cookie and leads back."""

from __future__ import annotations

from typing import Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse

from onrecord.serve.languages import COOKIE, LANGUAGES
from onrecord.serve.rendering import THEME_COOKIE

router = APIRouter(include_in_schema=False)

YEAR = 365 * 24 * 3600


@router.get("/language/{code}")
def language(code: Literal["en", "ko", "ru"], request: Request, back: str = "/") -> RedirectResponse:
    """Remember a language."""
    return _remembering(request, COOKIE, code, back)


@router.get("/theme/{name}")
def theme(name: Literal["auto", "light", "dark"], request: Request, back: str = "/") -> RedirectResponse:
    """Remember a look."""
    return _remembering(request, THEME_COOKIE, name, back)


def _remembering(request: Request, cookie: str, value: str, back: str) -> RedirectResponse:
    answer = RedirectResponse(own_page(back), 303)
    secure = request.app.state.settings.secure
    answer.set_cookie(cookie, value, max_age=YEAR, samesite="lax", httponly=True, secure=secure)
    return answer


def own_page(back: str) -> str:
    """Return an address of ours without a language in it: never one of another site, whatever is asked for."""
    parts = urlsplit(back)
    if parts.scheme or parts.netloc or not parts.path.startswith("/") or parts.path.startswith(("//", "/\\")) or "\\" in back:
        return "/"
    first, _, rest = parts.path[1:].partition("/")
    path = f"/{rest}" if first in LANGUAGES else parts.path
    query = urlencode([(name, value) for name, value in parse_qsl(parts.query) if name != "lang"])
    return (path if not path.startswith("//") else "/") + (f"?{query}" if query else "")
