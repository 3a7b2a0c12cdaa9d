"""Text of strangers, made harmless beyond escaping: marks that turn the direction of writing, and addresses that run."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
)
"""Controls, and marks of direction that could make a page show another order than it has (Unicode TR36, 'Trojan Source')."""

LONGEST = 500
"""Code points of a title or name that a page shows; the rest stands in the source."""


def harmless(text: str) -> str:
    """Return a text with a visible sign for each mark that has none, one for one, so that offsets stay what they are."""
    return _UNSEEN.sub("\ufffd", text) if _UNSEEN.search(text) else text


def shortened(text: str, most: int = LONGEST) -> str:
    """Return a text of at most so many code points, with an ellipsis where it was cut."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def web_address(url: str) -> str | None:
    """Return an address that a browser may be led to (http or https), or None."""
    return url if urlsplit(url).scheme in ("http", "https") else None


def shown_url(url: str) -> str:
    """Return an address as a reader is shown it: a file by its name alone, for a server keeps its folders to itself."""
    parts = urlsplit(url)
    if parts.scheme == "file":
        return shortened(unquote(parts.path).rsplit("/", 1)[-1], 120)
    return shortened(url, 200)
