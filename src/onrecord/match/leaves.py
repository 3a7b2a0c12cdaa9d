"""One more mention of somebody well known: units that only hang on to a cluster, so that it need not be made anew.

"President Omarov" on one more page is a unit of its own, and one pair joins it to the one person whom it can mean. Clusters are
made from the surest pair down, and a pair is passed over only for what speaks against it. A unit with one "same" pair, nothing
that speaks against it, and questions with none but members of that cluster changes nothing of how all others are joined: the
cluster stays what it is, with this unit in it. All that a cluster is known by stays, too, where the unit has neither the
smallest key nor a name that could be shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from onrecord.match.judged import Judged
from onrecord.match.kinds import Kind, Sighting, block
from onrecord.match.shelf import Shelf
from onrecord.model.resolution import Link


class Leaf(NamedTuple):
    """A unit that hangs on to a cluster by one pair.

    Attributes:
        link: the pair.
        beside: the smallest sighting of the other unit of the pair.
    """

    link: Link
    beside: str


def leaves[S: Sighting, P](
    kind: Kind[S, P], shelf: Shelf[S], judged: Judged, new: Collection[str], links: Iterable[Link], dirty: Collection[str]
) -> dict[str, Leaf]:
    """Return those units that do.

    Args:
        kind: of what.
        shelf: where all that was judged is kept already.
        judged: what analysts decided.
        new: units that were not there before.
        links: all judged pairs of units that are judged anew.
        dirty: these units.
    """
    found = _single(new, links, dirty)
    if not found:
        return {}
    near = {unit: _others(unit, pairs) for unit, pairs in found.items()}
    shown = shelf.companions(found)
    least = shelf.least({other for others in (*near.values(), *shown.values()) for other in others} - set(dirty))
    home = shelf.clusters([*least.values()])
    cluster = {unit: home.get(key) for unit, key in least.items()}
    samples = shelf.samples({*found, *(_same(pairs, unit)[1] for unit, pairs in found.items())})
    hung: dict[str, Leaf] = {}
    for unit, pairs in found.items():
        link, other = _same(pairs, unit)
        there = cluster[other]
        if there is None or samples[unit][0].key < there or any(cluster.get(one) != there for one in near[unit]):
            continue
        if any(cluster.get(one) == there for one in shown[unit]) or not _unshown(kind, samples[unit], samples[other]):
            continue
        hung[unit] = Leaf(link, least[other])
    hung = _apart(hung, shown, cluster)
    return {unit: leaf for unit, leaf in hung.items() if not _decided(kind, shelf, judged, samples[unit])}


def _single(new: Collection[str], links: Iterable[Link], dirty: Collection[str]) -> dict[str, list[Link]]:
    """Return the new units with one "same" pair, nothing against it, and no pair with what is judged anew, with their pairs."""
    pairs: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        for unit in {link.a, link.b} & set(new):
            pairs[unit].append(link)
    return {
        unit: its
        for unit, its in pairs.items()
        if sum(link.verdict == "same" for link in its) == 1
        and all(link.verdict != "different" for link in its)
        and _others(unit, its).isdisjoint(dirty)
    }


def _others(unit: str, pairs: Iterable[Link]) -> set[str]:
    return {end for link in pairs for end in (link.a, link.b)} - {unit}


def _same(pairs: Iterable[Link], unit: str) -> tuple[Link, str]:
    link = next(link for link in pairs if link.verdict == "same")
    return link, link.b if link.a == unit else link.a


def _unshown[S: Sighting, P](kind: Kind[S, P], sample: Iterable[S], beside: Iterable[S]) -> bool:
    """Tell whether no name of a unit can be the one to show, since the other has a name of several words and this one none."""
    return all(" " not in kind.shown(one) for one in sample) and any(" " in kind.shown(one) for one in beside)


def _apart(hung: Mapping[str, Leaf], shown: Mapping[str, set[str]], cluster: Mapping[str, str | None]) -> dict[str, Leaf]:
    """Return these without those that a document shows beside another that hangs on to the same cluster."""
    home = {unit: cluster[_same([leaf.link], unit)[1]] for unit, leaf in hung.items()}
    return {unit: leaf for unit, leaf in hung.items() if all(home.get(one) != home[unit] for one in shown[unit] & hung.keys())}


def _decided[S: Sighting, P](kind: Kind[S, P], shelf: Shelf[S], judged: Judged, sample: tuple[S, ...]) -> bool:
    """Tell whether somebody judged a sighting of this unit, or one of the same profile."""
    if not judged.keys:
        return False
    return any(one.key in judged.keys for one in sample) or bool(shelf.sharing([block(f"= {kind.number_of(sample[0])}")]))
