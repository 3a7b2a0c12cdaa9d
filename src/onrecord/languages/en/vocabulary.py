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
    entries = str(load(name)[key]).split()
    return frozenset(entry.replace("_", " ").lower() if lower else entry.replace("_", " ") for entry in entries)
