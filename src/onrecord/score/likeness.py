"""When two strings, names or dates count as the same, and how items of two lists are paired.

The definitions are those of the annotation guidelines' own scorer, so that figures printed by `onrecord evaluate` can be
compared with figures printed there.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

Item = dict[str, Any]

_EDGES = " \t\n\"'“”‘’«».,;:!?()[]–—-…"
_APOSTROPHES = re.compile(r"[’`´]")
_SPACES = re.compile(r"\s+")
_ARTICLE = re.compile(r"^(the|a|an) ")
_WORD = re.compile(r"\w+")
_ISO = re.compile(r"\d{4}(-\d\d){0,2}")


def folded(text: str | None) -> str:
    """Return the text as it is compared: NFKC, case folded, one kind of apostrophe, no marks or article at its edges."""
    text = unicodedata.normalize("NFKC", text or "").casefold()
    text = _SPACES.sub(" ", _APOSTROPHES.sub("'", text)).strip(_EDGES)
    return _ARTICLE.sub("", text)


def overlap(a: str, b: str) -> float:
    """Return the F1 of the two strings' words, each word as often as it occurs: 0 to 1."""
    x, y = Counter(_WORD.findall(folded(a))), Counter(_WORD.findall(folded(b)))
    shared = (x & y).total()
    return 2 * shared / (x.total() + y.total()) if shared else 0.0


def pair(
    gold: Sequence[Item], found: Sequence[Item], likeness: Callable[[Item, Item], float], least: float = 1e-9
) -> list[tuple[int, int]]:
    """Pair items one to one, the most alike first; of equals, the earlier in the gold and then the earlier found.

    Args:
        gold: the annotated items.
        found: the extracted items.
        likeness: 0 for items that may not be paired.
        least: pairs below it are not made.

    Returns:
        Pairs of an index into `gold` and an index into `found`.
    """
    ranked = sorted((-likeness(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found))
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    pairs = []
    for negative, i, j in ranked:
        if -negative < least:
            break
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append((i, j))
    return pairs


def names(entity: Item) -> set[str]:
    """Return all forms of an entity's name, folded."""
    return {folded(name) for name in [entity.get("name", ""), *entity.get("aliases", [])] if name}


class Named:
    """The persons and organizations of one document, by the ids under which its facts refer to them."""

    def __init__(self, page: Item) -> None:
        self._by_id = {entity["id"]: entity for kind in ("persons", "organizations") for entity in page.get(kind, [])}

    def names(self, who: str | None) -> set[str]:
        """Return the names of an id, or the words themselves where `who` is no id (`=the experts`)."""
        if not who:
            return set()
        entity = self._by_id.get(who)
        return names(entity) if entity else {folded(who.lstrip("="))}

    def same(self, mine: str | None, other: Named, theirs: str | None) -> bool:
        """Tell whether both mean one: a name in common, or names that share most of their words."""
        a, b = self.names(mine), other.names(theirs)
        return bool(a & b) or any(overlap(x, y) >= 0.6 for x in a for y in b)


def iso(date: object) -> str | None:
    """Return an EDTF date as an ISO date or prefix; None where the year is open or several are possible."""
    text = str(date or "").rstrip("?~%")
    return text if _ISO.fullmatch(text) else None


def says_as_much(gold: object, found: object) -> bool:
    """Tell whether the found date says at least what the gold date says."""
    date = iso(found)
    return date is not None and date.startswith(str(gold)) if gold else not date


def joined(content: str | list[str] | None) -> str:
    """Return the parts of a statement as one string."""
    return " ".join(content) if isinstance(content, list) else (content or "")
