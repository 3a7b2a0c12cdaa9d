"""Topics: the factors of a small taxonomy, and the expressions of each language that tell of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import islice
from typing import Any

import yaml

_PLAIN = str.maketrans({"’": "'", "‘": "'", "ё": "е", "Ё": "Е", "\u2011": "-", "\u2010": "-"})
"""Marks and letters that are written in two ways, one code point for one."""

_BETWEEN = r"(?:[\w'%-]+,?\s+){0,4}"
"""What `...` stands for: up to four words of one sentence, commas among them."""


MENTIONS = 3
"""So many words of the field make a page one of the field."""


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
    in_field: re.Pattern[str]
    """The same and those that tell of the topic on a page of the field alone: *a list*, *first*, *at the table*."""
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
        Cues(
            topic.key,
            _pattern(own["cues"], language),
            _pattern([*own["cues"], *own.get("in_field", ())], language),
            _pattern(own["except"], language) if "except" in own else None,
        )
        for topic in taxonomy()
        for own in [data[topic.key]]
    )


def is_of_field(text: str, language: str) -> bool:
    """Tell whether a page is about nuclear weapons and their control: general expressions tell of a topic there alone.

    One word of the field suffices: asking for more loses topics on the labelled pages and gains no precision.
    """
    words = _field(language)
    return words is not None and sum(1 for _ in islice(words.finditer(text.translate(_PLAIN).lower()), MENTIONS)) == MENTIONS


def topics_in(text: str, language: str, *, in_field: bool = False) -> tuple[str, ...]:
    """Return the keys of the topics that a text tells of, in the order of the taxonomy.

    Args:
        text: the words of a statement.
        language: ISO 639-1 code.
        in_field: whether the page that it stands on is of the field, so that general expressions count.
    """
    plain = text.translate(_PLAIN).lower()
    return tuple(one.topic for one in cues(language) if _tells(one, plain, in_field=in_field))


def _tells(one: Cues, text: str, *, in_field: bool) -> bool:
    found = [match.span() for match in (one.in_field if in_field else one.expressions).finditer(text)]
    if not found or one.exceptions is None:
        return bool(found)
    barred = [match.span() for match in one.exceptions.finditer(text)]
    return any(not any(start < b and a < end for a, b in barred) for start, end in found)


@cache
def _field(language: str) -> re.Pattern[str] | None:
    words = _load(f"onrecord.languages.{language}").get("field") if language in ("en", "ko", "ru") else None
    return _pattern(words, language) if words else None


def _pattern(expressions: list[str], language: str) -> re.Pattern[str]:
    """All expressions as one pattern over text in small letters; what bounds a word is tried once a place."""
    cues = [one.translate(_PLAIN).lower() for one in expressions]
    if language == "ko":
        inside = [_from_word_start(cue.lstrip("*")) for cue in cues if cue.startswith("*")]
        begin = [_from_word_start(cue) for cue in cues if not cue.startswith("*")]
        parts = [rf"(?<!\w)(?:{'|'.join(begin)})"] if begin else []
        return re.compile("|".join([*parts, *inside]))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_whole_words, cues))})(?!\w)")


def _whole_words(cue: str) -> str:
    inside = cue.replace(" ... ", "\0").replace("*", r"\w*").replace(" ", r"\s+").replace("\0", rf"\s+{_BETWEEN}")
    return f"(?:{inside})"


def _from_word_start(cue: str) -> str:
    """A Korean word carries particles behind it, and its compounds are written with blanks or without."""
    inside = cue.replace(" ... ", "\0").replace(" ", r"\s*").replace("\0", rf"\w*\s+{_BETWEEN}")
    return f"(?:{inside})"


def _load(package: str) -> dict[str, Any]:
    text = resources.files(package).joinpath("data/topics.yml").read_text("utf-8")
    content: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return content
