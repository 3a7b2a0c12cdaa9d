"""What a rule is, in one line each, from `data/rules.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import cache
from importlib import resources

import yaml


@cache
def registry() -> Mapping[str, Mapping[str, str]]:
    """Return the descriptions by kind of fact and name of the rule, read once; `*` in a name stands for anything."""
    text = resources.files("onrecord.extract").joinpath("data/rules.yml").read_text("utf-8")
    content: dict[str, dict[str, str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return content


def described(kind: str, rule: str) -> str | None:
    """Return what a rule goes by, or None where the registry does not have it.

    Args:
        kind: persons, organizations, places, positions, gatherings, roles, statements or milestones.
        rule: the name that the fact carries.
    """
    fitting = [name for name in registry().get(kind, {}) if name == rule or fnmatchcase(rule, name)]
    return registry()[kind][max(fitting, key=lambda name: (name == rule, len(name)))] if fitting else None
