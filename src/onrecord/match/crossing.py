"""Blocking keys that one more name made too common: which judged pairs no longer stand.

What a pair says does not depend on how it was found. So nothing is judged anew: a pair goes if no other key that few enough
hold leads from the one name to the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.match.kinds import Kind, Sighting, block
from onrecord.match.pairing import Pairing
from onrecord.match.shelf import Shelf
from onrecord.model.resolution import Link


class Parted(NamedTuple):
    """What keys that are too common by now leave.

    Attributes:
        links: pairs that nothing leads to any more.
        unsettled: units of such pairs that may be joined without a key ("President Omarov"), which are judged anew instead.
    """

    links: list[Link]
    unsettled: set[str]


def parted[S: Sighting, P](
    kind: Kind[S, P], shelf: Shelf[S], pairing: Pairing[S, P], keys: Collection[int], dirty: Collection[str]
) -> Parted:
    """Return the pairs that rested on these keys alone.

    Args:
        kind: of what.
        shelf: where the keys are held by one name more already.
        pairing: takes units apart.
        keys: blocking keys that have become too common.
        dirty: units that are judged anew in any case.
    """
    holders = {name for names in shelf.sharing(keys).values() for name in names}
    units = {unit for found in shelf.units_at(holders).values() for unit in found}
    links = [link for link in shelf.links(units) if link.a not in dirty and link.b not in dirty]
    names = shelf.names_of({end for link in links for end in (link.a, link.b)})
    across = [link for link in links if names[link.a] != names[link.b]]
    gone = list(_without_key(kind, shelf, pairing, across, names, set(keys)))
    if kind.lone is None:
        return Parted(gone, set())
    pairing.load({end for link in gone for end in (link.a, link.b)})
    seekers = {end for link in gone for end in (link.a, link.b) if kind.lone.seeking(pairing.prepared[end])}
    return Parted([link for link in gone if link.a not in seekers and link.b not in seekers], seekers)


def _without_key[S: Sighting, P](
    kind: Kind[S, P], shelf: Shelf[S], pairing: Pairing[S, P], links: list[Link], names: dict[str, str], grown: set[int]
) -> Iterator[Link]:
    """Yield those of these pairs that a grown key led to, and that no other leads to."""
    pairing.load({link.a for link in links})
    looks = {unit: kind.keys(pairing.prepared[unit]).looks for unit in {link.a for link in links}}
    led = _led(shelf, looks, grown)
    links = [link for link in links if names[link.b] in led[link.a]]
    held = shelf.blocks({names[link.b] for link in links})
    limits: dict[int, int] = {}
    leading: list[set[int]] = []
    for link in links:
        ways = set()
        for key, sized in looks[link.a]:
            if block(key) in held[names[link.b]]:
                ways.add(block(sized))
                limits[block(sized)] = kind.limit(sized)
        leading.append(ways)
    sizes = shelf.sizes(limits, max(limits.values(), default=0))
    for link, ways in zip(links, leading, strict=True):
        if all(sizes.get(way, 0) > limits[way] for way in ways):
            yield link


def _led[S: Sighting](
    shelf: Shelf[S], looks: Mapping[str, Sequence[tuple[str, str]]], grown: Collection[int]
) -> dict[str, set[str]]:
    """Return the names to which grown keys led these units: for most pairs of a holder of such a key, others did."""
    ways = {unit: [block(key) for key, sized in found if block(sized) in grown] for unit, found in looks.items()}
    holders = shelf.sharing({key for keys in ways.values() for key in keys})
    return {unit: {name for key in keys for name in holders.get(key, ())} for unit, keys in ways.items()}
