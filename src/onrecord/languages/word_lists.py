"""The vocabularies of one language, read once from its `data/` folder.

Folders are given as strings: rules ask for a list at every word, and the hash of a path is worked out each time.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def load(folder: str, name: str) -> Any:
    """Return the content of `<name>.yml` in the folder."""
    return yaml.load((Path(folder) / f"{name}.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)


@cache
def words(folder: str, name: str, key: str) -> frozenset[str]:
    """Return a word list of `<name>.yml`; a list may be written as one string with spaces, or as lines of phrases."""
    return frozenset(_listed(load(folder, name)[key]))


@cache
def table(folder: str, name: str, key: str) -> dict[str, str]:
    """Return a mapping of `<name>.yml`, word to value, from lists of words by value; of several values the first."""
    found: dict[str, str] = {}
    for value, listed in load(folder, name)[key].items():
        for word in _listed(listed):
            found.setdefault(word, value)
    return found


@cache
def either(folder: str, name: str, *keys: str) -> str:
    """Return a pattern for any of the words of some lists, the longest first; `_` in a word is a blank that may be missing."""
    listed = set().union(*(words(folder, name, key) for key in keys))
    return "|".join(word.replace("_", r"\s?") for word in sorted(listed, key=lambda word: (-len(word), word)))


def _listed(value: str | list[str]) -> list[str]:
    return value.split() if isinstance(value, str) else value
