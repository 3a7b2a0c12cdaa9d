"""Is one word a spelling of another? Evidence in nats, from learned costs, for words of any two of the three scripts."""

from __future__ import annotations

from functools import cache, lru_cache

from onrecord.languages.spelling import spelling_costs
from onrecord.match.names.edits import BEYOND, Costs, Parts, Rows, cheapest
from onrecord.match.names.words import CYRILLIC, HANGUL, LATIN, OTHER, Word

LEAST = -4.0
"""Evidence is not followed below this; words that differ more are as different as can be."""
MOST = 12.0
FILES = {
    (LATIN, LATIN): ("en", "spellings.tsv"),
    (LATIN, CYRILLIC): ("ru", "from_latin.tsv"),
    (LATIN, HANGUL): ("ko", "from_latin.tsv"),
    (CYRILLIC, CYRILLIC): ("ru", "spellings.tsv"),
    (CYRILLIC, HANGUL): ("ko", "from_cyrillic.tsv"),
    (HANGUL, HANGUL): ("ko", "spellings.tsv"),
}
_RANK = {LATIN: 0, CYRILLIC: 1, HANGUL: 2, OTHER: 3}


@cache
def costs(source: str, target: str) -> Costs:
    """Return the costs of writing words of one script in another (`source` before `target` in L, C, H)."""
    read = spelling_costs(*FILES[source, target])
    edits = {run: {to: cost for to, cost in row.items() if to} for run, row in read.edits.items() if run}
    drops = {run: row[""] for run, row in read.edits.items() if "" in row}
    return Costs(edits, drops, dict(read.edits.get("", {})), read.bias, read.credit)


@lru_cache(maxsize=32768)
def _as_source(letters: str, source: str, target: str) -> tuple[Rows, tuple[float, ...]]:
    marked, table = f"^{letters}$", costs(source, target)
    return table.rows(marked), table.dropping(marked)


@lru_cache(maxsize=32768)
def _as_target(letters: str, source: str, target: str) -> tuple[Parts, tuple[float, ...]]:
    marked, table = f"^{letters}$", costs(source, target)
    return table.parts(marked), table.adding(marked)


def evidence(a: Word, b: Word) -> float:
    """Return how strongly two words speak for one name, in nats: above zero for, below against; symmetric."""
    if _RANK[a.script] > _RANK[b.script] or (a.script == b.script and a.letters > b.letters):
        a, b = b, a
    return _evidence(a.letters, b.letters, a.script, b.script)


@lru_cache(maxsize=131072)
def _evidence(a: str, b: str, source: str, target: str) -> float:
    if source == target and a == b:
        return min(MOST, 1.5 + 1.2 * len(a))
    if target == OTHER:
        return LEAST
    table = costs(source, target)
    most = min(MOST, table.bias + table.credit * max(len(a), len(b)))
    if abs(len(a) - len(b)) > 4 + min(len(a), len(b)):
        return LEAST
    cost = cheapest(*_as_source(a, source, target), *_as_target(b, source, target), most - LEAST)
    return LEAST if cost >= BEYOND else max(LEAST, most - cost)
