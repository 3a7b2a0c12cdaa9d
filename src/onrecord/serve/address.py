"""The language in an address: `/ko/persons/…` is the page `/persons/…` in Korean."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.serve.languages import LANGUAGES


class LanguageInAddress:
    """Middleware that takes a language from the front of the path and keeps it in `scope["state"]["language"]`."""

    def __init__(self, inner: ASGIApp) -> None:
        self.inner = inner

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            first, _, rest = scope["path"].lstrip("/").partition("/")
            if first in LANGUAGES:
                scope = {**scope, "path": f"/{rest}", "raw_path": f"/{rest}".encode()}
                scope["state"] = {**scope.get("state", {}), "language": first}
        await self.inner(scope, receive, send)


def localized(path: str, language: str | None) -> str:
    """Return the address of a page; with its language in front where the reader came by such an address."""
    return f"/{language}{path}" if language and path.startswith("/") else path
