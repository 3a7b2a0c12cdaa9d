"""Judged pairs → clusters: the same ones whatever the order in which pages came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.model.resolution import Link

LARGEST_BLOCK = 400
"""Sightings that may share one blocking key: a commoner key says little and is left out, so that cost stays near linear."""


def candidates(keys: Mapping[str, Iterable[Hashable]], largest: int = LARGEST_BLOCK) -> Iterator[tuple[str, str]]:
    """Yield the pairs of sightings that share a blocking key, each once, in a fixed order.

    Args:
        keys: the blocking keys of each sighting.
        largest: how many sightings may share a key that counts.
    """
    blocks: defaultdict[Hashable, list[str]] = defaultdict(list)
    for sighting in sorted(keys):
        for key in set(keys[sighting]):
            blocks[key].append(sighting)
    pairs = {
        (block[i], block[j])
        for block in blocks.values()
        if len(block) <= largest
        for i in range(len(block))
        for j in range(i + 1, len(block))
    }
    yield from sorted(pairs)


@dataclass(frozen=True, slots=True)
class Joined:
    """The clusters, each in order, and the links that made them: one fewer than members in each."""

    clusters: list[list[str]]
    used: list[Link]


def joined(
    sightings: Collection[str],
    links: Iterable[Link],
    apart: Callable[[str], Collection[Hashable]] | None = None,
    decided: Collection[tuple[str, str]] = (),
) -> Joined:
    """Join "same" pairs, from the surest down.

    A pair is passed over where it would bring together two sightings that another pair calls different, or two of one
    document. The surest pairs go first and equal ones in order of their keys, so that the result depends on nothing else.

    Args:
        sightings: keys of all sightings.
        links: judged pairs.
        apart: what no two sightings of one cluster may share (their documents); None where nothing keeps them apart.
        decided: pairs that somebody judged: they go before all others, and may be of one document.
    """
    links = list(links)
    against: defaultdict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.verdict == "different":
            against[link.a].add(link.b)
            against[link.b].add(link.a)
    home = {key: key for key in sightings}
    held = {key: [key] for key in sightings}
    marks = {key: set(apart(key)) if apart else set() for key in sightings}
    used: list[Link] = []
    judged = set(decided)
    for link in sorted((x for x in links if x.verdict == "same"), key=lambda x: ((x.a, x.b) not in judged, -x.score, x.a, x.b)):
        a, b = sorted((home[link.a], home[link.b]), key=lambda key: (-len(held[key]), key))
        if a == b or any(not against[key].isdisjoint(held[a]) for key in held[b]):
            continue
        if marks[a] & marks[b] and (link.a, link.b) not in judged:
            continue
        for key in held[b]:
            home[key] = a
        held[a] += held.pop(b)
        marks[a] |= marks.pop(b)
        used.append(link)
    return Joined(sorted(sorted(members) for members in held.values()), used)


def questions(clusters: Collection[Collection[str]], links: Iterable[Link]) -> list[Link]:
    """Return what is left open or held apart between two clusters, the surest pair of each two, in order of their keys."""
    home = {key: number for number, members in enumerate(clusters) for key in members}
    found: dict[tuple[int, int], Link] = {}
    for link in sorted(links, key=lambda x: (-x.score, x.a, x.b)):
        a, b = sorted((home[link.a], home[link.b]))
        if a != b and link.verdict != "same":
            found.setdefault((a, b), link)
    return sorted(found.values(), key=lambda x: (x.a, x.b))
