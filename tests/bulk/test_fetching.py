from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from onrecord.bulk.fetching import Fetcher
from onrecord.capture import Options

asked: list[str] = []


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        asked.append(self.path)
        self.send_response(404 if self.path == "/robots.txt" else 200)
        self.end_headers()
        self.wfile.write(b"<p>A page</p>")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_pages_of_one_host_are_asked_for_with_pauses_and_its_robots_file_once(site: str):
    slept: list[float] = []
    fetcher = Fetcher(Options(allow_private=True, delay_seconds=5.0, sleep=slept.append))
    found = [fetcher.fetch(f"{site}/{n}") for n in range(3)]
    assert [(one.content, one.fault) for one in found] == [(b"<p>A page</p>", None)] * 3
    assert asked == ["/robots.txt", "/0", "/1", "/2"]
    assert len(slept) == 2


@pytest.mark.parametrize("url", ["", "news/1.html", "file:///etc/hosts"])
def test_what_is_no_web_address_is_not_opened(url: str):
    found = Fetcher().fetch(url)
    assert (found.content, found.fault) == (None, "no web address: write it as https://example.org/page")
