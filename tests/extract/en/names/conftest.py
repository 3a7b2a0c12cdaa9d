from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.decode import plain
from onrecord.extract.en import names
from onrecord.extract.entities import Entities
from onrecord.languages.en import parse


@pytest.fixture(scope="session")
def named() -> Callable[[str], Entities]:
    """Read a text and return who and what it names."""

    def read(text: str) -> Entities:
        document = plain.decode(text, id="t", language="en")
        return names.find(document, parse.read(document))

    return read
