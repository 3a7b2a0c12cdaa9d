"""Which format a snapshot is in: by its first bytes where these tell, otherwise by its media type."""

from __future__ import annotations

import re
from typing import Literal

from onrecord.model import Snapshot
from onrecord.model.errors import FormatUnknown

Format = Literal["html", "markdown", "pdf", "plain"]

_READ = "give an HTML page, a PDF, Markdown or plain text"
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save the document as PDF or text"),
    (b"PK\x05\x06", "an empty ZIP archive", _READ),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office or HWP document", "save it as PDF or text"),
    (b"HWP Document File", "an HWP document", "save it as PDF or text"),
    (b"{\\rtf", "an RTF document", "save it as PDF or text"),
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)", "run OCR over it and add the text"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "run OCR over it and add the text"),
    (b"GIF8", "a picture (GIF)", "run OCR over it and add the text"),
    (b"II*\x00", "a picture (TIFF)", "run OCR over it and add the text"),
    (b"MM\x00*", "a picture (TIFF)", "run OCR over it and add the text"),
    (b"RIFF", "a picture, sound or film", _READ),
    (b"ID3", "a sound recording", "transcribe it and add the text"),
    (b"OggS", "a sound recording", "transcribe it and add the text"),
    (b"\x1aE\xdf\xa3", "a film", "transcribe it and add the text"),
    (b"\x1f\x8b", "a gzip file", "unpack it first"),
    (b"BZh", "a bzip2 file", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
    (b"\xfd7zXZ", "an xz file", "unpack it first"),
    (b"(\xb5/\xfd", "a zstd file", "unpack it first"),
    (b"\x7fELF", "a program", _READ),
    (b"MZ\x90\x00", "a program", _READ),
    (b"SQLite format 3\x00", "a database", "open it as a record instead"),
    (b"%!PS", "a PostScript file", "convert it to PDF"),
)
_BY_TYPE: dict[str, Format] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "application/x-markdown": "markdown",
    "text/plain": "plain",
}
_DATA = {
    "application/json": "JSON data",
    "text/csv": "a table (CSV)",
    "text/css": "a style sheet",
    "text/javascript": "a script",
    "application/javascript": "a script",
    "application/rss+xml": "a feed",
    "application/atom+xml": "a feed",
}
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|div|p|h1|table)[\s>/]", re.IGNORECASE)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]")
_BOM = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def of(snapshot: Snapshot) -> Format:
    """Return the format of a snapshot.

    Raises:
        FormatUnknown: where onrecord has no reader for it.
    """
    content, kind = snapshot.content, snapshot.media_type.partition(";")[0].strip().lower()
    start = content[:4096].lstrip()
    if b"%PDF-" in content[:1024]:
        return "pdf"
    for magic, what, cure in _MAGIC:
        if content.startswith(magic):
            raise FormatUnknown(f"{snapshot.url}: {what}, no page", cure)
    if content[4:8] == b"ftyp":
        raise FormatUnknown(f"{snapshot.url}: a film or a picture, no page", "transcribe it and add the text")
    if _FEED.search(start[:1000]) and not _HTML.match(start):
        raise FormatUnknown(f"{snapshot.url}: a feed or a site map, no page", "add the pages that it lists")
    if kind in _DATA:
        raise FormatUnknown(f"{snapshot.url}: {_DATA[kind]}, no page", _READ)
    if kind in _BY_TYPE and _BY_TYPE[kind] != "plain":
        return _BY_TYPE[kind]
    for mark in _BOM:
        start = start.removeprefix(mark)
    # A page that a server sends, or a user saves, as plain text is still a page.
    if _HTML.match(start.lstrip().replace(b"\0", b"")) or (start.startswith((b"<?xml", b"<!--")) and _HTML.search(start)):
        return "html"
    return "plain"
