"""The form of a name under which a record is shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

OTHER_SCRIPTS = "[\u0400-\u052f\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]"
"""Letters of Cyrillic and Hangul: of forms that are as frequent, the one without them serves most readers."""

_OTHER = re.compile(OTHER_SCRIPTS)


def shown(names: Iterable[str]) -> str:
    """Return the form to show: of several words, not in capitals, most frequent, in Latin letters, longest, first in order."""
    counts = Counter(filter(None, names))
    if not counts:
        return ""
    # Most names are told from the best by the first three of these.
    ranked = [(" " not in name, shouts(name), -number, name) for name, number in counts.items()]
    best = min(ranked)[:3]
    some = [rank[3] for rank in ranked if rank[:3] == best]
    return some[0] if len(some) == 1 else min(some, key=lambda name: (bool(_OTHER.search(name)), -len(name), name))


def shouts(name: str) -> bool:
    """Tell whether a name has a word in capitals that is no abbreviation."""
    return any(len(word) > 3 and word.isupper() for word in name.split())
