"""The vocabulary by which a page is told to be of the field before anything is read: terms of each language, with weights."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

WEIGHTS = {"field": 3, "diplomacy": 2, "defence": 2, "office": 1, "occasion": 1}
"""What one term of a group adds, once a page; chosen with `decode.gate.ENOUGH` on mixed pages (benchmarks/gate.py)."""

LANGUAGES = ("en", "ko", "ru")


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the vocabulary.

    Attributes:
        text: in small letters.
        weight: what it adds to the score of a page that has it.
        begins_word: whether letters before it forbid a match; false for Korean, whose compounds are written without blanks.
        ends_word: whether letters behind it forbid a match.
        group: as in WEIGHTS; empty for terms of other subjects and of a user's own vocabulary.
    """

    text: str
    weight: int
    begins_word: bool = True
    ends_word: bool = False
    group: str = ""


@cache
def vocabulary() -> tuple[Term, ...]:
    """Return the terms of all languages, read once from <language>/data/gate.yml; of two groups the heavier counts."""
    found: dict[str, Term] = {}
    for language in LANGUAGES:
        content = _load(language)
        for group, weight in WEIGHTS.items():
            for text in content[group]:
                term = parsed(text, weight, group)
                if term.text not in found or found[term.text].weight < term.weight:
                    found[term.text] = term
    return tuple(found.values())


@cache
def of_other_subjects() -> tuple[Term, ...]:
    """Return the terms of all languages that tell of other subjects, each of weight 1."""
    terms = (parsed(text, 1) for language in LANGUAGES for text in _load(language)["elsewhere"])
    return tuple({term.text: term for term in terms}.values())


def parsed(line: str, weight: int, group: str = "") -> Term:
    """Return the term that a line of a vocabulary means: `npt|` ends its word, `denuclear` may go on."""
    text = line.strip().lower()
    return Term(text.removesuffix("|"), weight, not _is_hangul(text), text.endswith("|"), group)


def _is_hangul(text: str) -> bool:
    return any("가" <= letter <= "힣" for letter in text)


def _load(language: str) -> dict[str, Any]:
    text = resources.files(f"onrecord.languages.{language}").joinpath("data/gate.yml").read_text("utf-8")
    content: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return content
