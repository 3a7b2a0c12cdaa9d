"""The Russian vocabularies, read once from `data/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_DATA = Path(__file__).with_name("data")


@cache
def load(name: str) -> Any:
    """Return the content of `data/<name>.yml`."""
    return yaml.load((_DATA / f"{name}.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)


@cache
def words(name: str, key: str) -> frozenset[str]:
    """Return a word list of `data/<name>.yml`; a list may be written as one string with spaces, or as lines of phrases."""
    value = load(name)[key]
    return frozenset(value.split() if isinstance(value, str) else value)


@cache
def table(name: str, key: str) -> dict[str, str]:
    """Return a mapping of `data/<name>.yml`, word to value, from lists of words by value; of several values the first."""
    found: dict[str, str] = {}
    for value, listed in load(name)[key].items():
        for word in listed.split() if isinstance(listed, str) else listed:
            found.setdefault(word, value)
    return found
