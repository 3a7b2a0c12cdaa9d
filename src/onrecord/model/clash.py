"""Judgements that cannot all hold: A is B, B is C, and yet A is not C."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from onrecord.model.decision import Judgement


@dataclass(frozen=True, slots=True)
class Clash:
    """A judgement that two are different, and the judgements by which they would be the same: never fewer than one of these."""

    different: Judgement
    same: tuple[Judgement, ...]

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements of which one has to go."""
        return (*self.same, self.different)


def clashes(judgements: Iterable[Judgement]) -> tuple[Clash, ...]:
    """Return every judgement of difference that judgements of sameness gainsay, with the shortest chain of these, in order."""
    given = sorted(judgements, key=lambda judgement: (judgement.pair, judgement.verdict, judgement.id))
    same: defaultdict[str, list[Judgement]] = defaultdict(list)
    for judgement in given:
        if judgement.verdict == "same":
            for key in judgement.pair:
                same[key].append(judgement)
    found = []
    for judgement in given:
        if judgement.verdict == "different":
            chain = _chain(same, *judgement.pair)
            if chain:
                found.append(Clash(judgement, chain))
    return tuple(found)


def united(judgements: Iterable[Judgement]) -> list[list[str]]:
    """Return the groups of keys that judgements make one, each group and all groups in order; "same" is transitive."""
    home: dict[str, set[str]] = {}
    for judgement in judgements:
        if judgement.verdict == "same":
            group = {*judgement.pair}.union(*(home.get(key, set()) for key in judgement.pair))
            home |= dict.fromkeys(group, group)
    return sorted(sorted(group) for group in {id(group): group for group in home.values()}.values())


def _chain(same: dict[str, list[Judgement]], start: str, goal: str) -> tuple[Judgement, ...]:
    """Return the shortest chain of judgements of sameness from one key to another, or nothing."""
    if start == goal:
        return ()
    reached: dict[str, tuple[Judgement, ...]] = {start: ()}
    waiting = deque([start])
    while waiting:
        key = waiting.popleft()
        for judgement in same.get(key, ()):
            other = _other(judgement.pair, key)
            if other not in reached:
                reached[other] = (*reached[key], judgement)
                waiting.append(other)
        if goal in reached:
            return reached[goal]
    return ()


def _other(pair: Collection[str], key: str) -> str:
    return next((one for one in pair if one != key), key)
