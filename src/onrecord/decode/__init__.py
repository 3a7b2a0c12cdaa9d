"""Snapshot → Document: main text, page metadata, language and paragraphs, with offsets.

`decode(snapshot)` reads HTML, PDF, Markdown and plain text. `document.text[start:end]` is evidence from here on: the text is
what a reader of the page sees, menus and footers included (as paragraphs of the kind `furniture`), and it is never changed
afterwards.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from onrecord.model import Document, PartialDate, Snapshot

__all__ = ["decode", "page_id"]

LONGEST = 20_000_000
"""Code points beyond which a text is no page; a book has two million."""


def decode(
    snapshot: Snapshot, *, id: str | None = None, language: str | None = None, published: PartialDate | None = None
) -> Document:
    """Return what a reader of the snapshot sees.

    Args:
        snapshot: the captured bytes.
        id: a name for the page; made from its address where None.
        language: ISO 639-1 code of the page; found from the text where None.
        published: the page's own date; found in it where None.

    Raises:
        PageEmpty: where it holds no text.
        PageUnreadable: where it is damaged, no text, or too long to be a page.
        PageLocked: where it needs a password.
        FormatUnknown: where onrecord has no reader for its format.
    """
    from onrecord.decode import charset, formats, page
    from onrecord.model.errors import PageEmpty, PageUnreadable

    name = snapshot.url
    if not snapshot.content.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise PageEmpty(f"{name}: the page is empty", "check the source, or leave it out")
    given = page.Given(id or page_id(snapshot.url), language, published, snapshot.url, snapshot.id)
    form = formats.of(snapshot)
    if form == "pdf":
        from onrecord.decode import pdf

        return pdf.read(snapshot.content, given)
    text = charset.text_of(snapshot.content, name=name, declared=_declared(snapshot))
    if len(text) > LONGEST:
        raise PageUnreadable(f"{name}: {len(text) / 1e6:.0f} million letters are no page", "split it into its pages")
    if not text.strip(" \t\r\n\u200b\ufeff"):
        raise PageEmpty(f"{name}: the page is empty", "check the source, or leave it out")
    if form == "plain":
        from onrecord.decode import plain

        return plain.read(text, given)
    if form == "markdown":
        from onrecord.decode import markdown

        return markdown.read(text, given, captured_at=snapshot.captured_at)
    from onrecord.decode import html

    return html.read(text, given, captured_at=snapshot.captured_at)


def page_id(url: str) -> str:
    """Return a name for the page at an address: a file's name without its ending, or a digest of a web address."""
    parts = urlsplit(url)
    if parts.scheme in ("file", ""):
        return PurePosixPath(unquote(parts.path)).stem or "page"
    if parts.scheme == "stdin":
        return "stdin"
    return hashlib.sha256(url.encode()).hexdigest()[:12]


def _declared(snapshot: Snapshot) -> str | None:
    match = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", snapshot.headers.get("content-type", ""), re.IGNORECASE)
    return match[1] if match else None
