"""The page inside a record of a web archive: what stands behind the HTTP header, without its transfer codings."""

from __future__ import annotations

import re
import zlib
from typing import NamedTuple

LARGEST = 20_000_000
"""Bytes of a page after decompression; larger ones are no pages, and a small file may unpack to terabytes."""

_HEADER_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})")
_CHUNK = re.compile(rb"([0-9a-fA-F]+)[^\r\n]*\r?\n")
READ_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf")


class Payload(NamedTuple):
    """A page's bytes with its media type (an empty string where none was sent) and the headers of the answer."""

    content: bytes
    media_type: str
    headers: dict[str, str]


def payload_of(record: bytes, *, is_response: bool) -> Payload | None:
    """Return the page that a record holds; None where it holds none that onrecord reads (an error, an image, a redirect).

    Args:
        record: the block of a WARC record.
        is_response: whether it begins with an HTTP header, as records of the type `response` do.

    Raises:
        ValueError: where its codings are damaged, or it is larger than LARGEST.
    """
    if not is_response:
        return _limited(Payload(record, "", {})) if record else None
    status = _STATUS.match(record)
    end = _HEADER_END.search(record)
    if status is None or end is None or status[1] != b"200":
        return None
    headers = dict(_headers(record[: end.start()]))
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type and media_type not in READ_TYPES:
        return None
    return _limited(Payload(_decoded(record[end.end() :], headers), media_type, headers))


def _headers(block: bytes) -> list[tuple[str, str]]:
    lines = block.decode("latin-1").splitlines()[1:]
    return [(name.strip().lower(), value.strip()) for name, colon, value in (line.partition(":") for line in lines) if colon]


def _decoded(body: bytes, headers: dict[str, str]) -> bytes:
    """Undo what the headers tell, and only where it is true: many archives keep the headers and not the codings."""
    if "chunked" in headers.get("transfer-encoding", "").lower() and _CHUNK.match(body):
        body = _joined(body)
    coding = headers.get("content-encoding", "").lower()
    if coding in ("gzip", "x-gzip") and body.startswith(b"\x1f\x8b"):
        return _inflated(body, 16 + zlib.MAX_WBITS)
    if coding == "deflate" and not body.lstrip().startswith(b"<"):
        return _inflated(body, zlib.MAX_WBITS)
    return body


def _joined(body: bytes) -> bytes:
    parts, position = [], 0
    while match := _CHUNK.match(body, position):
        size = int(match[1], 16)
        if size == 0:
            break
        parts.append(body[match.end() : match.end() + size])
        position = match.end() + size
        while body[position : position + 1] in (b"\r", b"\n"):
            position += 1
    return b"".join(parts)


def _inflated(body: bytes, bits: int) -> bytes:
    try:
        return zlib.decompressobj(bits).decompress(body, LARGEST + 1)
    except zlib.error as error:
        raise ValueError(f"the page's compression is damaged ({error})") from error


def _limited(page: Payload) -> Payload:
    if len(page.content) > LARGEST:
        raise ValueError(f"larger than {LARGEST / 1e6:g} MB")
    return page
