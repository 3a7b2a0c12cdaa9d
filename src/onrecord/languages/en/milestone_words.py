"""English words that state a dated step of a nuclear or diplomatic record, from `data/milestones.yml`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from onrecord.languages.en.inflection import noun_forms, verb_forms
from onrecord.languages.en.vocabulary import load
from onrecord.model.facts import MilestoneKind


@dataclass(frozen=True, slots=True)
class Step:
    """One way to state a step.

    Attributes:
        kind: the kind of milestone.
        thing: pattern of the words that the noun's phrase must hold; None where the noun alone is enough.
        particle: the particle of the verb ("shut down"), or an empty string.
        intransitive: whether the thing may be the subject of an active verb ("the plant closed").
        into: nouns behind "into" that make the step ("entered into force").
        prepositions: prepositions behind which the thing may stand ("withdrew from the treaty").
        named: whether a named organization will do for the thing.
        numbered: whether the noun needs a number behind it ("resolution 1718").
        anniversary: whether only an anniversary of it is meant.
        complement: words of which one must complete the verb ("took effect", "put their names to", "stood idle").
        proper: whether the thing is a name of its own, of no person, body or place ("Canopus was exploded").
        since: whether the date stands behind "since" ("has stood idle since 2012").
        until: whether it stands behind "until" ("operated until 1999").
    """

    kind: MilestoneKind
    thing: re.Pattern[str] | None
    particle: str = ""
    intransitive: bool = False
    into: frozenset[str] = frozenset()
    prepositions: tuple[str, ...] = ()
    named: bool = False
    numbered: bool = False
    anniversary: bool = False
    complement: frozenset[str] = frozenset()
    since: bool = False
    until: bool = False
    proper: bool = False


def _thing(row: dict[str, Any]) -> re.Pattern[str] | None:
    words = [*row.get("of", ()), *row.get("also", ())]
    if not words:
        return None
    forms = sorted({form for word in words for form in noun_forms(word)}, key=lambda form: (-len(form), form))
    return re.compile(r"\b(?:" + "|".join(re.escape(form) for form in forms) + r")\b", re.IGNORECASE)


def _step(row: dict[str, Any]) -> Step:
    return Step(
        row["kind"],
        None if row.get("bare") else _thing(row),
        intransitive=bool(row.get("intransitive")),
        into=frozenset(row.get("into", ())),
        prepositions=tuple(row.get("to", ())),
        named=bool(row.get("named")),
        numbered=bool(row.get("numbered")),
        anniversary=bool(row.get("anniversary")),
        complement=frozenset(form for word in row.get("complement", ()) for form in noun_forms(word)),
        since=bool(row.get("since")),
        until=bool(row.get("until")),
        proper=bool(row.get("proper")),
    )


@cache
def verb_steps() -> dict[str, tuple[Step, ...]]:
    """Return the steps that each verb form can state, in the order of the list."""
    table: dict[str, list[Step]] = {}
    for row in load("milestones")["verbs"]:
        step = _step(row)
        for base in row["verbs"]:
            verb, _, particle = base.partition(" ")
            told = replace(step, particle=particle)
            for form in verb_forms(verb):
                table.setdefault(form, []).append(told)
    return {form: tuple(steps) for form, steps in table.items()}


@cache
def noun_steps() -> dict[str, tuple[Step, ...]]:
    """Return the steps that each noun can state; a noun of several words has them all as its key."""
    return _by_noun("nouns")


@cache
def states() -> dict[str, tuple[Step, ...]]:
    """Return the steps that began a state which a noun behind "in" tells ("in force", "in operation")."""
    return _by_noun("states")


def _by_noun(key: str) -> dict[str, tuple[Step, ...]]:
    table: dict[str, list[Step]] = {}
    for row in load("milestones")[key]:
        step = _step(row)
        for base in row["nouns"]:
            for form in noun_forms(base):
                table.setdefault(form, []).append(step)
    return {form: tuple(steps) for form, steps in table.items()}


@cache
def noun_step_words() -> frozenset[str]:
    """Return the last words of the nouns that can state a step."""
    return frozenset(noun.rsplit(" ", 1)[-1] for noun in noun_steps())


@cache
def verbs(key: str) -> frozenset[str]:
    """Return all forms of a list of verbs, without their particles."""
    forms = {form.split()[0] for base in load("milestones")[key] for form in verb_forms(base)}
    return frozenset(forms | {"was", "were", "is", "been"} if "be" in forms else forms)


@cache
def words(key: str) -> frozenset[str]:
    """Return a list as it stands."""
    return frozenset(load("milestones")[key])


@cache
def forms(verb: str) -> tuple[str, ...]:
    """Return all forms of one verb."""
    return verb_forms(verb)


@cache
def heading() -> frozenset[str]:
    """Return the forms of verbs of being at the head of a body."""
    return frozenset(form for verb in ("head", "lead", "chair", "direct", "run") for form in verb_forms(verb))


def number(word: str) -> int | None:
    """Return what a number word or figure says, up to 199."""
    if word.isdigit():
        return int(word) if len(word) < 4 else None
    found: int | None = load("dates")["numbers"].get(word.lower())
    return found
