"""The kinds of dated steps in Korean: their verbs, objects and nouns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial

from onrecord.extract.steps import milestone
from onrecord.languages.ko import vocabulary


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of step: stems of its verbs, one of the words that must stand beside them, nouns that end a chronicle's entry.

    `themselves` are nouns that name thing and step in one (핵실험), or the thing that has the step's day (공동성명).
    """

    name: str
    verbs: frozenset[str]
    objects: tuple[str, ...]
    nouns: tuple[str, ...]
    themselves: tuple[str, ...]

    def is_named_in(self, words: str) -> bool:
        """Tell whether one of the words that must stand beside the verb or noun is among these."""
        return any(one in words for one in self.objects)


@cache
def kinds() -> tuple[Kind, ...]:
    """Return the rows of the vocabulary, each further row of a kind as a kind of its own."""
    return tuple(
        Kind(
            kind,
            frozenset(row["verbs"].replace("_", "").split()),
            tuple(row["objects"].split()),
            tuple(row.get("nouns", "").split()),
            tuple(row.get("themselves", "").split()),
        )
        for kind, rule in vocabulary.load("milestones").items()
        for row in (rule, *rule.get("also", ()))
    )


@cache
def with_nouns() -> frozenset[str]:
    """The verbs that need a noun before them: 열 of 문을 열다."""
    rules = vocabulary.load("milestones").values()
    return frozenset(verb.rpartition("_")[2] for rule in rules for verb in rule["verbs"].split() if "_" in verb)


step_of = partial(milestone, language="ko", strip=" ,.\n“")
