"""Which statements of different pages are one: the same words of the same speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from onrecord.match.words import plain
from onrecord.model.resolution import StatementSighting

SHORTEST = 8
"""Words from which the same content of a speaker who is not named is the same statement."""


def groups(sightings: Collection[StatementSighting], identity: Mapping[str, str]) -> list[list[str]]:
    """Return the keys of statements that say the same, marks and case aside, each group in order.

    Args:
        sightings: all statements.
        identity: the cluster of each person and body sighting.
    """
    together: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for sighting in sightings:
        content = plain(sighting.content)
        speaker = sighting.speaker or ""
        if speaker.startswith("=") and len(content.split()) < SHORTEST:
            speaker = sighting.document  # "the sides agreed to continue" says nothing about which sides
        elif speaker.startswith("="):
            speaker = "="  # the same long content of "he", "the minister" and "Omarov" is one statement
        together[content, identity.get(speaker, speaker)].append(sighting.key)
    return sorted(sorted(keys) for keys in together.values())
