"""Word lists of `data/*.yml`: read once, lazily."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml


@cache
def load(name: str) -> dict[str, Any]:
    """Return the content of `data/<name>.yml`."""
    text = resources.files("onrecord.languages.en").joinpath(f"data/{name}.yml").read_text("utf-8")
    content: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return content


@cache
def words(name: str, key: str, *, lower: bool = True) -> frozenset[str]:
    """Return one list of `data/<name>.yml` as a set; `_` inside an entry becomes a space."""
    return _entries(str(load(name)[key]), lower=lower)


@cache
def lists(name: str, key: str) -> dict[str, frozenset[str]]:
    """Return the lists of one entry of `data/<name>.yml`, each by its name, in lower case."""
    return {inner: _entries(text, lower=True) for inner, text in load(name)[key].items()}


def _entries(text: str, *, lower: bool) -> frozenset[str]:
    """Return the entries of a list, which white space parts."""
    return frozenset(entry.replace("_", " ").lower() if lower else entry.replace("_", " ") for entry in text.split())
