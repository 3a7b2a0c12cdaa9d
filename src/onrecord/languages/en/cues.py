"""The vocabulary of attribution: which words report, in which manner, and what they take as content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from onrecord.languages.en.inflection import noun_forms, verb_forms


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word by its base form, and the manner that each of its constructions has.

    Attributes:
        base: the base form, with its particle where it has one ("point out").
        takes: construction (`clause`, `speech`, `object`, `for`, …; see data/cues.yml) to manner.
    """

    base: str
    takes: Mapping[str, str]

    def manner(self, *constructions: str) -> str | None:
        """Return the manner of the first of these constructions that the cue has, or None."""
        return next((self.takes[name] for name in constructions if name in self.takes), None)


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues of English. Verbs and nouns are found by any of their forms in lower case; phrasal verbs as "pointed out"."""

    verbs: Mapping[str, Cue]
    nouns: Mapping[str, Cue]
    adjectives: Mapping[str, Cue]
    light_verbs: frozenset[str]
    according: Mapping[str, tuple[tuple[str, ...], ...]]
    possessed: frozenset[str]
    works: frozenset[str]
    sources: frozenset[str]
    expressions: frozenset[str]
    authoring: frozenset[str]
    copulas: frozenset[str]
    settings: frozenset[str]
    spoken_in: frozenset[str]
    things: frozenset[str]
    particles: frozenset[str]
    valuing: frozenset[str]
    minds: frozenset[str]
    idioms: Mapping[str, Mapping[str, tuple[str, str]]]


@cache
def cues() -> Cues:
    """Return the vocabulary, read once from data/cues.yml."""
    text = files("onrecord.languages.en").joinpath("data/cues.yml").read_text("utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    verbs = _collected(data["verbs"], "verbs")
    return Cues(
        verbs={form: cue for cue in verbs for form in verb_forms(cue.base)},
        nouns={form: cue for cue in _collected(data["nouns"], "nouns") for form in noun_forms(cue.base)},
        adjectives={cue.base: cue for cue in _collected(data["adjectives"], "adjectives")},
        light_verbs=frozenset(form for verb in data["light_verbs"] for form in verb_forms(verb)),
        according=_by_first_word(data["according"]),
        possessed=frozenset(data["possessed"]),
        works=frozenset(form for noun in data["works"] for form in noun_forms(noun)),
        sources=frozenset(form for noun in data["sources"] for form in noun_forms(noun)),
        expressions=frozenset(form for noun in data["expressions"] for form in noun_forms(noun)),
        authoring=frozenset(data["authoring"]),
        copulas=frozenset(data["copulas"]),
        settings=frozenset(form for noun in data["settings"] for form in noun_forms(noun)),
        spoken_in=frozenset(data["spoken_in"]),
        things=frozenset(form for noun in data["things"] for form in noun_forms(noun)),
        particles=frozenset(word for cue in verbs for word in cue.base.split()[1:]),
        valuing=frozenset(form for verb in data["valuing"] for form in verb_forms(verb)) | {"is", "are", "was", "were"},
        minds=frozenset(data["minds"]),
        idioms=_idioms(data["idioms"]),
    )


@cache
def urging() -> frozenset[str]:
    """Return the forms of the verbs behind which one is asked or told to act ("asked X to", "directed Y to")."""
    return frozenset(form for form, cue in cues().verbs.items() if {"urging", "telling"} & cue.takes.keys())


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, tuple[tuple[str, ...], ...]] = {}
    for words in (tuple(phrase.split()) for phrase in phrases):
        table[words[0]] = (*table.get(words[0], ()), words)
    return table


def _idioms(groups: Mapping[str, Iterable[str]]) -> dict[str, dict[str, tuple[str, str]]]:
    """Return noun, then verb form, to preposition and manner: "attention", "drew" to ("to", "said")."""
    table: dict[str, dict[str, tuple[str, str]]] = {}
    for manner, phrases in groups.items():
        for verb, noun, preposition in (phrase.split() for phrase in phrases):
            table.setdefault(noun, {}).update(dict.fromkeys(verb_forms(verb), (preposition, manner)))
    return table


def _collected(groups: Iterable[Mapping[str, Any]], key: str) -> list[Cue]:
    """Join the groups of one part of speech a word; the first manner that a construction is given stays."""
    takes: dict[str, dict[str, str]] = {}
    for group in groups:
        for base in group[key]:
            for construction in group["takes"]:
                takes.setdefault(base, {}).setdefault(construction, group["manner"])
    return [Cue(base, constructions) for base, constructions in takes.items()]
