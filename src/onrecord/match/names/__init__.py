"""Are two spellings one name? Comparison of personal names across Latin, Cyrillic and Hangul."""

from __future__ import annotations

from onrecord.match.names.comparison import SAME, NameComparison, compare_names
from onrecord.match.names.keys import keys, part_keys, sorted_keys

__all__ = ["SAME", "NameComparison", "compare_names", "keys", "part_keys", "sorted_keys"]
