"""The form of a name under which a record is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def shown(names: Iterable[str]) -> str:
    """Return the form to show: of several words, not in capitals, the most frequent, the longest, the first in order."""
    counts = Counter(filter(None, names))
    if not counts:
        return ""
    return min(counts, key=lambda name: (" " not in name, shouts(name), -counts[name], -len(name), name))


def shouts(name: str) -> bool:
    """Tell whether a name has a word in capitals that is no abbreviation."""
    return any(word.isupper() and len(word) > 3 for word in name.split())
