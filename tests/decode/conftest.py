from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable

import pytest

from onrecord.decode import decode
from onrecord.model import Document, Snapshot


@pytest.fixture
def read() -> Callable[..., Document]:
    """Decode bytes or text as if they had been captured from an address."""

    def decoded(
        content: bytes | str, media_type: str = "text/html", url: str = "https://example.org/a", header: str = ""
    ) -> Document:
        raw = content.encode() if isinstance(content, str) else content
        when = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
        headers = {"content-type": header} if header else {}
        return decode(Snapshot(hashlib.sha256(raw).hexdigest(), raw, url, media_type, when, headers))

    return decoded


@pytest.fixture
def pdf() -> Callable[..., bytes]:
    """Write small PDF files by hand, so that each of their lines stands where the test wants it."""
    return _pdf


def _pdf(*pages: list[tuple[float, float, float, str]], encrypted: bool = False) -> bytes:
    """Return a PDF with one page a list of (left, bottom, size, words) in Helvetica; `encrypted` asks for a password."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    kids = []
    for lines in pages:
        drawn = b"".join(
            b"BT /F1 %g Tf %g %g Td (%s) Tj ET\n" % (size, left, bottom, _escaped(words)) for left, bottom, size, words in lines
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn))
        kids.append(len(objects) + 1)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>" % len(objects)
        )
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    trailer = b"/Root 1 0 R"
    if encrypted:
        objects.append(b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"ab" * 32, b"cd" * 32))
        trailer += b"/Encrypt %d 0 R/ID[<00><00>]" % len(objects)
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d%s>>\nstartxref\n%d\n%%%%EOF" % (
        count, table, count, trailer, len(out),
    )  # fmt: skip


def _escaped(words: str) -> bytes:
    return words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
