"""Korean words of reporting, by stem."""

from __future__ import annotations

from functools import cache

from onrecord.languages.ko import vocabulary


@cache
def manners(kind: str) -> dict[str, str]:
    """Return stem → manner for `clause`, `noun` or `phrases`; of several manners the first listed."""
    found: dict[str, str] = {}
    for manner, listed in vocabulary.load("cues")[kind].items():
        for stem in str(listed).split():
            found.setdefault(stem, manner)
    return found


def words(key: str) -> frozenset[str]:
    """Return one of the plain word lists of `data/cues.yml`."""
    return vocabulary.words("cues", key)


@cache
def endings(key: str) -> tuple[str, ...]:
    """Return one of the plain word lists of `data/cues.yml` as what a word may end with."""
    return tuple(sorted(words(key)))
