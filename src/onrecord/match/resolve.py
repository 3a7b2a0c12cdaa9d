"""Sightings → Resolution: who and what is the same across all pages. A pure function, blind to the order of its input."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.match.judged import Judged
from onrecord.match.stages import Arrival, in_memory, take
from onrecord.model.decision import Judgement
from onrecord.model.resolution import Resolution, Sightings


def resolve(sightings: Sightings, judgements: Sequence[Judgement] = ()) -> Resolution:
    """Return every sighting in exactly one cluster, and the links that explain the clusters and the open questions.

    Args:
        sightings: all that is to be matched.
        judgements: what analysts decided on persons, organizations and gatherings; it holds whatever the evidence says.
    """
    changes = take(Arrival(sightings), in_memory(), Judged.of(judgements))
    clusters = tuple(cluster for change in changes for cluster in change.clusters)
    links = sorted((link for change in changes for link in change.links), key=lambda x: (x.kind, x.a, x.b))
    return Resolution(clusters, tuple(links))
