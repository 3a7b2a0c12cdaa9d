"""Blocking keys that one more name made too common: which judged pairs no longer stand.

What a pair says does not depend on how it was found. So nothing is judged anew: a pair goes if no other key that few enough
hold leads from the one name to the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.match.judged import Judged
from onrecord.match.kinds import Kind, Sighting, block
from onrecord.match.pairing import Pairing
from onrecord.match.shelf import Shelf
from onrecord.model.resolution import Link


class Parted(NamedTuple):
    """What keys that are too common by now leave.

    Attributes:
        links: pairs that nothing leads to any more.
        unsettled: units of such pairs that may be joined without a key ("President Omarov"), which are judged anew instead.
        tied: units of such pairs whose clusters, or what these leave open, may be others without them.
    """

    links: list[Link]
    unsettled: set[str]
    tied: set[str]


def parted[S: Sighting, P](
    kind: Kind[S, P], shelf: Shelf[S], pairing: Pairing[S, P], keys: Collection[int], dirty: Collection[str], judged: Judged
) -> Parted:
    """Return the pairs that rested on these keys alone.

    Args:
        kind: of what.
        shelf: where the keys are held by one name more already.
        pairing: takes units apart.
        keys: blocking keys that have become too common.
        dirty: units that are judged anew in any case.
        judged: what analysts decided.
    """
    holders = {name for names in shelf.sharing(keys).values() for name in names}
    units = {unit for found in shelf.units_at(holders).values() for unit in found}
    there = shelf.links(units)
    links = [link for link in there if link.a not in dirty and link.b not in dirty]
    names = shelf.names_of({end for link in links for end in (link.a, link.b)})
    across = [link for link in links if names[link.a] != names[link.b]]
    gone = list(_without_key(kind, shelf, pairing, across, names, set(keys)))
    seekers: set[str] = set()
    if kind.lone is not None:
        pairing.load({end for link in gone for end in (link.a, link.b)})
        seekers = {end for link in gone for end in (link.a, link.b) if kind.lone.seeking(pairing.prepared[end])}
    gone = [link for link in gone if link.a not in seekers and link.b not in seekers]
    alone = set() if kind.asked else units.difference(*((x.a, x.b) for x in there if x.verdict == "same"))
    alone -= _bound(kind, shelf, judged)
    weighty = (link for link in gone if link.verdict != "different" or not {link.a, link.b} <= alone)
    tied = {end for link in weighty for end in (link.a, link.b)}
    # What is not kept may have parted any of these that others connect.
    return Parted(gone, seekers, tied if kind.keeps_different else tied | (units - alone))


def _bound[S: Sighting, P](kind: Kind[S, P], shelf: Shelf[S], judged: Judged) -> set[str]:
    """Return the units that judgements tie to others: those of judged sightings, and those of their profiles.

    Whoever is not among them and in no "same" pair is alone in a cluster: pairs that say "different" change nothing of that.
    """
    homes = set(shelf.units_of(judged.keys).values())
    return homes | {kind.number_of(sample[0]) for sample in shelf.samples(homes).values()}


def _without_key[S: Sighting, P](
    kind: Kind[S, P], shelf: Shelf[S], pairing: Pairing[S, P], links: list[Link], names: dict[str, str], grown: set[int]
) -> Iterator[Link]:
    """Yield those of these pairs that a grown key led to, and that no other leads to."""
    pairing.load({link.a for link in links})
    limits: dict[int, int] = {}
    looks = {unit: _looks(kind, pairing.prepared[unit], limits) for unit in {link.a for link in links}}
    led = _led(shelf, looks, grown)
    links = [link for link in links if names[link.b] in led[link.a]]
    held = shelf.blocks({names[link.b] for link in links})
    # Hundreds of names share a key that has grown, and of these all with all are pairs: what follows is done for each of them.
    met = [looks[link.a].keys() & held[names[link.b]] for link in links]
    ways = {way for link, keys in zip(links, met, strict=True) for key in keys for way in looks[link.a][key]}
    sizes = shelf.sizes(ways, max(map(limits.__getitem__, ways), default=0))
    common = {way for way in ways if sizes.get(way, 0) > limits[way]}
    for link, keys in zip(links, met, strict=True):
        mine = looks[link.a]
        if all(common.issuperset(mine[key]) for key in keys):
            yield link


type _Looks = Mapping[int, Sequence[int]]
"""The keys under which a unit looks for others, each with those of which few enough names must hold one."""


def _looks[S: Sighting, P](kind: Kind[S, P], prepared: P, limits: dict[int, int]) -> _Looks:
    """Return where a unit looks for others, and note how many may hold a key."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for key, sized in kind.keys(prepared).looks:
        way = block(sized)
        found[way if key == sized else block(key)].append(way)
        limits[way] = kind.limit(sized)
    return found


def _led[S: Sighting](shelf: Shelf[S], looks: Mapping[str, _Looks], grown: set[int]) -> dict[str, set[str]]:
    """Return the names to which grown keys led these units: for most pairs of a holder of such a key, others did."""
    led = {unit: [key for key, ways in found.items() if not grown.isdisjoint(ways)] for unit, found in looks.items()}
    holders = shelf.sharing({key for keys in led.values() for key in keys})
    return {unit: {name for key in keys for name in holders.get(key, ())} for unit, keys in led.items()}
