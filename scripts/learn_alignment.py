"""Which runs of letters stand for which: expectation maximisation over all monotone alignments of word pairs.

The model is a joint distribution over edits (source run, target run), as in the many-to-many aligners used for learning to
pronounce (Jiampojamarn, Kondrak and Sherif, NAACL 2007), with two additions: long runs are taxed, so that an edit is no longer
than it must be, and a pair may be noise (the two words are drawn independently), because lists made from titles pair some
words that have nothing to do with one another.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

Pair = tuple[str, str]
Table = dict[str, dict[str, float]]

SHAPES = ((1, 0), (0, 1), (1, 1), (2, 1), (3, 1), (1, 2), (2, 2), (3, 2), (1, 3), (4, 1), (2, 3))
"""Lengths of runs in letters, source and target."""
NOISE = 0.05
"""The share of pairs that is taken to be noise before any is read."""


def _taxed(x: int, y: int, tax: float) -> float:
    return tax ** (max(x - 1, 0) + max(y - 1, 0)) * (0.05 if not (x and y) else 1.0)


def start(pairs: Sequence[Pair], tax: float) -> Table:
    """Return a first table: each edit as often as its runs meet at like places of a pair, taxed by length."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for source, target in pairs:
        n, m = len(source), len(target)
        for i in range(n):
            for x, y in SHAPES:
                if i + x > n:
                    continue
                near = round(i * m / n)
                for j in range(max(0, near - 1), min(m - y, near + 1) + 1):
                    counts[source[i : i + x]][target[j : j + y]] += _taxed(x, y, tax)
    return _normal(counts)


def _normal(counts: dict[str, Counter[str]]) -> Table:
    total = sum(sum(row.values()) for row in counts.values())
    return {source: {target: count / total for target, count in row.items()} for source, row in counts.items()}


def _noise(pairs: Sequence[Pair]) -> tuple[dict[str, float], dict[str, float]]:
    tables = []
    for side in (0, 1):
        letters = Counter(letter for pair in pairs for letter in pair[side])
        total = sum(letters.values())
        tables.append({letter: math.log(count / total) for letter, count in letters.items()})
    return tables[0], tables[1]


def _forward(source: str, target: str, table: Table) -> list[list[float]]:
    n, m = len(source), len(target)
    reach = [[0.0] * (m + 1) for _ in range(n + 1)]
    reach[0][0] = 1.0
    for i in range(n + 1):
        for j in range(m + 1):
            here = reach[i][j]
            if here == 0.0:
                continue
            for x, y in SHAPES:
                if i + x <= n and j + y <= m:
                    row = table.get(source[i : i + x])
                    if row is not None:
                        p = row.get(target[j : j + y])
                        if p is not None:
                            reach[i + x][j + y] += here * p
    return reach


def _collect(
    source: str, target: str, *, table: Table, reach: list[list[float]], weight: float, counts: dict[str, Counter[str]]
) -> None:
    n, m = len(source), len(target)
    onward = [[0.0] * (m + 1) for _ in range(n + 1)]
    onward[n][m] = weight / reach[n][m]
    for i in range(n, -1, -1):
        for j in range(m, -1, -1):
            here = reach[i][j]
            if here == 0.0:
                continue
            total = onward[i][j]
            for x, y in SHAPES:
                if i + x <= n and j + y <= m:
                    after = onward[i + x][j + y]
                    if after == 0.0:
                        continue
                    row = table.get(source[i : i + x])
                    if row is None:
                        continue
                    p = row.get(target[j : j + y])
                    if p is not None:
                        total += p * after
                        counts[source[i : i + x]][target[j : j + y]] += here * p * after
            onward[i][j] = total


def _pruned(counts: dict[str, Counter[str]], least: float) -> dict[str, Counter[str]]:
    kept: dict[str, Counter[str]] = defaultdict(Counter)
    for source, row in counts.items():
        for target, count in row.items():
            taxed = count * _taxed(len(source), len(target), 0.3)
            if count >= least or (len(source) <= 1 and len(target) <= 1):
                kept[source][target] = max(taxed, 1e-3)
    return kept


def learn(pairs: Sequence[Pair], *, rounds: int, least: float, tax: float) -> Table:
    """Return the probability of every edit after some rounds of expectation maximisation.

    Args:
        pairs: source and target words, with their marks of start and end.
        rounds: how many rounds.
        least: edits of longer runs that are expected less often than this are dropped after every round.
        tax: the factor that each letter of a run beyond the first puts on the first guess of its probability.
    """
    table = start(pairs, tax)
    sources, targets = _noise(pairs)
    for _ in range(rounds):
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for source, target in pairs:
            reach = _forward(source, target, table)
            joint = reach[-1][-1]
            if joint <= 0.0:
                continue
            noise = math.exp(sum(sources[letter] for letter in source) + sum(targets[letter] for letter in target))
            weight = joint * (1 - NOISE) / (joint * (1 - NOISE) + noise * NOISE)
            if weight > 0.05:
                _collect(source, target, table=table, reach=reach, weight=weight, counts=counts)
        table = _normal(_pruned(counts, least))
    return table


def conditional_costs(table: Table) -> Table:
    """Return edits as costs in nats: minus the logarithm of the mean of P(target | source) and P(source | target)."""
    sources = {source: sum(row.values()) for source, row in table.items()}
    targets: Counter[str] = Counter()
    for row in table.values():
        targets.update(row)
    costs: Table = {}
    for source, row in table.items():
        for target, p in row.items():
            if not source or not target:
                share = p / max(sum(sources.values()), 1e-12)
                letters = source or target
                alone = sources.get(letters, 0.0) if source else targets.get(letters, 0.0)
                cost = -math.log(max(p / max(alone + p, 1e-12), share, 1e-4))
            else:
                cost = -0.5 * (math.log(p / sources[source]) + math.log(p / targets[target]))
            costs.setdefault(source, {})[target] = max(cost, 0.0)
    return costs
