"""Web addresses → Snapshots: politely, within limits, and never into a private network unasked."""

from __future__ import annotations

import hashlib
import ssl
import time
from types import MappingProxyType, TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit, urlunsplit

import httpcore
import httpx

from onrecord.capture import connection, media
from onrecord.capture.options import Options
from onrecord.capture.robots import LONGEST as LONGEST_ROBOTS
from onrecord.capture.robots import Rules
from onrecord.model import Snapshot
from onrecord.model.errors import SourceError, SourceForbidden, SourceNotFound, SourceTooLarge, SourceUnreachable

DROPPED = frozenset({"set-cookie", "content-encoding", "transfer-encoding", "content-length", "connection", "keep-alive"})
"""Headers that are not kept: cookies are nobody's business, the others tell of the transport and not of the bytes kept."""

REFUSED = ("image/", "video/", "audio/", "font/", "application/zip", "application/x-", "application/vnd.android")
"""Beginnings of media types that cannot be pages; an unknown type is taken and looked at when it is decoded."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Web:
    """Reads web addresses for one run: it knows the robots.txt files and when each host was last asked.

    Use it as a context manager, so that its connections close.
    """

    def __init__(self, options: Options) -> None:
        self._options = options
        self._client: httpx.Client | None = None
        self._robots = Rules(self._fetch_robots)
        self._asked: dict[str, float] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._client is not None:
            self._client.close()

    def fetch(self, url: str) -> Snapshot:
        """Return the snapshot of a page; its `url` is the address after redirects.

        Raises:
            SourceError: one line that says why there is none.
        """
        address = url
        for _ in range(self._options.max_redirects + 1):
            origin = self._origin(address)
            if self._options.obey_robots:
                self._pause(origin, self._robots.check(origin, address))
            else:
                self._pause(origin, 0.0)
            status, headers, body = self._get(address, self._options.max_bytes)
            if status not in _REDIRECTS or "location" not in headers:
                break
            address = urljoin(address, headers["location"])
        else:
            raise SourceUnreachable(f"{url}: more than {self._options.max_redirects} redirects", "give the address it ends at")
        _check_status(address, status, headers)
        kept = {name: value for name, value in headers.items() if name not in DROPPED}
        if address != url:
            kept["onrecord-requested"] = _without_user(url)
        return Snapshot(
            hashlib.sha256(body).hexdigest(),
            body,
            _without_user(address),
            media.of_header(headers.get("content-type", "")),
            self._options.clock(),
            MappingProxyType(kept),
        )

    def _origin(self, url: str) -> str:
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port
        except ValueError:
            host, port, parts = None, None, urlsplit("")
        if not host or parts.scheme not in ("http", "https"):
            raise SourceUnreachable(f"{url}: no web address", "write it as https://example.org/page")
        shown = f"[{host}]" if ":" in host else host
        return f"{parts.scheme}://{shown}" + (f":{port}" if port else "")

    def _pause(self, origin: str, asked_for: float) -> None:
        """Wait until the host may be asked again."""
        wait = max(self._options.delay_seconds, asked_for)
        last = self._asked.get(origin)
        if last is not None and (left := last + wait - time.monotonic()) > 0:
            self._options.sleep(left)
        self._asked[origin] = time.monotonic()

    def _fetch_robots(self, url: str) -> tuple[int, bytes]:
        status, body = 0, b""
        for _ in range(self._options.max_redirects + 1):
            self._origin(url)
            status, headers, body = self._get(url, LONGEST_ROBOTS, cut=True)
            if status not in _REDIRECTS or "location" not in headers:
                break
            url = urljoin(url, headers["location"])
        return (404, b"") if status in _REDIRECTS else (status, body)

    def _get(self, url: str, limit: int, *, cut: bool = False) -> tuple[int, dict[str, str], bytes]:
        """Return status, headers and body of one answer; `cut` takes what fits into the limit, otherwise more is an error."""
        if self._client is None:
            self._client = connection.client(self._options)
        try:
            with self._client.stream("GET", url) as answer:
                headers = {name.lower(): value for name, value in answer.headers.items()}
                if answer.status_code >= 300 or _refused(headers):
                    return answer.status_code, headers, b""
                return answer.status_code, headers, self._body(url, answer, limit, cut=cut)
        except SourceError:
            raise
        except (httpx.TimeoutException, httpcore.TimeoutException):
            raise SourceUnreachable(f"{url}: no answer in {self._options.timeout_seconds:g} s", "try later") from None
        except (
            httpx.HTTPError,
            httpx.InvalidURL,
            httpcore.NetworkError,
            httpcore.ProtocolError,
            OSError,
            ValueError,
        ) as problem:
            raise SourceUnreachable(f"{url}: {_reason(problem)}", "check the address and the network, or try later") from None

    def _body(self, url: str, answer: httpx.Response, limit: int, *, cut: bool) -> bytes:
        too_large = SourceTooLarge(
            f"{url}: larger than {limit / 1e6:g} MB", "raise the size limit, or save the part that matters"
        )
        declared = answer.headers.get("content-length", "")
        if declared.isdigit() and int(declared) > limit and not cut:
            raise too_large
        until = time.monotonic() + self._options.deadline_seconds
        body = bytearray()
        for part in answer.iter_bytes(65_536):
            body += part
            if len(body) > limit:
                if cut:
                    break
                raise too_large
            if time.monotonic() > until:
                raise SourceUnreachable(f"{url}: not complete after {self._options.deadline_seconds:g} s", "try later")
        return bytes(body)


def _refused(headers: dict[str, str]) -> bool:
    kind = media.of_header(headers.get("content-type", ""))
    return kind.startswith(REFUSED) and kind not in ("application/x-pdf", "application/x-markdown")


def _check_status(url: str, status: int, headers: dict[str, str]) -> None:
    if status in (404, 410):
        raise SourceNotFound(
            f"{url}: the server has no such page ({status})", "check the address, or look for it in a web archive"
        )
    if status in (401, 402, 403, 407, 451):
        raise SourceForbidden(f"{url}: the server refuses it ({status})", "save the page in a browser and add the file")
    if status in (429, 503):
        wait = headers.get("retry-after", "")
        raise SourceUnreachable(
            f"{url}: the server is busy ({status})", f"try again {f'in {wait} s' if wait.isdigit() else 'later'}"
        )
    if not 200 <= status < 300:
        raise SourceUnreachable(f"{url}: the server answers with status {status}", "try later, or check the address")
    if _refused(headers):
        kind = media.of_header(headers["content-type"])
        raise SourceUnreachable(f"{url}: no page but {kind}", "give the address of an HTML page, a PDF or a text")


def _reason(problem: Exception) -> str:
    cause: BaseException | None = problem
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return "no safe connection (its certificate is not valid)"
        cause = cause.__cause__ or cause.__context__
    if isinstance(problem, httpcore.ProtocolError | httpx.DecodingError):
        return "the answer breaks off or is damaged"
    if isinstance(problem, httpcore.ConnectError):
        return "no connection"
    return (
        "no answer that can be read"
        if isinstance(problem, httpcore.NetworkError | httpx.HTTPError | OSError)
        else "no web address"
    )


def _without_user(url: str) -> str:
    """Return the address without a user name and a password."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
