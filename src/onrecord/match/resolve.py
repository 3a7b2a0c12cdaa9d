"""Sightings → Resolution: who and what is the same across all pages. A pure function, blind to the order of its input."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from typing import Protocol

from onrecord.match import blocking, copies, gatherings, organizations, persons, statements
from onrecord.match.clusters import candidates, joined
from onrecord.match.words import body_words, is_generic_body, plain
from onrecord.model.resolution import (
    Cluster,
    ClusterKind,
    Link,
    OrganizationSighting,
    PersonSighting,
    Resolution,
    Sightings,
)


class _Sighting(Protocol):
    @property
    def key(self) -> str: ...


def resolve(sightings: Sightings) -> Resolution:
    """Return every sighting in exactly one cluster, and the links that explain the clusters and the open questions."""
    bodies, body_links = _organizations(sightings.organizations)
    identity = {key: members[0] for members in bodies for key in members}
    people, person_links = _persons(sightings.persons, _same_body(sightings.organizations, identity))
    identity |= {key: members[0] for members in people for key in members}
    occasion = {sighting.key: sighting for sighting in sightings.gatherings}
    occasion_links = _judged(
        occasion,
        {key: gatherings.blocking_keys(sighting, identity) for key, sighting in occasion.items()},
        lambda a, b: gatherings.judge(a, b, identity) if a.document != b.document else None,
    )
    occasions = joined(occasion, occasion_links, lambda key: (occasion[key].document,))
    text = {sighting.key: sighting for sighting in sightings.texts}
    text_links = _judged(text, {key: copies.blocking_keys(x) for key, x in text.items()}, copies.judge)
    clusters = [
        *_clusters("person", people, _names(sightings.persons)),
        *_clusters("organization", bodies, _names(sightings.organizations)),
        *_clusters("gathering", occasions, {}),
        *_clusters("statement", statements.groups(sightings.statements, identity), {}),
        *_clusters("text", joined(text, text_links), {}),
    ]
    links = [*person_links, *body_links, *occasion_links, *text_links]
    return Resolution(tuple(clusters), tuple(sorted((x for x in links if _worth(x)), key=lambda x: (x.kind, x.a, x.b))))


def _worth(link: Link) -> bool:
    """Tell whether a pair is kept: what joins, what asks, and people of one name who are held apart."""
    return link.verdict != "different" or link.kind == "person"


def _judged[S: _Sighting](
    sightings: Mapping[str, S], keys: Mapping[str, Iterable[Hashable]], judge: Callable[[S, S], Link | None]
) -> list[Link]:
    links = (judge(sightings[a], sightings[b]) for a, b in candidates(keys))
    return [link for link in links if link is not None]


def _organizations(sightings: Collection[OrganizationSighting]) -> tuple[list[list[str]], list[Link]]:
    def profile(sighting: OrganizationSighting) -> Hashable:
        open_names = all(is_generic_body(body_words(name)) for name in sighting.names)
        return (tuple(sorted(map(plain, sighting.names))), sighting.key if open_names else "")

    units, held = _units(sightings, profile)
    keys = {key: organizations.blocking_keys(unit) for key, unit in units.items()}
    links = _judged(units, keys, organizations.judge)
    documents = {key: {sighting.document for sighting in group} for key, group in held.items()}
    found = joined(units, links, lambda key: documents[key])
    return _expanded(found, held), links


def _persons(
    sightings: Collection[PersonSighting], same_body: Callable[[str, str], bool]
) -> tuple[list[list[str]], list[Link]]:
    def profile(sighting: PersonSighting) -> Hashable:
        offices = {(o.title, o.organization, o.country, o.status, o.as_of.year if o.as_of else None) for o in sighting.offices}
        whole = any(" " in name for name in sighting.names)
        # A surname alone is nobody yet: each such sighting is weighed by itself.
        return (tuple(sorted(map(plain, sighting.names))), frozenset(offices), "" if whole else sighting.key)

    units, held = _units(sightings, profile)
    keys = {key: blocking.blocking_keys(unit) for key, unit in units.items()}
    documents = {key: {sighting.document for sighting in group} for key, group in held.items()}
    links = _judged(units, keys, lambda a, b: None if documents[a.key] & documents[b.key] else persons.judge(a, b, same_body))
    return _expanded(joined(units, links, lambda key: documents[key]), held), links


def _units[P: (PersonSighting, OrganizationSighting)](
    sightings: Collection[P], profile: Callable[[P], Hashable]
) -> tuple[dict[str, P], dict[str, list[P]]]:
    """Take sightings of one profile as one, so that somebody in a thousand pages is compared once and not a million times.

    Two of one document stay two units, whatever they are called.
    """
    groups: defaultdict[Hashable, list[P]] = defaultdict(list)
    seen: Counter[Hashable] = Counter()
    for sighting in sorted(sightings, key=lambda sighting: sighting.key):
        name = profile(sighting)
        seen[name, sighting.document] += 1
        groups[name, seen[name, sighting.document]].append(sighting)
    units: dict[str, P] = {}
    held: dict[str, list[P]] = {}
    for group in groups.values():
        first = group[0]
        units[first.key] = _united(first, group)
        held[first.key] = group
    return units, held


def _united[P: (PersonSighting, OrganizationSighting)](first: P, group: list[P]) -> P:
    if isinstance(first, OrganizationSighting):
        return first
    company = tuple(sorted({name for sighting in group for name in getattr(sighting, "company", ())}))
    return PersonSighting(first.key, first.document, first.names, first.language, first.offices, company)


def _expanded(clusters: list[list[str]], held: Mapping[str, Collection[_Sighting]]) -> list[list[str]]:
    return sorted(sorted(sighting.key for unit in units for sighting in held[unit]) for units in clusters)


def _same_body(sightings: Collection[OrganizationSighting], identity: Mapping[str, str]) -> Callable[[str, str], bool]:
    """Return whether two names, as stated, are those of one resolved body."""
    known: defaultdict[str, set[str]] = defaultdict(set)
    for sighting in sightings:
        for name in sighting.names:
            known[name].add(identity[sighting.key])
    return lambda a, b: bool(known[a] & known[b])


def _names(sightings: Collection[PersonSighting] | Collection[OrganizationSighting]) -> dict[str, str]:
    return {sighting.key: sighting.names[0] for sighting in sightings}


def _clusters(kind: ClusterKind, groups: list[list[str]], names: Mapping[str, str]) -> list[Cluster]:
    return [
        Cluster(kind, members[0], tuple(members), _shown(names[key] for key in members if key in names)) for members in groups
    ]


def _shown(names: Iterable[str]) -> str:
    """Return the form to show: of several words, not in capitals, in most pages, the longest, the first in order."""
    counts = Counter(names)
    if not counts:
        return ""
    return min(counts, key=lambda name: (" " not in name, _shouts(name), -counts[name], -len(name), name))


def _shouts(name: str) -> bool:
    return any(word.isupper() and len(word) > 3 for word in name.split())
