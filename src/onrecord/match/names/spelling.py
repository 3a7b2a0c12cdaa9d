"""Is one word a spelling of another? Evidence in nats, from learned costs, for words of any two of the three scripts."""

from __future__ import annotations

from functools import cache, lru_cache
from math import ceil

from onrecord.languages.en import transliteration as latin
from onrecord.languages.kk import transliteration as kazakh
from onrecord.languages.ko import loanwords as hangul
from onrecord.languages.ru import transliteration as russian
from onrecord.languages.spelling import spelling_costs
from onrecord.match.names.edits import BEYOND, NAT, Costs, cheapest
from onrecord.match.names.words import CYRILLIC, HANGUL, LATIN, OTHER, Word

LEAST = -5.0
"""Evidence of words that differ as much as can be."""
FOLLOWED = -2.0
"""Evidence is not followed below this: the words count as different."""
MOST = 12.0
"""Evidence of words is counted up to this."""
CONTEXT = 2
"""Letters beside a difference that its cost may depend on."""
APART = {LATIN: 6.0, CYRILLIC: 5.0, HANGUL: 3.0}
"""Cost in nats from which one consonant is no spelling of another in its own script: costs are learned from lists in which a
few names are not one, and many letters of a long name would make up for it (Масахико, Масахиро)."""
OMITTED = 8.0
"""Cost of the consonant that a Hangul syllable begins with, but for ᄅ and ᄒ (푸충, 푸잉)."""
FILES = {
    (LATIN, LATIN): ("en", "spellings.tsv"),
    (LATIN, CYRILLIC): ("ru", "from_latin.tsv"),
    (LATIN, HANGUL): ("ko", "from_latin.tsv"),
    (CYRILLIC, CYRILLIC): ("ru", "spellings.tsv"),
    (CYRILLIC, HANGUL): ("ko", "from_cyrillic.tsv"),
    (HANGUL, HANGUL): ("ko", "spellings.tsv"),
}
KINDS = {(LATIN, LATIN): "latin", (LATIN, CYRILLIC): "latin-cyrillic", (CYRILLIC, CYRILLIC): "cyrillic"}
_RANK = {LATIN: 0, CYRILLIC: 1, HANGUL: 2, OTHER: 3}


@cache
def costs(source: str, target: str) -> Costs:
    """Return the costs of writing words of one script in another (`source` before `target` in L, C, H)."""
    read = spelling_costs(*FILES[source, target])
    edits = {run: {to: cost for to, cost in row.items() if to} for run, row in read.edits.items() if run}
    laid_down = kazakh.spellings(KINDS[source, target]) if (source, target) in KINDS else ()
    if (source, target) == (LATIN, CYRILLIC):
        laid_down += russian.spellings() + russian.transcriptions()
    if (source, target) == (LATIN, LATIN):
        laid_down += latin.doublings()
    if (source, target) == (LATIN, HANGUL):
        laid_down += hangul.from_pinyin() + hangul.from_latin()
    if (source, target) == (CYRILLIC, HANGUL):
        laid_down += hangul.from_cyrillic()
    if (source, target) == (HANGUL, HANGUL):
        laid_down += hangul.variants()
    for run, to, cost in laid_down:
        row = edits.setdefault(run, {})
        row[to] = min(cost, row.get(to, cost))
    if (source, target) == (CYRILLIC, CYRILLIC):
        for letter in kazakh.stand_ins():
            edits[letter][letter] = 0.0
    if (source, target) == (CYRILLIC, HANGUL):
        for letter, stand_in in kazakh.stand_ins().items():
            edits[letter] = edits[stand_in]
    drops = {run: row[""] for run, row in read.edits.items() if "" in row}
    adds = read.edits.get("", {})
    if source == target:
        edits = {run: {to: cost for to, cost in row.items() if not _apart(run, to, cost, source)} for run, row in edits.items()}
        drops, adds = _omitted(drops), _omitted(adds)
    return Costs(
        {run: _hundredths(row) for run, row in edits.items()},
        _hundredths(drops),
        _hundredths(adds),
        bias=read.bias,
        credit=read.credit,
    )


def _apart(run: str, to: str, cost: float, script: str) -> bool:
    """Tell whether two letters of one script are consonants that no name is written with now one, now the other of."""
    return len(run) == len(to) == 1 and cost > APART[script] and not {run, to} & _NO_CONSONANTS


_NO_CONSONANTS = {*"^$aeiouyäöüаеёиоуыэюяйьъ", *map(chr, range(0x1161, 0x1176))}


def _omitted(costs: dict[str, float]) -> dict[str, float]:
    onsets = {chr(point) for point in range(0x1100, 0x1113)} - {"ᄅ", "ᄒ"}
    return {run: max(OMITTED, cost) if run in onsets else cost for run, cost in costs.items()}


def _hundredths(costs: dict[str, float]) -> dict[str, int]:
    return {run: round(cost * NAT) for run, cost in costs.items()}


def evidence(a: Word, b: Word) -> float:
    """Return how strongly two words speak for one name, in nats: above zero for, below against; symmetric."""
    _, one, source, _ = a
    _, other, target, _ = b
    if one > other if source == target else _RANK[source] > _RANK[target]:
        return _evidence(other, one, target, source)
    return _evidence(one, other, source, target)


@lru_cache(maxsize=131072)
def _evidence(a: str, b: str, source: str, target: str) -> float:
    if source == target and a == b:
        return min(MOST, 1.5 + 1.2 * len(a))
    less, more = (len(a), len(b)) if len(a) < len(b) else (len(b), len(a))
    if target == OTHER or more - less > 4 + less:
        return LEAST
    table = costs(source, target)
    most = min(MOST, table.bias + table.credit * more)
    limit = ceil((most - FOLLOWED) * NAT)
    a, b = f"^{a}$", f"^{b}$"
    if source == target:
        a, b = _unlike(a, b)
    cost = cheapest(table.source(a), table.target(b), limit)
    return LEAST if cost >= BEYOND else most - cost / NAT


def _unlike(a: str, b: str) -> tuple[str, str]:
    """Cut from two words of one script what they begin and end with alike, which costs nothing, but for `CONTEXT` letters."""
    least = min(len(a), len(b))
    front = 0
    while front < least and a[front] == b[front]:
        front += 1
    front = max(0, front - CONTEXT)
    back = 0
    while back < least - front and a[-1 - back] == b[-1 - back]:
        back += 1
    back = max(0, back - CONTEXT)
    return a[front : len(a) - back], b[front : len(b) - back]


def load() -> None:
    """Read all costs, so that the first comparison of every two scripts takes no longer than the next."""
    for source, target in FILES:
        costs(source, target)
