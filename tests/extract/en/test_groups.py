from __future__ import annotations

import pytest

from onrecord import extract_text
from onrecord.extract.en import groups, names, positions
from onrecord.extract.en.coreference import Referents
from onrecord.languages.en import parse

LEAD = "Minister Anna Berg and Minister Peter Lund met in Lunde. "


@pytest.mark.parametrize(
    ("words", "head", "expected"),
    [
        (LEAD + "The ministers smiled.", "ministers", ["Anna Berg", "Peter Lund"]),
        (LEAD + "The two officials smiled.", "officials", ["Anna Berg", "Peter Lund"]),
        (LEAD + "The two smiled.", "two", ["Anna Berg", "Peter Lund"]),
        (LEAD + "The three smiled.", "three", []),
        ("Envoy Siri Dahl spoke. " + LEAD + "The two men smiled.", "men", ["Anna Berg", "Peter Lund"]),
        ("Envoy Siri Dahl spoke. " + LEAD + "The two leaders smiled.", "leaders", []),
        (LEAD + "The two sides smiled.", "sides", []),
        (LEAD + "The officials smiled.", "officials", []),
        (LEAD + "Ministers smiled.", "Ministers", []),
    ],
)
def test_whom_a_plural_means(words, head, expected):
    document = extract_text(words, language="en").document
    reading = parse.read(document)
    entities = names.find(document, reading)
    referents = Referents(document, reading, entities, positions.find(document, reading, entities))
    token = next(t for t in reversed(reading.tokens) if t.text == head)
    assert [person.name for person in groups.members(referents, token)] == expected
