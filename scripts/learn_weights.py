"""What each edit costs: logistic regression over the edits of the cheapest path, against the nearest wrong words.

Alignment says which runs stand for one another; it does not say how much a difference speaks against one name. That is
learned here: evidence = bias + credit * letters - the costs of the edits on the cheapest path, trained so that its sigmoid
is the probability of one name. Costs stay at or above zero, so that a path can be given up as soon as it costs too much.
Path and costs are found in turns.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from learn_alignment import Pair, Table

STEPS = 400
RATE = 0.03
NOISE_BELOW = -7.0
"""A pair called the same with less evidence than this after the first round is an error of the list."""


class Example(NamedTuple):
    """A pair of marked words and whether they spell one name."""

    source: str
    target: str
    same: bool


class Model(NamedTuple):
    """Costs of edits, and the two constants of the evidence."""

    edits: Table
    bias: float
    credit: float


def path(source: str, target: str, edits: Table, unknown: float) -> list[Pair]:
    """Return the edits of the cheapest path, in order; an empty side means a letter dropped or added."""
    n, m = len(source), len(target)
    far = float("inf")
    cost = [[far] * (m + 1) for _ in range(n + 1)]
    back: list[list[tuple[int, int]]] = [[(0, 0)] * (m + 1) for _ in range(n + 1)]
    cost[0][0] = 0.0
    added = edits.get("", {})
    for i in range(n + 1):
        rows = [(i + x, edits[source[i : i + x]]) for x in range(1, min(5, n - i + 1)) if source[i : i + x] in edits]
        for j in range(m + 1):
            here = cost[i][j]
            if here == far:
                continue
            if i < n:
                onward = here + edits.get(source[i], {}).get("", unknown)
                if onward < cost[i + 1][j]:
                    cost[i + 1][j], back[i + 1][j] = onward, (i, j)
            if j < m:
                onward = here + added.get(target[j], unknown)
                if onward < cost[i][j + 1]:
                    cost[i][j + 1], back[i][j + 1] = onward, (i, j)
            for after, row in rows:
                for y in range(1, min(4, m - j + 1)):
                    edit = row.get(target[j : j + y])
                    if edit is not None and here + edit < cost[after][j + y]:
                        cost[after][j + y], back[after][j + y] = here + edit, (i, j)
    found, at = [], (n, m)
    while at != (0, 0):
        before = back[at[0]][at[1]]
        found.append((source[before[0] : at[0]], target[before[1] : at[1]]))
        at = before
    return found[::-1]


def _fit(
    features: list[list[int]],
    lengths: np.ndarray,
    labels: np.ndarray,
    *,
    costs: np.ndarray,
    constants: tuple[float, float],
    noise: float,
    pull: float,
) -> tuple[np.ndarray, tuple[float, float]]:
    """Adam on the logistic loss with noisy positives; `pull` holds costs near where they begin."""
    flat = np.array([f for row in features for f in row], dtype=np.int64)
    owner = np.array([k for k, row in enumerate(features) for _ in row], dtype=np.int64)
    origin, size = costs.copy(), len(labels)
    theta = np.concatenate([costs, constants])
    first, second = np.zeros_like(theta), np.zeros_like(theta)
    seen = np.sqrt(np.bincount(flat, minlength=len(costs)) / size + 1e-6) / 100
    for step in range(1, STEPS + 1):
        evidence = theta[-2] + theta[-1] * lengths - np.bincount(owner, weights=theta[flat], minlength=size)
        p = 1 / (1 + np.exp(-np.clip(evidence, -30, 30)))
        said = noise * 0.2 + (1 - noise * 1.2) * p  # a true positive is mislabelled with probability `noise`
        slope = (1 - noise * 1.2) * p * (1 - p)
        pulled = np.where(labels > 0.5, -slope / np.clip(p + (1 - p) * noise, 1e-6, 1), p)
        pulled = np.where(labels > 0.5, pulled, slope / np.clip(1 - said + noise * 0.2, 1e-6, 1)) / size
        held = pull * (theta[:-2] - origin) * seen
        gradient = np.concatenate(
            [
                -np.bincount(flat, weights=pulled[owner], minlength=len(costs)) + held,
                [pulled.sum(), (pulled * lengths).sum()],
            ]
        )
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        theta -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        theta[:-2] = np.maximum(theta[:-2], 0.0)
    return theta[:-2], (float(theta[-2]), float(theta[-1]))


def _mirrored(edits: Table) -> Table:
    """Return the mean of every cost and that of the same edit the other way round."""
    both: Table = {}
    for source, row in edits.items():
        for target, cost in row.items():
            other = edits.get(target, {}).get(source, cost)
            mean = 0.0 if source == target else (cost + other) / 2
            both.setdefault(source, {})[target] = mean
            both.setdefault(target, {})[source] = mean
    return both


def evidence(source: str, target: str, model: Model, unknown: float) -> float:
    """Return the evidence for one name in nats."""
    cost = sum(model.edits.get(a, {}).get(b, unknown) for a, b in path(source, target, model.edits, unknown))
    return model.bias + model.credit * (max(len(source), len(target)) - 2) - cost


def learn(
    examples: Sequence[Example], start: Table, *, rounds: int, noise: float, pull: float, unknown: float, symmetric: bool
) -> Model:
    """Return costs that tell spellings of one name from near misses.

    Args:
        examples: pairs, right and wrong.
        start: costs to begin with.
        rounds: how often path and costs are found in turns.
        noise: the share of pairs called the same that are not; those far below are left out after the first round.
        pull: how strongly costs are held near those of `start`.
        unknown: the cost of dropping or adding a letter that `start` lacks.
        symmetric: whether an edit costs the same both ways.
    """
    edits, constants = {source: dict(row) for source, row in start.items()}, (0.0, 0.5)
    kept = list(examples)
    for turn in range(rounds):
        lengths = np.array([max(len(e.source), len(e.target)) - 2.0 for e in kept])
        labels = np.array([float(e.same) for e in kept])
        index: dict[Pair, int] = {}
        features = [[index.setdefault(edit, len(index)) for edit in path(e.source, e.target, edits, unknown)] for e in kept]
        costs = np.array([edits.get(source, {}).get(target, unknown) for source, target in index])
        share = noise if turn == 0 else noise / 5
        costs, constants = _fit(features, lengths, labels, costs=costs, constants=constants, noise=share, pull=pull)
        for (source, target), cost in zip(index, costs, strict=True):
            edits.setdefault(source, {})[target] = float(cost)
        if turn == 0:
            sums = np.array([sum(costs[f] for f in row) for row in features])
            clear = (labels < 0.5) | (constants[0] + constants[1] * lengths - sums > NOISE_BELOW)
            kept = [e for e, keep in zip(kept, clear, strict=True) if keep]
        if symmetric:
            edits = _mirrored(edits)
    return Model(edits, *constants)
