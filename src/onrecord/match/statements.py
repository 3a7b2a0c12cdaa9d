"""Which statements of different pages are one: the same words of the same speaker."""

from __future__ import annotations

from collections.abc import Hashable

from onrecord.match.words import plain
from onrecord.model.resolution import StatementSighting

SHORTEST = 8
"""Words from which the same content of a speaker who is not named is the same statement."""


def profile(sighting: StatementSighting) -> Hashable:
    """Return what makes statements one: content, marks and case aside, and the speaker (the key of a cluster)."""
    content = plain(sighting.content)
    speaker = sighting.speaker or ""
    if not speaker.startswith("="):
        return content, speaker
    if len(content.split()) < SHORTEST:
        return content, sighting.document  # "the sides agreed to continue" says nothing about which sides
    return content, "="  # the same long content of "he", "the minister" and "Omarov" is one statement
