"""A surname alone ("President Omarov"): somebody known, where only one person of the record has that name and that office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from onrecord.match.persons import full_names, same_title_at_one_time
from onrecord.match.words import plain
from onrecord.model.resolution import Link, PersonSighting

SCORE = 0.6
"""Below all pairs that are judged on their own evidence, so that these are joined last."""


def only_candidates(sightings: Mapping[str, PersonSighting], clusters: Collection[Collection[str]]) -> Iterator[Link]:
    """Yield a link for each sighting with a part of a name to the one person whom it can mean.

    Args:
        sightings: all persons by key.
        clusters: the persons as joined so far.
    """
    holders: defaultdict[str, set[int]] = defaultdict(set)
    members = [sorted(cluster) for cluster in sorted(clusters, key=min)]
    for number, cluster in enumerate(members):
        for name in (name for key in cluster for name in full_names(sightings[key])):
            for word in plain(name).split():
                holders[word].add(number)
    for key in sorted(sightings):
        sighting = sightings[key]
        if full_names(sighting) or not sighting.offices:
            continue
        numbers = {number for name in sighting.names for number in holders[plain(name)]}
        found = [n for n in sorted(numbers) if any(_in_office(sighting, sightings[other]) for other in members[n])]
        if len(found) == 1 and key not in members[found[0]]:
            other = next(o for o in members[found[0]] if _in_office(sighting, sightings[o]))
            a, b = sorted((key, other))
            reason = f"the only {sighting.offices[0].title} {sighting.names[0]} in the record"
            yield Link("person", a, b, SCORE, "same", (reason,))


def _in_office(a: PersonSighting, b: PersonSighting) -> bool:
    return any(same_title_at_one_time(x, y) for x in a.offices for y in b.offices)
