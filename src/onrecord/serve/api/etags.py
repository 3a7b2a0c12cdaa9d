"""ETags: an answer holds as long as the record stays as it is (RFC 9110, 8.8.3 and 13.1.2)."""

from __future__ import annotations

import hashlib

from fastapi import Request, Response

from onrecord import __version__
from onrecord.serve.library import library


class NotChanged(Exception):
    """The asker has the answer already; handled with status 304."""

    def __init__(self, etag: str) -> None:
        self.etag = etag
        super().__init__(etag)


async def fresh(request: Request, response: Response) -> None:
    """Answer 304 where the asker's ETag still holds; else set the ETag of the answer (a dependency of all routes).

    Raises:
        NotChanged: the asker has the answer already.
    """
    told = f"{__version__}\n{library(request).state().word}\n{request.url.path}\n{request.url.query}"
    etag = f'"{hashlib.sha256(told.encode()).hexdigest()[:24]}"'
    known = {tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")}
    if etag in known or "*" in known:
        raise NotChanged(etag)
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "no-cache"


def not_changed(_request: Request, error: Exception) -> Response:
    """Return the answer for `NotChanged`."""
    assert isinstance(error, NotChanged)  # noqa: S101  registered for it alone
    return Response(status_code=304, headers={"ETag": error.etag, "Cache-Control": "no-cache"})
