"""Offices, jobs and functions that English text ascribes to persons."""

from __future__ import annotations

from onrecord.extract.en.names.words import lines
from onrecord.extract.en.positions import attach, counterparts, phrases, rivals, verbs
from onrecord.extract.en.positions.chains import Held
from onrecord.extract.en.positions.lives import dead, last_persons
from onrecord.extract.en.positions.merge import merge
from onrecord.extract.en.positions.owners import own
from onrecord.extract.en.positions.scene import stage
from onrecord.extract.entities import Entities
from onrecord.languages.reading import Reading
from onrecord.model import Document, Organization, Position

__all__ = ["find"]


def find(document: Document, reading: Reading, entities: Entities) -> tuple[Position, ...]:
    """Return the positions, in text order, each office of a person once."""
    held: list[Held] = []
    terms: dict[str, Organization] = {}
    scenes = [stage(line, entities) for line in lines(reading)]
    for number, scene in enumerate(scenes):
        found = phrases.find(scene)
        own(scene, found, scenes[:number], terms)
        near = list(attach.find(scene, found))
        for one in near:
            one.phrase.taken = True
        held += near
        held += list(counterparts.find(scene, near))
        spoken_of = last_persons(scenes, number)
        held += verbs.find(scene, found, spoken_of)
        held += list(verbs.succession(scene, held, spoken_of))
    return merge(rivals.without_others(counterparts.without_own(held)), document.text, dead(scenes))
