"""The form of a name under which a record is shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

OTHER_SCRIPTS = "[\u0400-\u052f\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]"
"""Letters of Cyrillic and Hangul: of forms that are as frequent, the one without them serves most readers."""

_OTHER = re.compile(OTHER_SCRIPTS)


def shown(names: Iterable[str], straight: Callable[[str], str] | None = None) -> str:
    """Return the form to show: of several words, not in capitals, most frequent, in Latin letters, longest, first in order.

    Args:
        names: as pages give them, each as often as they do.
        straight: turns a name into the nominative, where that is not done yet; it keeps the number of words and leaves those
            in Latin letters as they are. It is asked only where its answer may make a difference.
    """
    counts = Counter(filter(None, names))
    if straight is not None and not _told_in_latin(counts):
        turned: Counter[str] = Counter()
        for name, number in counts.items():
            turned[straight(name)] += number
        counts = turned
    if not counts:
        return ""
    # Most names are told from the best by the first three of these.
    ranked = [(*is_worse(name), -number, name) for name, number in counts.items()]
    best = min(ranked)[:3]
    some = [rank[3] for rank in ranked if rank[:3] == best]
    return some[0] if len(some) == 1 else min(some, key=among_equals)


def is_worse(name: str) -> tuple[bool, bool]:
    """Tell of a name what another is shown for instead, however rare that is: a single word, and one in capitals."""
    return " " not in name, shouts(name)


def among_equals(name: str) -> tuple[bool, int, str]:
    """Return the place of a name among those that are as frequent."""
    return bool(_OTHER.search(name)), -len(name), name


def _told_in_latin(counts: Counter[str]) -> bool:
    """Tell whether a form in Latin letters is shown however many of the others are one form in the nominative."""
    others = sum(number for name, number in counts.items() if not name.isascii())
    return not others or any(
        number >= others and name.isascii() and " " in name and not shouts(name) for name, number in counts.items()
    )


def shouts(name: str) -> bool:
    """Tell whether a name has a word in capitals that is no abbreviation."""
    return any(len(word) > 3 and word.isupper() for word in name.split())
