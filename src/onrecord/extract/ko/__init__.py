"""The grammar of Korean facts: one folder a kind, all on one reading of the text."""

from __future__ import annotations

from onrecord.extract.ko import gatherings, milestones, names, positions, statements
from onrecord.extract.ko.names.nominals import nominals
from onrecord.languages.ko import parse
from onrecord.model import Document, Extract


def extract(document: Document) -> Extract:
    """Read a Korean document: names first, then what hangs on them."""
    reading = parse.read(document)
    read = nominals(reading)
    entities = names.find(document, reading, read)
    offices = positions.find(document, reading, entities, read)
    said = statements.find(document, reading, entities, read)
    occasions, said = gatherings.find(document, reading, entities, read, said)
    return Extract(
        document,
        persons=entities.persons,
        organizations=entities.organizations,
        places=entities.places,
        positions=offices,
        gatherings=occasions,
        statements=said,
        milestones=milestones.find(document, reading, entities, read, occasions),
    )
