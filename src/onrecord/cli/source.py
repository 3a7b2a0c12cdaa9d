"""One page from a file or from stdin, for `extract`."""

from __future__ import annotations

import sys
from pathlib import Path

from onrecord.model import Extract
from onrecord.model.errors import PageEmpty, PageUnreadable, SourceNotFound, UsageError

_TEXT = (".txt", ".md", ".text", "")


def read_page(file: str, *, language: str | None, published: str | None) -> Extract:
    """Return what a page tells.

    Args:
        file: a path, or `-` for text from stdin.
        language: ISO 639-1 code, or None to find it from the text; for plain text alone.
        published: the page's own date in EDTF, where it is not stated; for plain text alone.

    Raises:
        OnrecordError: where the page cannot be read. One in a language without a reader has no facts, and a note that says so.
    """
    from onrecord.pipeline import extract_file, extract_text

    if file == "-":
        return extract_text(_decoded(sys.stdin.buffer.read(), "stdin"), language, published, id="stdin")
    path = Path(file)
    if language is None and published is None:
        return extract_file(path)
    if path.suffix.lower() not in _TEXT:
        raise UsageError(f"--language and --published are for plain text, not for {path.name}", "leave them out")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SourceNotFound(f"{path} cannot be read ({error.strerror})", "check the name") from None
    return extract_text(_decoded(content, path.name), language, published, id=path.stem)


def _decoded(content: bytes, name: str) -> str:
    if not content.strip():
        raise PageEmpty(f"{name} holds no text", "give a page with text")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PageUnreadable(f"{name} is not UTF-8 text", "convert it first, for instance with iconv") from None
