"""Sightings → Resolution: who and what is the same across all pages. A pure function, blind to the order of its input."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import Protocol

from onrecord.match import blocking, copies, gatherings, organizations, partial, persons, statements
from onrecord.match.clusters import Joined, candidates, joined, questions
from onrecord.match.judged import Judged
from onrecord.match.words import body_words, is_generic_body, plain
from onrecord.model.decision import Judgement
from onrecord.model.resolution import (
    Cluster,
    ClusterKind,
    Link,
    OrganizationSighting,
    PersonSighting,
    Resolution,
    Sightings,
)

ALIKE = 0.99
"""The score of two sightings of one profile: surer than any weighing of evidence, less sure than a judgement."""


class _Sighting(Protocol):
    @property
    def key(self) -> str: ...


def resolve(sightings: Sightings, judgements: Sequence[Judgement] = ()) -> Resolution:
    """Return every sighting in exactly one cluster, and the links that explain the clusters and the open questions.

    Args:
        sightings: all that is to be matched.
        judgements: what analysts decided on persons, organizations and gatherings; it holds whatever the evidence says.
    """
    judged = Judged.of(judgements)
    bodies = _organizations(sightings.organizations, judged)
    identity = {key: members[0] for members in bodies.clusters for key in members}
    people = _persons(sightings.persons, _same_body(sightings.organizations, identity), judged)
    identity |= {key: members[0] for members in people.clusters for key in members}
    occasions = _gatherings(sightings, identity, judged)
    text = {sighting.key: sighting for sighting in sightings.texts}
    texts = joined(text, _judged(text, candidates({key: copies.blocking_keys(x) for key, x in text.items()}), copies.judge))
    clusters = [
        *_clusters("person", people.clusters, _names(sightings.persons)),
        *_clusters("organization", bodies.clusters, _names(sightings.organizations)),
        *_clusters("gathering", occasions.clusters, {}),
        *_clusters("statement", statements.groups(sightings.statements, identity), {}),
        *_clusters("text", texts.clusters, {}),
    ]
    links = [*people.used, *bodies.used, *occasions.used, *texts.used]
    return Resolution(tuple(clusters), tuple(sorted(links, key=lambda x: (x.kind, x.a, x.b))), sightings.state)


def _name_words(sightings: Sightings) -> dict[str, frozenset[str]]:
    people: tuple[PersonSighting | OrganizationSighting, ...] = (*sightings.persons, *sightings.organizations)
    return {sighting.key: frozenset().union(*(body_words(name) for name in sighting.names)) for sighting in people}


def _judged[S: _Sighting](
    sightings: Mapping[str, S], pairs: Iterable[tuple[str, str]], judge: Callable[[S, S], Link | None]
) -> list[Link]:
    links = (judge(sightings[a], sightings[b]) for a, b in pairs)
    return [link for link in links if link is not None]


def _with_questions(found: Joined, links: list[Link], *, apart: bool = False) -> Joined:
    """Add the open questions to the links, and where `apart` is true also the pairs that are held apart."""
    asked = [link for link in questions(found.clusters, links) if apart or link.verdict == "unsure"]
    return Joined(found.clusters, [*found.used, *asked])


def _gatherings(sightings: Sightings, identity: Mapping[str, str], judged: Judged) -> Joined:
    occasion = {sighting.key: sighting for sighting in sightings.gatherings}
    company = gatherings.Company(identity, _name_words(sightings))
    links = _judged(
        occasion,
        candidates({key: gatherings.blocking_keys(sighting, company) for key, sighting in occasion.items()}),
        lambda a, b: gatherings.judge(a, b, company),
    )
    links = judged.over(links, judged.of_kind("gathering", occasion))
    return _with_questions(joined(occasion, links, lambda key: (occasion[key].document,), judged.verdicts), links)


def _organizations(sightings: Collection[OrganizationSighting], judged: Judged) -> Joined:
    def profile(sighting: OrganizationSighting) -> Hashable:
        open_names = all(is_generic_body(body_words(name)) for name in sighting.names)
        return (tuple(sorted(map(plain, sighting.names))), sighting.key if open_names else "")

    units, held, alike = _units("organization", sightings, profile, judged)
    keys = {key: organizations.blocking_keys(unit) for key, unit in units.items()}
    links = [*alike, *_judged(units, candidates(keys), organizations.judge)]
    documents = {key: {sighting.document for sighting in group} for key, group in held.items()}
    links = judged.over(links, judged.of_kind("organization", units))
    found = _with_questions(joined(units, links, lambda key: documents[key], judged.verdicts), links)
    return _expanded(found, held)


def _persons(sightings: Collection[PersonSighting], same_body: Callable[[str, str], bool], judged: Judged) -> Joined:
    def profile(sighting: PersonSighting) -> Hashable:
        offices = {(o.title, o.organization, o.country, o.status, o.as_of.year if o.as_of else None) for o in sighting.offices}
        whole = bool(persons.full_names(sighting))
        # A surname alone is nobody yet: each such sighting is weighed by itself.
        return (tuple(sorted(map(plain, sighting.names))), frozenset(offices), "" if whole else sighting.key)

    units, held, alike = _units("person", sightings, profile, judged)
    rare = candidates({key: blocking.part_keys(unit) for key, unit in units.items()}, blocking.RARE)
    pairs = {*rare, *candidates({key: blocking.pair_keys(unit) for key, unit in units.items()})}
    documents = {key: {sighting.document for sighting in group} for key, group in held.items()}
    links = _judged(
        units, sorted(pairs), lambda a, b: None if documents[a.key] & documents[b.key] else persons.judge(a, b, same_body)
    )
    decided = judged.of_kind("person", units)
    links = judged.over([*alike, *links], decided)
    surnames = partial.only_candidates(units, joined(units, links, lambda key: documents[key], judged.verdicts).clusters)
    others = [link for link in surnames if not documents[link.a] & documents[link.b]]
    links = judged.over([*links[len(decided) :], *others], decided)
    found = _with_questions(joined(units, links, lambda key: documents[key], judged.verdicts), links, apart=True)
    return _expanded(found, held)


def _units[P: (PersonSighting, OrganizationSighting)](
    kind: ClusterKind, sightings: Collection[P], profile: Callable[[P], Hashable], judged: Judged
) -> tuple[dict[str, P], dict[str, list[P]], list[Link]]:
    """Take sightings of one profile as one, so that somebody in a thousand pages is compared once and not a million times.

    Two of one document stay two units, whatever they are called. A sighting that somebody judged is a unit of its own, so that
    the judgement is on it and not on the others of its profile; the links that come third tie it to these.
    """
    alone = judged.keys
    groups: defaultdict[Hashable, list[P]] = defaultdict(list)
    seen: Counter[Hashable] = Counter()
    for sighting in sorted(sightings, key=lambda sighting: sighting.key):
        name = profile(sighting)
        seen[name, sighting.document] += 1
        groups[name, seen[name, sighting.document]].append(sighting)
    units: dict[str, P] = {}
    held: dict[str, list[P]] = {}
    alike: list[Link] = []
    for group in groups.values():
        rest = [sighting for sighting in group if sighting.key not in alone]
        parts = [[sighting] for sighting in group if sighting.key in alone] + ([rest] if rest else [])
        for part in parts:
            units[part[0].key] = _united(part[0], part)
            held[part[0].key] = part
        pairs = combinations(sorted(part[0].key for part in parts), 2)
        alike += [Link(kind, a, b, ALIKE, "same", ("the same name and offices",)) for a, b in pairs]
    return units, held, alike


def _united[P: (PersonSighting, OrganizationSighting)](first: P, group: list[P]) -> P:
    if isinstance(first, OrganizationSighting):
        return first
    company = tuple(sorted({name for sighting in group for name in getattr(sighting, "company", ())}))
    return PersonSighting(first.key, first.document, first.names, first.language, first.offices, company)


def _expanded(found: Joined, held: Mapping[str, Collection[_Sighting]]) -> Joined:
    clusters = sorted(sorted(sighting.key for unit in units for sighting in held[unit]) for units in found.clusters)
    return Joined(clusters, found.used)


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
