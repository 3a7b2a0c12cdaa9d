"""An HTTP client that connects through checked addresses only."""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Iterator

import httpcore
import httpx

from onrecord.capture.addresses import GuardedBackend
from onrecord.capture.options import Options

ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.9,text/markdown;q=0.9,*/*;q=0.1"


def client(options: Options) -> httpx.Client:
    """Return a client with the limits of `options`; it follows no redirects and keeps no cookies."""
    return httpx.Client(
        transport=_GuardedTransport(options),
        timeout=options.timeout_seconds,
        follow_redirects=False,
        trust_env=False,
        headers={"User-Agent": options.user_agent, "Accept": ACCEPT, "Accept-Language": "en,ko,ru;q=0.9,*;q=0.5"},
    )


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Iterable[bytes]) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        if hasattr(self._stream, "close"):
            self._stream.close()


class _GuardedTransport(httpx.BaseTransport):
    """httpx over an httpcore pool of our own: httpx itself gives no way to choose how connections are opened."""

    def __init__(self, options: Options) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=ssl.create_default_context() if _has_system_roots() else httpx.create_ssl_context(),
            network_backend=GuardedBackend(allow_private=options.allow_private),
            keepalive_expiry=30.0,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.SyncByteStream)  # noqa: S101  a GET of a synchronous client has no other
        url = httpcore.URL(
            scheme=request.url.raw_scheme, host=request.url.raw_host, port=request.url.port, target=request.url.raw_path
        )
        answer = self._pool.handle_request(
            httpcore.Request(
                request.method, url, headers=request.headers.raw, content=request.stream, extensions=request.extensions
            )
        )
        assert isinstance(answer.stream, Iterable)  # noqa: S101  likewise
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer.stream), extensions=answer.extensions)

    def close(self) -> None:
        self._pool.close()


def _has_system_roots() -> bool:
    """Tell whether the machine has certificates of its own, which know the authorities of a house network."""
    return bool(ssl.create_default_context().cert_store_stats()["x509_ca"])
