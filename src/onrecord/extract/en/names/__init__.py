"""Persons, organizations and places in English text.

The model's entity labels are a first hint. Bodies are found by the form of their names, then what is left of the
capitalised words is weighed as persons' names, one vote for all occurrences of a name in the text.
"""

from __future__ import annotations

import re

from onrecord.extract.en.names import bodies, evidence, nations, runs
from onrecord.extract.en.names.gathered import Gathered
from onrecord.extract.en.names.words import lines
from onrecord.extract.entities import Entities
from onrecord.languages.reading import Reading
from onrecord.model import Document

_BRACKETED = re.compile(r"\(([A-Z][A-Za-z&-]{1,9})\)")

__all__ = ["evidence", "find"]


def find(document: Document, reading: Reading) -> Entities:
    """Return who and what the reading names, in-document aliases joined."""
    gathered = Gathered(document.text)
    shorts = frozenset(short for short in _BRACKETED.findall(document.text) if sum(char.isupper() for char in short) > 1)
    for line in lines(reading):
        known = nations.find(line)
        found = bodies.Bodies(line, known, runs.starts(line, known)).find()
        gathered.add(line, known, found, runs.find(line, known, found, shorts))
    return gathered.entities()
