"""Media types: of files by their ending, of answers by their header."""

from __future__ import annotations

BY_ENDING = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".pdf": "application/pdf",
}
"""Media types by a file's ending; a file with another ending is read only where it is named itself, and then sniffed."""

UNKNOWN = "application/octet-stream"


def of_header(content_type: str) -> str:
    """Return the media type that a `Content-Type` header names, without its parameters."""
    return content_type.partition(";")[0].strip().lower() or UNKNOWN
