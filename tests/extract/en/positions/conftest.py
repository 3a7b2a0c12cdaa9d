from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.decode import plain
from onrecord.extract.en import names, positions
from onrecord.languages.en import parse
from onrecord.model import Position


@pytest.fixture(scope="session")
def positions_in() -> Callable[[str], tuple[Position, ...]]:
    """Read a text and return the positions that it ascribes."""

    def read(text: str) -> tuple[Position, ...]:
        document = plain.decode(text, id="t", language="en")
        reading = parse.read(document)
        return positions.find(document, reading, names.find(document, reading))

    return read
