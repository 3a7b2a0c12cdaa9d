"""The names under which clusters are shown, for all of them at once: `naming.shown` over arrays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from onrecord.match.naming import among_equals, is_worse
from onrecord.match.whole.sets import Integers, blocks


class Shown(NamedTuple):
    """Names as pages give them, turned into the nominative.

    Attributes:
        names: each once, in the order in which one of equal ones is shown.
        name: the name of each sighting, as a place in `names`.
        worse: of each name how far it is from being fit to be shown.
    """

    names: list[str]
    name: Integers
    worse: Integers

    @classmethod
    def of(cls, written: Sequence[str], given: Integers, straight: Callable[[str], str]) -> Shown:
        """Return the names of sightings.

        Args:
            written: names as pages give them.
            given: the one that each sighting has.
            straight: turns a name into the nominative.
        """
        turned = [*map(straight, written)]
        names = sorted(set(turned), key=among_equals)
        places = {name: place for place, name in enumerate(names)}
        place = np.asarray([*map(places.__getitem__, turned)], np.int64)
        worse = np.asarray([(not name, *is_worse(name)) for name in names], np.int64).reshape(-1, 3)  # any name before none
        return cls(names, place[given], worse @ (4, 2, 1))

    def best(self, sightings: Integers, cluster: Integers, count: int) -> list[str]:
        """Return the name under which each of so many clusters is shown.

        Args:
            sightings: those whose names count.
            cluster: the number of the cluster of each of these.
            count: of clusters.
        """
        across = max(1, len(self.names))
        given = np.sort(cluster * across + self.name[sightings])
        first, times = blocks(given)
        cluster, name = given[first] // across, given[first] % across
        most = int(times.max(initial=0))
        rank = (self.worse[name] * (most + 1) + most - times) * across + name
        first, _ = blocks(cluster)
        best = np.minimum.reduceat(rank, first) % across if first.size else rank
        found = [""] * count
        for n, name_of_best in zip(cluster[first].tolist(), best.tolist(), strict=True):
            found[n] = self.names[name_of_best]
        return found
