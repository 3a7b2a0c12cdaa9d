"""How far a fact may be trusted: the measured precision of the rule that found it.

`data/precision.tsv` holds, for each language, kind and rule, how many facts the rule found on annotated pages and how many
of them were right (`scripts/measure_rules.py` writes it). Confidence is that share after Laplace's rule of succession,
(right + 1) / (found + 2): one right fact of one gives 0.67, and a rule of which the annotated pages hold no case 0.5.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Any, NamedTuple, TypeVar

from onrecord.model import (
    Entity,
    Extract,
    Gathering,
    Milestone,
    Organization,
    Participation,
    Person,
    Phrase,
    Position,
    Statement,
)
from onrecord.model.altering import altered

PLACES = 0.9
"""Places are not annotated, so that no rule for them can be measured; set by hand."""

READERS: Mapping[str, str] = {"und": "en", "kk": "ru"}
"""Languages that the rules of another language read."""

KINDS: Mapping[type, str] = {
    Person: "persons",
    Organization: "organizations",
    Position: "positions",
    Gathering: "gatherings",
    Participation: "roles",
    Statement: "statements",
    Milestone: "milestones",
}
"""What a kind is called in the data file."""

Fact = Entity | Position | Gathering | Participation | Statement | Milestone
F = TypeVar("F", bound=Fact)
W = TypeVar("W", bound=Entity | Phrase | None)


class Measured(NamedTuple):
    """What a rule found on annotated pages, and how much of it was right."""

    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """The share that is right after Laplace's rule, to two decimals."""
        return round((self.right + 1) / (self.found + 2), 2)


@cache
def measured() -> Mapping[tuple[str, str, str], Measured]:
    """Return the counts by language, kind and rule, read once."""
    text = resources.files("onrecord.extract").joinpath("data/precision.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {(language, kind, rule): Measured(int(found), int(right)) for language, kind, rule, found, right in rows}


@cache
def of(language: str, kind: str, rule: str) -> float:
    """Return the confidence of a rule.

    Args:
        language: of the document, ISO 639-1, or `und`.
        kind: one of the values of `KINDS`.
        rule: the name that the fact carries.
    """
    key = (READERS.get(language, language), kind, rule)
    return measured().get(key, Measured()).precision


def with_confidence(extract: Extract) -> Extract:
    """Return the extract, every fact of it with the confidence of its rule."""
    language = extract.document.language

    def rated(fact: F, **changes: Any) -> F:
        kind = KINDS.get(type(fact))
        return altered(fact, confidence=of(language, kind, fact.rule) if kind else PLACES, **changes)

    persons, organizations = (tuple(map(rated, extract.persons)), tuple(map(rated, extract.organizations)))
    known: dict[str, Any] = {entity.id: entity for entity in (*persons, *organizations)}

    def who(one: W) -> W:
        same: W = known.get(one.id, one) if isinstance(one, Entity) else one
        return same

    return replace(
        extract,
        persons=persons,
        organizations=organizations,
        places=tuple(map(rated, extract.places)),
        positions=tuple(rated(one, person=who(one.person), organization=who(one.organization)) for one in extract.positions),
        gatherings=tuple(
            rated(one, participations=tuple(rated(part, who=who(part.who)) for part in one.participations))
            for one in extract.gatherings
        ),
        statements=tuple(rated(one, speaker=who(one.speaker), relayed_by=who(one.relayed_by)) for one in extract.statements),
        milestones=tuple(map(rated, extract.milestones)),
    )
