"""Which persons are worth comparing: those whose names share a key of `match.names.keys`, whatever script each is in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from onrecord.match import names
from onrecord.model.resolution import PersonSighting

RARE = 60
"""Persons that may share one part of a name and be compared for that alone; of commoner parts two have to be shared."""


def part_keys(sighting: PersonSighting) -> Iterator[str]:
    """Yield the keys of each part of the person's names by itself, initials left out."""
    for name in sighting.names:
        yield from _of_parts(name)


def pair_keys(sighting: PersonSighting) -> Iterator[str]:
    """Yield the keys of the person's whole names: those of two parts, or of the only one."""
    for name in sighting.names:
        yield from _of_name(name)


@lru_cache(maxsize=65536)
def _of_parts(name: str) -> tuple[str, ...]:
    return tuple(sorted(names.part_keys(name)))


@lru_cache(maxsize=65536)
def _of_name(name: str) -> tuple[str, ...]:
    return tuple(sorted(names.keys(name)))
