from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from tests.made import told

from onrecord import extract_text
from onrecord.model import Extract, Gathering

Read = Callable[..., Extract]


@cache
def _read(text: str, published: str | None) -> Extract:
    return extract_text(text, language="en", published=published)


@pytest.fixture
def read() -> Read:
    """A page as facts; each text is read once a session."""

    def reader(text: str, published: str | None = "2022-06-15") -> Extract:
        return _read(text, published)

    return reader


@pytest.fixture
def roles() -> Callable[[Gathering], set[tuple[str, str]]]:
    """Who did what at a gathering, as pairs of name and role."""

    return told.roles
