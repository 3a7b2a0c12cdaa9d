"""The Korean vocabularies, read once from `data/`."""

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
    """Return a word list of `data/<name>.yml` as a set; a list may be written as one string with spaces."""
    value = load(name)[key]
    return frozenset(value.split() if isinstance(value, str) else value)


@cache
def longest_first(name: str, key: str) -> tuple[str, ...]:
    """Return a word list of `data/<name>.yml`, longest words first, for matching at the end of a word."""
    return tuple(sorted(words(name, key), key=lambda word: (-len(word), word)))


@cache
def table(name: str, key: str) -> dict[str, str]:
    """Return a mapping of `data/<name>.yml`, word to value, from lists of words by value."""
    return {word: value for value, listed in load(name)[key].items() for word in str(listed).split()}


@cache
def user_words() -> tuple[tuple[str, str], ...]:
    """Return the words that the analyser must keep whole, with their tag."""
    return tuple((word, tag) for tag, listed in load("user_words").items() for word in str(listed).split())
