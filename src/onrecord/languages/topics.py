"""Topics: the factors of a small taxonomy, and the expressions of each language that tell of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

_PLAIN = str.maketrans({"’": "'", "‘": "'", "ё": "е", "Ё": "Е", "\u2011": "-", "\u2010": "-"})
"""Marks and letters that are written in two ways, one code point for one."""

_BETWEEN = r"(?:[\w'%-]+,?\s+){0,4}"
"""What `...` stands for: up to four words of one sentence, commas among them."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A factor of the taxonomy, with its definition and its source in the literature."""

    key: str
    definition: str
    source: str


@dataclass(frozen=True, slots=True)
class Cues:
    """The expressions of one topic in one language; an expression counts unless it overlaps one of `exceptions`."""

    topic: str
    expressions: re.Pattern[str]
    exceptions: re.Pattern[str] | None


@cache
def taxonomy() -> tuple[Topic, ...]:
    """Return all topics in their order, read once from data/topics.yml."""
    data = _load("onrecord.languages")
    return tuple(Topic(key, one["definition"], one["source"]) for key, one in data.items())


@cache
def cues(language: str) -> tuple[Cues, ...]:
    """Return the cues of a language in the order of the taxonomy; none where the language has no file of them."""
    if language not in ("en", "ko", "ru"):
        return ()
    data = _load(f"onrecord.languages.{language}")
    return tuple(
        Cues(topic.key, _pattern(data[topic.key]["cues"], language), _pattern(excepted, language) if excepted else None)
        for topic in taxonomy()
        for excepted in [data[topic.key].get("except")]
    )


def topics_in(text: str, language: str) -> tuple[str, ...]:
    """Return the keys of the topics that a text tells of, in the order of the taxonomy."""
    plain = text.translate(_PLAIN)
    return tuple(one.topic for one in cues(language) if _tells(one, plain))


def _tells(one: Cues, text: str) -> bool:
    found = [match.span() for match in one.expressions.finditer(text)]
    if not found or one.exceptions is None:
        return bool(found)
    barred = [match.span() for match in one.exceptions.finditer(text)]
    return any(not any(start < b and a < end for a, b in barred) for start, end in found)


def _pattern(expressions: list[str], language: str) -> re.Pattern[str]:
    build = _from_word_start if language == "ko" else _whole_words
    return re.compile("|".join(build(one.translate(_PLAIN)) for one in expressions), re.IGNORECASE)


def _whole_words(expression: str) -> str:
    inside = expression.replace(" ... ", "\0").replace("*", r"\w*").replace(" ", r"\s+").replace("\0", rf"\s+{_BETWEEN}")
    return rf"(?<![\w-])(?:{inside})(?!\w)"


def _from_word_start(expression: str) -> str:
    """A Korean word carries particles behind it, and its compounds are written with blanks or without."""
    start = "" if expression.startswith("*") else r"(?<!\w)"
    inside = expression.lstrip("*").replace(" ... ", "\0").replace(" ", r"\s*").replace("\0", rf"\w*\s+{_BETWEEN}")
    return rf"{start}(?:{inside})"


def _load(package: str) -> dict[str, Any]:
    text = resources.files(package).joinpath("data/topics.yml").read_text("utf-8")
    content: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return content
