"""Where things stand: the address of each kind of page, and of a place in a source."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.model.recorded import Evidence

FOLDERS = {"p": "persons", "o": "organizations", "g": "gatherings", "s": "statements", "d": "sources"}
"""The folder of a page by the letter of its key."""


def page(key: str) -> str:
    """Return the address of the page of a record by its key (`p-…`, `o-…`, `g-…`, `s-…`, `d-…`)."""
    return f"/{FOLDERS[key[0]]}/{key}"


MARKED = "marked"
"""The id of the words in a source that the reader came for."""


def evidence(entry: Evidence) -> str:
    """Return the address of a source that shows the words of a fact marked, scrolled to them."""
    spans = ".".join(f"{span.start}-{span.end}" for span in entry.spans)
    return f"{page(entry.source.key)}?mark={spans}#{MARKED}"


def marked_spans(mark: str) -> list[Span]:
    """Return the spans that such an address names; what is no span is left out."""
    found = re.findall(r"(?:^|\.)(\d{1,9})-(\d{1,9})(?=\.|$)", mark[:2000])
    return [Span(int(start), int(end)) for start, end in found if int(start) < int(end)]
