from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.decode import plain
from onrecord.extract.en import names, positions, statements
from onrecord.extract.en.coreference import Referents
from onrecord.languages.en import parse
from onrecord.model import Statement

Said = list[tuple[str | None, str, tuple[str, ...]]]

WHO = "Director Mira Talgat opened the forum in Lorvik on Monday. Its chairman, Jonas Vale, spoke next."


@pytest.fixture(scope="session")
def read() -> Callable[[str], tuple[Statement, ...]]:
    """Return the statements of a text whose first paragraph introduces Mira Talgat and Jonas Vale."""

    def find(text: str) -> tuple[Statement, ...]:
        document = plain.decode(f"A forum in Lorvik\n\n{WHO}\n\n{text}", id="t", language="en")
        reading = parse.read(document)
        entities = names.find(document, reading)
        referents = Referents(document, reading, entities, positions.find(document, reading, entities))
        found = statements.find(reading, entities, referents)
        for statement in found:
            for words, span in zip(statement.content, statement.content_spans, strict=True):
                assert span.of(document.text) == words
            if statement.cue_span:
                assert statement.cue_span.of(document.text) == statement.cue
        return found

    return find


@pytest.fixture(scope="session")
def said(read: Callable[[str], tuple[Statement, ...]]) -> Callable[[str], Said]:
    """Return speaker, cue and content of each statement of a text."""
    return lambda text: [(s.speaker_name, s.cue, s.content) for s in read(text)]
