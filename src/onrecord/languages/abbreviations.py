"""Abbreviations whose full stop ends no sentence, in Latin and Cyrillic letters, from data/abbreviations.yml."""

from __future__ import annotations

from pathlib import Path

from onrecord.languages import word_lists

_DATA = str(Path(__file__).with_name("data"))
GROUPS = ("before_names", "behind_names", "calendar", "other")


def before_name() -> str:
    """Return a pattern for what stands shortened before a name, or in it, with its full stop: "Dr.", "J."."""
    return rf"\b(?:{either('before_names')}|[A-Z])\."


def either(*groups: str) -> str:
    """Return a pattern for any abbreviation of some groups, or of all, without its full stop; the longest first."""
    return word_lists.either(_DATA, "abbreviations", *(groups or GROUPS))
