"""Are two spellings one name? Comparison of personal names across Latin, Cyrillic and Hangul."""

from __future__ import annotations

from onrecord.match.names.comparison import NameComparison, compare_names

__all__ = ["NameComparison", "compare_names"]
