"""In which manner something is said: the words that cues of all languages choose from."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml


@cache
def manners() -> tuple[str, ...]:
    """Return all manners, as listed in `en/data/cues.yml`."""
    text = files("onrecord.languages.en").joinpath("data/cues.yml").read_text("utf-8")
    return tuple(yaml.load(text, Loader=yaml.CSafeLoader)["manners"])
