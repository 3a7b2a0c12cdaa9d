"""Content-derived keys: a fact is known by what it says and in which snapshot, never by a row number or an offset.

The same page gives the same keys in every record and in any order of adding. Offsets are left out, so that keys outlive a
better decoder; what a better rule may correct (a status, a date, a type) is left out too, so that they outlive that as well.
Facts of one page that say the same are told apart by a counter in the order of the text.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping

from onrecord.model import Extract, Phrase, Who
from onrecord.model.resolution import ClusterKind

LENGTH = 16
"""Hexadecimal digits of a key: 64 bits, so that a million facts collide with a probability of 3 in 100 million."""

PREFIXES: Mapping[ClusterKind, str] = {"person": "p-", "organization": "o-", "gathering": "g-", "statement": "s-", "text": "d-"}
"""How the keys of all sightings of a kind begin."""


def digest(prefix: str, *parts: str) -> str:
    """Return `prefix-` and the first digits of the SHA-256 of the parts."""
    data = json.dumps(parts, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return f"{prefix}-{hashlib.sha256(data).hexdigest()[:LENGTH]}"


def document_key(snapshot: str) -> str:
    """Return the key of the document made of a snapshot."""
    return digest("d", snapshot)


def fact_keys(extract: Extract, snapshot: str) -> dict[str, str]:
    """Return the key of every fact of a page by its subject inside the page, as claims name it (`p1`, `position:2`, `g1`).

    Args:
        extract: the page's facts.
        snapshot: id of the snapshot they were read from.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    keys: dict[str, str] = {}

    def name(subject: str, prefix: str, *parts: str) -> None:
        seen[(prefix, *parts)] += 1
        keys[subject] = digest(prefix, snapshot, *parts, str(seen[(prefix, *parts)]))

    for prefix, entities in (("p", extract.persons), ("o", extract.organizations), ("l", extract.places)):
        for entity in entities:
            name(entity.id, prefix, entity.name)
    for i, position in enumerate(extract.positions, 1):
        body = position.organization.name if position.organization else ""
        name(f"position:{i}", "t", position.person.name, position.title, body)
    for gathering in extract.gatherings:
        name(gathering.id, "g", gathering.name)
        for i, part in enumerate(gathering.participations, 1):
            name(f"{gathering.id}:participation:{i}", "r", keys[gathering.id], words_of(part.who), part.role)
    for statement in extract.statements:
        name(statement.id, "s", *statement.content)
    for i, milestone in enumerate(extract.milestones, 1):
        name(f"milestone:{i}", "m", milestone.kind, milestone.what, milestone.text)
    return keys


def words_of(who: Who) -> str:
    """Return the name of somebody named, the words of the text for somebody who is not."""
    return who.words if isinstance(who, Phrase) else who.name
