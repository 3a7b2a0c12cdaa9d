from __future__ import annotations

import datetime as dt
import gzip
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest

from onrecord.capture import Failure, Options, capture, capture_all, web
from onrecord.model import Snapshot
from onrecord.model.errors import SourceForbidden, SourceNotFound, SourceTooLarge, SourceUnreachable

NOON = dt.datetime(2020, 6, 1, 12, tzinfo=dt.UTC)
HTML = {"Content-Type": "text/html; charset=utf-8", "Set-Cookie": "secret=1"}


@dataclass
class Site:
    """A site on the loopback interface: answers by path, and what it was asked."""

    url: str = ""
    pages: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.agents.add(self.headers["User-Agent"])
            status, headers, body = site.pages.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in ({"Content-Length": str(len(body))} | headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield site
    server.shutdown()
    server.server_close()


OPTIONS = Options(clock=lambda: NOON, allow_private=True, delay_seconds=0, timeout_seconds=30, max_bytes=10_000)


def failure(url: str, options: Options = OPTIONS) -> Exception:
    (found,) = capture(url, options=options)
    assert isinstance(found, Failure)
    assert "\n" not in str(found.error)
    return found.error


def page(url: str, options: Options = OPTIONS) -> Snapshot:
    (found,) = capture(url, options=options)
    assert isinstance(found, Snapshot), found
    return found


def test_page_is_kept_with_address_type_time_and_headers(site: Site) -> None:
    site.pages["/a"] = (200, HTML, b"<p>one</p>")
    found = page(f"{site.url}/a")
    assert (found.content, found.media_type, found.captured_at) == (b"<p>one</p>", "text/html", NOON)
    assert found.headers["content-type"] == "text/html; charset=utf-8"
    assert "set-cookie" not in found.headers
    assert all(agent.startswith("onrecord/") for agent in site.agents)


def test_compressed_answer_is_kept_as_the_bytes_that_it_holds(site: Site) -> None:
    site.pages["/a"] = (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(b"<p>one</p>"))
    found = page(f"{site.url}/a")
    assert found.content == b"<p>one</p>"
    assert "content-encoding" not in found.headers


def test_redirect_is_followed_and_the_final_address_kept(site: Site) -> None:
    site.pages["/a"] = (301, {"Location": "/b"}, b"")
    site.pages["/b"] = (200, HTML, b"two")
    found = page(f"{site.url}/a")
    assert found.url == f"{site.url}/b"
    assert found.headers["onrecord-requested"] == f"{site.url}/a"


def test_redirects_end(site: Site) -> None:
    site.pages["/a"] = (302, {"Location": "/a"}, b"")
    assert "redirects" in str(failure(f"{site.url}/a"))


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://example.org/", "http://", "http://[::1"])
def test_redirect_to_something_else_than_a_web_address_is_refused(site: Site, location: str) -> None:
    site.pages["/a"] = (302, {"Location": location}, b"")
    assert isinstance(failure(f"{site.url}/a"), SourceUnreachable)


def test_private_address_is_refused_unless_allowed(site: Site) -> None:
    site.pages["/a"] = (200, HTML, b"secret")
    error = failure(f"{site.url}/a", Options(delay_seconds=0))
    assert isinstance(error, SourceForbidden)
    assert "private" in str(error)
    assert site.asked == []


@pytest.mark.parametrize(
    ("status", "kind"),
    [(404, SourceNotFound), (410, SourceNotFound), (403, SourceForbidden), (500, SourceUnreachable), (429, SourceUnreachable)],
)
def test_status_tells_what_is_wrong(site: Site, status: int, kind: type[Exception]) -> None:
    site.pages["/a"] = (status, HTML, b"<p>sorry</p>")
    assert isinstance(failure(f"{site.url}/a"), kind)


def test_too_large_answer_is_refused_declared_or_not_and_compressed_or_not(site: Site) -> None:
    site.pages["/declared"] = (200, HTML, b"x" * 10_001)
    site.pages["/bomb"] = (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(b"x" * 1_000_000))
    assert isinstance(failure(f"{site.url}/declared"), SourceTooLarge)
    assert isinstance(failure(f"{site.url}/bomb"), SourceTooLarge)


def test_picture_is_no_page(site: Site) -> None:
    site.pages["/a"] = (200, {"Content-Type": "image/png"}, b"\x89PNG")
    assert "image/png" in str(failure(f"{site.url}/a"))


def test_broken_off_answer_is_one_line(site: Site) -> None:
    site.pages["/a"] = (200, HTML | {"Content-Length": "500"}, b"half")
    assert isinstance(
        failure(f"{site.url}/a", Options(allow_private=True, delay_seconds=0, timeout_seconds=0.3)), SourceUnreachable
    )


def test_damaged_compression_is_one_line(site: Site) -> None:
    site.pages["/a"] = (200, HTML | {"Content-Encoding": "gzip"}, b"no gzip")
    assert isinstance(failure(f"{site.url}/a"), SourceUnreachable)


@pytest.mark.parametrize(
    "url", ["http://", "http://:80/", "https://exa mple.org/", "http://[::1/", "http://127.0.0.1:1/", "http://127.0.0.1:99999/"]
)
def test_dead_and_malformed_addresses_are_one_line(url: str) -> None:
    assert isinstance(failure(url), SourceUnreachable)


def test_robots_file_is_kept_and_asked_once(site: Site) -> None:
    site.pages["/robots.txt"] = (200, {"Content-Type": "text/plain"}, b"User-agent: onrecord\nDisallow: /no\n")
    site.pages["/a"] = site.pages["/b"] = (200, HTML, b"x")
    found = list(capture_all([f"{site.url}/{name}" for name in ("a", "no/1", "b")], options=OPTIONS))
    assert [isinstance(item, Snapshot) for item in found] == [True, False, True]
    assert isinstance(found[1], Failure)
    assert isinstance(found[1].error, SourceForbidden)
    assert site.asked == ["/robots.txt", "/a", "/b"]


def test_redirect_into_a_forbidden_part_is_not_followed(site: Site) -> None:
    site.pages["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /no\n")
    site.pages["/a"] = (302, {"Location": "/no/1"}, b"")
    assert isinstance(failure(f"{site.url}/a"), SourceForbidden)
    assert "/no/1" not in site.asked


def test_failing_robots_file_forbids_and_a_missing_one_does_not(site: Site) -> None:
    site.pages["/a"] = (200, HTML, b"x")
    assert page(f"{site.url}/a").content == b"x"
    site.pages["/robots.txt"] = (500, {}, b"")
    assert isinstance(failure(f"{site.url}/a"), SourceForbidden)


def test_host_is_asked_with_pauses(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr(web, "time", SimpleNamespace(monotonic=lambda: 100.0))  # a clock that stands still
    site.pages["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 7\n")
    site.pages["/a"] = (200, HTML, b"x")
    options = Options(allow_private=True, delay_seconds=2, sleep=waits.append)
    list(capture_all([f"{site.url}/a"] * 2, options=options))
    assert waits == [7.0]


def test_user_name_and_password_are_not_kept(site: Site) -> None:
    site.pages["/a"] = (200, HTML, b"x")
    assert page(site.url.replace("http://", "http://me:secret@") + "/a").url == f"{site.url}/a"
