from __future__ import annotations

import contextlib
import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.bulk import payload
from onrecord.bulk.payload import payload_of

BODY = b"<html><body>The minister spoke.</body></html>"


def answer(*headers: str, body: bytes = BODY, status: str = "200 OK") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", "Content-Type: text/html; charset=utf-8", *headers, "", ""]).encode() + body


def content(record: bytes) -> bytes | None:
    page = payload_of(record, is_response=True)
    return page.content if page else None


def test_the_page_stands_behind_the_header():
    page = payload_of(answer(), is_response=True)
    assert page is not None
    assert (page.content, page.media_type, page.headers["content-type"]) == (BODY, "text/html", "text/html; charset=utf-8")


@pytest.mark.parametrize("status", ["404 Not Found", "301 Moved", "500 Oops"])
def test_an_answer_other_than_ok_is_no_page(status: str):
    assert content(answer(status=status)) is None


def test_an_image_is_no_page():
    assert payload_of(b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG", is_response=True) is None


def test_codings_are_undone():
    assert content(answer("Content-Encoding: gzip", body=gzip.compress(BODY))) == BODY
    assert content(answer("Content-Encoding: deflate", body=zlib.compress(BODY))) == BODY
    chunked = b"5\r\n" + BODY[:5] + b"\r\n" + f"{len(BODY) - 5:x}".encode() + b"\r\n" + BODY[5:] + b"\r\n0\r\n\r\n"
    assert content(answer("Transfer-Encoding: chunked", body=chunked)) == BODY


def test_a_header_that_is_no_longer_true_does_no_harm():
    assert content(answer("Content-Encoding: gzip", "Transfer-Encoding: chunked")) == BODY


def test_a_record_that_unpacks_to_more_than_a_page_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(payload, "LARGEST", 1000)
    with pytest.raises(ValueError, match="larger"):
        payload_of(answer("Content-Encoding: gzip", body=gzip.compress(b"a" * 100_000)), is_response=True)


def test_a_resource_is_the_page_itself():
    page = payload_of(BODY, is_response=False)
    assert page is not None
    assert page.content == BODY


@given(st.binary(max_size=500))
def test_no_record_stops_the_reader(record: bytes):
    with contextlib.suppress(ValueError):
        payload_of(b"HTTP/1.1 200 OK\r\n" + record, is_response=True)
