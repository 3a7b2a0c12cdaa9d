"""What analysts judged, as matching takes it: pairs that are one whatever else is known, and pairs that are not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.model.clash import united
from onrecord.model.decision import Judgement
from onrecord.model.resolution import ClusterKind, Link

DECIDED = 1.0
"""The score of a link that somebody decided."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The judgements by pair (smaller key first).

    Sameness is transitive. Where a chain of "same" gainsays a "different", the pair stays apart: a wrong merge is harder to see
    than a missing one, and the record refuses such judgements when they are made (`model.clash`).
    """

    verdicts: Mapping[tuple[str, str], Judgement] = field(default_factory=dict)

    @classmethod
    def of(cls, judgements: Sequence[Judgement]) -> Judged:
        """Return the judgements by pair."""
        return cls({judgement.pair: judgement for judgement in judgements})

    @property
    def keys(self) -> frozenset[str]:
        """The sightings that somebody judged."""
        return frozenset(key for pair in self.verdicts for key in pair)

    def of_kind(self, kind: ClusterKind, sightings: Collection[str]) -> list[Link]:
        """Return the judgements on these sightings as links, in order."""
        return [
            Link(kind, *pair, DECIDED, judgement.verdict, (_reason(judgement),))
            for pair, judgement in sorted(self.verdicts.items())
            if pair[0] in sightings and pair[1] in sightings
        ]

    def over(self, links: Iterable[Link], decided: Iterable[Link]) -> list[Link]:
        """Return what was found and what was decided, without what was found on decided pairs."""
        return [*decided, *(link for link in links if (link.a, link.b) not in self.verdicts)]

    def groups(self) -> list[list[str]]:
        """Return the keys that are one by judgement, transitively."""
        return united(self.verdicts.values())


NONE = Judged()


def _reason(judgement: Judgement) -> str:
    when = f" on {judgement.at:%Y-%m-%d}" if judgement.at else ""
    return f"{judgement.by} decided so{when}{f': {judgement.why}' if judgement.why else ''}"
