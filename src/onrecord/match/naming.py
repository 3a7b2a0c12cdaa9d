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
    return min(
        counts, key=lambda name: (" " not in name, shouts(name), -counts[name], bool(_OTHER.search(name)), -len(name), name)
    )


def shouts(name: str) -> bool:
    """Tell whether a name has a word in capitals that is no abbreviation."""
    return any(word.isupper() and len(word) > 3 for word in name.split())
