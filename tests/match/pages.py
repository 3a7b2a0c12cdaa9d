"""A small record in memory, to which pages are added and from which they are taken, as matching sees it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from onrecord.match.judged import Judged
from onrecord.match.shelf import MemoryShelf
from onrecord.match.stages import Arrival, Shelves, take
from onrecord.model.decision import Judgement
from onrecord.model.resolution import Cluster, ClusterKind, Link, Sightings

KINDS = ("organizations", "persons", "gatherings", "statements", "texts")


def joined(pages: Iterable[Sightings]) -> Sightings:
    """Return all sightings of pages."""
    pages = list(pages)
    return Sightings(
        persons=tuple(x for page in pages for x in page.persons),
        organizations=tuple(x for page in pages for x in page.organizations),
        gatherings=tuple(x for page in pages for x in page.gatherings),
        statements=tuple(x for page in pages for x in page.statements),
        texts=tuple(x for page in pages for x in page.texts),
    )


def keys(sightings: Sightings) -> set[str]:
    """Return the keys of all sightings."""
    return {x.key for kind in KINDS for x in getattr(sightings, kind)}


class GrowingRecord:
    """Pages by name, and what matching made of them step by step."""

    def __init__(self) -> None:
        self.shelves = Shelves(MemoryShelf(), MemoryShelf(), MemoryShelf(), MemoryShelf(), MemoryShelf())
        self.pages: dict[str, Sightings] = {}
        self.judgements: tuple[Judgement, ...] = ()
        self.clusters: dict[str, tuple[ClusterKind, str]] = {}
        self.homes: dict[str, str] = {}
        self.links: dict[tuple[str, str], Link] = {}

    def change(
        self, add: dict[str, Sightings] | None = None, remove: Collection[str] = (), judge: Sequence[Judgement] | None = None
    ) -> None:
        """Add and take away pages, and say what is judged from now on."""
        gone = {key for name in remove for key in keys(self.pages[name])}
        self.pages = {name: page for name, page in self.pages.items() if name not in remove} | (add or {})
        new = dict(add or {})
        if judge is not None:
            was = {x.pair: x for x in self.judgements}
            now = {x.pair: x for x in judge}
            touched = {key for pair in was.keys() | now.keys() if was.get(pair) != now.get(pair) for key in pair}
            new |= {name: page for name, page in self.pages.items() if not keys(page).isdisjoint(touched)}
            self.judgements = tuple(judge)
        self._take(joined(new.values()), gone)

    def _take(self, new: Sightings, gone: set[str]) -> None:
        everything = joined(self.pages.values())
        names = {x.key: x.names for x in everything.persons} | {x.key: x.names for x in everything.organizations}
        for shelf, kind in zip(self.shelves, KINDS, strict=True):
            assert isinstance(shelf, MemoryShelf)
            shelf.know(getattr(everything, kind))

        def resting(moved: Collection[str]) -> Sightings:
            return Sightings(
                gatherings=tuple(g for g in everything.gatherings if not set(moved).isdisjoint(g.participants)),
                statements=tuple(s for s in everything.statements if s.speaker in moved),
            )

        arrival = Arrival(new, gone, resting, lambda wanted: {key: names[key] for key in wanted if key in names})
        for change in take(arrival, self.shelves, Judged.of(self.judgements)):
            told = change.told | change.gone
            self.clusters = {key: cluster for key, cluster in self.clusters.items() if key not in told}
            self.clusters |= {one.key: (one.kind, one.name) for one in change.clusters}
            self.homes = {key: cluster for key, cluster in self.homes.items() if key not in change.gone}
            self.homes |= {key: one.key for one in change.clusters for key in one.members} | dict(change.joined)
            self.links = {pair: link for pair, link in self.links.items() if told.isdisjoint(pair)}
            self.links |= {(link.a, link.b): link for link in change.links}

    def all_clusters(self) -> list[Cluster]:
        """Return the clusters in order."""
        members: defaultdict[str, list[str]] = defaultdict(list)
        for key, cluster in sorted(self.homes.items()):
            members[cluster].append(key)
        assert members.keys() == self.clusters.keys()
        return [Cluster(kind, key, tuple(members[key]), name) for key, (kind, name) in sorted(self.clusters.items())]

    def all_links(self) -> list[Link]:
        """Return the links in order."""
        return sorted(self.links.values(), key=lambda x: (x.kind, x.a, x.b))
