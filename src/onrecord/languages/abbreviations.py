"""Abbreviations whose full stop ends no sentence, in Latin and Cyrillic letters, from data/abbreviations.yml."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from onrecord.languages import word_lists

_DATA = str(Path(__file__).with_name("data"))
GROUPS = ("before_names", "behind_names", "calendar", "other")


@cache
def either(*groups: str) -> str:
    """Return a pattern for any abbreviation of some groups, or of all, without its full stop; the longest first."""
    listed = {word for group in groups or GROUPS for word in word_lists.words(_DATA, "abbreviations", group)}
    return "|".join(sorted(listed, key=lambda word: (-len(word), word)))
