"""The grammar of English facts: one folder a kind, all on one reading of the text."""

from __future__ import annotations

from onrecord.extract.en import gatherings, milestones, names, positions, statements
from onrecord.extract.en.coreference import Referents
from onrecord.languages.en import parse
from onrecord.model import Document, Extract


def extract(document: Document) -> Extract:
    """Read an English document: names first, then what hangs on them."""
    reading = parse.read(document)
    entities = names.find(document, reading)
    offices = positions.find(document, reading, entities)
    referents = Referents(document, reading, entities, offices)
    said = statements.find(reading, entities, referents)
    occasions, said = gatherings.find(document, reading, entities, offices, said, referents)
    return Extract(
        document,
        persons=entities.persons,
        organizations=entities.organizations,
        places=entities.places,
        positions=offices,
        gatherings=occasions,
        statements=said,
        milestones=milestones.find(document, reading, entities, referents, occasions),
    )
