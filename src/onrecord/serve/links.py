"""Where things stand: the address of each kind of page, and of a place in a source."""

from __future__ import annotations

from onrecord.model.recorded import Evidence

FOLDERS = {"p": "persons", "o": "organizations", "g": "gatherings", "s": "statements", "d": "sources"}
"""The folder of a page by the letter of its key."""


def page(key: str) -> str:
    """Return the address of the page of a record by its key (`p-…`, `o-…`, `g-…`, `s-…`, `d-…`)."""
    return f"/{FOLDERS[key[0]]}/{key}"


def anchor(start: int) -> str:
    """Return the id of the place in a source at which a fact begins."""
    return f"at-{start}"


def evidence(entry: Evidence) -> str:
    """Return the address of a source, scrolled to the words of a fact."""
    return f"{page(entry.source.key)}#{anchor(entry.spans[0].start)}"
