"""The grammar of Russian facts: one folder a kind, all on one reading of the text."""

from __future__ import annotations

from onrecord.extract.ru import gatherings, milestones, names, positions, statements
from onrecord.languages.ru import parse
from onrecord.model import Document, Extract


def extract(document: Document) -> Extract:
    """Read a Russian document: names first, then what hangs on them."""
    reading = parse.read(document)
    entities = names.find(reading)
    offices = positions.find(reading, entities)
    said = statements.find(document, reading, entities, offices)
    occasions, said = gatherings.find(document, reading, entities, offices, said)
    return Extract(
        document,
        persons=entities.persons,
        organizations=entities.organizations,
        places=entities.places,
        positions=offices,
        gatherings=occasions,
        statements=said,
        milestones=milestones.find(document, reading, entities, offices, occasions),
    )
